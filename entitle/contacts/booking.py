"""Where, when and by whom someone can be seen: a pure rule over offices, advisers and what is taken.

By postcode, by what the building has, by language, by the adviser's training, within what the building holds. An
adviser for people in one situation sees nobody else where that situation is reserved: a lone parents' adviser sees
lone parents. Nothing here reads a table or a clock.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from entitle.kernel.periods import LONDON, Instant
from entitle.kernel.words import Words

HALF_HOUR = timedelta(minutes=30)
_ADULT = 18


@dataclass(frozen=True)
class Situation:
    """Something about someone's life that an adviser is trained in. A reserved one's advisers see nobody else."""

    words: Words
    reserved: bool = False


SITUATIONS = {
    "lone_parent": Situation(
        Words("Bringing up children alone", cy="Yn magu plant ar eu pen eu hunain"), reserved=True),
    "disability": Situation(Words("Ill or disabled", cy="Yn sâl neu'n anabl")),
    "carer": Situation(Words("Cares for someone", cy="Yn gofalu am rywun")),
    "young_person": Situation(Words("Aged 16 or 17", cy="Yn 16 neu 17 oed")),
}
FEATURES = {
    "step_free": Words("No steps (wheelchair)", cy="Dim grisiau (cadair olwyn)"),
    "hearing_loop": Words("Hearing loop", cy="Dolen glyw"),
    "private_room": Words("A private room", cy="Ystafell breifat"),
}
_RESERVED = frozenset(name for name, situation in SITUATIONS.items() if situation.reserved)


@dataclass(frozen=True)
class Site:
    """A building: the districts and areas that it serves, its features, how many at once, and its hours in London."""

    id: int
    postcode_areas: frozenset[str]
    features: frozenset[str]
    capacity: int
    opens_at: time
    closes_at: time


@dataclass(frozen=True)
class Seer:
    """Someone who sees people at one site, on some weekdays (0 is Monday) between two times in London."""

    id: int
    site_id: int
    languages: frozenset[str]
    specialisms: frozenset[str]
    weekdays: frozenset[int]
    starts_at: time
    finishes_at: time


@dataclass(frozen=True)
class Need:
    """Whom an interview is for: where they live, their situations, what the building must have, their language."""

    postcode: str
    language: str
    situations: frozenset[str] = frozenset()
    features: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Taken:
    """A half-hour that is not free."""

    starts_at: Instant
    site_id: int
    adviser_id: int


@dataclass(frozen=True)
class Place:
    """One half-hour that can be had: `skills` are the situations of theirs that the adviser is trained in."""

    starts_at: Instant
    site_id: int
    adviser_id: int
    is_in_time: bool
    nearness: int
    skills: frozenset[str]


def areas_of(postcode: str) -> tuple[str, str]:
    """The district and the whole area that a postcode is in: 'LS10' and 'LS' of LS10 2AB."""
    outward = _outward(postcode)
    return outward, _area(outward)


def nearness(postcode: str, areas: Collection[str]) -> int:
    """2 where a site serves the district ('LS10'), 1 where it serves the whole area ('LS'), 0 where neither."""
    district, area = areas_of(postcode)
    return 2 if district in areas else 1 if area in areas else 0


def may_see(adviser: Seer, need: Need) -> bool:
    """Whether they may be booked together: the language, the training, and nobody else's adviser."""
    if need.language not in adviser.languages:
        return False
    shared = adviser.specialisms & need.situations
    return (not adviser.specialisms or bool(shared)) and adviser.specialisms & _RESERVED <= need.situations


def suits(site: Site, need: Need) -> bool:
    """Whether it serves their postcode and has everything they need: without step-free access, no wheelchair user."""
    return need.features <= site.features and nearness(need.postcode, site.postcode_areas) > 0


def places(*, need: Need, sites: Iterable[Site], advisers: Iterable[Seer], taken: Iterable[Taken],
           times: Iterable[Instant], see_by: date) -> tuple[Place, ...]:
    """The half-hours that can be had, one place for each, the best first.

    In time for `see_by` comes first, then an adviser trained in their situation, then the nearer site, then the sooner.
    """
    suitable = {site.id: site for site in sites if suits(site, need)}
    near = {site.id: nearness(need.postcode, site.postcode_areas) for site in suitable.values()}
    able = [(each, *_minutes(each, suitable[each.site_id]), each.specialisms & need.situations)
            for each in advisers if each.site_id in suitable and may_see(each, need)]
    busy, held = set(), Counter[tuple[Instant, int]]()
    for other in taken:
        busy.add((other.starts_at, other.adviser_id))
        held[other.starts_at, other.site_id] += 1
    found = []
    for at in times:
        wall = at.astimezone(LONDON)
        weekday, begins = wall.weekday(), wall.hour * 60 + wall.minute
        open_sites = {site.id for site in suitable.values() if held[at, site.id] < site.capacity}
        free = [
            Place(at, adviser.site_id, adviser.id, wall.date() <= see_by, near[adviser.site_id], skills)
            for adviser, first, last, skills in able
            if first <= begins <= last and weekday in adviser.weekdays and adviser.site_id in open_sites
            and (at, adviser.id) not in busy
        ]
        if free:
            found.append(min(free, key=_best))
    return tuple(sorted(found, key=_best))


def half_hours(days: Iterable[date]) -> tuple[Instant, ...]:
    """Every half-hour from six in the morning to ten at night in London of some days, as instants."""
    return tuple(datetime.combine(day, time(half // 2, 30 * (half % 2)), LONDON).astimezone(UTC)
                 for day in days for half in range(12, 44))


def situations_known(facts: Mapping[str, Any], age: int) -> frozenset[str]:
    """The situations that the record itself shows; what it does not know it does not show."""
    alone = facts.get("household.has_partner") is False and facts.get("household.has_children") is True
    return frozenset(name for name, holds in (("lone_parent", alone), ("young_person", age < _ADULT)) if holds)


def clock_time(at: Instant) -> Words:
    """The time on the wall in London: '2:30pm', or '2:30yp'."""
    wall = at.astimezone(LONDON)
    digits = f"{wall.hour % 12 or 12}:{wall.minute:02}" if wall.minute else f"{wall.hour % 12 or 12}"
    return Words(digits + ("am" if wall.hour < 12 else "pm"), cy=digits + ("yb" if wall.hour < 12 else "yp"))


def _best(place: Place) -> tuple[bool, int, int, Instant, int]:
    return not place.is_in_time, -len(place.skills), -place.nearness, place.starts_at, place.adviser_id


def _minutes(adviser: Seer, site: Site) -> tuple[int, int]:
    """The first and the last minute of a day at which they can begin to see someone, by the clock on the wall."""
    first, last = max(adviser.starts_at, site.opens_at), min(adviser.finishes_at, site.closes_at)
    return first.hour * 60 + first.minute, last.hour * 60 + last.minute - 30


def _outward(postcode: str) -> str:
    letters = postcode.replace(" ", "").upper()
    return letters[:-3] if re.fullmatch(r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}", letters) else letters


def _area(outward: str) -> str:
    return re.match(r"[A-Z]*", outward)[0]  # type: ignore[index]
