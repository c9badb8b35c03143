"""What a made-up person answers: found by walking the benefit's own questions, so that a new one cannot be missed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.questions.walk import walk
from entitle.simulation.person import MadeUp


class CannotAnswer(LookupError):
    """Nobody told the person what to say to a question."""


def answers_of(person: MadeUp, questions: QuestionSet, *, known: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Their answers to every question on their path that the record does not answer. Raises CannotAnswer."""
    said: dict[str, Any] = {}
    held = dict(known or {})
    while (question := walk(questions, said, held).next) is not None:
        said[question.fact] = _answer(person, question)
    return said


def _answer(person: MadeUp, question: Question) -> Any:
    if question.fact in person.answers:
        return person.answers[question.fact]
    usual = _usual(person)
    if question.fact in usual:
        return usual[question.fact]
    if question.optional:
        return None
    if question.kind.name == "yes_no":
        return False
    raise CannotAnswer(f"{person.given} {person.family} does not know what to say to {question.fact}")


def _usual(person: MadeUp) -> dict[str, Any]:
    return {
        "person.name": person.name,
        "person.born_on": person.born_on,
        "person.sex": person.sex,
        "person.nino": person.nino,
        "home.address": person.address,
        "person.phone": person.phone,
        "person.phone_is_safe": person.phone_is_safe,
        "person.phone_times": "any_time",
        "person.other_phone_times": "evening",
        "person.reached_by": "phone" if person.phone and person.phone_is_safe else "letter",
        "person.email": person.email,
        "person.language": person.language,
        "person.letter_format": person.letter_format,
        "person.relationship": person.relationship,
        "person.relationship_changed_on": person.relationship_changed_on,
        "person.bank_account": person.account,
        "state_pension.when_to_start": "as_soon_as_possible",
    }
