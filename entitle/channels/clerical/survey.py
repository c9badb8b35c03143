"""What someone said it was like, on paper or by phone, keyed by the code on their letter: it weighs the same."""
from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from entitle.channels.clerical.frame import CHANNEL, page_context
from entitle.gateways import clock
from entitle.pages.access import permission
from entitle.pages.actor import actor_of
from entitle.pages.survey_form import read_survey
from entitle.procedures.errors import NotDone
from entitle.procedures.take_survey import take_survey


@permission("paper.enter")
def survey(request: HttpRequest) -> HttpResponse:
    """The code and the four numbers. Nobody's record is opened."""
    typed = request.POST.get("code", "")
    form = read_survey(request, typed)
    if request.method == "POST" and not form.errors:
        try:
            take_survey(code=form.code, scores=form.scores, words=form.words, by=actor_of(request, CHANNEL),
                        as_at=clock.now())
        except NotDone as refusal:
            form.errors.append({"text": str(refusal), "href": "#code"})
        else:
            messages.success(request, "Kept. It is tied to nobody.")
            return redirect("clerical_survey")
    wrong = next((error["text"] for error in form.errors if error["href"] == "#code"), "")
    return render(request, "clerical/survey.html", page_context(
        page_title="What was it like?", form=form, typed=typed, wrong_code=wrong, error_list=form.errors),
        status=422 if form.errors else 200)
