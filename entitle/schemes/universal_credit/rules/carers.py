"""Carers: WRA 2012 section 12; UC Regs 2013 regs 29 and 30.

Not coded: which of two people who care for the same person is to be paid, where they do not agree (reg 29(3)).
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.money import at_least_zero
from entitle.kernel.words import Words
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import NOTHING, ONE, lower, no, where
from entitle.rules.units import all_of, any_of, count


@rule(cites="UC Regs 2013 reg 30(1)", gives="yes_no", unit="adult",
      label=Words("Cares for someone", cy="Yn gofalu am rywun"),
      says=Words("A carer looks after someone for at least 35 hours a week.",
                 cy="Mae gofalwr yn gofalu am rywun am o leiaf 35 awr yr wythnos."))
def gives_care(adult_is_carer: Any) -> Any:
    """Whether there is regular and substantial caring."""
    return adult_is_carer


@rule(cites="UC Regs 2013 regs 29(3), (5), 30", gives="yes_no", unit="adult",
      label=Words("Counts as a carer", cy="Yn cyfrif fel gofalwr"),
      says=Words("You count as a carer if the person you care for gets a disability benefit. You must not be paid for "
                 "it. Nobody else may get a carer's benefit for them.",
                 cy="Rydych yn cyfrif fel gofalwr os yw'r person yn cael budd-dal anabledd. Ni chewch gael eich talu "
                    "amdano. Ni chaiff neb arall gael budd-dal gofalwr amdanynt."),
      only_if={"adult_cared_for_gets_disability_benefit": "gives_care", "adult_care_is_paid": "gives_care",
               "adult_another_carer_is_paid": "gives_care"})
def is_carer_for_award(
    gives_care: Any, is_claimant: Any, adult_cared_for_gets_disability_benefit: Any, adult_care_is_paid: Any,
    adult_another_carer_is_paid: Any,
) -> Any:
    """Whether a claimant meets the conditions."""
    return (gives_care & is_claimant & adult_cared_for_gets_disability_benefit & no(adult_care_is_paid)
            & no(adult_another_carer_is_paid))


@rule(cites="UC Regs 2013 reg 29(2)", gives="yes_no",
      label=Words("Both are carers", cy="Y ddau yn ofalwyr"),
      says=Words("We look at whether you are both carers.", cy="Rydym yn edrych a yw'r ddau ohonoch yn ofalwyr."))
def both_are_carers(is_joint_claim: Any, is_carer_for_award: Any) -> Any:
    """Whether both joint claimants meet the conditions."""
    return is_joint_claim & all_of(is_carer_for_award)


@rule(cites="UC Regs 2013 reg 29(4)", gives="yes_no", unit="adult",
      label=Words("Health element and no care", cy="Elfen iechyd a dim gofal"),
      says=Words("We look at which of you the health element is for.",
                 cy="Rydym yn edrych ar gyfer pa un ohonoch y mae'r elfen iechyd."))
def is_due_health_without_care(is_due_health_element: Any, is_carer_for_award: Any) -> Any:
    """Whether the health element can be in respect of someone who is no carer."""
    return is_due_health_element & no(is_carer_for_award)


@rule(cites="WRA 2012 s12; UC Regs 2013 reg 29", gives="pence_per_month",
      label=Words("Carer element", cy="Elfen gofalwr"),
      says=Words("You get an amount for caring. A couple who are both carers get it twice, unless they care for the "
                 "same "
                 "person. If you are a carer with the health element, you get the health element and not this.",
                 cy="Rydych yn cael swm am ofalu. Mae cwpl sydd ill dau yn ofalwyr yn ei gael ddwywaith, oni bai eu "
                    "bod "
                    "yn gofalu am yr un person. Os ydych yn ofalwr gyda'r elfen iechyd, rydych yn cael yr elfen iechyd "
                    "ac nid hon."),
      only_if={"household_care_for_same_person": "both_are_carers"})
def carer_element(
    is_carer_for_award: Any, both_are_carers: Any, household_care_for_same_person: Any, is_due_health_element: Any,
    is_due_health_without_care: Any, carer_amount: Any,
) -> Any:
    """Pence per month. Where every claimant with the health element is a carer, one of them goes without this."""
    given_up = any_of(is_due_health_element) & no(any_of(is_due_health_without_care))
    carers = at_least_zero(count(is_carer_for_award) - where(given_up, ONE, NOTHING))
    return where(both_are_carers & household_care_for_same_person, lower(carers, ONE),
                    carers) * carer_amount
