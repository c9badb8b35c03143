"""What was it like? Anyone with the code that they were sent may say, without signing in."""
from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from entitle.channels.online.frame import show
from entitle.contacts import queries as contacts
from entitle.gateways import clock
from entitle.kernel.references import Actor, read_code
from entitle.pages.access import public
from entitle.pages.survey_form import read_survey
from entitle.procedures.errors import NotFound
from entitle.procedures.take_survey import take_survey

ANYONE = Actor(role="customer", channel="online")


@public
def survey(request: HttpRequest) -> HttpResponse:
    """The code in our message."""
    typed = request.POST.get("code", "")
    code, problem = read_code(typed), ""
    if request.method == "POST":
        if code is not None and contacts.survey_open(code=code) is not None:
            return redirect("online_survey_questions", code)
        problem = gettext("Enter the code in our message, like SVY-7K3M-9QX2-4TB8. Each can be used once.")
    return show(request, "survey.html", typed=typed, problem=problem, status=422 if problem else 200,
                error_list=[{"text": problem, "href": "#code"}] if problem else [])


@public
def questions(request: HttpRequest, code: str) -> HttpResponse:
    """Four numbers and, if they like, a few words."""
    form = read_survey(request, code)
    if request.method == "POST" and not form.errors:
        try:
            take_survey(code=form.code, scores=form.scores, words=form.words, by=ANYONE, as_at=clock.now())
        except NotFound:
            return redirect("online_survey")
        return show(request, "survey_thanks.html")
    if contacts.survey_open(code=form.code) is None:
        return redirect("online_survey")
    return show(request, "survey_questions.html", form=form, error_list=form.errors, status=422 if form.errors else 200)
