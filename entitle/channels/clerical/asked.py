"""Further questions on paper: printed for whoever is asked, and keyed in when the form comes back."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from entitle.channels.clerical.frame import Paper, page_context, paper_of
from entitle.channels.clerical.print_form import as_pdf
from entitle.claims import queries as claims
from entitle.facts.fact import from_json
from entitle.gateways import clock
from entitle.pages.access import permission
from entitle.pages.answer_checks import answer_checks
from entitle.pages.formats import say
from entitle.pages.language import language
from entitle.pages.many_questions import Read, error_list, fields_of, left_blank, read_all
from entitle.pages.refusal import says_why_not
from entitle.procedures.answer_further import answer_further
from entitle.procedures.errors import Incomplete, NotDone, NotFound
from entitle.procedures.gather_further import FurtherDraft, gather_further
from entitle.procedures.print_further import print_further
from entitle.procedures.send_further import send_further
from entitle.questions.channels import left_to_ask

View = Callable[..., HttpResponse]


def of_asked(view: View) -> View:
    """Gives a view its Paper, of whoever is asked, and the set as it stands, in place of the set's code."""

    @wraps(view)
    @says_why_not
    def guarded(request: HttpRequest, asked: str, *args: Any, **kwargs: Any) -> HttpResponse:
        found = claims.asked(code=asked)
        if found is None or found.customer is None or found.state != "asked":
            raise NotFound("Nothing is asked on paper with that reference.")
        paper = paper_of(request, found.customer)
        if paper is None:
            return redirect("clerical_open", found.customer.code)
        return view(request, paper, gather_further(asked=found, as_at=paper.as_at), *args, **kwargs)

    return guarded


@permission("paper.enter")
@of_asked
def print_set(request: HttpRequest, paper: Paper, draft: FurtherDraft) -> HttpResponse:
    """GET offers the language and size of the form; POST gives the file, with only what is still to be asked."""
    answered = {**draft.known, **draft.answers}
    if request.method == "POST":
        print_further(asked_code=draft.asked.code, by=paper.by, as_at=paper.as_at)
        return as_pdf(draft.questions, "cy" if request.POST.get("language") == "cy" else "en", name=draft.asked.code,
                      reference=draft.asked.code, answers=answered, large=request.POST.get("large") == "yes")
    return render(request, "clerical/print.html", page_context(
        page_title="Print the questions", paper=paper, claim=draft.asked, back_url=paper.url,
        questions=left_to_ask(draft.questions, answered), numbers=draft.questions.numbers))


@permission("paper.enter")
@of_asked
def key(request: HttpRequest, paper: Paper, draft: FurtherDraft) -> HttpResponse:
    """What the form says and whether it is signed: a whole, signed form is sent; of any other, what it says is kept."""
    questions = left_to_ask(draft.questions, draft.known)
    if request.method != "POST":
        return _page(request, paper, draft, Read())
    read = read_all(request, questions, checks=answer_checks(today=clock.today()), blanks_stay=True)
    if read.errors or read.shown_again:
        return _page(request, paper, draft, read)
    blank = left_blank(read, draft.questions, draft.answers, draft.known)
    try:
        answer_further(asked_code=draft.asked.code, answers={**blank, **read.answers}, by=paper.by, as_at=paper.as_at)
        if request.POST.get("signed") != "yes":
            return _page(request, paper, draft, read, "What was keyed is kept. It is not sent until it is signed.")
        send_further(asked_code=draft.asked.code, by=paper.by, as_at=paper.as_at)
    except Incomplete as problem:
        return _page(request, paper, draft, read, f"What was keyed is kept. {problem}")
    except NotDone as problem:
        return _page(request, paper, draft, read, str(problem))
    return render(request, "clerical/asked_sent.html", page_context(
        page_title="Answers received", paper=paper, title=say(draft.questions.title), reference=draft.asked.code))


def _page(request: HttpRequest, paper: Paper, draft: FurtherDraft, read: Read, problem: str = "") -> HttpResponse:
    questions = left_to_ask(draft.questions, draft.known)
    values = {question.fact: from_json(draft.scheme.dictionary[question.fact], draft.answers[question.fact])
              for question in questions if draft.answers.get(question.fact) is not None}
    numbers = draft.questions.numbers
    rows = [(numbers[question.fact], field, question.when.in_words(language(), numbers) if question.when else "")
            for question, field in zip(questions, fields_of(questions, values, read), strict=True)]
    errors = [*error_list(read.errors), *([{"text": problem, "href": "#signed"}] if problem else [])]
    return render(request, "clerical/key_asked.html", page_context(
        page_title="Key in answers", paper=paper, asked=draft.asked, title=say(draft.questions.title), rows=rows,
        signed=request.POST.get("signed", ""), problem=problem, error_list=errors, back_url=paper.url),
        status=422 if errors else 200)
