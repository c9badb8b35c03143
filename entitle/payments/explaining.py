"""Every penny of an award and of a debt is accounted for: pure functions from what was written to problems."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from entitle.kernel.money import Pence
from entitle.payments.checks import Problem


@dataclass(frozen=True)
class AwardExplained:
    """What one award comes to for the periods paid (`right`), and how that was given: paid, kept for debts, still to be
    paid, set off against what another award had paid; less what was found overpaid."""

    award_id: int
    right: Pence
    paid: Pence = 0
    kept: Pence = 0
    to_pay: Pence = 0
    set_off: Pence = 0
    overpaid: Pence = 0


@dataclass(frozen=True)
class DebtExplained:
    """A debt: what was found, what is gone of it by what was written, and what is left of it by the ledger."""

    code: str
    pence: Pence
    gone: Pence
    left_in_ledger: Pence


def awards_are_explained(awards: Iterable[AwardExplained]) -> list[Problem]:
    """What an award comes to is what was given of it, to the penny."""
    return [
        Problem(f"comes to {each.right} pence and was given {given}", f"award:{each.award_id}")
        for each in awards
        if (given := each.paid + each.kept + each.to_pay + each.set_off - each.overpaid) != each.right
    ]


def debts_are_explained(debts: Iterable[DebtExplained]) -> list[Problem]:
    """What is left of a debt is what the ledger says, and never below nothing."""
    found = []
    for each in debts:
        if each.pence - each.gone != each.left_in_ledger:
            found.append(Problem(f"has {each.pence - each.gone} pence left and the ledger says {each.left_in_ledger}",
                                 f"debt:{each.code}"))
        if each.gone > each.pence:
            found.append(Problem(f"took {each.gone} of {each.pence} pence", f"debt:{each.code}"))
    return found
