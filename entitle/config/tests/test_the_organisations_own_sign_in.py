"""OpenID Connect from end to end, against a real provider over a socket that insists on PKCE."""
from __future__ import annotations

import base64
import hashlib
import io
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import oidc_provider_mock
import pytest
from django.test import Client
from werkzeug.serving import make_server

from entitle.staff.models import User

pytestmark = pytest.mark.django_db


@dataclass
class InsistsOnPkce:
    """Between the world and the provider: refuses a sign-in without a challenge, and a code without its verifier."""

    provider: Any
    url: str = ""
    challenges: set[str] = field(default_factory=set)
    verified: int = 0

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        if environ["PATH_INFO"] == "/oauth2/authorize":
            asked = parse_qs(environ["QUERY_STRING"])
            if asked.get("code_challenge_method") != ["S256"]:
                start_response("400 Bad Request", [])
                return [b"PKCE is required"]
            self.challenges.update(asked["code_challenge"])
        if environ["PATH_INFO"] == "/oauth2/token":
            body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
            environ["wsgi.input"] = io.BytesIO(body)
            verifier = parse_qs(body.decode()).get("code_verifier", [""])[0]
            digest = hashlib.sha256(verifier.encode()).digest()
            if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() not in self.challenges:
                start_response("400 Bad Request", [])
                return [b"wrong verifier"]
            self.verified += 1
        return self.provider(environ, start_response)


@pytest.fixture
def provider(settings: Any) -> Iterator[InsistsOnPkce]:
    app = InsistsOnPkce(oidc_provider_mock.app())
    server = make_server("localhost", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    app.url = f"http://localhost:{server.server_port}"
    settings.OIDC_ISSUER = app.url
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [{
        "provider_id": "staff", "name": "The agency", "client_id": "entitle", "secret": "known to both",
        "settings": {"server_url": app.url}}]}}
    yield app
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def agent() -> User:
    return User.objects.create_user("tom", None, kind=User.STAFF, name="Tom Archer", email="tom@agency.example")


def sign_in(provider: Any, subject: str, **claims: Any) -> tuple[Client, Any]:
    """A browser goes from our page to the provider, says who it is, and comes back."""
    httpx.put(f"{provider.url}/users/{subject}", json=claims)
    browser = Client()
    sent_to = browser.get("/account/oidc/staff/login/")["Location"]
    assert sent_to.startswith(provider.url)
    back = urlsplit(httpx.post(sent_to, data={"sub": subject}).headers["Location"])
    return browser, browser.get(f"{back.path}?{back.query}")


def reaches_a_page(browser: Client) -> bool:
    return browser.get("/privacy").status_code == 200 and "_auth_user_id" in browser.session


class TestAMemberOfStaff:
    def test_known_by_username_with_two_factors_is_let_in(self, provider: Any, agent: User) -> None:
        browser, _ = sign_in(provider, "t-1", preferred_username="tom", amr=["pwd", "mfa"])
        assert reaches_a_page(browser)
        assert provider.verified == 1

    def test_known_by_an_address_that_the_provider_verified_is_let_in(self, provider: Any, agent: User) -> None:
        browser, _ = sign_in(provider, "t-2", email="Tom@agency.example", email_verified=True, amr=["mfa"])
        assert reaches_a_page(browser)

    def test_whose_provider_says_so_by_an_acr_that_the_operator_listed_is_let_in(self, provider: Any, agent: User,
                                                                                 settings: Any) -> None:
        settings.OIDC_ACR = ["urn:agency:two-factors"]
        browser, _ = sign_in(provider, "t-3", preferred_username="tom", acr="urn:agency:two-factors")
        assert reaches_a_page(browser)

    def test_stays_tied_to_the_same_subject_when_renamed_there(self, provider: Any, agent: User) -> None:
        sign_in(provider, "t-4", preferred_username="tom", amr=["mfa"])
        browser, _ = sign_in(provider, "t-4", preferred_username="thomas", amr=["mfa"])
        assert reaches_a_page(browser)
        assert User.objects.count() == 1


class TestRefused:
    @pytest.mark.parametrize("claims", [
        {"preferred_username": "tom"},
        {"preferred_username": "tom", "amr": ["pwd"]},
        {"preferred_username": "tom", "acr": "0"},
    ], ids=["says nothing of factors", "a password only", "an acr nobody listed"])
    def test_is_staff_without_a_second_factor(self, provider: Any, agent: User, claims: Any) -> None:
        browser, answer = sign_in(provider, "t-5", **claims)
        assert answer.status_code == 403
        assert not reaches_a_page(browser)

    @pytest.mark.parametrize("claims", [
        {"preferred_username": "nobody"},
        {"preferred_username": "olwen"},
        {"email": "tom@agency.example", "email_verified": False},
        {"preferred_username": ""},
    ], ids=["a stranger", "a customer", "an address nobody verified", "no name"])
    def test_is_whoever_has_no_staff_sign_in_here(self, provider: Any, agent: User, claims: Any) -> None:
        User.objects.create_user("olwen", None, kind=User.CUSTOMER)
        browser, answer = sign_in(provider, "x-1", amr=["mfa"], **claims)
        assert answer.status_code == 403
        assert not reaches_a_page(browser)
        assert User.objects.count() == 2

    def test_is_someone_who_has_left(self, provider: Any, agent: User) -> None:
        sign_in(provider, "t-6", preferred_username="tom", amr=["mfa"])
        User.objects.filter(pk=agent.pk).update(is_active=False)
        browser, answer = sign_in(provider, "t-6", preferred_username="tom", amr=["mfa"])
        assert answer.status_code == 403
        assert not reaches_a_page(browser)
