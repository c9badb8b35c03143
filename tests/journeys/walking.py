"""Answering a question set over HTTP: page by page, as at any door, or all on one form, as on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.http import HttpResponse
from django.test import Client

from entitle.pages.walk_view import slug_of
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet

_MOST_QUESTIONS = 200


def text(page: HttpResponse) -> str:
    """The page as it was sent."""
    return page.content.decode()


def not_told(question: Question) -> Any:
    """Nobody said what to answer: nothing where it may be left blank. Raises LookupError for anything else."""
    if question.optional:
        return None
    raise LookupError(f"{question.fact} is asked, and nobody said what to answer")


def walk(client: Client, address: str, questions: QuestionSet, answers: Mapping[str, Any],
         otherwise: Callable[[Question], Any] = not_told) -> tuple[str, list[str]]:
    """Answer each question that is asked, as its fields are typed; gives the check's address, and the facts asked."""
    by_slug, asked = {slug_of(question.fact): question for question in questions}, []
    address = client.get(address, follow=True).request["PATH_INFO"]
    while (slug := address.split("?")[0].rstrip("/").rsplit("/", 1)[-1]) != "check":
        question = by_slug[slug]
        asked.append(question.fact)
        value = answers[question.fact] if question.fact in answers else otherwise(question)
        answer = client.post(address, {} if value is None else question.kind.typed(value, question.field_id))
        assert answer.status_code == 302 and len(asked) < _MOST_QUESTIONS, (question.fact, text(answer))
        address = answer["Location"]
    return address, asked


def form_of(questions: Iterable[Question], answers: Mapping[str, Any]) -> dict[str, str]:
    """Every answer in the fields of one page; a question without one is left blank."""
    form: dict[str, str] = {}
    for question in questions:
        if answers.get(question.fact) is not None:
            form |= question.kind.typed(answers[question.fact], question.field_id)
    return form
