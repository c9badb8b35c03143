"""Give a member of staff a sign-in, and a role in a team. Nobody signs themselves up as staff."""
from __future__ import annotations

from django.db import transaction

from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.staff import operations as staff
from entitle.staff.models import User
from entitle.staff.permissions import USUAL_SKILLS


def join_staff(*, username: str, name: str, team: str, role: str, by: Actor, as_at: Instant, email: str = "",
               password: str | None = None, skills: tuple[str, ...] | None = None) -> User:
    """Their sign-in; without a password they set one by a link, or sign in elsewhere. Raises UnknownRole.

    `skills` say which work comes to them: those usual for the role, unless given.
    """
    with transaction.atomic():
        trained = USUAL_SKILLS.get(role, ()) if skills is None else skills
        user = staff.add_user(username=username, name=name, email=email, password=password, skills=trained)
        staff.give_role(user_id=user.pk, team_id=staff.add_team(name=team).pk, role=role)
        about = Reference("user", user.pk)
        history.write(code="staff.joined", about=about, by=by, at=as_at)
        history.write(code="staff.role_given", about=about, by=by, at=as_at, reason=role)
        return user
