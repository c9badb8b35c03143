"""What one member of staff is trained in, said by whoever gives out work; each change is in history."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.channels.desk.frame import desk, now, officer, show
from entitle.channels.desk.refusals import Problem, attempt
from entitle.contacts.queues import WELSH_SKILL, queues
from entitle.procedures.change_skills import NEW, NONE, PRACTISED, change_skills
from entitle.staff import queries as staff
from entitle.staff.models import User
from entitle.work.kinds import every_kind

WORDS = {NONE: "Not trained", NEW: "New to it", PRACTISED: "Practised"}


@desk("work.assign")
def training(request: HttpRequest, code: str) -> HttpResponse:
    """Every skill that they have, or that work which their role may do asks for."""
    try:
        person = staff.get(code)
    except User.DoesNotExist as nobody:
        raise Http404 from nobody
    if person.kind != User.STAFF:
        raise Http404
    held, new = staff.skills_of(person), staff.learning(person)
    levels = {skill: NONE if skill not in held else NEW if skill in new else PRACTISED for skill in _asked_for(person)}
    errors: list[Problem] = []
    if request.method == "POST":
        said = {skill: request.POST[f"skill-{skill}"] for skill in levels if f"skill-{skill}" in request.POST}
        errors = attempt(lambda: change_skills(user_code=code, levels=said, by=officer(request), as_at=now()))
        if not errors:
            messages.success(request, f"Kept: what {person} is trained in.")
            return redirect("desk-skills")
        levels |= said
    return show(request, "training.html", title=f"What {person} is trained in", levels=levels, words=WORDS,
                error_list=errors, back_url=reverse("desk-skills"))


def _asked_for(person: User) -> list[str]:
    """By name. Whoever may take calls may learn what any queue asks for."""
    may = staff.permissions_of(person)
    skills = set(staff.skills_of(person)) | {kind.skill for kind in every_kind() if kind.permission in may}
    if "call.take" in may:
        skills |= {skill for queue in queues().values() for skill in queue.skills} | {WELSH_SKILL}
    return sorted(skills)
