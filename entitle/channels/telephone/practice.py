"""Practice: a whole claim with a made-up caller. The answers are in this agent's session alone: nothing is on record.

Nothing is sent, paid or counted, for no procedure is called and no table is written.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from entitle.blueprint import registry
from entitle.blueprint.possibilities import possibility
from entitle.blueprint.scheme import Scheme
from entitle.channels.telephone.calls import page_context
from entitle.channels.telephone.script import said_for
from entitle.facts.fact import from_json, to_json
from entitle.gateways import clock
from entitle.pages.access import permission
from entitle.pages.answer_checks import answer_checks
from entitle.pages.formats import say
from entitle.pages.guidance import guidance
from entitle.pages.language import language
from entitle.pages.typed import whole_number
from entitle.pages.walk_view import Walk, ask, slug_of
from entitle.pages.walk_view import check as check_walk
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.questions.together import together
from entitle.simulation.person import MadeUp
from entitle.simulation.practising import CALLERS, says

_KEPT = "practice"


@permission("claim.take")
def start(request: HttpRequest) -> HttpResponse:
    """Who rings, and what for."""
    schemes = registry.schemes()
    chosen = [name for name in request.POST.getlist("benefits") if name in schemes]
    who = whole_number(request.POST.get("caller", "0"))
    if chosen and who is not None and who < len(CALLERS):
        request.session[_KEPT] = {"schemes": chosen, "caller": who, "answers": {}}
        return redirect(_walk(request).next_url)
    problem = "Choose at least one" if request.method == "POST" else ""
    return render(request, "telephone/practice_start.html", page_context(
        at="practice", page_title="Practise a claim", problem=problem,
        error_list=[{"text": problem, "href": "#benefits"}] if problem else [],
        callers=[{"value": str(number), "text": _name(person), "checked": number == 0,
                  "hint": {"text": "Speaks Welsh"} if person.language == "cy" else None}
                 for number, person in enumerate(CALLERS)],
        benefits=[{"value": name, "text": say(scheme.title)} for name, scheme in schemes.items()],
    ), status=422 if problem else 200)


@permission("claim.take")
def question(request: HttpRequest, slug: str) -> HttpResponse:
    """One question of the script, with what the made-up caller says to it."""
    if _KEPT not in request.session:
        return redirect("telephone_practice")
    walk = _walk(request)
    asked = next((each for each in walk.question_set if slug_of(each.fact) == slug), None)
    return ask(request, walk=_walk(request, asked), slug=slug)


@permission("claim.take")
def check(request: HttpRequest) -> HttpResponse:
    """The answers read back; then how it went, and the practice is forgotten."""
    if _KEPT not in request.session:
        return redirect("telephone_practice")
    walk, person = _walk(request), _caller(request)
    declaration = walk.question_set.declaration

    def send() -> HttpResponse:
        schemes = _schemes(request)
        slips = [each.kind.called[language()] for each in walk.path.asked
                 if walk.answers[each.fact] != _as_kept(each, person)]
        del request.session[_KEPT]
        return render(request, "telephone/practice_done.html", page_context(
            at="practice", page_title="Practice finished", slips=slips, asked=len(walk.path.asked),
            outcomes=[(say(scheme.title), _outcome(scheme, walk)) for scheme in schemes]))

    read_back = declaration[person.language] if declaration else ""
    return check_walk(request, walk=_walk(request, read_back=read_back), send=send, submit_words="Finish the practice")


def _walk(request: HttpRequest, asked: Question | None = None, **more: Any) -> Walk:
    kept, person, questions = request.session[_KEPT], _caller(request), _questions(request)

    def save(answers: dict[str, Any]) -> None:
        request.session[_KEPT] = {**kept, "answers": {**kept["answers"], **answers}}

    if asked is not None:
        told = says(person, asked)
        fact = questions.dictionary[asked.fact]
        more |= {"said": said_for(asked, person.language), "guides": _guides(request, asked.fact),
                 "caller_says": asked.summary(None if told is None else from_json(fact, told), person.language)}
    return Walk(
        question_set=questions,
        answers=kept["answers"],
        save=save,
        question_url=lambda slug: reverse("telephone_practice_question", args=[slug]),
        check_url=reverse("telephone_practice_check"),
        start_url=reverse("telephone_practice"),
        leave_url=reverse("telephone_practice"),
        checks=answer_checks(today=clock.today()),
        caption=questions.title,
        layout="telephone/practice_layout.html",
        template="telephone/question.html",
        by_staff=True,
        service_name="Telephone",
        extra=page_context(at="practice", caller=_name(person), spoken=person.language, **more),
    )


def _schemes(request: HttpRequest) -> list[Scheme]:
    return [registry.scheme(name) for name in request.session[_KEPT]["schemes"]]


def _questions(request: HttpRequest) -> QuestionSet:
    return together([scheme.claim for scheme in _schemes(request)])


def _caller(request: HttpRequest) -> MadeUp:
    return CALLERS[request.session[_KEPT]["caller"]]


def _name(person: MadeUp) -> str:
    return f"{person.given} {person.family}"


def _guides(request: HttpRequest, fact: str) -> list[tuple[str, str]]:
    found = {guidance(scheme, fact): say(scheme.title) for scheme in _schemes(request) if fact in scheme.claim.facts}
    return [(title, text) for text, title in found.items() if text]


def _as_kept(asked: Question, person: MadeUp) -> Any:
    """What they say, as the question's own kind keeps it once it is typed."""
    told = says(person, asked)
    return None if told is None else to_json(asked.parse(asked.kind.typed(told, asked.field_id)))


def _outcome(scheme: Scheme, walk: Walk) -> str:
    """What its rules would make of the answers, in a word: they are pure, and nothing is kept."""
    facts = {fact: from_json(walk.question_set.dictionary[fact], value) for fact, value in walk.answers.items()}
    return possibility(scheme, facts, on=clock.today()).result
