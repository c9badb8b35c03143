"""Nobody waits five weeks with nothing: an advance is offered with the claim, sent that day, and paid back as agreed.
"""
from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from django.db import transaction

from entitle.awards.models import AwardAmount, bucket_of
from entitle.contacts.models import Message
from entitle.gateways import clock
from entitle.history.models import Event
from entitle.kernel.references import SYSTEM
from entitle.payments import queries
from entitle.payments.explaining import awards_are_explained, debts_are_explained
from entitle.payments.models import Advance, BankFile, Debt, Deduction, Payment, PaymentAttempt
from entitle.procedures.ask_for_advance import ask_for_advance
from entitle.procedures.errors import NotDone
from entitle.procedures.jobs import payments as jobs
from entitle.procedures.pay_buckets import pay_buckets
from entitle.procedures.record_death import record_death
from entitle.procedures.start_pay_run import start_pay_run
from entitle.procedures.withdraw_claim import withdraw_claim
from entitle.work.models import WorkItem
from tests.journeys.claim_sent import awarded, proves_who_she_is, sends_claim
from tests.journeys.signing_in import signed_in
from tests.journeys.walking import text

TUESDAY_AT_TWO, SUNDAY = datetime(2026, 11, 24, 14, tzinfo=UTC), datetime(2026, 11, 29, 14, tzinfo=UTC)
FIRST_PAYDAY, DAY_OF_RUN = date(2026, 12, 30), datetime(2026, 12, 23, 10, tzinfo=UTC)
ASKS = {"advance-pence": "600", "advance-over": "24", "advance-in_need": "yes"}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _november(db, settings, tmp_path):
    settings.ENTITLE_VAR = tmp_path
    with clock.at(TUESDAY_AT_TWO):
        yield


@pytest.fixture
def olwen():
    """Signed in, and who she is is proved."""
    client = signed_in("Olwen")
    client.customer = proves_who_she_is(client.by, as_at=TUESDAY_AT_TWO)
    return client


@pytest.fixture
def claim(olwen):
    """Day 0: her claim is sent."""
    return sends_claim(olwen.customer, olwen.by, as_at=TUESDAY_AT_TWO)


@pytest.fixture
def unclear(olwen):
    """She is ill besides: what she comes to waits for an assessment."""
    return sends_claim(olwen.customer, olwen.by, as_at=TUESDAY_AT_TWO, more={
        "person.has_health_condition": True, "person.limited_capability_from_on": date(2026, 1, 5)})


@pytest.fixture
def advance(olwen, claim):
    """£600, agreed to and paid."""
    asks(olwen, claim, agreed="yes")
    return Advance.objects.get()


def asks(who, claim, **more):
    return words(who.post(f"/online/claims/{claim.code}/advance", {**ASKS, **more}, follow=True))


def words(page):
    """What a page says, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", text(page)).split())


def first_month_paid(award, pence):
    AwardAmount.objects.create(award=award, from_on=award.starts_on, pence=pence, made_at=TUESDAY_AT_TWO)
    run = start_pay_run(on=FIRST_PAYDAY, by=SYSTEM, as_at=DAY_OF_RUN, in_background=False)
    pay_buckets(run_code=run.code, buckets=[bucket_of(award.customer_id)], as_at=DAY_OF_RUN)
    assert queries.problems(run_id=run.id) == []
    return Payment.objects.get(award_id=award.id)


def letters_to(customer, template):
    return [message.body_text for message in Message.objects.filter(customer=customer, template=template)]


class TestAtClaimDay0WithVerifiedID:
    def test_offer_shown_accept_at_14_00_tue_fps_instruction_same_day(self, olwen, claim):
        assert f"/online/claims/{claim.code}/advance" in text(olwen.get(f"/online/claims/{claim.code}/sent"))
        page = words(olwen.get(f"/online/claims/{claim.code}/advance"))
        assert "You can have up to £1,343.00 now" in page and "over 24 payments at most" in page
        schedule = asks(olwen, claim)
        assert "Each of 24 payments £25.00" in schedule and not Advance.objects.exists(), "shown before it is agreed to"
        assert "We pay you £600.00 in advance, on Tuesday 24 November 2026" in asks(olwen, claim, agreed="yes")
        [attempt] = PaymentAttempt.objects.all()
        assert (attempt.method, attempt.pence, attempt.account_number) == ("faster", 60_000, "12345678")
        jobs.make_faster_files()
        file = BankFile.objects.get()
        assert (file.pence, file.processing_on, queries.problems(run_id=file.run_id)) == (
            60_000, date(2026, 11, 24), [])

    def test_sunday_next_banking_day(self, olwen, claim):
        with clock.at(SUNDAY):
            assert "on Monday 30 November 2026" in asks(olwen, claim, agreed="yes")

    def test_once_however_often_it_is_sent(self, olwen, claim, advance):
        assert "We pay you £600.00" in asks(olwen, claim, agreed="yes")
        with pytest.raises(NotDone, match="already"):
            ask_for_advance(claim_code=claim.code, pence=100, over=6, in_need=True, agreed=True, by=olwen.by,
                            as_at=TUESDAY_AT_TWO)
        assert Payment.objects.count() == 1

    def test_in_welsh(self, olwen, claim):
        page = words(olwen.get(f"/online/claims/{claim.code}/advance?lang=cy"))
        assert "Gallwch gael hyd at £1,343.00 nawr" in page and "Faint sydd ei angen arnoch?" in page
        assert "Y mwyaf y gallwch ei gael yw £1,343.00" in asks(olwen, claim, **{"advance-pence": "2000"})

    def test_with_its_letter_and_what_happened(self, olwen, advance):
        [letter] = letters_to(olwen.customer, "advance_paid")
        assert "£600.00" in letter and "24 November 2026" in letter and "£25.00" in letter and advance.code in letter
        told = Event.objects.filter(customer_id=olwen.customer.id).values_list("code", flat=True)
        assert {"advance.asked", "advance.paid", "payment.made"} <= set(told)


class TestWhatIsRefused:
    @pytest.mark.parametrize(("said", "because"), [
        ({"advance-pence": "1343.01"}, "The most you can have is £1,343.00"),
        ({"advance-pence": "1300", "advance-over": "6"}, "No more than £63.74 may be kept of each payment"),
        ({"advance-pence": "0"}, "Say how much you need"),
        ({"advance-over": "25"}, "Over how many payments"),
    ])
    def test_is_told_beside_the_form_and_nothing_is_paid(self, olwen, claim, said, because):
        assert because in asks(olwen, claim, agreed="yes", **said)
        assert not Advance.objects.exists()

    def test_whoever_can_wait_is_told_why_and_can_ask_again(self, olwen, claim):
        page = asks(olwen, claim, agreed="yes", **{"advance-in_need": "no"})
        assert "We could not pay you the advance that you asked for before" in page
        [letter] = letters_to(olwen.customer, "advance_refused")
        assert "You told us that you can wait" in letter and "SI 2013/383" in letter
        assert "We pay you £600.00" in asks(olwen, claim, agreed="yes")

    def test_a_helper_cannot_borrow_for_somebody(self, claim):
        assert signed_in("Siân").get(f"/online/claims/{claim.code}/advance").status_code == 302


class TestEveryDoor:
    def test_by_telephone_the_agreement_is_aloud(self, claim, an_officer, as_user):
        agent = as_user(an_officer("agent"))
        found = agent.post(f"/telephone/open/{claim.customer.code}/", {"reason": "calling"})["Location"].rstrip("/")
        agent.post(f"{found}/identity/", follow=True)
        page = f"{found}/claim/{claim.code}/advance/"
        assert page in text(agent.get(f"{found}/claim/{claim.code}/sent/"))
        assert "They can have up to £1,343.00" in words(agent.get(page))
        assert "Read this out" in words(agent.post(page, ASKS)) and not Advance.objects.exists()
        assert "Paid: £600.00, on Tuesday 24 November 2026" in words(agent.post(page, {**ASKS, "agreed": "yes"},
                                                                                follow=True))
        assert Advance.objects.get().channel == "telephone"


class TestWhatTheRulesCannotTell:
    @pytest.fixture
    def pat(self, an_officer, as_user):
        return as_user(an_officer("decision_maker", "Pat Llŷr"))

    def decides(self, pat, **said):
        item = WorkItem.objects.get(kind="advance.decide")
        claimant = item.customer.code
        pat.post(f"/desk/work/{item.code}/take", follow=True)
        pat.post(f"/desk/record/{claimant}/why", {"reason": "work"})
        return words(pat.post(f"/desk/work/{item.code}/advance", said, follow=True))

    def test_is_an_officers_by_the_end_of_the_next_working_day_and_paid_on_theirs(self, olwen, unclear, pat):
        assert "an officer decides by the end of the next working day" in words(
            olwen.get(f"/online/claims/{unclear.code}/advance"))
        page = asks(olwen, unclear, agreed="yes")
        assert "You asked for £600.00 in advance" in page and "by Wednesday 25 November 2026" in page
        assert "Decided, and the customer is told" in self.decides(pat, **{"advance-agrees": "yes"})
        assert "We pay you £600.00 in advance" in asks(olwen, unclear)
        assert (Advance.objects.get().decided_by_user_id, Payment.objects.get().pence) == (
            pat.session["second_factor_of"], 60_000)

    def test_is_refused_only_with_a_reason_that_they_are_told(self, olwen, unclear, pat):
        asks(olwen, unclear, agreed="yes")
        assert "Say why" in self.decides(pat, **{"advance-agrees": "no"})
        self.decides(pat, **{"advance-agrees": "no", "advance-because": "Your wages come on Friday."})
        [letter] = letters_to(olwen.customer, "advance_refused")
        assert "Your wages come on Friday." in letter and not Payment.objects.exists()

    def test_is_no_longer_asked_for_once_the_claim_is_withdrawn_or_they_have_died(self, olwen, unclear):
        def withdrawn():
            withdraw_claim(claim_code=unclear.code, reason="asked by the customer", by=olwen.by, as_at=TUESDAY_AT_TWO)

        def died():
            record_death(customer_code=olwen.customer.code, died_on=date(2026, 11, 23), told_by="daughter", by=SYSTEM,
                         as_at=TUESDAY_AT_TWO)

        asks(olwen, unclear, agreed="yes")
        for ends in (withdrawn, died):
            with transaction.atomic():
                ends()
                assert Advance.objects.get().state == "refused" and not Payment.objects.exists()
                assert WorkItem.objects.get(kind="advance.decide").state == "cancelled"
                transaction.set_rollback(True)


class TestTheLedger:
    def test_has_it_spent_once_and_owed_back(self, olwen, advance):
        found = queries.balances()
        assert (found["overpaid"], found["in_transit"], found["expenditure:universal_credit"]) == (-60_000, 60_000, 0)
        assert (advance.debt.kind, advance.debt.pence, advance.debt.state) == ("advance", 60_000, "found")
        assert awards_are_explained(queries.awards_explained(customer_id=olwen.customer.id)) == []
        assert debts_are_explained(queries.debts_explained(customer_id=olwen.customer.id)) == []

    def test_has_it_back_from_the_first_payment_as_was_agreed(self, olwen, claim, advance):
        award = awarded(claim, as_at=TUESDAY_AT_TWO)
        plan = advance.debt.plans.get()
        assert (plan.award_id, plan.pence_each, plan.agreed) == (award.id, 2_500, True)
        paid = first_month_paid(award, 134_300)
        assert (paid.pence, Deduction.objects.get().pence) == (134_300 - 2_500, 2_500)
        assert queries.left_of(debt=Debt.objects.get()) == 57_500
        assert awards_are_explained(queries.awards_explained(customer_id=olwen.customer.id)) == []

    def test_is_shown_to_her_as_an_advance_and_not_as_too_much(self, olwen, claim, advance):
        awarded(claim, as_at=TUESDAY_AT_TWO)
        account = words(olwen.get("/online/"))
        assert "To pay back" in account and "£25.00 is kept of each payment" in account
        page = words(olwen.get(f"/online/paid-too-much/{advance.debt.code}"))
        assert "You were paid in advance" in page and "too much" not in page

    def test_has_it_back_of_an_award_that_was_decided_before_it_was_asked_for(self, olwen, claim):
        awarded(claim, as_at=TUESDAY_AT_TWO)
        asks(olwen, claim, agreed="yes")
        assert Debt.objects.get().state == "recovering"

    def test_leaves_it_to_a_person_where_nothing_is_awarded(self, olwen, claim, advance):
        withdraw_claim(claim_code=claim.code, reason="asked by the customer", by=olwen.by, as_at=TUESDAY_AT_TWO)
        assert WorkItem.objects.get(kind="debt.settle").about_id == advance.debt_id
        assert "No advance can be had" not in asks(olwen, claim), "it was paid"

    def test_asks_it_of_nobody_but_an_estate_after_a_death(self, olwen, advance):
        record_death(customer_code=olwen.customer.code, died_on=date(2026, 11, 23), told_by="daughter", by=SYSTEM,
                     as_at=TUESDAY_AT_TWO)
        assert Debt.objects.get().state == "with_estate"


