"""How well a candidate fits what was asked, and why: kept with the match, so that a caseworker sees it."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import jellyfish
from django.db.models import Q

from entitle.customers.names import likeness

NAME, NINO, BORN_ON, POSTCODE = 4, 5, 3, 2
GOOD_ENOUGH = 0.72


@dataclass(frozen=True)
class Asked:
    """What is known of the person sought; '' or None where it is not. `nino` is its first eight characters."""

    name: str
    nino: str
    born_on: date | None
    postcode: str

    @property
    def anything(self) -> bool:
        return bool(self.name or self.nino or self.born_on or self.postcode)

    @property
    def only_name(self) -> bool:
        return not (self.nino or self.born_on or self.postcode)

    def facts_beside_name(self) -> Iterator[Q]:
        """Conditions on a name's row, one for each other fact that an index serves."""
        if self.born_on:
            yield Q(customer__born_on=self.born_on)
        if self.postcode:
            yield Q(customer__addresses__key_postcode=self.postcode, customer__addresses__is_hidden=False)


@dataclass(frozen=True)
class Found:
    """What is held of a candidate: every name they have had, and every postcode that is not hidden."""

    names: tuple[str, ...]
    nino: str
    born_on: date
    postcodes: tuple[str, ...]


def scored(asked: Asked, found: Found) -> tuple[float, tuple[str, ...]]:
    """From 0 to 1, the weighted share of what was asked that fits; no reasons where it does not fit well enough."""
    parts: list[tuple[str, int, float]] = []
    if asked.name:
        parts.append(("name", NAME, max((likeness(asked.name, name) for name in found.names), default=0.0)))
    if asked.nino:
        parts.append(("National Insurance number", NINO, _nino_fits(asked.nino, found.nino)))
    if asked.born_on:
        parts.append(("date of birth", BORN_ON, _date_fits(asked.born_on, found.born_on)))
    if asked.postcode:
        parts.append(("postcode", POSTCODE, 1.0 if asked.postcode in found.postcodes else 0.0))
    score = sum(weight * fit for _, weight, fit in parts) / sum(weight for _, weight, _ in parts)
    same_nino = bool(asked.nino) and found.nino.startswith(asked.nino)
    if score < GOOD_ENOUGH and not same_nino:
        return score, ()
    return score, tuple(f"{what}: {_in_words(fit)}" for what, _, fit in parts)


def _in_words(fit: float) -> str:
    return "same" if fit == 1 else "close" if fit >= 0.7 else "differs"


def _nino_fits(asked: str, held: str) -> float:
    if not held:
        return 0.4  # not known is not the same as different
    slips = jellyfish.damerau_levenshtein_distance(asked, held[:8])
    return {0: 1.0, 1: 0.75}.get(slips, 0.0)


def _date_fits(asked: date, held: date) -> float:
    if asked == held:
        return 1.0
    if (asked.year, asked.month, asked.day) == (held.year, held.day, held.month):
        return 0.8
    slips = jellyfish.damerau_levenshtein_distance(asked.isoformat(), held.isoformat())
    return 0.75 if slips == 1 else 0.5 if slips == 2 else 0.0
