"""Sign-in's screens: made, used, guarded by an authenticator app, and left."""

from __future__ import annotations

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth import get_user_model

pytestmark = pytest.mark.browser
PASSWORD = "a long made-up password"


@pytest.fixture
def signed_in_page(service, showcase, page):
    get_user_model().objects.create_user("ada", PASSWORD, name="Ada", kind="customer")
    page.goto(f"{showcase}/account/login/")
    page.get_by_label("Username").fill("ada")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.goto(f"{showcase}/parts")
    return page


def code_for(secret):
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


class TestSigningIn:
    def test_a_wrong_password_is_explained_without_saying_which_part_was_wrong(self, service, showcase, page, usable):
        page.goto(f"{showcase}/account/login/")
        usable(page)
        page.get_by_label("Username").fill("nobody")
        page.get_by_label("Password", exact=True).fill("wrong")
        page.get_by_role("button", name="Sign in").click()
        assert page.title().startswith("Error: Sign in")
        assert page.locator(".govuk-error-summary").is_visible()
        usable(page)

    def test_signing_out_asks_first(self, signed_in_page, usable):
        signed_in_page.get_by_role("link", name="Sign out").click()
        usable(signed_in_page)
        signed_in_page.get_by_role("button", name="Sign out").click()
        assert signed_in_page.get_by_role("link", name="Sign out").count() == 0

    def test_screens_for_managing_a_sign_in_are_usable(self, signed_in_page, showcase, usable):
        for path in ("/account/2fa/", "/account/password/change/", "/account/logout/", "/account/password/reset/"):
            signed_in_page.goto(f"{showcase}{path}?lang=cy")
            assert signed_in_page.get_by_role("heading", level=1).is_visible()
            usable(signed_in_page)


class TestAnAuthenticatorApp:
    def test_is_set_up_from_a_picture_or_a_key_and_then_asked_for(self, signed_in_page, showcase, usable):
        page = signed_in_page
        page.goto(f"{showcase}/account/2fa/totp/activate/")
        if page.get_by_role("heading", name="Confirm it is you").count():
            page.get_by_label("Password", exact=True).fill(PASSWORD)
            page.get_by_role("button", name="Confirm").click()
        picture = page.locator("img.entitle-qr")
        assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
        usable(page)
        secret = page.locator("p", has_text="Key:").locator("strong").inner_text()
        page.get_by_label("Authenticator code").fill(code_for(secret))
        page.get_by_role("button", name="Continue").click()
        assert page.get_by_role("heading", name="Your recovery codes").is_visible()
        usable(page)
        for path in ("", "recovery-codes/generate/", "totp/deactivate/"):
            page.goto(f"{showcase}/account/2fa/{path}")
            assert page.url.endswith(path), path
            usable(page)
        page.context.clear_cookies(name="sessionid")
        page.goto(f"{showcase}/account/login/")
        page.get_by_label("Username").fill("ada")
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        assert page.get_by_role("heading", name="Enter your security code").is_visible()
        usable(page)
