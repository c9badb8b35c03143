"""Looks at records that a team leader checks: those chosen by chance, and those that were refused."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.channels.desk import forms
from entitle.channels.desk.frame import desk, now, officer, show, user_id
from entitle.channels.desk.queue import lines_of
from entitle.channels.desk.refusals import attempt
from entitle.history import queries as history
from entitle.procedures.check_look import check_look
from entitle.staff import queries as staff
from entitle.work import queries as work

_OUTCOMES = {
    "found_proper": "It was proper",
    "questioned": "I have asked the colleague about it, and do not know yet",
    "found_misuse": "It was misuse (only after the colleague was asked)",
}


@desk("looks.check")
def looks(request: HttpRequest) -> HttpResponse:
    """The sample of the officer's teams, and refused looks, which are alerts."""
    teams = [team.pk for team in staff.teams_of(user_id(request))]
    refused = work.queue(kinds=("look.check",), teams=teams)
    alerts = [line for line in lines_of(refused, user_id(request)) if line.row.about.kind == "customer"]
    return show(request, "looks.html", title="Looks to check", checks=staff.look_checks(teams=teams), alerts=alerts)


@desk("looks.check")
def look(request: HttpRequest, number: int) -> HttpResponse:
    """One look of the sample: who, when and why; POST settles it. Nobody checks their own."""
    teams = [team.pk for team in staff.teams_of(user_id(request))]
    check = next((each for each in staff.look_checks(teams=teams) if each.pk == number), None)
    if check is None:
        raise Http404
    questions = (
        forms.one_of("look.outcome", "What did you find?", _OUTCOMES),
        forms.words("look.note", "Why", long=True),
    )
    filled = forms.fill(request, questions)
    errors = filled.errors
    if request.method == "POST" and not errors:
        errors = attempt(
            lambda: check_look(
                look_check_id=number,
                outcome=filled.values["look.outcome"],
                note=filled.values["look.note"],
                by=officer(request),
                as_at=now(),
            )
        )
        if not errors:
            messages.success(request, "Your finding is recorded.")
            return redirect("desk-looks")
    event = history.event(event_id=check.event_id)
    return show(
        request,
        "look_check.html",
        title=f"A look by {check.user}",
        check=check,
        reason=event.reason if event else "",
        fields=filled.fields(),
        button="Record what you found",
        error_list=errors,
        back_url=reverse("desk-looks"),
    )
