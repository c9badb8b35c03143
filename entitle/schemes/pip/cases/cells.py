"""Cells of a case that name descriptors, as DL1b, or descriptors and days, as DL1b=183;DL1e=90."""
from __future__ import annotations

import re
from dataclasses import dataclass

from entitle.blueprint.cases import NotWhatWasExpected
from entitle.schemes.pip.activities import ACTIVITIES, Activity

_BY_CODE = {activity.code: activity for activity in ACTIVITIES}
_DESCRIPTOR = re.compile(r"(DL\d{1,2}|M\d)([a-z])$")
COMPONENTS = ("daily_living", "mobility")
MOST_DAYS = 100_000
BLANK = {"expected_descriptor": "", "expected_points": "", "expected_award": "", "expected_other": ""}
"""What a row of `pip_points` gives, before it is filled in."""
ASSESSED = {"is_assessed": True, "is_fully_assessed": True, "near_end_of_life": False}
"""What is taken as given where only points are asked for."""


@dataclass(frozen=True)
class Days:
    """Of one activity, the days on which each of its descriptors applies: letter to a number."""

    activity: Activity
    by_letter: dict[str, int]


def descriptors(cell: str) -> dict[str, str]:
    """The letter chosen for each activity, by the activity's name."""
    chosen: dict[str, str] = {}
    for part in _parts(cell):
        activity, letter = _descriptor(part, "DL1b;M2c")
        if activity.name in chosen:
            raise NotWhatWasExpected(f"one descriptor for each activity; {activity.code} has more than one")
        chosen[activity.name] = letter
    return chosen


def day_counts(cell: str) -> Days:
    """The days of each descriptor of one activity; a descriptor that is not named applies on none."""
    activities, by_letter = {}, {}
    for part in _parts(cell):
        code, equals, number = (text.strip() for text in part.partition("="))
        activity, letter = _descriptor(code, "DL1b=183;DL1e=90")
        if not (equals and number.isascii() and number.isdigit() and int(number) <= MOST_DAYS):
            raise NotWhatWasExpected("a whole number of days for each descriptor, like DL1b=183;DL1e=90")
        activities[activity.code] = activity
        if len(activities) > 1:
            raise NotWhatWasExpected(f"the days of one activity; found {' and '.join(activities)}")
        if letter in by_letter:
            raise NotWhatWasExpected(f"each descriptor once; {code} is there twice")
        by_letter[letter] = int(number)
    return Days(next(iter(activities.values())), by_letter)


def _parts(cell: str) -> list[str]:
    parts = [part.strip() for part in cell.split(";") if part.strip()]
    if not parts:
        raise NotWhatWasExpected("descriptors like DL1b, with ; between them")
    return parts


def _descriptor(text: str, example: str) -> tuple[Activity, str]:
    found = _DESCRIPTOR.match(text)
    activity = _BY_CODE.get(found[1]) if found else None
    if found is None or activity is None or found[2] not in activity.letters:
        raise NotWhatWasExpected(f"descriptors of Schedule 1 like {example}; '{text}' is none")
    return activity, found[2]

