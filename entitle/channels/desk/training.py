"""What one member of staff is trained in, said by whoever gives out work; each change is in history."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.channels.desk import forms
from entitle.channels.desk.frame import desk, now, officer, show
from entitle.channels.desk.refusals import attempt
from entitle.contacts.queues import WELSH_SKILL, queues
from entitle.procedures.change_skills import change_skills
from entitle.staff import queries as staff
from entitle.staff.models import User
from entitle.work.kinds import every_kind

LEVELS = {"none": "Not trained", "new": "New to it: only work that its own steps teach", "practised": "Practised"}


@desk("work.assign")
def training(request: HttpRequest, code: str) -> HttpResponse:
    """Every skill that they have, or that work which their role may do asks for."""
    try:
        person = staff.get(code)
    except User.DoesNotExist as nobody:
        raise Http404 from nobody
    if person.kind != User.STAFF:
        raise Http404
    held, new, may = staff.skills_of(person), staff.learning(person), staff.permissions_of(person)
    asked_for = set(held) | {kind.skill for kind in every_kind() if kind.permission in may}
    if "call.take" in may:
        asked_for |= {skill for queue in queues().values() for skill in queue.skills} | {WELSH_SKILL}
    questions = [forms.one_of(f"skill.{skill}", skill.replace("_", " ").capitalize(), LEVELS)
                 for skill in sorted(asked_for)]
    filled = forms.fill(request, questions, blank_is_kept=True)
    errors = filled.errors
    if request.method == "POST" and not errors:
        levels = {fact.removeprefix("skill."): level for fact, level in filled.values.items()}
        errors = attempt(lambda: change_skills(user_code=code, levels=levels, by=officer(request), as_at=now()))
        if not errors:
            messages.success(request, f"Kept: what {person} is trained in.")
            return redirect("desk-skills")
    known = {f"skill.{skill}": "none" if skill not in held else "new" if skill in new else "practised"
             for skill in asked_for}
    return show(
        request, "form.html", title=f"What {person} is trained in", fields=filled.fields(known), button="Keep",
        paragraphs=["Work and calls come to somebody only for the skills that they have. What they have in hand stays "
                    "theirs."],
        error_list=errors, back_url=reverse("desk-skills"))
