"""What was sent in a field, read by its question's own kind, as leniently as that question reads what is typed."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from entitle.claims.problem import Problem
from entitle.facts.fact import to_json
from entitle.questions.kinds.answering import Checks, FieldError, Unanswerable, shortened
from entitle.questions.question import Question

_WRITTEN = frozenset({"name", "nino", "postcode", "address", "phone", "email", "text", "bank_account"})
"""Kinds that forgive how an answer is written: spaces, capitals. A yes, a number or a sum is as it was sent."""
_MALFORMED = (AttributeError, KeyError, TypeError, ValueError, IndexError)


def read_sent(
    *, questions: Iterable[Question], sent: Mapping[str, Any], checks: Checks
) -> tuple[dict[str, Any], list[Problem]]:
    """The good answers by fact, as stored, and what is wrong with the others.

    Nothing in a field is not an answer; null is, where the question may be left blank. What these questions do not ask
    is passed over.
    """
    good: dict[str, Any] = {}
    problems = []
    for question in questions:
        value = sent.get(question.fact)
        if question.fact not in sent or value in ("", [], {}) or (value is None and not question.optional):
            continue
        answer, errors = (None, ()) if value is None else _read(question, value, checks)
        if errors:
            said = value if isinstance(value, str) else _in_words(question, value)
            problems.append(Problem(question.fact, shortened(said), ". ".join(error.message.en for error in errors)))
        else:
            good[question.fact] = answer
    return good, problems


def _read(question: Question, value: Any, checks: Checks) -> tuple[Any, tuple[FieldError, ...]]:
    try:
        errors = question.check(value, checks)
    except _MALFORMED:
        return None, (question.kind.nothing_said(question.field_id),)
    if not errors or question.kind.name not in _WRITTEN:
        return to_json(value), errors
    try:
        typed = question.kind.typed(value, question.field_id)
        return to_json(question.parse(typed, checks=checks)), ()
    except Unanswerable as problem:
        return None, problem.errors or errors
    except _MALFORMED:
        return None, errors


def _in_words(question: Question, value: Any) -> str:
    try:
        return question.summary(value)
    except _MALFORMED:
        return str(value)
