"""Several questions on one page, for staff with all the answers before them: a paper form, a report of a change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from markupsafe import Markup

from entitle.facts.fact import from_json, to_json
from entitle.pages.answer_checks import answer_checks
from entitle.pages.formats import say
from entitle.pages.language import language
from entitle.questions.kinds.answering import NO_CHECKS, Checks, FieldError, Unanswerable, Upload
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.questions.walk import on_path

_MOST_READ = 32 * 1024 * 1024  # bytes of one file; a document question refuses far smaller ones


@dataclass(frozen=True)
class Read:
    """What came back: answers as stored, by fact; what is wrong; what to show again.

    `blank` are the questions that nothing was written for: not answered, which is never no and never nought.
    """

    answers: dict[str, Any] = field(default_factory=dict)
    blank: tuple[Question, ...] = ()
    errors: tuple[FieldError, ...] = ()
    posted: Mapping[str, str] | None = None
    shown_again: bool = False
    """Only a row of a list was added or taken away."""


def read_all(
    request: HttpRequest, questions: Iterable[Question], *, checks: Checks = NO_CHECKS, blanks_stay: bool = False
) -> Read:
    """Read every answer from one POST. `blanks_stay`: a question left blank is no error, and stays unanswered."""
    posted: dict[str, str] = {name: text for name, text in request.POST.items() if isinstance(text, str)}
    uploads = {
        name: Upload(file_name=sent.name or "", content=sent.read(_MOST_READ))
        for name, sent in request.FILES.items()
        if isinstance(sent, UploadedFile)
    }
    checks = replace(checks, uploads=uploads)
    answers: dict[str, Any] = {}
    blank: list[Question] = []
    errors: list[FieldError] = []
    shown, changed = dict(posted), False
    for question in questions:
        nothing = question.kind.is_blank(posted, question.field_id) and question.field_id not in uploads
        rows_changed = any(posted.get(f"{question.field_id}-{what}") for what in ("add", "remove"))
        if blanks_stay and nothing and not rows_changed:
            blank.append(question)
            continue
        if question.when is not None and not blanks_stay and not question.when.holds(answers):
            continue
        try:
            answers[question.fact] = to_json(question.parse(posted, language(), checks))
        except Unanswerable as problem:
            errors += problem.errors
            if not problem.errors:
                changed = True
            if problem.posted is not None and problem.posted is not posted:
                begins = f"{question.field_id}-"
                shown = {name: text for name, text in shown.items() if not name.startswith(begins)} | {
                    name: text for name, text in problem.posted.items() if name.startswith(begins)
                }
    return Read(answers, tuple(blank), tuple(errors), shown, changed and not errors)


def read_set(request: HttpRequest, asked: QuestionSet, *, today: date) -> Read:
    """A short question set that was on one page: all of it as it came back, or nothing where nothing was sent."""
    return read_all(request, asked, checks=answer_checks(today=today)) if request.method == "POST" else Read()


def said_in(read: Read, asked: QuestionSet) -> dict[str, Any]:
    """The answers as Python has them."""
    return {fact: from_json(asked.dictionary[fact], value) for fact, value in read.answers.items()}


def in_their_words(asked: QuestionSet, said: Mapping[str, Any], words: str) -> str:
    """Every answer under its question, in a language, as the officer who acts on it will read it."""
    return "\n\n".join(f"{question.ask[words]}\n{question.summary(said[question.fact], words)}"
                       for question in asked if question.fact in said)


def left_blank(
    read: Read, question_set: QuestionSet, answers: Mapping[str, Any], known: Mapping[str, Any]
) -> dict[str, None]:
    """The optional questions that they chose not to answer, as answers. One that the form did not lead to was not put
    to them: it stays unanswered, for another door to ask. `answers` and `known` are what there was before.
    """
    blank: dict[str, None] = {question.fact: None for question in read.blank if question.optional}
    reached = on_path(question_set, {**answers, **blank, **read.answers}, known)
    return {fact: None for fact in blank if fact in reached}


def fields_of(questions: Iterable[Question], values: Mapping[str, Any], read: Read | None = None) -> list[Markup]:
    """Each question's fields, in order, for a page that has a heading of its own. `values` are as Python has them."""
    shown = read or Read()
    return [
        question.web(values.get(question.fact), shown.posted, shown.errors, language(), heading=False, by_staff=True)
        for question in questions
    ]


def error_list(errors: Iterable[FieldError]) -> list[dict[str, str]]:
    """For the layout's error summary: each error a link to its field."""
    return [{"text": say(error.message), "href": f"#{error.field_id}"} for error in errors]
