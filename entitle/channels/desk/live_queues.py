"""The queues now: who waits, who is ready to take them and in what language, and promises about to be broken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpRequest, HttpResponse

from entitle.channels.desk.frame import desk, now, show
from entitle.channels.desk.timing import due
from entitle.contacts import queries as contacts
from entitle.contacts.queries import Waiting
from entitle.contacts.queues import WELSH_SKILL, languages_for, queues
from entitle.gateways import clock
from entitle.kernel.periods import LONDON, Instant
from entitle.staff import queries as staff
from entitle.staff.models import User
from entitle.work import queries as work
from entitle.work.kinds import kind_named

SOON = timedelta(hours=1)


@dataclass(frozen=True)
class SkillNow:
    """Of those trained in a skill that some queue asks for: how many are at work, and what they are doing."""

    skill: str
    trained: int
    at_work: int
    talking: int
    wrapping_up: int
    ready: int
    ready_in_welsh: int


@dataclass(frozen=True)
class Promise:
    """Something that a customer was told, near its time or past it."""

    what: str
    code: str
    when: str
    is_broken: bool
    owner: str


@desk("work.assign")
def live_queues(request: HttpRequest) -> HttpResponse:
    """Told from the same calls and promises as everything else: the same statements however many wait."""
    as_at, every_queue = now(), queues()
    waiting = contacts.waiting_now(as_at=as_at)
    agents = staff.people(staff.may_any("call.take"))
    trained, at_work = staff.trained([each.pk for each in agents]), contacts.agents_at_work()
    promises = promises_near(as_at)
    return show(
        request,
        "queues_now.html",
        title="Queues now",
        view="desk-queues",
        callers=sum(each.callers for each in waiting),
        longest=max((each.longest_wait_seconds for each in waiting), default=0),
        ready=sum(doing == contacts.READY for doing in at_work.values()),
        waiting=[(every_queue[each.queue].about.en, each, _ready_for(each, agents, trained, at_work))
                 for each in waiting],
        skills=_by_skill(agents, trained, at_work),
        promises=promises,
        broken=sum(each.is_broken for each in promises),
        as_at=as_at.astimezone(LONDON),
    )


def promises_near(as_at: Instant) -> list[Promise]:
    """Call-backs to be made within the hour, then whatever else is promised for today: the soonest first."""
    close = contacts.call_backs_close(until=as_at + SOON)
    owners = work.owners_about(kind="call.call_back", about_kind="call_back", about_ids=[each.pk for each in close])
    rings = [Promise("Ring back", each.code, _until(each.due_at, as_at), each.due_at < as_at, owners.get(each.pk, ""))
             for each in close]
    today = clock.today()
    others = [Promise(kind_named(item.kind).words.en, item.code, due(item.target_on, today).words,
                      item.target_on < today, str(item.owner_user or ""))
              for item in work.promises_close(until=today) if item.kind != "call.call_back"]
    return rings + others


def _ready_for(waits: Waiting, agents: tuple[User, ...], trained: Mapping[int, frozenset[str]],
              at_work: Mapping[int, str]) -> int:
    """How many who are ready could take a caller of that queue and language."""
    needed = set(queues()[waits.queue].skills)
    return sum(at_work.get(each.pk) == contacts.READY and bool(needed & trained[each.pk])
               and waits.language in languages_for(trained[each.pk], own=each.language) for each in agents)


def _by_skill(agents: tuple[User, ...], trained: Mapping[int, frozenset[str]],
              at_work: Mapping[int, str]) -> list[SkillNow]:
    asked_for = sorted({skill for queue in queues().values() for skill in queue.skills} | {WELSH_SKILL})
    found = []
    for skill in asked_for:
        theirs = [each for each in agents if skill in trained[each.pk]]
        doing = [at_work.get(each.pk, "") for each in theirs]
        welsh = [each for each in theirs if "cy" in languages_for(trained[each.pk], own=each.language)]
        found.append(SkillNow(
            skill, len(theirs), sum(map(bool, doing)), doing.count(contacts.TALKING),
            doing.count(contacts.WRAPPING_UP), doing.count(contacts.READY),
            sum(at_work.get(each.pk) == contacts.READY for each in welsh)))
    return [each for each in found if each.trained]


def _until(instant: Instant, as_at: Instant) -> str:
    minutes = abs(int((instant - as_at).total_seconds())) // 60
    said = f"{minutes} minute" if minutes == 1 else f"{minutes} minutes"
    at = f"{instant.astimezone(LONDON):%H:%M}"
    return f"By {at}, {said} left" if instant >= as_at else f"By {at}, {said} late"
