"""What was typed offline, read as any page is: along the path, each field by its question's own kind."""
from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from entitle.blueprint import registry
from entitle.facts.fact import to_json
from entitle.pages.answer_checks import answer_checks
from entitle.questions.bank.first_contact import IDENTITY
from entitle.questions.kinds.answering import Checks, Unanswerable
from entitle.questions.question import Question

_WHO = {"person.name": "name", "person.born_on": "born_on", "person.nino": "nino", "home.postcode": "postcode"}


def read_offline(*, scheme: str, fields: Mapping[str, str], passed: Collection[str], taken_on: date) -> dict[str, Any]:
    """Stored values by fact. `passed` are optional questions put and left blank.

    What cannot be read is kept as it was typed, for whoever puts it right. It is the same whenever it is read: "today"
    is the day it was taken. An unknown benefit has no questions: whoever receives it says so.
    """
    answers: dict[str, Any] = {}
    for question in _questions(scheme):
        if question.when is not None and not question.when.holds(answers):
            continue
        if not question.kind.is_blank(fields, question.field_id):
            answers[question.fact] = _read(question, fields, answer_checks(today=taken_on))
        elif question.optional and question.fact in passed:
            answers[question.fact] = None
    return answers


def who_of(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Who they say they are, as an intake names it."""
    return {name: answers[fact] for fact, name in _WHO.items() if answers.get(fact) is not None}


def _questions(scheme: str) -> list[Question]:
    claim = registry.scheme(scheme).claim if scheme in registry.schemes() else ()
    return [*IDENTITY, *(question for question in claim if question.fact not in IDENTITY.facts)]


def _read(question: Question, fields: Mapping[str, str], checks: Checks) -> Any:
    try:
        return to_json(question.parse(fields, checks=checks))
    except Unanswerable:
        names = [name for name in fields if name == question.field_id or name.startswith(f"{question.field_id}-")]
        return " ".join(fields[name].strip() for name in names if fields[name].strip())
