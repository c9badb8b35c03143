"""A short question set whose answers wait in the session until they are sent: nothing is saved on the record before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from entitle.channels.online.frame import LAYOUT, framed
from entitle.channels.online.standing import Standing
from entitle.facts.fact import from_json
from entitle.gateways import clock
from entitle.pages.answer_checks import answer_checks
from entitle.pages.walk_view import Walk
from entitle.questions.question_set import QuestionSet
from entitle.questions.walk import on_path


def session_walk(request: HttpRequest, *, question_set: QuestionSet, key: str, route: str, args: tuple[str, ...] = (),
                 start_url: str, standing: Standing | None, leave_url: str = "") -> Walk:
    """The walk kept under `key`; its pages are the routes `<route>_question` and `<route>_check`."""
    return Walk(
        question_set=question_set,
        answers=request.session.get(key, {}),
        save=lambda answers: _keep(request, key, answers),
        question_url=lambda slug: reverse(f"{route}_question", args=[*args, slug]),
        check_url=reverse(f"{route}_check", args=args),
        start_url=start_url,
        leave_url=leave_url,
        checks=answer_checks(today=clock.today()),
        caption=question_set.title,
        layout=LAYOUT,
        extra=framed(standing),
    )


def answers_to_send(walk: Walk) -> dict[str, Any]:
    """The answers on the path, as Python has them."""
    kept: Mapping[str, Any] = on_path(walk.question_set, walk.answers)
    return {fact: from_json(walk.question_set.dictionary[fact], value) for fact, value in kept.items()}


def forget(request: HttpRequest, key: str) -> None:
    """The answers were sent: the session keeps them no longer."""
    request.session.pop(key, None)


def _keep(request: HttpRequest, key: str, answers: Mapping[str, Any]) -> None:
    request.session[key] = {**request.session.get(key, {}), **answers}
