"""How much of a payment is kept for which debts: in their order, within the caps of recovery.yaml. Pure."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from entitle.kernel.money import DOWN, Pence, divide
from entitle.kernel.words import Words


class NoRecoveryForDate(LookupError):
    """Nothing says how debts are had back on that date."""


@dataclass(frozen=True)
class DebtKind:
    """A kind of debt: its place in the order, and the most per cent of what is due that it may take, by which law."""

    name: str
    place: int
    most_percent: int
    cites: str
    words: Words


@dataclass(frozen=True)
class Practice:
    """How debts are had back from a date: the kinds by name, and the pence that one officer may give up alone."""

    from_on: date
    one_officer_up_to: Pence
    notice_days: int
    """Days between telling a customer what will be kept and keeping it, unless they agree to sooner."""
    kinds: dict[str, DebtKind]


@dataclass(frozen=True)
class Wanted:
    """What one debt would have of a payment: what its plan says, and no more than is left of it."""

    debt_id: int
    kind: str
    pence_each: Pence
    left: Pence


def practice(*, on: date) -> Practice:
    """The one in force on a date. Raises NoRecoveryForDate before the first."""
    in_force = [each for each in _all() if each.from_on <= on]
    if not in_force:
        raise NoRecoveryForDate(f"how debts are had back is not laid down for {on}")
    return in_force[-1]


def taken(*, due: Pence, wanted: Iterable[Wanted], kinds: dict[str, DebtKind]) -> dict[int, Pence]:
    """Pence by debt of a payment of `due` pence, those that take nothing left out.

    In the order of their kinds, the older debt first; each kind within its own cap, and all within the highest.
    """
    found: dict[int, Pence] = {}
    by_kind = dict.fromkeys(kinds, 0)
    ordered = sorted(wanted, key=lambda each: (kinds[each.kind].place, each.debt_id))
    most = max((kinds[each.kind].most_percent for each in ordered), default=0)
    room = _share(due, most)
    for each in ordered:
        own_room = _share(due, kinds[each.kind].most_percent) - by_kind[each.kind]
        pence = max(0, min(each.pence_each, each.left, own_room, room - sum(found.values())))
        if pence:
            found[each.debt_id] = pence
            by_kind[each.kind] += pence
    return found


def _share(due: Pence, percent: int) -> Pence:
    shared: Pence = divide(due * percent, 100, rounding=DOWN)
    return shared


@cache
def _all() -> tuple[Practice, ...]:
    said = yaml.safe_load((Path(__file__).parent / "recovery.yaml").read_text(encoding="utf-8"))["practices"]
    return tuple(sorted((_read(entry) for entry in said), key=lambda each: each.from_on))


def _read(entry: dict[str, Any]) -> Practice:
    kinds = {name: DebtKind(name, place, kind["most_percent"], kind["cites"], Words(**kind["words"]))
             for place, (name, kind) in enumerate(entry["kinds"].items())}
    return Practice(entry["from"], entry["one_officer_up_to"], entry["notice_days"], kinds)
