"""The first day of an award: Welfare Reform Act 2012 sections 81 and 82, SI 2013/380 regulations 11 and 33."""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.words import Words
from entitle.rules.calendar import add_months
from entitle.rules.choose import choose
from entitle.rules.decorator import rule


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
