"""New details from a bank are proposed, never used unasked; confirmed, the customer is paid there, once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from entitle.awards.queries import next_paydays
from entitle.channels.desk.tests.cast import NOON, acting, officer
from entitle.customers.queries import current_bank_account
from entitle.kernel.periods import midday
from entitle.kernel.references import SYSTEM
from entitle.payments.models import PaymentAttempt, ProposedAccount
from entitle.payments.operations import NewAccount
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.propose_accounts import propose_accounts
from entitle.work.models import WorkItem

pytestmark = pytest.mark.django_db


class TestAnAccountThatABankSaysHasChanged:
    @pytest.fixture
    def pat(self, db):
        return officer("pat", "payment_officer")

    @pytest.fixture
    def paydays(self, claim, settings, tmp_path):
        settings.ENTITLE_VAR = tmp_path
        decide_claim(claim_code=claim.code, by=SYSTEM, as_at=NOON)
        return [each.paid_on for each in next_paydays(claim_id=claim.id, as_at=NOON)[:2]]

    @pytest.fixture
    def said(self, paydays, pat):
        pay_due_awards(on=paydays[0], by=acting(pat), as_at=midday(paydays[0]) - timedelta(days=7))
        said = NewAccount(PaymentAttempt.objects.get().reference, "3", "309430", "87654321", "Olwen Llŷr",
                          date(2026, 6, 1))
        stranger = NewAccount("R00000099926102601", "3", "309430", "87654321", "", date(2026, 6, 1))
        assert propose_accounts(proposed=[said, stranger], by=SYSTEM, as_at=NOON) == (
            1, ("no payment of ours carries the reference 'R00000099926102601'",))
        return said

    def settle(self, browser, answer):
        item = WorkItem.objects.get(kind="account.changed")
        page = browser.post(reverse("desk-take", args=[item.code]), follow=True).content.decode()
        assert "309430 87654321" in page and "Held now" in page
        return browser.post(reverse("desk-new-account", args=[item.code]), {"account-theirs": answer}, follow=True)

    def test_is_proposed_once_and_changes_nothing_unasked(self, said, olwen):
        before = current_bank_account(olwen.id).account_number
        assert propose_accounts(proposed=[said], by=SYSTEM, as_at=NOON) == (0, ())
        assert current_bank_account(olwen.id).account_number == before != "87654321"

    def test_needs_confirmation_and_pays_once(self, said, desk, olwen, paydays, pat):
        assert "Kept" in self.settle(desk, "yes").content.decode()
        assert ProposedAccount.objects.get().state == "confirmed"
        for _ in range(2):
            pay_due_awards(on=paydays[1], by=acting(pat), as_at=midday(paydays[1]) - timedelta(days=7))
        assert [each.account_number for each in PaymentAttempt.objects.order_by("id")][1:] == ["87654321"]

    def test_that_is_not_theirs_is_not_used(self, said, desk, olwen):
        before = current_bank_account(olwen.id).account_number
        self.settle(desk, "no")
        assert (ProposedAccount.objects.get().state, current_bank_account(olwen.id).account_number) == (
            "refused", before)
        assert WorkItem.objects.get(kind="account.changed").outcome == "Not their account"
