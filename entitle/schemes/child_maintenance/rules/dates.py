"""When it begins and is looked at again: 2012 Regulations regulations 11, 12 and 19; and what a person must look at.

We tell the other parent of an application on the day it is made. Not coded: a later day in the notice, which an officer
enters as the day of the application; a review date shared with an earlier case (regulation 19(3)).
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.calendar import add_months
from entitle.rules.choose import choose
from entitle.rules.decorator import rule


@rule(cites="CSA 1991 s4(1)", gives="yes_no",
      label=Words("The paying parent applied", cy="Y rhiant sy'n talu a wnaeth y cais"),
      says=Words("Either of the two parents can ask.",
                 cy="Gall y naill neu'r llall o'r ddau riant ofyn."))
def applicant_pays(child_maintenance_applies_as: Any) -> Any:
    """Whether it is the paying parent who applied."""
    return child_maintenance_applies_as.is_one_of("paying")


@rule(cites="SI 2012/2677 regs 11(4) and 12", gives="date",
      label=Words("Start of child maintenance", cy="Dechrau cynhaliaeth plant"),
      says=Words("Child maintenance starts on the day one of you applies. We tell the other parent that day.",
                 cy="Mae cynhaliaeth plant yn dechrau ar y diwrnod y mae un ohonoch yn gwneud cais. Rydym yn dweud "
                    "wrth y rhiant arall y diwrnod hwnnw."))
def start_on(applicant_pays: Any, claim_made_on: Any) -> Any:
    """The effective date."""
    return choose(
        ("the paying parent applied", applicant_pays, claim_made_on),
        otherwise=("the paying parent was told", claim_made_on),
    )


@rule(cites="SI 2012/2677 reg 19", gives="date",
      label=Words("Next yearly review", cy="Yr adolygiad blynyddol nesaf"),
      says=Words("We look at the income again after a year.", cy="Rydym yn edrych ar yr incwm eto ar ôl blwyddyn."))
def review_on(start_on: Any, review_every: Any) -> Any:
    """The first review date."""
    return add_months(start_on, review_every)


@rule(cites="CSA 1991 s28A; SI 2012/2677 Part 5", gives="yes_no",
      label=Words("Special costs", cy="Costau arbennig"),
      says=Words("The parent who pays has told us of special costs. So a person looks at them.",
                 cy="Mae'r rhiant sy'n talu wedi dweud wrthym am gostau arbennig. Felly mae person yn edrych "
                    "arnynt."),
      only_if={"paying_parent_asks_for_variation": "is_calculated"})
def variation_asked(is_calculated: Any, paying_parent_asks_for_variation: Any) -> Any:
    """Whether a variation was applied for."""
    return is_calculated & paying_parent_asks_for_variation
