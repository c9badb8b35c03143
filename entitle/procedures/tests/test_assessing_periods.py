"""A month is over: what was reported of it is what it pays, once, and nothing is paid on what is not known."""
from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from entitle.awards import operations as awards
from entitle.awards import queries
from entitle.awards.models import Award, AwardAmount
from entitle.blueprint import registry
from entitle.blueprint.self_check import problems
from entitle.claims.models import Claim, SetAsked
from entitle.contacts import queries as contacts
from entitle.contacts.tests.cast import officer
from entitle.customers import operations as customers
from entitle.decisions import operations as decisions
from entitle.decisions import queries as decided
from entitle.decisions.models import Decision
from entitle.gateways import clock
from entitle.kernel.periods import Period, midday
from entitle.kernel.references import SYSTEM, Actor
from entitle.payments import queries as payments
from entitle.payments.models import Payment
from entitle.procedures.ask_to_look_again import ask_to_look_again
from entitle.procedures.assess_period import NotAssessed, assess_period
from entitle.procedures.decide_again import decide_again
from entitle.procedures.errors import NotDone
from entitle.procedures.jobs import periods as jobs
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.register_customer import register_customer
from entitle.procedures.tests import monthly_scheme
from entitle.work.models import WorkItem

pytestmark = pytest.mark.django_db
SEPTEMBER, OCTOBER = Period(date(2026, 9, 1), date(2026, 10, 1)), Period(date(2026, 10, 1), date(2026, 11, 1))


@pytest.fixture
def scheme(tmp_path, monkeypatch):
    for name, text in monthly_scheme.FILES.items():
        path = tmp_path / "schemes" / "rent_help" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.setenv(registry.EXTRA_FOLDERS, str(tmp_path / "schemes"))
    yield registry.scheme("rent_help")
    for name in [name for name in sys.modules if name.startswith("entitle.schemes.rent_help")]:
        del sys.modules[name]


@pytest.fixture
def award(scheme):
    """Olwen's, of £500 rent a month from 1 September, decided on the 3rd on nothing earned."""
    at = datetime(2026, 9, 3, 9, tzinfo=UTC)
    olwen = register_customer(name={"given": "Olwen", "family": "Llŷr"}, born_on=date(1990, 7, 14), nino="AB987654A",
                              sex="female", by=SYSTEM, as_at=at)
    customers.hold_facts(customer_id=olwen.id, facts={"rent_help.rent": 50_000}, source="customer", as_at=at)
    customers.hold_facts(customer_id=olwen.id, source="customer", as_at=at, facts={
        "person.bank_account": {"sort_code": "202959", "account_number": "63748472", "account_name": "O LLYR",
                                "roll_number": ""}})
    claim = Claim.objects.create(scheme="rent_help", customer=olwen, state="decided", protected_on=date(2026, 9, 1),
                                 started_at=at, submitted_at=at, channel="online")
    facts = {"claim.made_on": date(2026, 9, 1), "rent_help.rent": 50_000, "rent_help.earned": 0}
    outcome = scheme.assess(facts, on=date(2026, 9, 3))
    decision = decisions.record(claim=claim, outcome=outcome, facts=facts, law_on=date(2026, 9, 3), by=SYSTEM, as_at=at,
                                rules_version=scheme.rules.version)
    return awards.open(decision=decision, outcome=outcome, cycle=scheme.cycle, as_at=at)


def report(award, period, pence, *, on=None):
    customers.hold_facts(customer_id=award.customer_id, facts={"rent_help.earned": pence}, source="customer",
                         as_at=midday(on or period.end), true_from=period.start, true_to=period.end)


def assess(award, period, *, by=SYSTEM, on=None):
    return assess_period(award_code=award.code, period_start=period.start, by=by, as_at=midday(on or period.end))


class TestAClaim:
    def test_is_decided_with_the_dates_of_its_first_period_known(self, scheme):
        facts = {"claim.made_on": date(2026, 9, 1), "rent_help.rent": 50_000, "rent_help.earned": 1_000}
        outcome = scheme.assess(facts, on=date(2026, 9, 3))
        assert (outcome.result, outcome.pence, outcome.per, outcome.weekday) == ("entitled", 49_000, "month", None)
        assert outcome.trace["too_far_ahead"].facts == {"period.starts_on": "2026-09-01"}
        assert scheme.assess({"rent_help.rent": 1}, on=date(2026, 9, 3)).missing == ("claim.made_on",)

    def test_could_not_be_decided_on_what_is_only_asked_each_period(self, scheme):
        asked_late = replace(scheme, claim=replace(scheme.claim, questions=tuple(
            question for question in scheme.claim if question.fact != "rent_help.earned")))
        said = "rent_help.earned is asked each period only, so no claim could be decided: ask it in the claim too"
        assert (said in problems(scheme), said in problems(asked_late)) == (False, True)


class TestAPeriodThatWasReported:
    def test_pays_by_what_was_earned_in_it_and_no_other(self, award):
        report(award, SEPTEMBER, 12_345)
        report(award, OCTOBER, 2)
        first, second = assess(award, SEPTEMBER, on=date(2026, 11, 2)), assess(award, OCTOBER, on=date(2026, 11, 2))
        assert (first.pence, first.per, first.law_on) == (37_655, "month", SEPTEMBER.start)
        assert (second.pence, second.supersedes_id, second.sequence) == (49_998, None, 3)
        assert (first.period_from, second.period_from) == (SEPTEMBER.start, OCTOBER.start)
        assert [(row.from_on, row.pence, row.decision_id) for row in AwardAmount.objects.order_by("id")] == [
            (SEPTEMBER.start, 37_655, first.id), (OCTOBER.start, 49_998, second.id)]
        assert {step["cites"] for step in first.trace} >= {"Rent Help Act 2026 s1"}

    def test_tells_the_customer_only_where_it_changed(self, award):
        report(award, SEPTEMBER, 0)
        assess(award, SEPTEMBER)
        assert contacts.messages_of(customer_id=award.customer_id) == []
        report(award, OCTOBER, 1)
        assess(award, OCTOBER)
        [message] = contacts.messages_of(customer_id=award.customer_id)
        assert message.template == "amount_changed"
        assert "£500.00 becomes £499.99 for 1 October 2026 to 31 October 2026, paid on 6 November 2026" in (
            message.body_text)

    def test_is_assessed_once(self, award):
        report(award, SEPTEMBER, 100)
        first = assess(award, SEPTEMBER)
        report(award, SEPTEMBER, 200, on=date(2026, 10, 2))
        assert assess(award, SEPTEMBER, on=date(2026, 10, 3)) == first
        assert (AwardAmount.objects.count(), Decision.objects.count()) == (1, 2)

    def test_is_paid_seven_days_after_its_last(self, award, settings, tmp_path):
        settings.ENTITLE_VAR = tmp_path
        report(award, SEPTEMBER, 10_000)
        assess(award, SEPTEMBER)
        run = pay_due_awards(on=date(2026, 10, 7), by=SYSTEM, as_at=midday(date(2026, 10, 2)))
        assert (run.payments, run.pence, run.problems) == (1, 40_000, ())
        again = pay_due_awards(on=date(2026, 11, 6), by=SYSTEM, as_at=midday(date(2026, 11, 2)))
        assert again.payments == 0
        [paid] = payments.of_customer(customer_id=award.customer_id)
        assert (paid.payment.period_start, paid.payment.period_end) == (SEPTEMBER.start, SEPTEMBER.end)

    def test_assessed_late_is_paid_by_the_next_run(self, award, settings, tmp_path):
        settings.ENTITLE_VAR = tmp_path
        for period in (SEPTEMBER, OCTOBER):
            report(award, period, 10_000)
            assess(award, period, on=date(2026, 11, 10))
        run = pay_due_awards(on=date(2026, 11, 13), by=SYSTEM, as_at=midday(date(2026, 11, 10)))
        assert (run.payments, run.pence) == (2, 80_000)

    def test_of_which_nothing_is_due_pays_nothing_and_is_not_made_work(self, award, settings, tmp_path):
        settings.ENTITLE_VAR = tmp_path
        report(award, SEPTEMBER, 90_000)
        assert assess(award, SEPTEMBER).pence == 0
        assert pay_due_awards(on=date(2026, 10, 7), by=SYSTEM, as_at=midday(date(2026, 10, 2))).payments == 0
        assert (WorkItem.objects.count(), Payment.objects.count()) == (0, 0)


class TestAPeriodThatWasNot:
    def test_is_work_for_a_person_and_pays_nothing(self, award):
        report(award, SEPTEMBER, 100)
        assess(award, SEPTEMBER)
        for _ in range(2):
            assert assess(award, OCTOBER) == NotAssessed(missing=("rent_help.earned",))
        [item] = WorkItem.objects.all()
        assert (item.kind, item.note) == ("period.assess", "2026-10-01: Earned in the period")
        assert [due.period for due in queries.periods_due(award_id=award.id, until=date(2027, 1, 1))] == [SEPTEMBER]

    def test_is_settled_with_its_work_once_it_is_reported(self, award):
        assess(award, SEPTEMBER)
        report(award, SEPTEMBER, 0, on=date(2026, 10, 4))
        assert assess(award, SEPTEMBER, on=date(2026, 10, 5)).pence == 50_000
        assert [item.state for item in WorkItem.objects.all()] == ["done"]

    def test_is_not_assessed_before_its_end_nor_out_of_turn(self, award):
        report(award, SEPTEMBER, 0)
        with pytest.raises(NotDone, match="not over"):
            assess(award, SEPTEMBER, on=date(2026, 9, 30))
        with pytest.raises(NotDone, match="in order"):
            assess(award, OCTOBER)

    def test_of_a_day_without_law_is_left_to_a_person_who_is_told_which(self, award):
        Award.objects.filter(id=award.id).update(starts_on=date(2028, 5, 1), first_payday=date(2028, 6, 7))
        period = Period(date(2028, 5, 1), date(2028, 6, 1))
        report(award, period, 0)
        left = assess(award, period)
        assert "most" in left.reasons[0] and "2028-05-01" in left.reasons[0]


class TestAnEnd:
    def test_needs_a_person_and_is_from_the_start_of_the_period(self, award):
        customers.hold_facts(customer_id=award.customer_id, facts={"rent_help.rent": 0}, source="customer",
                             as_at=midday(date(2026, 9, 20)))
        report(award, SEPTEMBER, 0)
        assert assess(award, SEPTEMBER) == NotAssessed(reasons=("no_rent",))
        gurpreet = Actor(role="staff", channel="desk", user_id=officer("Gurpreet Kaur").pk, name="Gurpreet Kaur")
        assert assess(award, SEPTEMBER, by=gurpreet).result == "refused"
        award.refresh_from_db()
        assert (award.state, award.ends_on) == ("ended", SEPTEMBER.start)
        assert [message.template for message in contacts.messages_of(customer_id=award.customer_id)] == [
            "decision_refused"]


class TestAChallenge:
    def test_of_one_month_changes_that_month_when_another_has_been_decided_since(self, award):
        gurpreet = Actor(role="staff", channel="desk", user_id=officer("Gurpreet Kaur").pk, name="Gurpreet Kaur")
        for period in (SEPTEMBER, OCTOBER):
            report(award, period, 10_000)
            assess(award, period, on=date(2026, 11, 2))
        first = Decision.objects.get(period_from=SEPTEMBER.start)
        asked = ask_to_look_again(decision_code=first.code, why="I earned less", by=gurpreet,
                                  as_at=midday(date(2026, 11, 3)))
        report(award, SEPTEMBER, 4_000, on=date(2026, 11, 4))
        done = decide_again(reconsideration_code=asked.code, because="You earned £40.", by=gurpreet,
                            as_at=midday(date(2026, 11, 5)))
        assert (done.state, done.new_decision.pence, done.new_decision.supersedes_id, done.new_decision.sequence) == (
            "changed", 46_000, first.id, 4)
        assert [queries.pence_on(award_id=award.id, on=period.start) for period in (SEPTEMBER, OCTOBER)] == [
            46_000, 40_000]
        october = Decision.objects.get(period_from=OCTOBER.start)
        assert (decided.standing(about=first), decided.standing(about=october)) == (done.new_decision, october)


class TestTheSweep:
    def test_asks_for_the_report_and_makes_it_work_only_once_it_is_late(self, award):
        for day, waiting in ((1, 0), (5, 0), (15, 1)):
            with clock.at(midday(date(2026, 10, day))):
                jobs.assess_award(award_code=award.code)
            assert WorkItem.objects.filter(kind="period.assess").count() == waiting
        [asked] = SetAsked.objects.all()
        assert (asked.period_from, asked.due_on) == (SEPTEMBER.start, date(2026, 10, 14))
        report(award, SEPTEMBER, 0, on=date(2026, 10, 16))
        with clock.at(midday(date(2026, 10, 16))):
            jobs.assess_award(award_code=award.code)
        assert AwardAmount.objects.get().pence == 50_000
        assert WorkItem.objects.get(kind="period.assess").state == "done"

    def test_assesses_every_period_that_is_over_and_reported_and_no_other(self, award):
        for period in (SEPTEMBER, OCTOBER):
            report(award, period, 100)
        with clock.at(midday(date(2026, 11, 1))):
            assert list(queries.to_assess(scheme="rent_help", on=date(2026, 9, 30), by_end=True)) == []
            assert list(queries.to_assess(scheme="rent_help", on=date(2026, 10, 1), by_end=True)) == [award.code]
            jobs.assess_award(award_code=award.code)
            jobs.assess_award(award_code=award.code)
        assert AwardAmount.objects.count() == 2
        assert list(queries.to_assess(scheme="rent_help", on=date(2026, 11, 30), by_end=True)) == []
