"""Money taken back or paid to others: Claims and Payments Regs 2013 Schs 6 and 7; SI 2013/383; SI 2013/384.

Each kind is taken in the order of Sch 6 para 5(2), as far as money and the ceiling go. Not coded: when such a deduction
may start or stop (Sch 6 para 7(4) and others), and fines above 5 per cent, which a person decides.
"""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.money import HALF_UP, at_least_zero
from entitle.kernel.words import Words
from entitle.rules.decorator import Rule, rule
from entitle.rules.row_by_row import NOTHING, lower, where
from entitle.schemes.universal_credit.award_facts import DEDUCTIONS
from entitle.schemes.universal_credit.rules.amounts import where_it_holds

_PROVISIONS = {
    "last_resort_rent": "SI 2013/380 Sch 6 paras 6, 4(4)", "rent_arrears": "SI 2013/380 Sch 6 para 7",
    "fuel": "SI 2013/380 Sch 6 para 8", "council_tax": "SI 1993/494", "fines": "SI 1992/2182",
    "water": "SI 2013/380 Sch 6 para 9", "child_maintenance": "SI 2013/380 Sch 6 para 10, Sch 7",
    "advances": "SI 2013/383 reg 10; SI 2013/384", "penalties": "SSAA 1992 s115A; SI 2013/384",
    "fraud": "SI 2013/384 reg 11(3)", "overpayments": "SI 2013/384 reg 11(2)", "loans": "SI 2013/380 Sch 6 para 12",
}
_STEMS = tuple(stem for stem, _, _ in DEDUCTIONS)
_THIRD_PARTIES = _STEMS[:_STEMS.index("child_maintenance") + 1]
_MAY_GO_ABOVE = ("last_resort_rent", "child_maintenance")


@rule(cites="SI 2013/380 Sch 6 para 2", gives="yes_no",
      label=Words("Money is to be taken", cy="Mae arian i'w gymryd"),
      says=Words("We can take back money you owe, or pay someone you owe.",
                 cy="Gallwn gymryd yn ôl arian sydd arnoch, neu dalu rhywun y mae arnoch arian iddynt."))
def has_deductions(universal_credit_has_deductions: Any) -> Any:
    """Whether anything is to be taken from the award."""
    return universal_credit_has_deductions


@rule(cites="WRA 2012 s8(1); UC Regs 2013 reg 110", gives="pence_per_month",
      label=Words("Award after sanctions", cy="Dyfarniad ar ôl cosbau"),
      says=Words("This is what is left after any cut for not doing what you agreed to do.",
                 cy="Dyma'r hyn sydd ar ôl wedi unrhyw doriad am beidio â gwneud yr hyn y cytunoch ei wneud."))
def award_after_sanctions(award: Any, sanction_reduction: Any) -> Any:
    """Pence in the period."""
    return award - sanction_reduction


@rule(cites="SI 2013/380 Sch 6 para 3(1)(a); SI 2013/384 reg 11(7)", gives="pence_per_month",
      label=Words("Most that may be taken at all", cy="Y mwyaf y gellir ei gymryd o gwbl"),
      says=Words("We must always leave you at least a penny.", cy="Rhaid i ni adael o leiaf ceiniog i chi bob amser."))
def most_taken(award_after_sanctions: Any, deduction_limits: Any) -> Any:
    """Pence in the period."""
    return at_least_zero(award_after_sanctions - deduction_limits.pence_left)


@rule(cites="SI 2013/380 Sch 6 para 4; Fair Repayment Rate", gives="pence_per_month",
      label=Words("Ceiling on what is taken", cy="Terfyn ar yr hyn a gymerir"),
      says=Words("From 30 April 2025 we take no more than 15% of your standard allowance, a sanction included. Rent to "
                 "keep your home, and child maintenance, can go above.",
                 cy="O 30 Ebrill 2025 nid ydym yn cymryd mwy na 15% o'ch lwfans safonol, gan gynnwys cosb. Gall "
                    "rhent i "
                    "gadw eich cartref, a chynhaliaeth plant, fynd uwchlaw hynny."))
def ceiling_on_deductions(standard_allowance_element: Any, sanction_reduction: Any, deduction_ceiling: Any) -> Any:
    """Pence in the period; rounded half a penny up."""
    return at_least_zero(deduction_ceiling.of(standard_allowance_element, rounding=HALF_UP) - sanction_reduction)


def _deduction(stem: str, english: str, welsh: str) -> Rule:
    """The rule for one kind: what is asked, up to its own rate, the money left and (mostly) the ceiling left."""
    before = tuple(f"{earlier}_deduction" for earlier in _STEMS[:_STEMS.index(stem)])
    paid_to_others = sum(earlier in _THIRD_PARTIES for earlier in _STEMS[:_STEMS.index(stem)])

    def take(
        has_deductions: Any, asked: Any, standard_allowance_element: Any, earnings_deduction: Any, most_taken: Any,
        ceiling: Any, shares: Any, maintenance: Any, limits: Any, *taken: Any,
    ) -> Any:
        so_far: Any = NOTHING
        parties: Any = NOTHING
        for place, each in enumerate(taken):
            so_far = so_far + each
            parties = parties + (each > NOTHING) * np.int64(place < paid_to_others)
        most = _own_limit(stem, standard_allowance_element, earnings_deduction, shares, maintenance)
        wanted = lower(where_it_holds(has_deductions, asked), most)
        room = most_taken - so_far
        if stem not in _MAY_GO_ABOVE:
            room = lower(room, ceiling - so_far)
        allowed = at_least_zero(lower(wanted, room))
        return where_it_holds(parties < limits.third_parties, allowed) if stem in _THIRD_PARTIES else allowed

    take.__name__ = f"{stem}_deduction"
    fact = f"universal_credit_owed_{stem}"
    return Rule(
        name=f"{stem}_deduction", formula=take, cites=_PROVISIONS[stem], gives="pence_per_month", unit="claim",
        parameters=("has_deductions", fact, "standard_allowance_element", "earnings_deduction", "most_taken",
                    "ceiling_on_deductions", "deduction_shares", "maintenance_deduction", "deduction_limits",
                    *before),
        only_if={fact: "has_deductions"}, label=Words(english, cy=welsh),
        says=Words(f"{english}: what we take this month.", cy=f"{welsh}: yr hyn a gymerwn y mis hwn."),
    )


def _own_limit(stem: str, allowance: Any, earnings_deduction: Any, shares: Any, maintenance: Any) -> Any:
    """The most that one kind may take: a share of the standard allowance, or the set sum for child maintenance."""
    if stem == "child_maintenance":
        return maintenance
    most = getattr(shares, stem).of(allowance, rounding=HALF_UP)
    if stem != "overpayments":
        return most
    return where(earnings_deduction > NOTHING, shares.overpayments_earning.of(allowance, rounding=HALF_UP), most)


DEDUCTION_RULES = tuple(_deduction(*kind) for kind in DEDUCTIONS)
"""A rule for each kind of deduction, in order of priority."""


def _total(*taken: Any) -> Any:
    """Pence in the period."""
    whole: Any = NOTHING
    for each in taken:
        whole = whole + each
    return whole


ALL_DEDUCTIONS = Rule(
    name="all_deductions", formula=_total, cites="SI 2013/380 Sch 6 para 5(2)", gives="pence_per_month", unit="claim",
    parameters=tuple(f"{stem}_deduction" for stem in _STEMS), label=Words("Taken altogether", cy="Cyfanswm a gymerir"),
    says=Words("We add up what we take this month, the most urgent debts first.",
               cy="Rydym yn adio'r hyn a gymerwn y mis hwn, y dyledion mwyaf brys yn gyntaf."),
)


@rule(cites="SI 2013/380 regs 47, 53", gives="pence_per_month",
      label=Words("What we pay you", cy="Yr hyn a dalwn i chi"),
      says=Words("We pay your award, less any sanction and what we take for debts.",
                 cy="Rydym yn talu eich dyfarniad, llai unrhyw gosb a'r hyn a gymerwn am ddyledion."))
def payment(award_after_sanctions: Any, all_deductions: Any) -> Any:
    """Pence for the assessment period."""
    return award_after_sanctions - all_deductions
