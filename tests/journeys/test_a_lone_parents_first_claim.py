"""The R2 walkthrough of DOMAIN 1a: IVR, first contact, statement, interview, hand-off, decision and first payment."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from entitle.claims import queries as claims
from entitle.claims.models import CouncilForm, StatementAgreed
from entitle.contacts.models import Appointment, Call
from entitle.contacts.queries import call_backs_kept, day_counts
from entitle.decisions import queries as decisions
from entitle.gateways.national_insurance.sandbox.server import serve
from entitle.history import queries as history
from entitle.kernel.periods import midday
from entitle.kernel.references import SYSTEM
from entitle.payments import queries as payments
from entitle.procedures.pay_due_awards import pay_due_awards
from tests.journeys import first_claim as steps
from tests.journeys.first_claim import STORY, Screen
from tests.journeys.stories import DAY

pytestmark = pytest.mark.browser
MORNING = datetime(DAY.year, DAY.month, DAY.day, 9, tzinfo=UTC)
TOMORROW = date(2026, 11, 24)
STOPS_AT = "household-has-partner"
THE_MONTH_IS_OVER = date(2026, 12, 23)


@pytest.fixture(autouse=True)
def _records(settings, tmp_path):
    """The body that keeps National Insurance records."""
    settings.ENTITLE_VAR = tmp_path / "var"
    running = serve(records={}, make_others=True)
    settings.ENTITLE_NI_URL = running.url
    yield
    running.stop()


@pytest.fixture
def exchange(service, settings):
    with steps.an_exchange(service, settings) as ringing:
        yield ringing


@pytest.fixture
def screens(page, service, clock_at, as_user, sign_in_browser, fill_in):
    """Signs one member of staff in to the browser after another."""
    clock_at(MORNING)
    page.set_default_timeout(30_000)
    staff = steps.staff_and_offices(MORNING)

    def of(name):
        sign_in_browser(page, staff[name])
        return Screen(page, service, fill_in, as_user(staff[name]))

    return of


class TestALoneParentsFirstClaim:
    def test_in_one_call(self, screens, exchange, clock_at):
        nia, olwens_phone = screens("nia"), steps.rings(exchange)
        steps.takes_the_call(nia, olwens_phone)
        steps.answers_and_registers_her(nia)
        steps.begins_the_claim(nia)
        nia.answers(steps.QUESTIONS, steps.facts_said())
        claim = claims.get(code=steps.sends_the_claim(nia))
        steps.reads_the_statement_back(nia)
        steps.books_an_interview(nia)
        steps.closes_the_call(nia, olwens_phone, "A claim was taken")
        assert len(nia.asked) == len(set(nia.asked)), "nothing is asked twice"
        assert (day_counts(DAY).offered, day_counts(DAY).answered) == (1, 1)
        self.goes_on_to_be_paid(claim, screens, clock_at)

    def test_in_two_calls(self, screens, exchange, clock_at):
        nia, olwens_phone = screens("nia"), steps.rings(exchange)
        steps.takes_the_call(nia, olwens_phone)
        steps.answers_and_registers_her(nia)
        steps.begins_the_claim(nia)
        nia.answers(steps.QUESTIONS, steps.facts_said(), until=STOPS_AT)
        promised = steps.is_promised_a_call_back(nia)
        steps.closes_the_call(nia, olwens_phone, "A call-back was promised")

        clock_at(promised.slot_start + timedelta(minutes=5))
        rashid = screens("rashid")
        steps.rings_her_back(rashid)
        steps.begins_the_claim(rashid)
        assert rashid.at == STOPS_AT, "it goes on at the first question that she has not answered"
        rashid.answers(steps.QUESTIONS, steps.facts_said())
        claim = claims.get(code=steps.sends_the_claim(rashid))
        steps.reads_the_statement_back(rashid)
        steps.books_an_interview(rashid)
        steps.ends_the_call(rashid)
        assert set(nia.asked).isdisjoint(rashid.asked), "nothing is asked twice"
        assert call_backs_kept(TOMORROW, as_at=promised.due_at).reached_in_time == 1
        self.goes_on_to_be_paid(claim, screens, clock_at)

    def goes_on_to_be_paid(self, claim, screens, clock_at):
        """The interview, the hand-off, the decision and the first payment."""
        steps.jobs_are_done("decisions")
        assert (claim.protected_on, Call.objects.get().customer) == (DAY, claim.customer)
        assert StatementAgreed.objects.get().how == "read_back" and CouncilForm.objects.get().claim == claim
        booked = Appointment.objects.get()
        assert (booked.adviser.user.username, booked.starts_at.date() <= booked.see_by) == ("marcus", True)
        clock_at(booked.starts_at)
        steps.is_seen(screens("marcus"))
        steps.finds_what_staff_find(screens("bronwen"))
        [decision] = decisions.of_claim(claim_id=claim.id)
        assert (decision.result, decision.pence, decision.starts_on) == ("entitled", STORY.pence, DAY)

        clock_at(midday(THE_MONTH_IS_OVER))
        steps.months_are_assessed()
        steps.tells_of_her_month(screens("nia").client, claim.customer)
        steps.months_are_assessed()
        run = pay_due_awards(on=date(2026, 12, 29), by=SYSTEM, as_at=midday(THE_MONTH_IS_OVER))
        assert (run.payments, run.pence, run.problems) == (1, STORY.pence, ())
        [paid] = payments.of_customer(customer_id=claim.customer_id)
        assert paid.payment.period_start == DAY
        assert {event.channel for event in history.of_customer(claim.customer_id, codes=["claim.submitted"])} == {
            "telephone"}
