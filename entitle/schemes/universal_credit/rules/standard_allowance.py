"""The standard allowance: WRA 2012 section 9; UC Regs 2013 reg 36."""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.calendar import has_turned
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.units import any_of, of


@rule(cites="UC Regs 2013 reg 36(1)", gives="yes_no", unit="adult",
      label=Words("A claimant aged 25 or over", cy="Hawlydd 25 oed neu'n hŷn"),
      says=Words("We look at whether each of you is 25 or over by the end of the period.",
                 cy="Rydym yn edrych a yw pob un ohonoch yn 25 oed neu'n hŷn erbyn diwedd y cyfnod."))
def is_25_or_over(adult_born_on: Any, is_claimant: Any, last_day_on: Any, claiming_ages: Any) -> Any:
    """Whether a claimant whose birthday comes in the period or before it."""
    return is_claimant & has_turned(claiming_ages.higher_allowance, adult_born_on, of(last_day_on))


@rule(cites="UC Regs 2013 reg 36(1)", gives="yes_no",
      label=Words("Either aged 25 or over", cy="Un ohonoch yn 25 oed neu'n hŷn"),
      says=Words("The allowance is higher once one of you is 25.",
                 cy="Mae'r lwfans yn uwch pan fydd un ohonoch yn 25 oed."))
def either_is_25_or_over(is_25_or_over: Any) -> Any:
    """Whether any claimant is."""
    return any_of(is_25_or_over)


@rule(cites="WRA 2012 s9; UC Regs 2013 reg 36(1), (3)", gives="pence_per_month",
      label=Words("Standard allowance", cy="Lwfans safonol"),
      says=Words("Your standard allowance depends on your age and on whether you claim as a couple.",
                 cy="Mae eich lwfans safonol yn dibynnu ar eich oedran ac ar a ydych yn hawlio fel cwpl."))
def standard_allowance_element(is_joint_claim: Any, either_is_25_or_over: Any, standard_allowance: Any) -> Any:
    """Pence per month, one for each claim."""
    return choose(
        ("joint, either 25 or over", is_joint_claim & either_is_25_or_over, standard_allowance.joint_either_25_or_over),
        ("joint, both under 25", is_joint_claim, standard_allowance.joint_both_under_25),
        ("single, 25 or over", either_is_25_or_over, standard_allowance.single_25_or_over),
        otherwise=("single, under 25", standard_allowance.single_under_25),
    )
