"""Whoever manages the queues says what somebody is trained in: not at all, new to it, or practised."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from entitle.contacts.queues import WELSH_SKILL, queues
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotPermitted
from entitle.staff import operations as staff
from entitle.staff import queries
from entitle.staff.models import User
from entitle.work.kinds import every_kind

NONE, NEW, PRACTISED = LEVELS = ("none", "new", "practised")
_EVENTS = {NONE: "staff.skill_taken_away", NEW: "staff.skill_begun", PRACTISED: "staff.skill_practised"}


def change_skills(*, user_code: str, levels: Mapping[str, str], by: Actor, as_at: Instant) -> User:
    """`levels` are skill: level. Each that changes is in history; what they have in hand stays theirs.

    Raises NotPermitted but for those who give out work, and for one's own skills; NotDone for a skill that no work and
    no queue asks for.
    """
    if by.user_id is None or not queries.can(by.user_id, "work.assign"):
        raise NotPermitted("You may not say what others are trained in.")
    found = queries.get(user_code)
    if found.pk == by.user_id:
        raise NotPermitted("Somebody else says what you are trained in.")
    asked_for = {kind.skill for kind in every_kind()} | {skill for queue in queues().values() for skill in queue.skills}
    unknown = sorted(set(levels) - asked_for - {WELSH_SKILL}) + sorted(set(levels.values()) - set(LEVELS))
    if unknown or found.kind != User.STAFF or not found.is_active:
        raise NotDone(f"Nothing asks for the skill '{unknown[0]}'." if unknown else "They are not on the staff.")
    with transaction.atomic():
        skills, learning = queries.skills_of(found), queries.learning(found)
        for skill, level in levels.items():
            if level == (NONE if skill not in skills else NEW if skill in learning else PRACTISED):
                continue
            staff.set_skill(user_id=found.pk, skill=skill, is_held=level != NONE, is_new=level == NEW)
            history.write(code=_EVENTS[level], about=Reference("user", found.pk), by=by, at=as_at, reason=skill)
        return found
