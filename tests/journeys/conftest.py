"""Journeys run in the same browser, on the same running Entitle, as the tests of the pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import Page

from entitle.gateways import clock
from entitle.kernel.periods import Instant
from entitle.questions.question import Question
from entitle.staff import operations as staff
from entitle.staff.models import User


@pytest.fixture
def an_officer() -> Callable[..., User]:
    """Makes a member of staff with a role."""

    def make(role: str = "agent", name: str = "Made-up Officer") -> User:
        user = staff.add_user(username=f"{role}-{name}".lower().replace(" ", "-"), name=name)
        staff.give_role(user_id=user.pk, team_id=staff.add_team(name="Made-up team").pk, role=role)
        return user

    return make


@pytest.fixture
def as_user() -> Callable[[User], Client]:
    """A Django client signed in as someone, with their second factor shown."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        session = client.session
        session["second_factor_of"] = user.pk
        session.save()
        return client

    return sign_in


@pytest.fixture
def sign_in_browser(service: str, as_user: Callable[[User], Client]) -> Callable[[Page, User], str]:
    """Signs a browser in as someone; gives the service's address."""

    def sign_in(page: Page, user: User) -> str:
        name = django_settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": as_user(user).cookies[name].value, "url": service}])
        return service

    return sign_in


@pytest.fixture
def shown(service: str, page: Page, usable: Callable[[Page], None]) -> Callable[..., None]:
    """Opens addresses as a client's person, every other one in the second language: each is there, for everyone."""

    def show(client: Client, *addresses: str, languages: tuple[str, str] = ("en", "cy")) -> None:
        name = django_settings.SESSION_COOKIE_NAME
        page.context.clear_cookies()
        page.set_default_timeout(30_000)
        if name in client.cookies:
            page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": service}])
        for number, address in enumerate(addresses):
            language = languages[number % 2]
            opened = page.goto(f"{service}{address}{'&' if '?' in address else '?'}lang={language}")
            assert opened is not None
            assert (opened.status, urlsplit(page.url).path) == (200, urlsplit(address).path)
            usable(page)

    return show


@pytest.fixture
def clock_at(settings: Any, tmp_path: Path) -> Callable[[Instant], None]:
    """Sets the clock that the running service reads; it stands still."""
    settings.ENTITLE_CLOCK_FILE = str(tmp_path / "clock.json")

    def stand_at(instant: Instant) -> None:
        clock.set_to(instant, stand_still=True)

    return stand_at


@pytest.fixture
def fill_in() -> Callable[[Page, Question, Any], None]:
    """Fills a question's fields with a value, as a person would type it; asks for another row where a list needs it."""

    def fill(page: Page, question: Question, value: Any) -> None:
        for name, text in question.kind.typed(value, question.field_id).items():
            field = page.locator(f"[name='{name}']").first
            if not field.count():
                page.locator(f"[name='{question.field_id}-add']").click()
            if field.get_attribute("type") == "radio":
                page.locator(f"[name='{name}'][value='{text}']").check()
            else:
                field.fill(text)

    return fill
