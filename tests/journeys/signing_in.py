"""People signed in over HTTP: customers, and staff with their roles."""

from __future__ import annotations

from django.test import Client

from entitle.kernel.references import Actor
from entitle.staff import operations as staff
from entitle.staff.models import User


def signed_in(name: str, kind: str = "customer", *roles: str) -> Client:
    """A client with its user as `who`, and as `by` to act; staff have shown their second factor and have every skill.
    """
    user = User.objects.create_user(name.lower(), None, name=name, kind=kind)
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    for role in roles:
        staff.give_role(user_id=user.pk, team_id=staff.add_team(name="Made-up team").pk, role=role)
    if kind == "staff":
        staff.give_skills(user_id=user.pk, skills=["assessments", "decisions"])
        session = client.session
        session["second_factor_of"] = user.pk
        session.save()
    client.who, client.by = user, Actor(role=kind, channel="online", user_id=user.pk, name=name)
    return client
