"""At the desk, a payment that is owed and on its way to nobody is sent, by an officer of payments."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from entitle.awards.queries import next_paydays
from entitle.channels.desk.tests.cast import NOON, acting, at_the_desk_of, officer
from entitle.customers.models import BankAccount
from entitle.gateways.clock.sandbox import pretend
from entitle.kernel.periods import midday
from entitle.kernel.references import SYSTEM
from entitle.payments.models import CashOrder, Payment, PaymentAttempt
from entitle.payments.operations import ReturnedCredit
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.take_bank_report import take_bank_report
from entitle.work.models import WorkItem

pytestmark = pytest.mark.django_db


@pytest.fixture
def pat(db):
    return officer("pat", "payment_officer", skills=("payments",))


@pytest.fixture
def payday(claim, pat, settings, tmp_path):
    settings.ENTITLE_VAR = tmp_path
    decide_claim(claim_code=claim.code, by=SYSTEM, as_at=NOON)
    return next_paydays(claim_id=claim.id, as_at=NOON)[0].paid_on


def paid(payday, pat):
    pay_due_awards(on=payday, by=acting(pat), as_at=midday(payday) - timedelta(days=7))
    return Payment.objects.get()


def opened(browser, kind):
    return browser.post(reverse("desk-take", args=[WorkItem.objects.get(kind=kind).code]), follow=True)


class TestAPaymentThatCameBack:
    @pytest.fixture
    def browser(self, payday, pat, olwen):
        payment = paid(payday, pat)
        credit = ReturnedCredit(PaymentAttempt.objects.get().reference, payment.pence, "B", payday)
        with pretend.at(midday(payday)):
            take_bank_report(returned=[credit], by=SYSTEM, as_at=midday(payday))
            yield at_the_desk_of(pat)

    def test_shows_what_happened_and_warns_of_the_account_that_sent_it_back(self, browser):
        page = opened(browser, "payment.returned").content.decode()
        assert "reason B" in page and "This is the account that sent it back" in page

    def test_is_a_link_for_those_who_may_open_it_and_is_only_named_to_others_and_on_no_queue_of_theirs(
        self, browser, payday):
        code = WorkItem.objects.get(kind="payment.returned").code
        tom = officer("tom", "payment_releaser", skills=("payments",))
        theirs, his = (each.get(reverse("desk-payday")).content.decode() for each in (browser, at_the_desk_of(tom)))
        page = reverse("desk-work", args=[code])
        assert code in theirs and page in theirs
        assert code in his and page not in his
        queues = [each.get(reverse("desk-queue")).content.decode() for each in (browser, at_the_desk_of(tom))]
        assert [code in queue for queue in queues] == [True, False]

    def test_is_sent_to_the_account_of_now(self, browser, olwen, payday):
        opened(browser, "payment.returned")
        BankAccount.objects.update(account_number="87654321")
        address = reverse("desk-owed-payment", args=[WorkItem.objects.get(kind="payment.returned").code])
        assert "This is the account that sent it back" not in browser.get(address).content.decode()
        assert browser.post(address, {}).status_code == 422
        assert "sent again" in browser.post(address, {"send-how": "faster"}, follow=True).content.decode()
        assert PaymentAttempt.objects.get(attempt=2).account_number == "87654321"
        again = browser.post(address, {"send-how": "faster"})
        assert again.status_code == 422 and "Nothing of this payment is owed" in again.content.decode()

    def test_is_given_by_vouchers_of_which_each_is_shown(self, browser):
        opened(browser, "payment.returned")
        address = reverse("desk-owed-payment", args=[WorkItem.objects.get(kind="payment.returned").code])
        assert "vouchers are given" in browser.post(address, {"send-how": "voucher"}, follow=True).content.decode()
        page = browser.get(address).content.decode()
        assert all(voucher.code in page for voucher in CashOrder.objects.all()) and "On its way" in page

    def test_is_not_shown_to_who_does_not_pay(self, browser, ann):
        code = WorkItem.objects.get(kind="payment.returned").code
        assert at_the_desk_of(ann).get(reverse("desk-owed-payment", args=[code])).status_code == 403
