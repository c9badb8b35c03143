"""Precious O'Neill, 36, of Cardiff: what she told, and what the health professional found."""
from __future__ import annotations

from datetime import date

from entitle.schemes.pip.activities import ACTIVITIES

ON = date(2026, 11, 22)
TOLD = {
    "person.born_on": date(1990, 3, 1), "person.nino": "AB123441C", "claim.made_on": date(2026, 9, 1),
    "pip.lives_in": "wales", "pip.british_or_irish": True, "pip.time_abroad": False, "pip.stays_in": "home",
    "pip.had_award_before": False, "health.near_end_of_life": False, "pip.needs_began_on": date(2025, 1, 10),
}
FOUND = {
    **{activity.fact: "a" for activity in ACTIVITIES},
    "pip_assessment.preparing_food": "e", "pip_assessment.washing": "d", "pip_assessment.dressing": "b",
    "pip_assessment.planning_journeys": "f", "pip_assessment.likely_to_last": True, "pip_assessment.award_months": 36,
}
PRECIOUS = TOLD | FOUND
NEAR_THE_END = TOLD | {
    "health.near_end_of_life": True, "pip_assessment.near_end_of_life": True,
    "pip_assessment.planning_journeys": "a", "pip_assessment.moving_around": "c",
    "pip.needs_began_on": date(2026, 8, 20),
}
"""The same person, if a doctor had confirmed that she may not live long: only mobility is looked at."""


def changing(name: str, counted: int, **days: int) -> dict[str, object]:
    """What is found of an activity that changes from day to day: `a=182, e=183`, the rest none."""
    activity = next(activity for activity in ACTIVITIES if activity.name == name)
    numbers = {fact: days.get(letter, 0) for fact, letter in zip(activity.days, activity.letters, strict=True)}
    return {activity.fact: "changes", "pip_assessment.days_counted": counted, **numbers}
