"""Whether somebody may have a piece of work: only with its skill, and nothing hard while the skill is new to them."""

from __future__ import annotations

from entitle.staff import queries as staff
from entitle.work.guided import FOR_ANYONE, guided
from entitle.work.models import WorkItem


def trained_for(*, item: WorkItem, user_id: int) -> str:
    """'' where they may; else what stands in the way, to be said after "You" or "That person"."""
    if item.skill not in staff.skills_of(user_id):
        return f"not trained in this: it needs the skill '{item.skill}'"
    if guided(item.kind).tier > FOR_ANYONE and item.skill in staff.learning(user_id):
        return f"new to the skill '{item.skill}', and this is for those who have done such work before"
    return ""
