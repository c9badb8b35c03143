"""Choosing a time to be seen, at any door: what the customer needs, and the half-hours that can be had."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.http import HttpRequest

from entitle.contacts.booking import FEATURES, SITUATIONS, Place, clock_time, situations_known
from entitle.contacts.models import Appointment
from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.kernel.periods import Instant, age_on, london_date
from entitle.pages.formats import say, weekday_and_day
from entitle.staff import queries as staff

DAYS, A_DAY = 3, 6


@dataclass(frozen=True)
class Needs:
    """What someone must have: as it was said on the page, or as the record shows before it is."""

    situations: tuple[str, ...]
    features: tuple[str, ...]
    language: str
    are_said: bool


def needs_of(request: HttpRequest, customer: Customer, as_at: Instant) -> Needs:
    """Nothing is put in an address: it is posted each time."""
    if request.method == "POST" and "language" in request.POST:
        chosen = request.POST.getlist
        return Needs(tuple(each for each in SITUATIONS if each in chosen("situations")),
                     tuple(each for each in FEATURES if each in chosen("features")),
                     "cy" if request.POST["language"] == "cy" else "en", True)
    facts = customers.values_known(customer_id=customer.id, as_at=as_at)
    known = situations_known(facts, age_on(customer.born_on, london_date(as_at)))
    return Needs(tuple(each for each in SITUATIONS if each in known), (), customer.language, False)


def needs_items(needs: Needs) -> dict[str, list[dict[str, Any]]]:
    """The boxes of both lists, ticked as they stand."""
    return {
        "situations": [{"value": name, "text": say(each.words), "checked": name in needs.situations}
                       for name, each in SITUATIONS.items()],
        "features": [{"value": name, "text": say(words), "checked": name in needs.features}
                     for name, words in FEATURES.items()],
    }


def time_items(places: Sequence[Place]) -> list[dict[str, Any]]:
    """A few days' best, spread over each day: where each is and with whom, and whether it is later than promised."""
    shown = _spread(places)
    advisers = staff.advisers_named({each.adviser_id for each in shown})
    return [
        {"value": each.starts_at.isoformat(), "text": when(each.starts_at), "is_late": not each.is_in_time,
         "hint": {"text": f"{advisers[each.adviser_id].office.name}, {advisers[each.adviser_id].user.name}"}}
        for each in shown
    ]


def _spread(places: Sequence[Place]) -> list[Place]:
    """Some of each of the first days, in order of time: with an adviser trained for them, where there are enough."""
    trained = [place for place in places if place.is_in_time and place.skills]
    by_day: dict[date, list[Place]] = {}
    for place in trained if len(trained) >= A_DAY else places:
        by_day.setdefault(london_date(place.starts_at), []).append(place)
    shown: list[Place] = []
    for on in sorted(list(by_day)[:DAYS]):
        day = sorted(by_day[on], key=lambda place: place.starts_at)
        shown += [day[number * len(day) // min(A_DAY, len(day))] for number in range(min(A_DAY, len(day)))]
    return shown


def when(at: Instant) -> str:
    """'Tuesday 2 June 2026, 9:30am', in the language of the page."""
    return f"{weekday_and_day(at)}, {say(clock_time(at))}"


def chosen_time(request: HttpRequest) -> Instant | None:
    """The half-hour that was chosen; None where none was, or it is no time at all."""
    try:
        return datetime.fromisoformat(request.POST.get("starts_at", "")).astimezone(UTC)
    except ValueError:
        return None


def interview_rows(found: Appointment) -> list[tuple[str, str]]:
    """What a page says of an interview: a name for each line, and the line."""
    return [
        ("when", when(found.starts_at)),
        ("where", ", ".join([found.office.name, *found.office.lines, found.office.postcode])),
        ("with", found.adviser.user.name),
        ("needs", ", ".join(say(FEATURES[name]) for name in found.features)),
        ("reference", found.code),
    ]
