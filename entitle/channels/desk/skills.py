"""Who can take what, and what it would come to if somebody were moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse

from entitle.channels.desk.frame import desk, show
from entitle.channels.desk.half_hours import is_ordinary
from entitle.contacts import queries as contacts
from entitle.contacts.queries import QueuePast
from entitle.contacts.queues import WELSH_SKILL, languages_for, queues
from entitle.gateways import clock
from entitle.kernel.working_days import ENGLAND_AND_WALES, working_days
from entitle.planning.aims import aims
from entitle.planning.arrivals import TooLittleKnown, expected_arrivals
from entitle.planning.moving import DAYS, Expected, effect_of_moving
from entitle.staff import queries as staff
from entitle.staff.models import User


@dataclass(frozen=True)
class Person:
    """Someone who takes calls. `speaks` is 'English', or 'English and Welsh'."""

    code: str
    name: str
    speaks: str
    skills: frozenset[str]


@desk("work.assign")
def skills(request: HttpRequest) -> HttpResponse:
    """`?who=` a person, `?learns=` and `?stops=` a skill: before and after, on the next working day."""
    today = clock.today()
    day, agreed = working_days(ENGLAND_AND_WALES).add(today, 1), aims(on=today)
    agents = staff.people(staff.may_any("call.take"))
    people = _people(agents)
    asked_for = sorted({skill for queue in queues().values() for skill in queue.skills})
    past = contacts.past_of_queues(first=today - timedelta(weeks=agreed.weeks), last=today - timedelta(days=1))
    expected = [each for each in (_expected(name, past[name], day) for name in past) if each is not None]
    who = next((each for each in people if each.code == request.GET.get("who")), None)
    learns, stops = (_one_of(request.GET.get(name, ""), asked_for) for name in ("learns", "stops"))
    effects = []
    if who is not None and (learns or stops):
        now = {each.code: each.skills for each in people}
        then = now | {who.code: (who.skills | set(filter(None, [learns]))) - {stops}}
        effects = effect_of_moving(queues=expected, now=now, then=then, aims=agreed)
    about = {name: queue.about.en for name, queue in queues().items()}
    return show(
        request,
        "skills.html",
        title="Skills",
        view="desk-skills",
        day=day,
        people=people,
        others=[(each.code, str(each)) for each in agents if each.code not in {person.code for person in people}],
        skills=[skill for skill in asked_for if any(skill in each.skills for each in people)],
        all_skills=asked_for,
        queues=[(about[each.queue], sum(each.callers), sum(bool(each.skills & one.skills) for one in people))
                for each in expected],
        who=who,
        learns=learns,
        stops=stops,
        effects=[(about[each.queue], each) for each in effects],
        aims=agreed,
        days=DAYS,
    )


def _people(agents: Sequence[User]) -> list[Person]:
    trained = staff.trained([each.pk for each in agents])
    found = []
    for agent in agents:
        welsh = "cy" in languages_for(trained[agent.pk], own=agent.language)
        held = trained[agent.pk] | ({WELSH_SKILL} if welsh else set())
        found.append(Person(agent.code, str(agent), "English and Welsh" if welsh else "English", frozenset(held)))
    asked_for = {skill for queue in queues().values() for skill in queue.skills}
    return [each for each in found if each.skills & asked_for]


def _expected(name: str, past: QueuePast, day: date) -> Expected | None:
    """None for a queue of which too little is known, or which is no longer one."""
    if name not in queues() or past.handled is None:
        return None
    try:
        callers = expected_arrivals({on: rang for on, rang in past.by_half_hour.items() if is_ordinary(on)}, on=day)
    except TooLittleKnown:
        return None
    return Expected(name, frozenset(queues()[name].skills), callers, past.handled.mean_seconds, past.welsh_percent)


def _one_of(written: str, known: list[str]) -> str:
    return written if written in known else ""
