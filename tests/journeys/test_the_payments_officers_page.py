"""A payday at the desk: a file is released, a payment comes back and is sent again, and the day agrees to the penny."""
from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from entitle.awards.queries import next_paydays
from entitle.channels.desk.tests.cast import NOON, claim_of, customer, officer
from entitle.gateways import banking
from entitle.kernel.periods import midday
from entitle.kernel.references import SYSTEM, Actor
from entitle.payments.models import BankFile, PaymentAttempt
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.jobs.bank_files import take_in
from entitle.procedures.jobs.payments import make_faster_files
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.submit_bank_file import submit_bank_file

pytestmark = pytest.mark.browser
FILES = Path(banking.__file__).parent / "tests/files"


def told(name, *, at, **words):
    """A bank sends one of the sample files, with other words in place of those in it."""
    content = (FILES / f"{name}.xml").read_text()
    for old, new in words.values():
        content = content.replace(old, new)
    return take_in(content=content.encode(), by=SYSTEM, as_at=at)


def test_is_all_that_they_need_on_a_payday(
    page, sign_in_browser, clock_at, usable, settings, tmp_path
):
    settings.ENTITLE_VAR = tmp_path
    claim = claim_of(customer(), as_at=NOON)
    decide_claim(claim_code=claim.code, by=SYSTEM, as_at=NOON)
    anwen, tom = officer("anwen", "payment_officer"), officer("tom", "payment_releaser")
    arrives = next_paydays(claim_id=claim.id, as_at=NOON)[0].paid_on
    before, after = midday(arrives) - timedelta(days=7), midday(arrives) + timedelta(days=1)
    clock_at(before)
    pay_due_awards(on=arrives, by=Actor("staff", "desk", user_id=anwen.pk, name=anwen.name), as_at=before)
    file, attempt = BankFile.objects.get(), PaymentAttempt.objects.get()
    pounds = f"{file.pence / 100:.2f}"

    service = sign_in_browser(page, tom)
    page.goto(f"{service}/desk/payments/")
    page.get_by_role("link", name=file.code).click()
    page.get_by_role("button", name="Release").click()
    expect(page.get_by_text("It is on its way to the bank.")).to_be_visible()

    submit_bank_file(file_code=file.code, as_at=before)
    told("input_report", at=before, serial=("000012", f"{file.run_id:06d}"), pounds=("331.79", pounds),
         count=('creditItemCount="3"', 'creditItemCount="1"'))
    clock_at(after)
    day = arrives.isoformat()
    back = told("camt053", at=after, day=("2026-06-01", day), out=("331.79", pounds), file=("BATCH-1", "IR-0001"),
                ours=("R00000000226060101", attempt.reference), back=("99.99", pounds), closing=("768.20", "1000.00"))
    assert (back.returned, back.statements, back.problems) == (1, 1, ())

    sign_in_browser(page, anwen)
    page.goto(f"{service}/desk/payments/")
    usable(page)
    page.get_by_role("link", name="Reconcile yesterday").click()
    page.get_by_role("button", name="Reconcile it").click()
    expect(page.get_by_text("All of it agrees.")).to_be_visible()
    usable(page)

    page.get_by_role("link", name="Payments", exact=True).click()
    expect(page.get_by_text("Agrees to the penny")).to_be_visible()
    page.get_by_role("row", name="A payment came back").get_by_role("link").click()
    page.get_by_role("button", name="Take and open").click()
    usable(page)
    page.get_by_label("By Faster Payments").check()
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_text("It is sent again, once its file is released.")).to_be_visible()
    make_faster_files()
    page.goto(f"{service}/desk/payments/")
    again = BankFile.objects.exclude(code=file.code).get()
    expect(page.get_by_role("row", name=again.code)).to_contain_text("Waits to be released")
