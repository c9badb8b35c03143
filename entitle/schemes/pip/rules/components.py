"""Which component someone gets, and whether at the higher rate: sections 78, 79 and 82, regulations 5 and 6."""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import no


@rule(cites="WRA 2012 s78(1), s82(2); SI 2013/377 reg 5(3)(a)", gives="yes_no",
      label=Words("Gets daily living", cy="Yn cael byw bob dydd"),
      says=Words("8 points or more give the daily living part.", cy="Mae 8 pwynt neu fwy yn rhoi'r rhan byw bob dydd."))
def daily_living_limited(near_end_of_life: Any, daily_living_points: Any, points_needed: Any) -> Any:
    """Whether daily living activities are limited, or need not be looked at near the end of life."""
    return near_end_of_life | (daily_living_points >= points_needed.standard)


@rule(cites="WRA 2012 s78(2), s82(2); SI 2013/377 reg 5(3)(b)", gives="yes_no",
      label=Words("Gets daily living at the higher rate", cy="Yn cael byw bob dydd ar y gyfradd uwch"),
      says=Words("12 points or more give the higher rate for daily living.",
                 cy="Mae 12 pwynt neu fwy yn rhoi'r gyfradd uwch am fyw bob dydd."))
def daily_living_severely_limited(near_end_of_life: Any, daily_living_points: Any, points_needed: Any) -> Any:
    """Whether daily living activities are severely limited, or need not be looked at near the end of life."""
    return near_end_of_life | (daily_living_points >= points_needed.enhanced)


@rule(cites="WRA 2012 s79(1); SI 2013/377 reg 6(3)(a)", gives="yes_no",
      label=Words("Gets mobility", cy="Yn cael symudedd"),
      says=Words("8 points or more give the mobility part.", cy="Mae 8 pwynt neu fwy yn rhoi'r rhan symudedd."))
def mobility_limited(mobility_points: Any, points_needed: Any) -> Any:
    """Whether mobility activities are limited."""
    return mobility_points >= points_needed.standard


@rule(cites="WRA 2012 s79(2); SI 2013/377 reg 6(3)(b)", gives="yes_no",
      label=Words("Gets mobility at the higher rate", cy="Yn cael symudedd ar y gyfradd uwch"),
      says=Words("12 points or more give the higher rate for mobility.",
                 cy="Mae 12 pwynt neu fwy yn rhoi'r gyfradd uwch am symudedd."))
def mobility_severely_limited(mobility_points: Any, points_needed: Any) -> Any:
    """Whether mobility activities are severely limited."""
    return mobility_points >= points_needed.enhanced


@rule(cites="WRA 2012 s77(2), ss78-79; SI 2013/377 regs 5-6", gives="yes_no",
      label=Words("Too few points", cy="Rhy ychydig o bwyntiau"),
      says=Words("You need 8 points for daily living or 8 points for mobility.",
                 cy="Mae angen 8 pwynt am fyw bob dydd neu 8 pwynt am symudedd."))
def too_few_points(is_assessed: Any, daily_living_limited: Any, mobility_limited: Any) -> Any:
    """Whether neither component was reached."""
    return is_assessed & no(daily_living_limited) & no(mobility_limited)
