"""What people said it was like: each channel weighted by its share of the caseload, with an interval. Pure.

The interval is Wilson's, of 95 per cent, on the number of replies that would say as much unweighted (Kish).
"""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import ceil, floor, sqrt
from pathlib import Path

import yaml

from entitle.kernel.words import Words

_Z = 1.959963985


@dataclass(frozen=True)
class Driver:
    """One of the four things that make it good or bad."""

    name: str
    title: Words
    asked: Words


@dataclass(frozen=True)
class SurveyRules:
    """How people are asked, as its dated file says."""

    offers_a_channel_a_day: int
    months_between_offers: int
    days_to_reply: int
    cell_at_least: int
    digital: tuple[str, ...]
    digital_points_over: int
    satisfied_from: int
    drivers: tuple[Driver, ...]


@dataclass(frozen=True)
class Share:
    """Whole per cent who were satisfied, and the interval round it, outwards to whole per cents; `replies` asked."""

    replies: int
    percent: int
    low: int
    high: int


@dataclass(frozen=True)
class Heard:
    """Who is heard: whole per cents of the replies and of the caseload that are digital."""

    replies: int
    digital_percent: int
    caseload_digital_percent: int
    is_alarm: bool


@cache
def survey_rules() -> SurveyRules:
    """Raises KeyError for a file that leaves something out."""
    read = yaml.safe_load((Path(__file__).parent / "survey.yaml").read_text(encoding="utf-8"))
    drivers = tuple(Driver(each["name"], Words(**each["title"]), Words(**each["asked"])) for each in read["drivers"])
    numbers = {name: read[name] for name in SurveyRules.__dataclass_fields__ if isinstance(read[name], int)}
    return SurveyRules(digital=tuple(read["digital"]), drivers=drivers, **numbers)


def share_satisfied(*, satisfied: Mapping[str, int], replies: Mapping[str, int], caseload: Mapping[str, int],
                    ) -> Share | None:
    """Of the people of a caseload, by channel. None where nobody of any channel in it replied.

    A channel that nobody replied of is left out of the weights: whoever reads it is shown that its count is nought.
    """
    heard = [channel for channel, people in caseload.items() if people and replies.get(channel)]
    people = sum(caseload[channel] for channel in heard)
    if not people:
        return None
    weights = {channel: caseload[channel] / people for channel in heard}
    rate = sum(weights[channel] * satisfied.get(channel, 0) / replies[channel] for channel in heard)
    alike = 1 / sum(weights[channel] ** 2 / replies[channel] for channel in heard)
    middle, give = (rate + _Z * _Z / (2 * alike)), _Z * sqrt(rate * (1 - rate) / alike + (_Z / (2 * alike)) ** 2)
    scale = 1 + _Z * _Z / alike
    return Share(replies=sum(replies[channel] for channel in heard), percent=floor(100 * rate + 0.5),
                 low=max(0, floor(100 * (middle - give) / scale)), high=min(100, ceil(100 * (middle + give) / scale)))


def may_be_shown(counts: Mapping[str, int], *, at_least: int) -> frozenset[str]:
    """Which cells of a row may be shown: none under `at_least`, nor one from which a hidden one could be worked out.

    A cell of nought tells of nobody, and is shown.
    """
    hidden = {name for name, count in counts.items() if 0 < count < at_least}
    if len(hidden) == 1:
        others = [name for name, count in counts.items() if name not in hidden and count]
        hidden |= {min(others, key=lambda name: (counts[name], name))} if others else set()
    return frozenset(counts) - hidden


def who_is_heard(*, replies: Mapping[str, int], caseload: Mapping[str, int]) -> Heard | None:
    """None before there is a caseload and a reply. The alarm is told from the exact shares, not from those shown."""
    rules, heard, people = survey_rules(), sum(replies.values()), sum(caseload.values())
    if not heard or not people:
        return None
    digital, of_people = (sum(counts.get(channel, 0) for channel in rules.digital) for counts in (replies, caseload))
    over = 100 * digital * people - 100 * of_people * heard > rules.digital_points_over * heard * people
    return Heard(heard, floor(100 * digital / heard + 0.5), floor(100 * of_people / people + 0.5), over)
