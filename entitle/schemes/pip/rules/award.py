"""How long an award runs, and when it is looked at again: Welfare Reform Act 2012 section 88."""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.words import Words
from entitle.rules.calendar import add_months
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import no


@rule(cites="WRA 2012 s88(2)-(3); Entitle working rule", gives="months",
      label=Words("Length of your award", cy="Hyd eich dyfarniad"),
      says=Words("We set how long your award runs by how your needs may change.",
                 cy="Rydym yn gosod hyd eich dyfarniad yn ôl sut y gall eich anghenion newid."),
      only_if={"pip_assessment_award_months": "is_fully_assessed"})
def award_months(
    is_fully_assessed: Any, near_end_of_life: Any, pip_assessment_award_months: Any, award_length: Any,
) -> Any:
    """Months from the start: what the health professional advised, up to the longest; nought where nobody was asked."""
    return choose(
        ("near the end of life", near_end_of_life, award_length.end_of_life),
        ("not assessed", no(is_fully_assessed), np.int64(0)),
        ("the longest", pip_assessment_award_months > award_length.longest, award_length.longest),
        otherwise=("as advised", pip_assessment_award_months),
    )


@rule(cites="WRA 2012 s88(2)-(3)", gives="date",
      label=Words("End of your award", cy="Diwedd eich dyfarniad"),
      says=Words("Your award runs until this day, unless things change.",
                 cy="Mae eich dyfarniad yn para tan y diwrnod hwn, oni bai bod pethau'n newid."))
def award_ends_on(start_on: Any, award_months: Any) -> Any:
    """The first day that is no longer in the award."""
    return add_months(start_on, award_months)


@rule(cites="WRA 2012 s88(2)-(3)", gives="date",
      label=Words("Last day we pay for", cy="Y diwrnod olaf yr ydym yn talu amdano"),
      says=Words("We pay for each day before your award ends. This is the last one.",
                 cy="Rydym yn talu am bob diwrnod cyn i'ch dyfarniad ddod i ben. Dyma'r un olaf."))
def last_day_on(award_ends_on: Any) -> Any:
    """The day before the award ends."""
    return award_ends_on - 1


@rule(cites="WRA 2012 s88; Entitle working rule", gives="date",
      label=Words("When we look again", cy="Pryd y byddwn yn edrych eto"),
      says=Words("We look at your award again before it ends.",
                 cy="Rydym yn edrych ar eich dyfarniad eto cyn iddo ddod i ben."))
def review_on(award_ends_on: Any, review_ahead: Any) -> Any:
    """So many months before the award ends."""
    return add_months(award_ends_on, -review_ahead)


@rule(cites="WRA 2012 s81(1)(b), s88", gives="yes_no",
      label=Words("Length of award to check", cy="Hyd y dyfarniad i'w wirio"),
      says=Words("Your award must run at least as long as your needs must last.",
                 cy="Rhaid i'ch dyfarniad bara o leiaf cyhyd ag y mae'n rhaid i'ch anghenion bara."))
def award_to_check(
    is_fully_assessed: Any, start_on: Any, must_last_until_on: Any, award_ends_on: Any, review_on: Any,
) -> Any:
    """Whether the advice on the award's length contradicts the finding that the need will last, or leaves no time."""
    return is_fully_assessed & ((award_ends_on < must_last_until_on) | (review_on <= start_on))
