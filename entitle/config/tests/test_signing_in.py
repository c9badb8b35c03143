"""Customers sign up with a name and a password; staff need a second factor; guessing locks the guesser out."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    SECRET_SESSION_KEY,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from entitle.config.adapters import SecondFactor
from entitle.history.queries import about
from entitle.kernel.references import Reference
from entitle.pages.access import is_of_others
from entitle.staff.models import User
from entitle.staff.queries import roles_of

pytestmark = pytest.mark.django_db
PASSWORD = "rhubarb-and-custard-7"


@pytest.fixture(autouse=True)
def _nobody_has_tried_yet() -> None:
    cache.clear()


@pytest.fixture
def agent() -> User:
    return User.objects.create_user("tom", PASSWORD, kind=User.STAFF, name="Tom Archer")


def sign_in(client: Client, username: str, password: str = PASSWORD) -> Any:
    return client.post(reverse("account_login"), {"login": username, "password": password})


def sign_up(client: Client, username: str, password: str = PASSWORD, **more: str) -> Any:
    posted = {"username": username, "password1": password, "password2": password, **more}
    return client.post(reverse("account_signup"), posted)


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def code_for(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def set_up_second_factor(client: Client) -> str:
    """Goes through the page as a person does; returns the secret."""
    client.get(reverse("mfa_activate_totp"))
    secret = client.session[SECRET_SESSION_KEY]
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_for(secret)})
    assert answer.status_code == 302
    return secret


class TestACustomer:
    def test_signs_up_with_a_name_and_a_password_and_needs_no_email(self, client: Client) -> None:
        answer = sign_up(client, "olwen")
        assert answer.status_code == 302 and answer["Location"] == "/online/"
        assert User.objects.get(username="olwen").kind == User.CUSTOMER

    def test_cannot_sign_up_as_staff_whatever_they_post(self, client: Client) -> None:
        sign_up(client, "mallory", kind="staff", is_staff="1")
        assert User.objects.get(username="mallory").kind == User.CUSTOMER

    def test_is_refused_a_password_that_everyone_uses(self, client: Client) -> None:
        sign_up(client, "olwen", "password123")
        assert not User.objects.filter(username="olwen").exists()

    def test_needs_no_second_factor(self, client: Client) -> None:
        User.objects.create_user("olwen", PASSWORD, kind=User.CUSTOMER)
        sign_in(client, "olwen")
        assert is_signed_in(client)
        assert client.get(reverse("privacy")).status_code == 200


class TestAMemberOfStaff:
    def test_without_a_second_factor_reaches_only_the_page_that_sets_one_up(self, client: Client, agent: User) -> None:
        sign_in(client, "tom")
        for address in ("/privacy", "/account/password/change/", "/account/2fa/", "/desk/", "/no-such-page"):
            answer = client.get(address)
            assert (answer.status_code, answer["Location"]) == (302, reverse("mfa_activate_totp")), address
        assert client.get(reverse("mfa_activate_totp")).status_code == 200

    def test_goes_on_once_the_first_code_is_right(self, client: Client, agent: User) -> None:
        sign_in(client, "tom")
        client.get(reverse("mfa_activate_totp"))
        client.post(reverse("mfa_activate_totp"), {"code": "000000"})
        assert client.get("/privacy").status_code == 302
        set_up_second_factor(client)
        assert client.get("/privacy").status_code == 200

    def test_is_asked_for_a_code_at_every_sign_in(self, client: Client, agent: User) -> None:
        sign_in(client, "tom")
        secret = set_up_second_factor(client)
        other_browser = Client()
        answer = sign_in(other_browser, "tom")
        assert answer["Location"].startswith(reverse("mfa_authenticate"))
        assert not is_signed_in(other_browser)
        cache.clear()  # the code just used may not be used twice
        other_browser.post(reverse("mfa_authenticate"), {"code": code_for(secret)})
        assert is_signed_in(other_browser)
        assert other_browser.get("/privacy").status_code == 200

    def test_with_a_session_that_was_never_asked_for_the_code_is_signed_out(self, client: Client, agent: User) -> None:
        sign_in(client, "tom")
        set_up_second_factor(client)
        other_way = Client()
        other_way.force_login(agent, backend="django.contrib.auth.backends.ModelBackend")
        assert other_way.get("/privacy")["Location"] == reverse("account_login")
        assert not is_signed_in(other_way)

    def test_cannot_take_the_second_factor_away(self, agent: User) -> None:
        kept = Authenticator(user=agent, type=Authenticator.Type.TOTP)
        assert SecondFactor().can_delete_authenticator(kept) is False

    def test_has_a_secret_that_the_database_does_not_hold_in_the_clear(self, client: Client, agent: User) -> None:
        sign_in(client, "tom")
        secret = set_up_second_factor(client)
        stored = Authenticator.objects.get(user=agent, type=Authenticator.Type.TOTP).data["secret"]
        assert stored != secret and SecondFactor().decrypt(stored) == secret


class TestEveryScreenOfTheLibrary:
    """What it serves is in our look, leads to what is, or is not there: none is its own, nor fails."""

    @pytest.mark.parametrize("signed_in", [False, True])
    def test_is_ours_whoever_opens_it(self, client: Client, signed_in: bool) -> None:
        if signed_in:
            sign_up(client, "olwen")
        opened = [client.get(address, follow=True) for address in _of_the_library(get_resolver())]
        assert len(opened) > 25
        assert [page.request["PATH_INFO"] for page in opened if b"govuk-template" not in page.content] == []
        assert [page.redirect_chain for page in opened if page.redirect_chain and page.status_code == 404] == []


def _of_the_library(routes: URLResolver, before: str = "/") -> Iterator[str]:
    for route in routes.url_patterns:
        address = before + str(route.pattern)
        if isinstance(route, URLResolver):
            yield from _of_the_library(route, address)
        elif is_of_others(route.callback):
            yield re.sub(r"\(\?P<\w+>.*\)", "a-b", address).strip("^$").replace("^", "")


class TestGuessing:
    @pytest.fixture(autouse=True)
    def _lock_outs_on(self, settings: Any) -> None:
        settings.AXES_ENABLED = True

    def test_five_wrong_passwords_lock_that_name_out_at_that_address(self, client: Client, agent: User) -> None:
        for _ in range(5):
            answer = sign_in(client, "tom", "wrong")
        assert answer.status_code == 429
        assert sign_in(client, "tom").status_code == 429
        assert sign_in(client, " TOM ").status_code == 429
        assert not is_signed_in(client)

    def test_others_in_the_same_office_still_sign_in(self, client: Client, agent: User) -> None:
        User.objects.create_user("nia", PASSWORD, kind=User.CUSTOMER)
        for _ in range(6):
            sign_in(client, "tom", "wrong")
        colleague = Client()
        sign_in(colleague, "nia")
        assert is_signed_in(colleague)

    def test_four_wrong_and_one_right_gets_in_and_starts_counting_again(self, client: Client) -> None:
        User.objects.create_user("nia", PASSWORD, kind=User.CUSTOMER)
        for _ in range(2):
            for _ in range(4):
                sign_in(client, "nia", "wrong")
            sign_in(client, "nia")
            assert is_signed_in(client)
            client.logout()


class TestAnAdministrator:
    def test_adds_staff_and_gives_them_a_link_that_works_once(self, client: Client, capsys: Any) -> None:
        call_command("staff", "add", "gwen", "--name", "Gwen Rees", "--team", "Wrexham", "--role", "caseworker")
        gwen = User.objects.get(username="gwen")
        assert (gwen.kind, roles_of(gwen.pk), gwen.has_usable_password()) == (User.STAFF, ("caseworker",), False)
        link = capsys.readouterr().out.split(": ")[-1].strip().replace("http://127.0.0.1:8000", "")
        for browser, chosen in ((client, PASSWORD), (Client(), "somebody-else-5")):
            form = browser.get(link, follow=True).request["PATH_INFO"]
            browser.post(form, {"password1": chosen, "password2": chosen})
        gwen.refresh_from_db()
        assert gwen.check_password(PASSWORD)

    def test_is_told_when_the_name_is_taken(self, agent: User) -> None:
        with pytest.raises(CommandError, match="already a sign-in 'tom'"):
            call_command("staff", "add", "tom", "--name", "Tom Two", "--team", "Wrexham", "--role", "agent")

    def test_resets_a_lost_phone_and_ends_the_sessions_it_had(self, client: Client, agent: User) -> None:
        sign_in(client, "tom")
        set_up_second_factor(client)
        call_command("staff", "reset", "tom")
        assert about(Reference("user", agent.pk))[-1].code == "staff.began_again"
        assert not Authenticator.objects.filter(user=agent).exists()
        client.get("/privacy")
        assert not is_signed_in(client)

    def test_closes_the_sign_in_of_someone_who_left(self, client: Client, agent: User) -> None:
        call_command("staff", "close", "tom")
        sign_in(client, "tom")
        assert not is_signed_in(client)
