"""Asking for an advance in the browser on a small screen, tried by axe: the offer, how it is paid back, and paid."""
from __future__ import annotations

from entitle.gateways import clock
from entitle.kernel.references import Actor
from entitle.staff.models import User
from tests.journeys.claim_sent import proves_who_she_is, sends_claim


def test_an_advance_is_asked_for_and_agreed_to(narrow_page, sign_in_browser, usable):
    page, user = narrow_page, User.objects.create_user("olwen", None, name="Olwen", kind="customer")
    by, now = Actor("customer", "online", user_id=user.pk), clock.now()
    claim = sends_claim(proves_who_she_is(by, as_at=now), by, as_at=now)
    service = sign_in_browser(page, user)
    page.goto(f"{service}/online/claims/{claim.code}/sent")
    page.get_by_role("link", name="See how much you can have").click()
    usable(page)
    page.get_by_label("How much do you need?").fill("600")
    page.get_by_label("24 payments").check()
    page.get_by_label("Yes").check()
    page.get_by_role("button", name="See how you would pay it back").click()
    usable(page)
    page.get_by_role("button", name="I agree: pay me the advance").click()
    assert "We pay you £600.00 in advance" in page.inner_text("main")
    usable(page)
