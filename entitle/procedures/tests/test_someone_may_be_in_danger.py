"""Words of danger open a six-point plan that goes before all other work, and is not closed without an outcome."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from entitle.contacts.models import SafeguardingPlan
from entitle.contacts.operations import note_customer
from entitle.contacts.six_points import six_points
from entitle.history.queries import about as events_about
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.references import SYSTEM, Actor, Reference
from entitle.procedures.close_safeguarding import close_safeguarding
from entitle.procedures.do_safeguarding_point import do_safeguarding_point
from entitle.procedures.errors import NotDone
from entitle.procedures.finish_work import finish_work
from entitle.procedures.open_safeguarding import open_safeguarding
from entitle.procedures.queue_call import queue_call
from entitle.procedures.record_death import record_death
from entitle.procedures.register_customer import register_customer
from entitle.procedures.tests.calling import after, agent, heard, waiting
from entitle.work.queries import queue

TEN = datetime(2026, 11, 23, 10, tzinfo=UTC)
WANTS_TO_DIE = "no money for 3 weeks, I want to go to sleep and not wake up"


def later(minutes: int) -> datetime:
    return TEN + timedelta(minutes=minutes)


@pytest.fixture
def sinead(db):
    return register_customer(name={"given": "Sinéad", "family": "Ní Dhomhnaill"}, born_on=date(1971, 2, 3),
                             nino="AB110011C", sex="female", postcode="LL57 1AA", language="en", by=SYSTEM, as_at=TEN)


@pytest.fixture
def ruth(db):
    return agent("Ruth O'Neill", "safeguarding", role="team_leader")


def plan_about(item) -> SafeguardingPlan:
    return SafeguardingPlan.objects.get(id=item.about_id)


def follow_all(plan, by):
    for point in six_points():
        do_safeguarding_point(plan_code=plan.code, point=point.name, was_needed=True, by=by, as_at=later(1))


class TestItGoesBeforeAllOtherWork:
    def test_before_a_death_that_was_due_earlier(self, sinead, ruth):
        record_death(customer_code=sinead.code, died_on=date(2026, 10, 1), told_by="daughter", by=ruth,
                     as_at=TEN - timedelta(days=30))
        other = register_customer(name={"given": "Llŷr", "family": "d’Arcy-Jones"}, born_on=date(1980, 1, 1),
                                  nino="AB110012C", sex="male", postcode="LL57 1AB", language="cy", by=SYSTEM,
                                  as_at=TEN)
        item = open_safeguarding(customer=other, words=WANTS_TO_DIE, channel="online", as_at=TEN)
        assert [row.id for row in queue(skills=["safeguarding", "bereavement"]).rows][0] == item.id
        assert item.priority == 0 and item.target_on == TEN.date()

    def test_a_call_jumps_the_queue_with_the_callers_own_words(self, db):
        first = waiting("waited longest", 0, priority=1, queue="Q_SAFEGUARD")
        call = waiting("in danger", 60, queue="Q_PENSION")
        open_safeguarding(call=call, words="I've took some tablets", channel="telephone", as_at=after(61))
        call.refresh_from_db()
        assert (call.queue, call.priority, call.summary) == ("Q_SAFEGUARD", 0, "I've took some tablets")
        assert call.priority < first.priority

    def test_and_keeps_its_place_whatever_the_caller_presses_next(self, db):
        call = waiting("pressed two", 0)
        open_safeguarding(call=call, words="dwi eisiau marw", channel="telephone", as_at=after(1))
        queue_call(call=call, queue="Q_PENSION", priority=3, language="cy", summary="pension", as_at=after(4))
        call.refresh_from_db()
        assert (call.queue, call.priority, call.language) == ("Q_SAFEGUARD", 0, "cy")

    def test_so_does_whoever_rings_while_their_plan_is_open(self, sinead):
        open_safeguarding(customer=sinead, words=WANTS_TO_DIE, channel="online", as_at=TEN)
        call = heard("rings later", "initiated", 60)
        note_customer(call_id=call.pk, customer_id=sinead.id)
        queue_call(call=call, queue="Q_PENSION", priority=3, language="en", summary="pension", as_at=after(61))
        call.refresh_from_db()
        assert (call.queue, call.priority) == ("Q_SAFEGUARD", 0)

    def test_a_call_that_an_agent_has_stays_with_them(self, db):
        call = waiting("talking", 0)
        heard("talking", "connected_to_agent", 5)
        call.refresh_from_db()
        open_safeguarding(call=call, words="I'll stab someone", channel="telephone", as_at=after(9))
        call.refresh_from_db()
        assert (call.state, call.queue) == ("answered", "Q_PENSION")


class TestOnePlanAPerson:
    def test_words_said_while_it_is_open_are_added_whatever_channel_they_come_by(self, sinead):
        first = open_safeguarding(customer=sinead, words=WANTS_TO_DIE, channel="online", as_at=TEN)
        again = open_safeguarding(customer=sinead, words=WANTS_TO_DIE, channel="online", as_at=later(1))
        by_letter = open_safeguarding(customer=sinead, words="He hits me.", channel="clerical", as_at=later(2))
        assert first.id == again.id == by_letter.id
        heard_words = [(each.kind, each.channel) for each in plan_about(first).words.order_by("at")]
        assert heard_words == [("self_harm", "online"), ("abuse", "clerical")]

    def test_a_calls_plan_becomes_the_callers_once_they_are_known(self, sinead):
        call = waiting("unknown", 0)
        item = open_safeguarding(call=call, words=WANTS_TO_DIE, channel="telephone", as_at=after(1))
        assert plan_about(item).customer_id is None
        open_safeguarding(customer=sinead, call=call, words="I said: " + WANTS_TO_DIE, channel="telephone",
                          as_at=after(9))
        assert SafeguardingPlan.objects.get().customer_id == sinead.id

    def test_after_it_is_closed_new_words_open_another(self, sinead, ruth):
        item = open_safeguarding(customer=sinead, words=WANTS_TO_DIE, channel="online", as_at=TEN)
        close_safeguarding(plan_code=plan_about(item).code, outcome="no_danger", because="Read to me from a song",
                           by=ruth, as_at=later(3))
        assert open_safeguarding(customer=sinead, words=WANTS_TO_DIE, channel="online", as_at=later(5)).id != item.id

    def test_a_colleague_may_be_worried_by_words_that_no_rule_knows(self, sinead, ruth):
        item = open_safeguarding(customer=sinead, words="She went very quiet.", channel="desk", by=ruth, as_at=TEN)
        [heard_words] = plan_about(item).words.all()
        assert (heard_words.kind, heard_words.said, heard_words.heard_by_user_id) == ("concern", "", ruth.user_id)


class TestItIsNotClosedWithoutAnOutcome:
    @pytest.fixture
    def item(self, sinead):
        return open_safeguarding(customer=sinead, words=WANTS_TO_DIE, channel="online", as_at=TEN)

    @pytest.fixture
    def plan(self, item):
        return plan_about(item)

    def test_not_by_closing_its_work(self, item, ruth):
        with pytest.raises(NotDone):
            finish_work(work_code=item.code, outcome="all fine", by=ruth, as_at=later(1))

    def test_not_without_an_outcome_or_a_reason(self, plan, ruth):
        follow_all(plan, ruth)
        with pytest.raises(NotDone, match="never closed without an outcome"):
            close_safeguarding(plan_code=plan.code, outcome="", because="Done", by=ruth, as_at=later(2))
        with pytest.raises(NotDone, match="Say what was done"):
            close_safeguarding(plan_code=plan.code, outcome="referred", because=" ", by=ruth, as_at=later(2))

    def test_not_with_a_point_left_open(self, plan, ruth):
        for point in six_points()[:5]:
            do_safeguarding_point(plan_code=plan.code, point=point.name, was_needed=True, by=ruth, as_at=later(1))
        with pytest.raises(NotDone, match="Not done yet: Review"):
            close_safeguarding(plan_code=plan.code, outcome="referred", because="Rang them", by=ruth, as_at=later(2))
        with pytest.raises(NotDone, match="why this point is not needed"):
            do_safeguarding_point(plan_code=plan.code, point="review", was_needed=False, by=ruth, as_at=later(2))

    def test_each_point_has_the_name_and_the_time_of_whoever_did_it_first(self, plan, ruth):
        mair = agent("Mair", "safeguarding", role="team_leader")
        do_safeguarding_point(plan_code=plan.code, point="review", was_needed=True, by=ruth, as_at=later(1))
        done = do_safeguarding_point(plan_code=plan.code, point="review", was_needed=True, by=mair, as_at=later(9))
        assert (done.user_id, done.at) == (ruth.user_id, later(1))

    def test_closed_its_work_is_done_and_history_has_who_did_what(self, item, plan, ruth):
        follow_all(plan, ruth)
        closed = close_safeguarding(plan_code=plan.code, outcome="emergency_help", because="999 came", by=ruth,
                                    as_at=later(20))
        item.refresh_from_db()
        assert (closed.state, item.state, item.outcome) == ("closed", "done", "emergency_help")
        codes = sorted(event.code for event in events_about(Reference(item.about_kind, item.about_id)))
        assert codes == ["safeguarding.closed", "safeguarding.opened", *["safeguarding.point_done"] * 6]
        with pytest.raises(NotAllowedNow):
            close_safeguarding(plan_code=plan.code, outcome="no_danger", because="Again", by=ruth, as_at=later(21))

    def test_a_customer_never_closes_one(self, plan):
        with pytest.raises(NotDone, match="Only staff"):
            close_safeguarding(plan_code=plan.code, outcome="no_danger", because="I am fine",
                               by=Actor("customer", "online", 1), as_at=later(1))
