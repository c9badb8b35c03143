"""What somebody was overpaid: planned at the desk, asked to be less online, and given up by two officers."""
from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction
from playwright.sync_api import expect

from entitle.awards.models import AwardAmount
from entitle.channels.desk.tests.cast import NOON, acting, customer, officer
from entitle.payments import operations as payments
from entitle.payments.tests.caseload import award
from entitle.procedures.correct_awards import correct_awards
from entitle.staff.models import User

pytestmark = pytest.mark.browser
STARTS, PAYDAY = date(2026, 5, 7), date(2026, 6, 3)


def test_by_the_officer_the_customer_and_a_second_officer(
    page, sign_in_browser, clock_at, usable, settings, tmp_path
):
    settings.ENTITLE_VAR = tmp_path
    clock_at(NOON)
    olwen = customer()
    olwen.user = User.objects.create_user("olwen", None, name="Olwen Llŷr", kind="customer")
    olwen.save()
    anwen, tom = officer("anwen", "payment_officer"), officer("tom", "payment_releaser")
    made = award(of=olwen, scheme="state_pension", starts_on=STARTS, first_payday=PAYDAY, pence=20_000)
    with transaction.atomic():
        run, _ = payments.start_run(pay_on=PAYDAY, by=acting(anwen), as_at=NOON)
        payments.pay_due(run=run, buckets=[made.bucket], as_at=NOON)
    AwardAmount.objects.create(award=made, from_on=STARTS, pence=15_000, made_at=NOON)
    [debt] = correct_awards(customer_id=olwen.id, change="a change", by=acting(anwen), as_at=NOON).debts

    service = sign_in_browser(page, anwen)
    page.goto(f"{service}/desk/payments/")
    page.get_by_role("row", name="Somebody was paid too much").get_by_role("link").click()
    page.get_by_role("button", name="Take and open").click()
    expect(page.get_by_role("heading", name="Paid too much")).to_be_visible()
    usable(page)
    page.get_by_role("link", name="Keep it from payments").click()
    page.get_by_label("State Pension").check()
    page.get_by_label("How much of each payment?").fill("30")
    page.get_by_label("Yes").check()
    for part, value in (("Day", "1"), ("Month", "7"), ("Year", "2026")):
        page.get_by_label(part, exact=True).fill(value)
    page.get_by_label("Why this much").fill("What you said you can manage")
    usable(page)
    page.get_by_role("button", name="Keep this from payments").click()
    expect(page.get_by_text("£30.00 from 1 July 2026")).to_be_visible()

    sign_in_browser(page, olwen.user)
    page.goto(f"{service}/online/")
    page.get_by_role("link", name=debt.code).click()
    usable(page)
    page.get_by_label("How much of each payment could you manage without?").fill("5")
    page.get_by_label("What do you have to pay for?").fill("My rent went up")
    page.get_by_role("button", name="Ask us to keep less").click()
    expect(page.get_by_text("Nothing is kept until an officer has looked")).to_be_visible()

    sign_in_browser(page, anwen)
    page.goto(f"{service}/desk/payments/")
    page.get_by_role("row", name="Somebody was paid too much").get_by_role("link").click()
    page.get_by_role("button", name="Take and open").click()
    page.get_by_role("link", name="Give up what is left").click()
    page.get_by_label("Why is it not asked for?").fill("They cannot pay their rent")
    page.get_by_role("button", name="Give it up").click()
    expect(page.get_by_text("if a second officer agrees")).to_be_visible()

    sign_in_browser(page, tom)
    page.goto(f"{service}/desk/work/")
    page.get_by_role("link", name="WRK").first.click()
    page.get_by_role("button", name="Take and open").click()
    page.get_by_role("link", name="Agree to give it up, or do not").click()
    page.get_by_label("Yes").check()
    page.get_by_role("button", name="Keep what I decided").click()
    expect(page.get_by_text("We do not ask for this any more")).to_be_visible()
