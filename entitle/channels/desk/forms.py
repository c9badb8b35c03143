"""Small forms of the desk, made of the same kinds of question that customers are asked with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import HttpRequest
from markupsafe import Markup

from entitle.channels.desk.refusals import Problem
from entitle.facts.fact import Choice as Answer
from entitle.gateways import clock
from entitle.kernel.words import Words
from entitle.pages.answer_checks import answer_checks
from entitle.questions.kinds import BankAccount, Choice, Date, Money, Text, YesNo
from entitle.questions.kinds.answering import FieldError, Unanswerable
from entitle.questions.kinds.kind import Kind
from entitle.questions.question import Question


@dataclass
class Filled:
    """A form as it came back: values by name, and what was wrong, kept beside what was typed."""

    questions: Sequence[Question]
    posted: dict[str, str] | None = None
    values: dict[str, Any] = field(default_factory=dict)
    wrong: list[FieldError] = field(default_factory=list)

    @property
    def errors(self) -> list[Problem]:
        return [{"text": error.message.en, "href": f"#{error.field_id}"} for error in self.wrong]

    def fields(self, known: dict[str, Any] | None = None) -> list[Markup]:
        """The fields as they are drawn: what was typed, or the value known."""
        return [_drawn(question, (known or {}).get(question.fact), self) for question in self.questions]


def fill(request: HttpRequest, questions: Sequence[Question], *, blank_is_kept: bool = False) -> Filled:
    """Read a POST; a GET gives an empty form. With `blank_is_kept`, a question left blank is no answer and no error."""
    if request.method != "POST":
        return Filled(questions)
    filled = Filled(questions, {name: text for name, text in request.POST.items() if isinstance(text, str)})
    assert filled.posted is not None
    for question in questions:
        if blank_is_kept and question.kind.is_blank(filled.posted, question.field_id):
            continue
        try:
            filled.values[question.fact] = question.parse(filled.posted, "en", answer_checks(today=clock.today()))
        except Unanswerable as problem:
            filled.wrong += problem.errors
    return filled


def words(
    name: str, label: str, *, hint: str = "", long: bool = False, optional: bool = False, at_most: int = 0
) -> Question:
    """A line or a box of text."""
    return _question(name, label, Text(long=long, at_most=at_most), hint, optional)


def day(
    name: str, label: str, *, hint: str = "", past: bool = False, future: bool = False, optional: bool = False
) -> Question:
    """A date."""
    return _question(name, label, Date(past=past, future=future), hint, optional)


def one_of(name: str, label: str, answers: dict[str, str], *, hint: str = "") -> Question:
    """One of a few answers, value to words."""
    return _question(
        name, label, Choice(choices=tuple(Answer(value, Words(text)) for value, text in answers.items())), hint, False
    )


def bank_account(name: str, label: str) -> Question:
    """A bank or building society account."""
    return _question(name, label, BankAccount(), "", False)


def money(name: str, label: str, *, hint: str = "") -> Question:
    """Pounds and pence; the value is pence."""
    return _question(name, label, Money(), hint, False)


def yes_no(name: str, label: str, *, hint: str = "") -> Question:
    """Yes or no."""
    return _question(name, label, YesNo(), hint, False)


def _question(name: str, label: str, kind: Kind, hint: str, optional: bool) -> Question:
    named = replace(kind, called=Words(label), optional=optional)
    return Question(fact=name, kind=named, ask=Words(label), hint=Words(hint) if hint else None, optional=optional)


def _drawn(question: Question, value: Any, filled: Filled) -> Markup:
    mine = [error for error in filled.wrong if error.field_id.startswith(question.field_id)]
    return question.web(value, filled.posted, mine, "en", heading=False, by_staff=True)
