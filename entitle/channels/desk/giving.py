"""A team leader gives a piece of work to someone in their teams."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.channels.desk import forms
from entitle.channels.desk.frame import desk, now, officer, show, user_id
from entitle.channels.desk.refusals import attempt
from entitle.procedures.assign_work import assign_work
from entitle.staff import queries as staff
from entitle.work import queries as work
from entitle.work.kinds import kind_named


@desk("work.assign")
def give(request: HttpRequest, code: str) -> HttpResponse:
    """Whoever has it now, it is then the other's. Nothing of the record is shown."""
    item = work.get(code)
    people = {user.code: user for team in staff.teams_of(user_id(request)) for user in staff.members(team.pk)}
    to_whom = forms.one_of("give.to", "To whom?", {number: str(user) for number, user in people.items()})
    filled = forms.fill(request, (to_whom,))
    errors = filled.errors
    if request.method == "POST" and not errors:
        chosen = people[filled.values["give.to"]]
        errors = attempt(lambda: assign_work(work_code=code, user_id=chosen.pk, by=officer(request), as_at=now()))
        if not errors:
            messages.success(request, f"{chosen} now has it.")
            return redirect("desk-queue")
    return show(
        request,
        "form.html",
        title=f"Give to someone: {kind_named(item.kind).words.en}",
        caption=code,
        fields=filled.fields(),
        button="Give it to them",
        error_list=errors,
        back_url=reverse("desk-work", args=[code]),
    )
