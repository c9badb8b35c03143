"""Jobseeker's Allowance by telephone: a call, the National Insurance record, a decision, a letter and a payment."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.contacts import queries as contacts
from entitle.decisions import queries as decisions
from entitle.gateways.national_insurance.sandbox.server import serve
from entitle.history import queries as history
from entitle.kernel.references import SYSTEM
from entitle.payments import queries as payments
from entitle.procedures.jobs.decisions import fetch_record, try_to_decide
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.register_customer import register_customer
from entitle.record.queries import whole_customer
from tests.journeys.walking import walk

MORNING = datetime(2026, 11, 23, 9, tzinfo=UTC)
NINO = "AB123441C"
RECORD = {
    "qualifying_years": 14, "first_year_class_1_weeks": 52, "first_year_class_1_earnings": 1_560_000,
    "second_year_class_1_weeks": 30, "second_year_class_1_earnings": 900_000, "second_year_credits": 22,
}
ANSWERS = {
    "home.address": {"lines": ["1 Stryd Fawr", "Bangor"], "postcode": "LL57 1AA"}, "home.in_great_britain": True,
    "person.phone": None, "person.email": None, "person.letter_format": "standard",
    "jsa.fit_for_work": True, "jsa.looks_for_work": True, "jsa.agrees_plan": True, "person.in_education": False,
    "jsa.why_last_job_ended": "ended", "person.is_working": True, "person.hours_per_week": 4,
    "person.earnings_per_week": 4850, "jsa.volunteer_rescue_work": False, "person.has_pension": False,
    "jsa.had_before": False, "jsa.benefit_just_ended": False, "jsa.abroad_with_forces": False,
    "person.bank_account": {"sort_code": "401276", "account_number": "12345678", "account_name": "P OKAFOR",
                            "roll_number": ""},
    "person.has_helper": False, "person.access_needs": None,
}


@pytest.fixture(autouse=True)
def _morning(transactional_db, settings, tmp_path, clock_at):
    settings.ENTITLE_VAR = tmp_path / "var"
    clock_at(MORNING)


@pytest.fixture
def records(settings):
    """The body that keeps National Insurance records, with Precious's."""
    running = serve(records={NINO: RECORD}, make_others=False)
    settings.ENTITLE_NI_URL = running.url
    yield
    running.stop()


@pytest.fixture
def agent(an_officer, as_user):
    return as_user(an_officer())


@pytest.fixture
def call(agent):
    """The code of a call with Precious, who has shown who she is."""
    precious = register_customer(
        name={"given": "Precious", "family": "Ní Dhomhnaill"}, born_on=date(1990, 7, 14), nino=NINO,
        postcode="LL57 1AA", language="en", by=SYSTEM, as_at=MORNING)
    opened = agent.post(reverse("telephone_open", args=[precious.code]), {"reason": "calling"})
    code = opened["Location"].rstrip("/").rsplit("/", 1)[-1]
    agent.post(reverse("telephone_identity", args=[code]))
    return code


def answer_all(agent, call, answers):
    """Answers whatever the script asks until it is at an end; gives the claim's code and the facts asked."""
    begun = agent.post(reverse("telephone_start", args=[call, "jsa"]))["Location"]
    check, shown = walk(agent, begun, registry.scheme("jsa").claim, answers)
    return check.rstrip("/").rsplit("/", 2)[-2], shown


class TestACallFromStartToPayment:
    def test_is_answered_decided_explained_and_paid(self, agent, call, records):
        code, shown = answer_all(agent, call, ANSWERS)
        assert shown[0] == "home.address" and "person.born_on" not in shown, "the record knows who she is"
        assert "person.pension_per_week" not in shown and "person.earnings_per_week" in shown
        sent = agent.post(reverse("telephone_check", args=[call, code]), {"declared": "yes"}, follow=True)
        assert sent.status_code == 200
        claim = claims.get(code=code)
        assert (claim.state, claim.scheme, claim.decide_by) == ("received", "jsa", date(2026, 12, 7))

        fetch_record(claim_code=code)
        told = agent.get(reverse("telephone_sent", args=[call, code])).content.decode()
        assert "£52.05" in told, "95.55 less 43.50 of the pay, said on the call and no decision yet"
        try_to_decide(claim_code=code)
        decision = decisions.latest(claim_id=claim.id)
        assert (decision.result, decision.pence, decision.starts_on) == ("entitled", 5205, date(2026, 11, 30))
        assert {step["name"] for step in decision.trace} >= {"paid_too_little", "reached_too_little", "last_day_on"}

        letter = next(message for message in contacts.messages_of(customer_id=claim.customer_id)
                      if message.template == "decision_awarded")
        assert "We will pay you £52.05 a week from 30 November 2026" in letter.body_text
        assert "The last day we can pay for is 30 May 2027" in letter.body_text
        assert {event.channel for event in history.of_customer(claim.customer_id, codes=["claim.submitted"])} == {
            "telephone"}

        [first, second, *_] = next(iter(whole_customer(customer_id=claim.customer_id, as_at=MORNING).paydays.values()))
        assert (second.paid_on - first.paid_on).days == 14 and second.pence == 2 * 5205
        run = pay_due_awards(on=first.paid_on, by=SYSTEM, as_at=datetime(2026, 12, 1, 9, tzinfo=UTC))
        assert (run.payments, run.pence, run.owed, run.problems) == (1, first.pence, 0, ())
        [paid] = payments.of_customer(customer_id=claim.customer_id)
        assert (paid.payment.pence, paid.payment.pay_on) == (first.pence, first.paid_on)

    def test_someone_who_left_their_job_is_given_no_figure_and_the_reason(self, agent, call, records):
        code, _ = answer_all(agent, call, ANSWERS | {"jsa.why_last_job_ended": "left"})
        agent.post(reverse("telephone_check", args=[call, code]), {"declared": "yes"})
        fetch_record(claim_code=code)
        told = agent.get(reverse("telephone_sent", args=[call, code])).content.decode()
        assert "£" not in told and "You left your last job or were dismissed." in told
        try_to_decide(claim_code=code)
        assert claims.get(code=code).state == "handed_off"
