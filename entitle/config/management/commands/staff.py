"""entitle staff: give a member of staff a sign-in, let them begin again, or close it."""
from __future__ import annotations

import getpass
from argparse import ArgumentParser
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, transaction
from django.urls import reverse

from entitle.gateways.clock import client as clock
from entitle.kernel.references import Actor
from entitle.procedures.begin_sign_in_again import begin_sign_in_again
from entitle.procedures.join_staff import join_staff
from entitle.procedures.leave_staff import leave_staff
from entitle.staff.models import User
from entitle.staff.permissions import ROLES

_ADMINISTRATOR = Actor(role="system", channel="command", name="Administrator")


class Command(BaseCommand):
    help = "Give a member of staff a sign-in, let them begin again with a lost password or phone, or close it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        add = verbs.add_parser("add", help="a new member of staff; prints a link with which they choose their password")
        add.add_argument("username", help="what they sign in with")
        add.add_argument("--name", required=True, help="as customers and colleagues read it")
        add.add_argument("--team", required=True, help="made if there is none of that name")
        add.add_argument("--role", required=True, choices=sorted(ROLES), help="what they may do")
        add.add_argument("--skill", action="append", dest="skills", help="work that comes to them, as often as needed; "
                         "without any, what is usual for the role")
        add.add_argument("--email", default="", help="by which the organisation's own sign-in may know them")
        add.add_argument("--ask-password", action="store_true", help="type a password here instead of printing a link")
        for verb, about in (("reset", "lost password or phone: ends sessions and the second factor, prints a link"),
                            ("close", "has left: no more signing in")):
            verbs.add_parser(verb, help=about).add_argument("username", help="what they sign in with")

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        getattr(self, f"_{verb}")(**options)

    def _add(self, *, username: str, name: str, team: str, role: str, email: str, ask_password: bool,
             skills: list[str] | None, **_: Any) -> None:
        password = getpass.getpass("Password: ") if ask_password else None
        try:
            user = join_staff(username=username, name=name, team=team, role=role, email=email, password=password,
                              skills=tuple(skills) if skills else None, by=_ADMINISTRATOR, as_at=clock.now())
        except IntegrityError as problem:
            raise CommandError(f"there is already a sign-in '{username}'") from problem
        self.stdout.write(f"{username} is {role} in {team}. At the first sign-in they set up an authenticator app.")
        if password is None:
            self._print_link(user)

    def _reset(self, *, username: str, **_: Any) -> None:
        user = _member(username)
        with transaction.atomic():
            begin_sign_in_again(user_id=user.pk, by=_ADMINISTRATOR, as_at=clock.now())
            Authenticator.objects.filter(user=user).delete()
        user.refresh_from_db()
        self._print_link(user)

    def _close(self, *, username: str, **_: Any) -> None:
        leave_staff(user_id=_member(username).pk, by=_ADMINISTRATOR, as_at=clock.now())
        self.stdout.write(f"{username} can sign in no more.")

    def _print_link(self, user: User) -> None:
        key = default_token_generator.make_token(user)
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})
        origin = (settings.CSRF_TRUSTED_ORIGINS or ["http://127.0.0.1:8000"])[0]
        self.stdout.write(f"Give them this link, which works once, for a day: {origin}{path}")


def _member(username: str) -> User:
    user = User.objects.filter(username=username, kind=User.STAFF).first()
    if user is None:
        raise CommandError(f"there is no member of staff '{username}'")
    return user
