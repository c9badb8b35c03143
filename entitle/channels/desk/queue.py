"""The one queue as an officer sees it: the next thing to do first, then the rest by the date it is due."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.blueprint import registry
from entitle.channels.desk.frame import desk, show, user_id
from entitle.channels.desk.timing import Due, due
from entitle.gateways import clock
from entitle.pages.access import permissions
from entitle.pages.typed import whole_number
from entitle.staff import queries as staff
from entitle.work import queries as work
from entitle.work.guided import too_hard
from entitle.work.kinds import every_kind
from entitle.work.queries import QueuePage, QueueRow

PER_PAGE = 25
VIEWS = {
    "mine": "Mine",
    "unowned": "Nobody has it yet",
    "team": "All of my team's",
    "waiting": "Mine, waiting for someone else",
}


@dataclass(frozen=True)
class Line:
    """A row of the queue in words."""

    row: QueueRow
    due: Due
    who: str
    scheme: str
    can_take: bool


@desk("work.see")
def home(request: HttpRequest) -> HttpResponse:
    """Where each officer starts: their queue."""
    return redirect("desk-queue")


@desk("work.see")
def queue(request: HttpRequest) -> HttpResponse:
    """`?view=` mine, unowned, team or waiting. The same number of statements however long it is."""
    may = permissions(request)
    others = [kind.name for kind in every_kind() if not kind.may_be_opened(may)]
    others += too_hard(staff.learning(user_id(request)), {kind.name: kind.skill for kind in every_kind()})
    skills = [skill for skill in staff.skills_of(user_id(request)) if skill in may_do(may)]
    teams = [team.pk for team in staff.teams_of(user_id(request))]
    today, me = clock.today(), user_id(request)
    figures = work.on_hand(skills=skills, teams=teams, user_id=me, on=today, but_kinds=others)
    chosen = request.GET.get("view", "")
    chosen = chosen if chosen in VIEWS else ("mine" if figures.mine else "unowned")
    number = whole_number(request.GET.get("page", "")) or 1
    found = work.queue(
        limit=PER_PAGE,
        offset=(min(max(number, 1), 10_000) - 1) * PER_PAGE,
        see_restricted="customer.look_restricted" in may,
        **_of_view(chosen, skills, teams, me, others),
    )
    lines = lines_of(found, me)
    return show(
        request,
        "queue.html",
        title="Work",
        lines=lines,
        view=chosen,
        figures=figures,
        has_skills=bool(skills),
        views=[
            {
                "href": f"{reverse('desk-queue')}?view={name}",
                "text": text,
                "current": name == chosen,
                "count": _count(name, figures),
            }
            for name, text in VIEWS.items()
        ],
        page=_page(found, number),
        total=found.total,
        next=lines[0] if lines and found.offset == 0 else None,
    )


def may_do(held: frozenset[str]) -> set[str]:
    """The skills of work that someone with these permissions may do."""
    return {kind.skill for kind in every_kind() if kind.permission in held}


def lines_of(found: QueuePage, user_id: int) -> list[Line]:
    """The rows of a page of work in words."""
    return [_line(row, clock.today(), user_id) for row in found.rows]


def _of_view(view: str, skills: list[str], teams: list[int], user_id: int, others: list[str]) -> dict[str, Any]:
    if view == "mine":
        return {"user_id": user_id}
    if view == "waiting":
        return {"user_id": user_id, "states": ("waiting",)}
    return {"skills": skills, "teams": teams, "unowned": view == "unowned", "but_kinds": others}


def _line(row: QueueRow, today: Any, user_id: int) -> Line:
    who = row.customer_name or ("Restricted record" if row.customer_id else "")
    scheme = registry.scheme(row.scheme).title.en if row.scheme else ""
    return Line(row, due(row.target_on, today), who, scheme, can_take=row.owner_user_id is None and row.state == "open")


def _count(view: str, figures: work.OnHand) -> int | None:
    return {"mine": figures.mine, "unowned": figures.unowned, "waiting": figures.mine_waiting}.get(view)


def _page(found: QueuePage, number: int) -> Page[int]:
    pages = Paginator(range(found.total), PER_PAGE)
    return pages.get_page(min(max(number, 1), max(ceil(found.total / PER_PAGE), 1)))
