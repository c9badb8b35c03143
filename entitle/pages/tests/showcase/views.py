"""The showcase's pages."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, date, datetime
from types import SimpleNamespace

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse

from entitle.kernel.words import Words
from entitle.pages import errors
from entitle.pages.access import public, signed_in
from entitle.pages.explanation import explain
from entitle.pages.language import language
from entitle.pages.tests.showcase.claim import CLAIM, DRAFT, keep
from entitle.pages.walk_view import Walk, ask
from entitle.pages.walk_view import check as check_walk
from entitle.questions.kinds.answering import Checks
from entitle.rules.trace import AmountRead, Step, Trace

SERVICE = Words("Apply for a made-up benefit", "Gwneud cais am fudd-dal dychmygol")
NAVIGATION = [
    {"text": "Start", "href": "/"},
    {"text": "Parts", "href": "/parts", "current": True},
    {"text": "Tasks", "href": "/tasks"},
]
TRACE = Trace(
    (
        Step(
            "pension_age_on",
            Words("The day you reach the age", "Y diwrnod y byddwch yn cyrraedd yr oedran"),
            Words("It comes from your date of birth.", "Daw o'ch dyddiad geni."),
            "2026-03-12",
            "date",
            "Made-up Act 2014 s. 1",
            "",
            {"person_born_on": "1960-03-12"},
            (),
            {},
        ),
        Step(
            "too_early",
            Words("Claimed too early", "Hawlio'n rhy gynnar"),
            Words(""),
            False,
            "yes_no",
            "Made-up Act 2014 s. 2",
            "",
            {},
            (),
            {"pension_age_on": "2026-03-12"},
        ),
        Step(
            "weekly_amount",
            Words("Your weekly amount", "Eich swm wythnosol"),
            Words("The full amount, since you have 35 years.", "Y swm llawn, gan fod gennych 35 o flynyddoedd."),
            24130,
            "pence_per_week",
            "Made-up Regs 2015 reg. 1A",
            "full amount",
            {"national_insurance_qualifying_years": 35},
            (AmountRead("full_rate", 24130, "pence_per_week", "Made-up Order 2026 art. 4", "2026-04-06"),),
            {},
        ),
    )
)
PAYDAYS = [
    SimpleNamespace(
        due_on=date(2026, 4, day),
        paid_on=date(2026, 4, day),
        pence=96520,
        why=Words("Every 4 weeks on a Tuesday", "Bob 4 wythnos ar ddydd Mawrth"),
    )
    for day in (7, 14, 21)
]
EVENTS = [
    SimpleNamespace(
        title=Words("Claim decided", "Hawliad wedi'i benderfynu"),
        at=datetime(2026, 3, 3, 14, 5, tzinfo=UTC),
        by="Made-up Officer",
        text=Words("You are entitled.", "Mae gennych hawl."),
    ),
    SimpleNamespace(
        title=Words("Claim received", "Hawliad wedi dod i law"),
        at=datetime(2026, 2, 3, 9, 0, tzinfo=UTC),
        by="",
        text="",
    ),
]
CHART = [("Jan", 120), ("Feb", 95), ("Mar", 143), ("Apr", 160)]


@public
def start(request):
    messages.success(request, "Saved")
    return redirect("/parts")


@public
def parts(request):
    return _parts(request, "showcase/parts.html")


@public
def staff(request):
    return _parts(request, "showcase/staff.html")


def _parts(request, template):
    page = Paginator(range(200), 10).get_page(request.GET.get("page"))
    return render(
        request,
        template,
        {
            "service_name": SERVICE[language()],
            "service_url": "/",
            "navigation": NAVIGATION,
            "page": page,
            "paydays": PAYDAYS,
            "events": EVENTS,
            "chart_rows": CHART,
            "explanation": explain(trace=TRACE.to_json()),
            "asdict": asdict,
        },
    )


@public
def tasks(request):
    return render(
        request,
        "task_list.html",
        {
            "heading": "Your claim",
            "sections": [
                {
                    "heading": "About you",
                    "tasks": [
                        {"text": Words("Your name", "Eich enw"), "href": "/claim/person-name", "state": "done"},
                        {"text": Words("Your money", "Eich arian"), "href": "/claim/person-name", "state": "to_do"},
                        {"text": Words("Send", "Anfon"), "href": "/", "state": "cannot_start"},
                    ],
                }
            ],
        },
    )


@public
def confirmation(request):
    return render(
        request,
        "confirmation.html",
        {
            "heading": "Claim received",
            "reference": "CLM-7K3M-9QX2",
            "decide_by": date(2026, 4, 7),
            "next_steps": [Words("We check your answers.", "Rydym yn gwirio'ch atebion.")],
        },
    )


def walk_for(route):
    return Walk(
        question_set=CLAIM,
        answers=DRAFT,
        save=DRAFT.update,
        question_url=lambda slug: reverse(route, args=[slug]),
        check_url=reverse("showcase-check"),
        start_url="/parts",
        leave_url="/tasks",
        checks=Checks(keep=keep),
        caption=SERVICE,
        service_name=SERVICE[language()],
    )


@public
def question(request, slug):
    return ask(request, walk=walk_for("showcase-question"), slug=slug)


@signed_in
def guarded_question(request, slug):
    return ask(request, walk=walk_for("showcase-guarded"), slug=slug)


@public
def check(request):
    return check_walk(request, walk=walk_for("showcase-question"), send=lambda: redirect("showcase-sent"))


@public
def error(request, status):
    views = {
        400: errors.bad_request,
        403: errors.forbidden,
        404: errors.not_found,
        429: errors.too_many,
        500: errors.server_error,
        503: errors.closed,
    }
    return views[status](request)


@public
def broken(request):
    raise RuntimeError("broken on purpose")
