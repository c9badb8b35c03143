"""Changing who may sign in and what they may do, and checking looks. Only procedures may."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.periods import Instant
from entitle.staff.lifecycle import CONTINGENCY, LOOK_CHECK
from entitle.staff.looks import sample_of_looks
from entitle.staff.models import (
    Adviser,
    Contingency,
    LookCheck,
    Membership,
    Office,
    OfflineDevice,
    Skill,
    Team,
    User,
)
from entitle.staff.permissions import permissions_of_role


def add_user(
    *,
    username: str,
    name: str,
    kind: str = User.STAFF,
    email: str = "",
    password: str | None = None,
    language: str = "en",
    skills: Collection[str] = (),
) -> User:
    """Make a sign-in. Without a password the person signs in by another means."""
    user = User.objects.create_user(username, password, name=name, kind=kind, email=email, language=language)
    if skills:
        give_skills(user_id=user.pk, skills=skills)
    return user


def add_team(*, name: str, office: str = "") -> Team:
    """Make a team, or give the one of that name."""
    return Team.objects.get_or_create(name=name, defaults={"office": office})[0]


def give_role(*, user_id: int, team_id: int, role: str) -> Membership:
    """Put someone in a team with a role; again is harmless. Raises UnknownRole; NotAllowedNow for a customer."""
    permissions_of_role(role)
    if not User.objects.filter(id=user_id, kind=User.STAFF, is_active=True).exists():
        raise NotAllowedNow("only a member of staff who has not left can have a role")
    return Membership.objects.get_or_create(user_id=user_id, team_id=team_id, role=role)[0]


def give_skills(*, user_id: int, skills: Collection[str]) -> None:
    """Add to what someone is trained in."""
    Skill.objects.bulk_create([Skill(name=name) for name in skills], ignore_conflicts=True)
    User.objects.get(id=user_id).skills.add(*Skill.objects.filter(name__in=skills))


def set_skill(*, user_id: int, skill: str, is_held: bool, is_new: bool) -> None:
    """Whether they are trained in something, and whether they are still new to it."""
    user, named = User.objects.get(id=user_id), Skill.objects.get_or_create(name=skill)[0]
    (user.skills.add if is_held else user.skills.remove)(named)
    (user.learning.add if is_held and is_new else user.learning.remove)(named)


def forget_password(*, user_id: int) -> None:
    """The password works no more, and every session that it opened ends."""
    user = User.objects.get(id=user_id)
    user.set_unusable_password()
    user.save(update_fields=["password"])


def close_user(*, user_id: int) -> None:
    """They can sign in no more, and may do nothing; what they did stays."""
    User.objects.filter(id=user_id).update(is_active=False)


@transaction.atomic
def choose_looks(*, month: date, seed: str, as_at: Instant) -> list[LookCheck]:
    """Draw a month's sample and hold it for checking; drawn again, it gives the same checks and adds none."""
    month = month.replace(day=1)
    if not LookCheck.objects.filter(month=month).exists():
        LookCheck.objects.bulk_create(
            [
                LookCheck(
                    event_id=look.event_id,
                    customer_id=look.customer_id,
                    looked_at=look.at,
                    user_id=look.user_id,
                    team_id=look.team_id,
                    month=month,
                    chosen_at=as_at,
                    state=LOOK_CHECK.first,
                )
                for look in sample_of_looks(month=month, seed=seed)
            ],
            ignore_conflicts=True,
        )
    return list(LookCheck.objects.filter(month=month).order_by("event_id"))


@transaction.atomic
def check_look(*, look_check_id: int, event: str, outcome: str, checked_by_user_id: int, as_at: Instant) -> LookCheck:
    """Settle or question a look. `event` is found_proper, questioned or found_misuse. Raises NotAllowedNow.

    Nobody checks a look of their own.
    """
    check = LookCheck.objects.select_for_update().get(id=look_check_id)
    if check.user_id == checked_by_user_id:
        raise NotAllowedNow("nobody checks a look of their own")
    check.state = LOOK_CHECK.after(check.state, event)
    check.outcome, check.checked_by_id, check.checked_at = outcome, checked_by_user_id, as_at
    check.save(update_fields=["state", "outcome", "checked_by", "checked_at"])
    return check


def keep_office(*, name: str, details: Mapping[str, Any]) -> Office:
    """Open an office, or put right the one of that name. `details` are its columns."""
    return Office.objects.update_or_create(name=name, defaults=dict(details))[0]


def place_adviser(*, user_id: int, office_id: int, details: Mapping[str, Any]) -> Adviser:
    """Say where, when and whom someone sees; said again, it is put right. `details` are an adviser's columns."""
    return Adviser.objects.update_or_create(
        user_id=user_id, defaults={"office_id": office_id, "is_seeing": True, **details})[0]


def lock_offices(*, office_ids: Collection[int]) -> None:
    """Keep some offices for this transaction, so that no two bookings count their places at once."""
    list(Office.objects.select_for_update().filter(id__in=office_ids).order_by("id"))


def set_adviser_seeing(*, adviser_id: int, is_seeing: bool) -> bool:
    """Whether anybody may be booked with them. False where there is no such adviser."""
    return bool(Adviser.objects.filter(id=adviser_id).update(is_seeing=is_seeing))


def begin_contingency(*, office_id: int, why: str, user_id: int, as_at: Instant) -> Contingency:
    """Send an office over to forms and the offline page. Raises NotAllowedNow where it is there already."""
    made, is_new = Contingency.objects.get_or_create(
        office_id=office_id, state=CONTINGENCY.first,
        defaults={"why": why, "begun_by_id": user_id, "began_at": as_at})
    if not is_new:
        raise NotAllowedNow(f"{made.office} is working without the system already")
    return made


@transaction.atomic
def end_contingency(*, code: str, user_id: int, as_at: Instant) -> Contingency:
    """The office works as usual again. Raises NotAllowedNow where it did already, Contingency.DoesNotExist."""
    found = Contingency.objects.select_for_update().get(code=code)
    found.state = CONTINGENCY.after(found.state, "ended")
    found.ended_by_id, found.ended_at = user_id, as_at
    found.save(update_fields=["state", "ended_by", "ended_at"])
    return found


@transaction.atomic
def hear_device(*, key: str, office_id: int | None, user_id: int, taken: int, as_at: Instant) -> OfflineDevice:
    """What a browser says it has taken: a count never goes back. The office is the one where it was first heard of."""
    device, _ = OfflineDevice.objects.select_for_update().get_or_create(
        key=key, defaults={"office_id": office_id, "user_id": user_id, "heard_at": as_at})
    device.taken, device.user_id, device.heard_at = max(device.taken, taken), user_id, as_at
    device.office_id = device.office_id or office_id
    device.save(update_fields=["taken", "user", "heard_at", "office"])
    return device


@transaction.atomic
def refuse_from_device(*, key: str, number: int, reason: str) -> None:
    """One of its claims could not be received, and why; said again, the last reason stands."""
    device = OfflineDevice.objects.select_for_update().get(key=key)
    device.refused[str(number)] = reason
    device.save(update_fields=["refused"])
