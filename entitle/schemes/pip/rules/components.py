"""The two components and their rates: Welfare Reform Act 2012 sections 78, 79 and 82, regulations 5, 6 and 24."""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.words import Words
from entitle.rules.choose import choose
from entitle.rules.decorator import rule


@rule(cites="SI 2013/377 reg 5", gives="points",
      label=Words("Daily living points", cy="Pwyntiau byw bob dydd"),
      says=Words("We add up your points for the ten daily living activities.",
                 cy="Rydym yn adio eich pwyntiau am y deg gweithgaredd byw bob dydd."))
def daily_living_points(
    preparing_food_points: Any, taking_nutrition_points: Any, managing_therapy_points: Any, washing_points: Any,
    toilet_needs_points: Any, dressing_points: Any, communicating_points: Any, reading_points: Any,
    engaging_points: Any, budgeting_points: Any,
) -> Any:
    """Points for Part 2 of Schedule 1."""
    return (preparing_food_points + taking_nutrition_points + managing_therapy_points + washing_points
            + toilet_needs_points + dressing_points + communicating_points + reading_points + engaging_points
            + budgeting_points)


@rule(cites="SI 2013/377 reg 6", gives="points",
      label=Words("Mobility points", cy="Pwyntiau symudedd"),
      says=Words("We add up your points for the two mobility activities.",
                 cy="Rydym yn adio eich pwyntiau am y ddau weithgaredd symudedd."))
def mobility_points(planning_journeys_points: Any, moving_around_points: Any) -> Any:
    """Points for Part 3 of Schedule 1."""
    return planning_journeys_points + moving_around_points


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
    return is_assessed & ~daily_living_limited & ~mobility_limited


@rule(cites="WRA 2012 s78(3); SI 2013/377 reg 24(1)", gives="pence_per_week",
      label=Words("Daily living each week", cy="Byw bob dydd bob wythnos"),
      says=Words("The daily living part of your PIP.", cy="Rhan byw bob dydd eich PIP."))
def daily_living_amount(daily_living_limited: Any, daily_living_severely_limited: Any, daily_living_rates: Any) -> Any:
    """Pence per week."""
    return choose(
        ("enhanced", daily_living_severely_limited, daily_living_rates.enhanced),
        ("standard", daily_living_limited, daily_living_rates.standard),
        otherwise=("none", np.int64(0)),
    )


@rule(cites="WRA 2012 s79(3); SI 2013/377 reg 24(2)", gives="pence_per_week",
      label=Words("Mobility each week", cy="Symudedd bob wythnos"),
      says=Words("The mobility part of your PIP.", cy="Rhan symudedd eich PIP."))
def mobility_amount(mobility_limited: Any, mobility_severely_limited: Any, mobility_rates: Any) -> Any:
    """Pence per week."""
    return choose(
        ("enhanced", mobility_severely_limited, mobility_rates.enhanced),
        ("standard", mobility_limited, mobility_rates.standard),
        otherwise=("none", np.int64(0)),
    )


@rule(cites="WRA 2012 s77(2)", gives="pence_per_week",
      label=Words("Your PIP each week", cy="Eich PIP bob wythnos"),
      says=Words("Your PIP is the two parts added up.", cy="Eich PIP yw'r ddwy ran wedi'u hadio."))
def weekly_amount(daily_living_amount: Any, mobility_amount: Any) -> Any:
    """Pence per week."""
    return daily_living_amount + mobility_amount


@rule(cites="SI 2013/380 reg 48(1)", gives="pence",
      label=Words("Each payment", cy="Pob taliad"),
      says=Words("We pay PIP for 4 weeks at a time.", cy="Rydym yn talu PIP am 4 wythnos ar y tro."))
def four_weekly_amount(weekly_amount: Any, payment_weeks: Any) -> Any:
    """Pence for each whole payment."""
    return weekly_amount * payment_weeks
