"""Somebody whose Universal Credit is in payment has a one-off cost: by rule they are lent so much, it is sent that day,
and kept back from the payments that follow."""
from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from entitle.awards import operations as awards
from entitle.awards.models import Award, bucket_of
from entitle.blueprint import registry
from entitle.decisions import operations as decisions
from entitle.gateways import clock
from entitle.kernel.assessment_periods import number_on, period_of
from entitle.kernel.references import SYSTEM, Actor
from entitle.payments import queries
from entitle.payments.explaining import awards_are_explained, debts_are_explained
from entitle.payments.models import Advance, Debt, Deduction, Payment, PaymentAttempt
from entitle.procedures.ask_for_advance import ask_for_advance
from entitle.procedures.errors import NotDone
from entitle.procedures.gather_facts import gather_facts
from entitle.procedures.pay_buckets import pay_buckets
from entitle.procedures.plan_recovery import plan_recovery
from entitle.procedures.start_pay_run import start_pay_run
from entitle.work.models import WorkItem
from tests.journeys.claim_sent import awarded, proves_who_she_is, sends_claim
from tests.journeys.signing_in import signed_in
from tests.journeys.test_an_advance_in_the_five_week_wait import letters_to, words

CLAIMED, NOW = datetime(2026, 5, 12, 10, tzinfo=UTC), datetime(2026, 11, 24, 14, tzinfo=UTC)
ASKS = {"advance-cost": "home", "advance-pence": "300", "advance-over": "12"}
PAYER = Actor(role="staff", channel="desk", user_id=7, name="Anwen Price")
NO_WORK = {"person.in_paid_work": False, "person.is_employed": False}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _november(db, settings, tmp_path):
    settings.ENTITLE_VAR = tmp_path
    with clock.at(NOW):
        yield


@pytest.fixture
def olwen():
    client = signed_in("Olwen")
    client.customer = proves_who_she_is(client.by, as_at=CLAIMED)
    return client


def in_payment(olwen, *, claimed=CLAIMED, **said):
    """Every month of hers that is over was assessed, on what she said and `said`, and paid."""
    with clock.at(claimed):
        award = awarded(sends_claim(olwen.customer, olwen.by, as_at=claimed), as_at=claimed)
    scheme = registry.scheme(award.scheme)
    for number in range(number_on(award.starts_on, NOW.date())):
        period = period_of(award.starts_on, number)
        facts = {**gather_facts(claim=award.claim, scheme=scheme, as_at=NOW), **NO_WORK, **said}
        made = decisions.record(
            claim=award.claim, outcome=scheme.assess_period(facts, period=period), facts=facts, law_on=period.start,
            rules_version=scheme.rules.version, by=SYSTEM, as_at=NOW, period_from=period.start)
        awards.pay_period(award=award, starts_on=period.start, pence=made.pence, decision_id=made.id, as_at=NOW)
    Award.objects.update(state="in_payment")
    return award.claim


def asks(who, claim, **more):
    return words(who.post(f"/online/claims/{claim.code}/advance", {**ASKS, **more}, follow=True))


class TestAnAwardInPayment:
    def test_is_lent_against_by_rule_paid_the_same_day_and_kept_back_as_was_agreed(self, olwen):
        claim = in_payment(olwen)
        assert "If you have a one-off cost" in words(olwen.get(f"/online/claims/{claim.code}"))
        page = words(olwen.get(f"/online/claims/{claim.code}/advance"))
        assert "You can have up to £612.00 now" in page, "£812 with a child, less the £200 of savings above £1,000"
        assert "The least is £100.00" in page and "health or safety" not in page
        schedule = asks(olwen, claim)
        assert "Each of 12 payments £25.00" in schedule and "starts with your next payment" in schedule
        assert not Advance.objects.exists()
        assert "We pay you £300.00 in advance, on Tuesday 24 November 2026" in asks(olwen, claim, agreed="yes")
        [attempt] = PaymentAttempt.objects.all()
        assert (attempt.method, attempt.pence) == ("faster", 30_000)
        [letter] = letters_to(olwen.customer, "advance_paid")
        assert "It starts with your next payment of Universal Credit" in letter
        assert "SI 2013/383 regs 11 to 16" in letter
        self._kept_from_the_next(olwen, claim)
        self._and_none_other_until_it_is_paid_back(olwen, claim)

    def _kept_from_the_next(self, olwen, claim):
        debt = Debt.objects.get()
        assert debt.plans.get().pence_each == 2_500
        with pytest.raises(NotDone, match="The law lets £63.74 be kept"):
            plan_recovery(debt_code=debt.code, award_code=Award.objects.get().code, pence_each=6_375,
                          from_on=NOW.date(), agreed=True, because="She asked", by=PAYER, as_at=NOW)
        run = start_pay_run(on=date(2026, 11, 30), by=SYSTEM, as_at=NOW, in_background=False)
        pay_buckets(run_code=run.code, buckets=[bucket_of(olwen.customer.id)], as_at=NOW)
        assert {each.pence for each in Deduction.objects.all()} == {2_500}
        assert awards_are_explained(queries.awards_explained(customer_id=olwen.customer.id)) == []
        assert debts_are_explained(queries.debts_explained(customer_id=olwen.customer.id)) == []

    def _and_none_other_until_it_is_paid_back(self, olwen, claim):
        with pytest.raises(NotDone, match="already"):
            ask_for_advance(claim_code=claim.code, pence=10_000, over=12, agreed=True, cost="work", by=olwen.by,
                            as_at=NOW)
        Debt.objects.update(state="settled")
        assert "You can have up to £612.00 now" in words(olwen.get(f"/online/claims/{claim.code}/advance"))

    def test_is_lent_against_by_telephone_too_the_agreement_aloud_and_in_welsh_online(
        self, olwen, an_officer, as_user,
    ):
        claim, agent = in_payment(olwen), as_user(an_officer("agent"))
        page = words(olwen.get(f"/online/claims/{claim.code}/advance?lang=cy"))
        assert "Os oes gennych gost untro" in page and "Ar gyfer beth mae?" in page
        found = agent.post(f"/telephone/open/{claim.customer.code}/", {"reason": "calling"})["Location"].rstrip("/")
        agent.post(f"{found}/identity/", follow=True)
        address = f"{found}/claim/{claim.code}/advance/"
        assert "If they have a one-off cost" in words(agent.get(f"{found}/claim/{claim.code}/sent/"))
        assert "They can have up to £612.00" in words(agent.get(address))
        assert "Read this out" in words(agent.post(address, ASKS))
        assert "Paid: £300.00" in words(agent.post(address, {**ASKS, "agreed": "yes"}, follow=True))
        assert (Advance.objects.get().channel, Advance.objects.get().cost) == ("telephone", "home")

    def test_for_a_cost_of_another_kind_is_an_officers_who_knows_what_the_rules_give(self, olwen, an_officer, as_user):
        claim, pat = in_payment(olwen), as_user(an_officer("decision_maker", "Pat Llŷr"))
        assert "An officer decides" in asks(olwen, claim, agreed="yes", **{"advance-cost": "other"})
        item = WorkItem.objects.get(kind="advance.decide")
        pat.post(f"/desk/work/{item.code}/take", follow=True)
        pat.post(f"/desk/record/{claim.customer.code}/why", {"reason": "customer_asked"})
        assert "They have a one-off cost" in words(pat.get(f"/desk/claims/{claim.code}/"))
        assert "They asked for £300.00. An officer decides." in words(pat.get(f"/desk/claims/{claim.code}/advance"))
        page = words(pat.get(f"/desk/work/{item.code}/advance"))
        assert "It is for: Another one-off cost. By the rules they may have up to £612.00" in page
        said = {"advance-agrees": "no", "advance-because": "It is a monthly bill."}
        pat.post(f"/desk/work/{item.code}/advance", said)
        [letter] = letters_to(olwen.customer, "advance_refused")
        assert "It is a monthly bill." in letter and "Your payments go on as before" in letter
        assert not Payment.objects.exists()


class TestWhoHasWaitedThreeMonths:
    def test_is_lent_to_only_for_work_unless_an_officer_finds_a_benefit_before(self, olwen, monkeypatch):
        claim = in_payment(olwen, claimed=datetime(2026, 8, 12, 10, tzinfo=UTC))
        address = f"/online/claims/{claim.code}/advance"
        assert "You can have up to £612.00 now, but only to get or keep work" in words(olwen.get(address))
        for cost in ("home", "other"):
            page = asks(olwen, claim, agreed="yes", **{"advance-cost": cost})
            assert "By our rules you cannot have an advance for that now" in page and "What is it for?" in page
        assert not Advance.objects.exists()
        monkeypatch.setattr("entitle.awards.queries.had_before", lambda **of: True)
        assert "an officer decides by the end of the next working day" in words(olwen.get(address))
        assert "We pay you £300.00 in advance" in asks(olwen, claim, agreed="yes", **{"advance-cost": "work"})


class TestWhoEarned510PoundsAMonth:
    def test_is_told_that_it_is_too_much_with_how_it_was_worked_out(self, olwen):
        claim = in_payment(olwen, **{
            "person.in_paid_work": True, "person.is_employed": True, "person.pay": 51_000, "person.pay_tax": 0,
            "person.pay_national_insurance": 0, "person.pension_contributions": 0})
        page = words(olwen.get(f"/online/claims/{claim.code}/advance"))
        assert "By our rules you cannot have an advance now" in page
        assert "if you owe no other and have not earned too much" in page
        assert "What is it for?" not in page
