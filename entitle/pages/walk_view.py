"""The walk through a question set that every door shares: one question a page, then the answers to check.

A door makes a `Walk` for the request (whose draft, which question set, how to save) and gives it to `ask` or `check`.
Nothing about progress is stored: where someone is follows from their answers each time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from entitle.facts.fact import from_json, to_json
from entitle.kernel.words import Words
from entitle.pages.check_answers import check_page
from entitle.pages.language import language
from entitle.pages.question_page import question_page
from entitle.pages.unsaved import take_unsaved
from entitle.questions.kinds.answering import NO_CHECKS, Checks, Unanswerable, Upload
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.questions.walk import Path
from entitle.questions.walk import walk as path_through

_MOST_READ = 32 * 1024 * 1024  # bytes of one file; a document question refuses far smaller ones


@dataclass(frozen=True, kw_only=True)
class Walk:
    """One person's way through one question set, and what the door lends to it.

    `answers` are the draft's and `known` the record's, by fact, as stored; `save` takes {fact: stored value}.
    """

    question_set: QuestionSet
    answers: Mapping[str, Any]
    save: Callable[[dict[str, Any]], None]
    question_url: Callable[[str], str]
    check_url: str
    known: Mapping[str, Any] = field(default_factory=dict)
    start_url: str = ""
    leave_url: str = ""
    checks: Checks = NO_CHECKS
    caption: Words | str = ""
    layout: str = "layout.html"
    template: str = "question_page.html"
    """What shows a question: a door's own page extends this one."""
    service_name: str = ""
    by_staff: bool = False
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        return path_through(self.question_set, self.answers, self.known)

    def address_of(self, question: Question) -> str:
        return self.question_url(slug_of(question.fact))

    @property
    def next_url(self) -> str:
        """The first question still to answer, or the page to check the answers on."""
        following = self.path.next
        return self.address_of(following) if following else self.check_url

    def value_of(self, question: Question) -> Any:
        """The answer as Python has it: the draft's, else the record's."""
        stored = self.answers.get(question.fact, self.known.get(question.fact))
        return None if stored is None else from_json(self.question_set.dictionary[question.fact], stored)


def slug_of(fact: str) -> str:
    """How a fact's question is addressed: person.born_on is at 'person-born-on'."""
    return fact.replace(".", "-").replace("_", "-")


def ask(request: HttpRequest, *, walk: Walk, slug: str) -> HttpResponse:
    """Show a question (GET) or take its answer (POST). A question off the path leads to the one that is next."""
    path = walk.path
    on_path = [*path.asked, *path.known, *([path.next] if path.next else [])]
    question = next((each for each in on_path if slug_of(each.fact) == slug), None)
    if question is None:
        return redirect(walk.next_url)
    return _answer(request, walk, question) if request.method == "POST" else _show(request, walk, question)


def check(
    request: HttpRequest, *, walk: Walk, send: Callable[[], HttpResponse], submit_words: str = ""
) -> HttpResponse:
    """Show the answers to check (GET) or send them (POST). An unfinished walk goes back to its next question."""
    path = walk.path
    if not path.complete:
        return redirect(walk.next_url)
    declaration = walk.question_set.declaration
    unconfirmed = request.method == "POST" and declaration is not None and request.POST.get("declared") != "yes"
    if request.method == "POST" and not unconfirmed:
        return send()
    return check_page(
        request,
        sections=[
            (walk_heading(path.asked), _rows(walk, path.asked)),
            (gettext("What we already know about you"), _rows(walk, path.known)),
        ],
        declaration=declaration,
        unconfirmed=unconfirmed,
        caption=walk.caption,
        back_url=walk.address_of(path.before_next) if path.before_next else walk.start_url,
        leave_url=walk.leave_url,
        submit_words=submit_words,
        layout=walk.layout,
        service_name=walk.service_name,
        extra=walk.extra,
    )


def walk_heading(asked: tuple[Question, ...]) -> str:
    """The heading over what was asked; none is needed where nothing was."""
    return gettext("Your answers") if asked else ""


def _show(request: HttpRequest, walk: Walk, question: Question) -> HttpResponse:
    unsaved = take_unsaved(request)
    notice = gettext("You were signed out, but what you wrote was kept. Check it, then save it.") if unsaved else ""
    return _page(request, walk, question, posted=unsaved, notice=notice)


def _answer(request: HttpRequest, walk: Walk, question: Question) -> HttpResponse:
    posted = {name: text for name, text in request.POST.items() if isinstance(text, str)}
    if "switch_language" in posted:
        return _page(request, walk, question, posted=posted)
    leaving = "leave" in posted and bool(walk.leave_url)
    if leaving and not request.FILES and question.kind.is_blank(posted, question.field_id):
        return redirect(walk.leave_url)
    try:
        value = question.parse(posted, language(), _checks(request, walk, question))
    except Unanswerable as problem:
        shown = posted if problem.posted is None else problem.posted
        return _page(request, walk, question, posted=shown, errors=problem.errors)
    stored = to_json(value)
    walk.save({question.fact: stored})
    if leaving:
        return redirect(walk.leave_url)
    return redirect(replace(walk, answers={**walk.answers, question.fact: stored}).next_url)


def _page(request: HttpRequest, walk: Walk, question: Question, **shown: Any) -> HttpResponse:
    path = walk.path
    return question_page(
        request,
        question=question,
        value=walk.value_of(question),
        caption=walk.caption,
        progress=_progress(path, question),
        back_url=_back(walk, path, question),
        leave_url=walk.leave_url,
        layout=walk.layout,
        template=walk.template,
        service_name=walk.service_name,
        by_staff=walk.by_staff,
        extra=walk.extra,
        **shown,
    )


def _checks(request: HttpRequest, walk: Walk, question: Question) -> Checks:
    uploads = {
        name: Upload(file_name=sent.name or "", content=sent.read(_MOST_READ))
        for name, sent in request.FILES.items()
        if isinstance(sent, UploadedFile)
    }
    kept = walk.answers.get(question.fact)
    held = {question.field_id: kept} if question.kind.name == "document" and isinstance(kept, str) else {}
    return replace(walk.checks, uploads=uploads, held={**walk.checks.held, **held})


def _progress(path: Path, question: Question) -> str:
    if question in path.known:
        return ""
    total = len(path.asked) + (1 + len(path.ahead) if path.next else 0)
    number = (*path.asked, path.next).index(question) + 1
    return gettext("Question %(number)s of %(total)s") % {"number": number, "total": total}


def _back(walk: Walk, path: Path, question: Question) -> str:
    if path.complete:
        return walk.check_url
    before = path.asked[: path.asked.index(question)] if question in path.asked else path.asked
    return walk.address_of(before[-1]) if before else walk.start_url


def _rows(walk: Walk, questions: tuple[Question, ...]) -> list[tuple[str, str, str]]:
    spoken = language()
    return [
        (question.kind.called[spoken], question.summary(walk.value_of(question), spoken), walk.address_of(question))
        for question in questions
    ]
