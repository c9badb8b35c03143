"""How long help has been and will be needed: Welfare Reform Act 2012 sections 81 and 82, regulations 12 to 15.

Not coded, and handed to a person: a claim within two years of an earlier award, whose own period may count
(regulation 15).
"""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.words import Words
from entitle.rules.calendar import add_months
from entitle.rules.choose import choose
from entitle.rules.decorator import rule


@rule(cites="WRA 2012 s82(4)", gives="date",
      label=Words("End of life: the date we ask about", cy="Diwedd oes: y dyddiad y gofynnwn amdano"),
      says=Words("We ask a doctor or nurse if you may not live past this day.",
                 cy="Rydym yn gofyn i feddyg neu nyrs a allech beidio â byw ar ôl y diwrnod hwn."))
def end_of_life_asked_until_on(claim_made_on: Any, terminal_illness_months: Any) -> Any:
    """Death is to be reasonably expected by then: so many months from the claim."""
    return add_months(claim_made_on, terminal_illness_months)


@rule(cites="WRA 2012 s82(1), (4)", gives="yes_no",
      label=Words("Says they are near the end of life", cy="Yn dweud eu bod yn agos at ddiwedd oes"),
      says=Words("You told us about the end of life.", cy="Dywedoch wrthym am ddiwedd oes."))
def says_near_end_of_life(is_assessed: Any, health_near_end_of_life: Any) -> Any:
    """Whether a doctor or nurse is to be asked."""
    return is_assessed & health_near_end_of_life


@rule(cites="WRA 2012 s82(1), (4)", gives="yes_no",
      label=Words("Near the end of life", cy="Yn agos at ddiwedd oes"),
      says=Words("Near the end of life you do not have to wait, and you get the higher rate for daily living.",
                 cy="Yn agos at ddiwedd oes nid oes rhaid i chi aros, a chewch y gyfradd uwch am fyw bob dydd."),
      only_if={"pip_assessment_near_end_of_life": "says_near_end_of_life"})
def near_end_of_life(says_near_end_of_life: Any, pip_assessment_near_end_of_life: Any) -> Any:
    """Whether the claimant says so and the health professional confirms it."""
    return says_near_end_of_life & pip_assessment_near_end_of_life


@rule(cites="WRA 2012 s82(2)-(3)", gives="yes_no",
      label=Words("Needs every activity looked at", cy="Angen edrych ar bob gweithgaredd"),
      says=Words("We look at all twelve activities.", cy="Rydym yn edrych ar bob un o'r deuddeg gweithgaredd."))
def is_fully_assessed(is_assessed: Any, near_end_of_life: Any) -> Any:
    """Daily living and how long the need lasts are not looked at near the end of life."""
    return is_assessed & ~near_end_of_life


@rule(cites="WRA 2012 s81(1)(a); SI 2013/377 regs 12-13", gives="date",
      label=Words("3 months of needing help", cy="3 mis o fod angen help"),
      says=Words("You must have needed help for 3 months before PIP can start.",
                 cy="Rhaid eich bod wedi bod angen help am 3 mis cyn i PIP allu dechrau."))
def needed_long_enough_on(pip_needs_began_on: Any, months_before: Any) -> Any:
    """The day by which help has been needed for so many months."""
    return add_months(pip_needs_began_on, months_before)


@rule(cites="WRA 2012 s81(1)(a); SI 2013/377 regs 12-13", gives="yes_no",
      label=Words("Needed help for 3 months when claiming", cy="Wedi bod angen help am 3 mis wrth hawlio"),
      says=Words("We look at how long you have needed help.",
                 cy="Rydym yn edrych ar ba mor hir y bu angen help arnoch."))
def needed_long_enough(claim_made_on: Any, needed_long_enough_on: Any) -> Any:
    """Whether the months before were complete on the day of the claim."""
    return claim_made_on >= needed_long_enough_on


@rule(cites="WRA 2012 ss78, 79, 81, 82; SI 2013/380 regs 11, 33", gives="date",
      label=Words("Start of your PIP", cy="Dechrau eich PIP"),
      says=Words("Your PIP starts when you claim, or later if you must first be 16 or wait out the 3 months.",
                 cy="Mae eich PIP yn dechrau pan fyddwch yn hawlio, neu'n hwyrach os oes rhaid bod yn 16 oed neu aros "
                    "y 3 "
                    "mis yn gyntaf."))
def start_on(claim_made_on: Any, old_enough_on: Any, needed_long_enough_on: Any, near_end_of_life: Any) -> Any:
    """The first day of the award."""
    allowed_on = np.maximum(claim_made_on, old_enough_on)
    return choose(
        ("near the end of life: no wait", near_end_of_life, allowed_on),
        ("after 3 months of needing help", needed_long_enough_on > allowed_on, needed_long_enough_on),
        ("your 16th birthday", old_enough_on > claim_made_on, old_enough_on),
        otherwise=("the day you claimed", claim_made_on),
    )


@rule(cites="SI 2013/380 reg 33", gives="yes_no",
      label=Words("Claimed too soon", cy="Wedi hawlio'n rhy fuan"),
      says=Words("You can claim up to 3 months before your PIP can start.",
                 cy="Gallwch hawlio hyd at 3 mis cyn y gall eich PIP ddechrau."))
def too_soon(is_assessed: Any, claim_made_on: Any, start_on: Any, claim_ahead: Any) -> Any:
    """Whether the award could start only more than so many months after the claim."""
    return is_assessed & (start_on > add_months(claim_made_on, claim_ahead))


@rule(cites="WRA 2012 s81(1)(b); SI 2013/377 regs 12-13", gives="date",
      label=Words("9 months ahead", cy="9 mis ymlaen"),
      says=Words("Your needs must be likely to last 9 months after your PIP starts.",
                 cy="Rhaid i'ch anghenion fod yn debygol o bara 9 mis ar ôl i'ch PIP ddechrau."))
def must_last_until_on(start_on: Any, months_after: Any) -> Any:
    """The day until which the need must be likely to last."""
    return add_months(start_on, months_after)


@rule(cites="WRA 2012 s81(1)(b); SI 2013/377 regs 12-13", gives="yes_no",
      label=Words("Needs will not last long enough", cy="Ni fydd yr anghenion yn para'n ddigon hir"),
      says=Words("We look at whether your needs are likely to last.",
                 cy="Rydym yn edrych a yw eich anghenion yn debygol o bara."),
      only_if={"pip_assessment_likely_to_last": "is_fully_assessed"})
def too_short(is_fully_assessed: Any, pip_assessment_likely_to_last: Any) -> Any:
    """Whether the need is not likely to last so many months after the start; near the end of life nobody asks."""
    return is_fully_assessed & ~pip_assessment_likely_to_last
