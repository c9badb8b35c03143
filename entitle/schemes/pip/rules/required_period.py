"""How long help has been and will be needed: Welfare Reform Act 2012 section 81, regulations 12 to 15.

Not coded, and handed to a person: a claim within two years of an earlier award, whose own period may count
(regulation 15).
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.calendar import add_months
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import no


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
    return is_fully_assessed & no(pip_assessment_likely_to_last)
