"""Points for each component: regulations 5 and 6."""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
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
