"""Reconsiderations and quality checks: never by whoever made the decision."""
from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from entitle.claims.tests.cast import submitted
from entitle.contacts.tests.cast import NOON, customer
from entitle.decisions import operations, queries
from entitle.decisions.errors import AlreadyAsked, SameOfficer
from entitle.decisions.lifecycle import RECONSIDERATION
from entitle.decisions.models import QualityCheck, Reconsideration
from entitle.decisions.tests.cast import REFUSED, by, decided
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.references import SYSTEM, Actor

pytestmark = pytest.mark.django_db


def ask(decision, why="I paid stamps in 1984"):
    return operations.ask_for_reconsideration(decision=decision, why=why, channel="telephone", as_at=NOON)


@pytest.fixture
def refusal():
    return decided(submitted(customer("Joan Black")), outcome=REFUSED, by=by("Gurpreet Kaur"))


class TestLookingAgain:
    def test_is_refused_to_whoever_decided(self, refusal):
        asked = ask(refusal)
        gurpreet = its_maker(refusal)
        for look in (
            lambda: operations.take_reconsideration(reconsideration=asked, by=gurpreet),
            lambda: operations.decide_reconsideration(
                reconsideration=asked, new_decision=None, because="I was right", by=gurpreet, as_at=NOON),
        ):
            with pytest.raises(SameOfficer, match="Gurpreet Kaur"):
                look()
        assert queries.reconsideration(code=asked.code).state == "asked"

    def test_is_refused_by_the_database_too(self, refusal):
        asked = ask(refusal)
        with pytest.raises(IntegrityError, match="reconsidered_by_another"), transaction.atomic():
            Reconsideration.objects.filter(id=asked.id).update(
                state="upheld", decided_by_user_id=refusal.decided_by_user_id)

    def test_is_not_for_the_system_to_do(self):
        decision = decided(submitted(customer("Joan Black")), by=SYSTEM)
        with pytest.raises(SameOfficer, match="person"):
            operations.take_reconsideration(reconsideration=ask(decision), by=SYSTEM)

    def test_may_uphold_the_decision(self, refusal):
        done = operations.decide_reconsideration(
            reconsideration=ask(refusal), new_decision=None, because="The record shows no such years",
            by=by("Tomasz Zieliński"), as_at=NOON)
        assert (done.state, done.outcome_reason) == ("upheld", "The record shows no such years")
        assert queries.latest(claim_id=refusal.claim_id) == refusal

    def test_may_change_it_for_a_new_one_that_supersedes_it(self, refusal):
        tomasz, asked = by("Tomasz Zieliński"), ask(refusal)
        second = decided(refusal.claim, by=tomasz, supersedes=refusal)
        done = operations.decide_reconsideration(
            reconsideration=asked, new_decision=second, because="The years were found", by=tomasz, as_at=NOON)
        assert (done.state, done.new_decision_id) == ("changed", second.id)
        assert queries.latest(claim_id=refusal.claim_id) == second
        [shown] = queries.reconsiderations_of(customer_id=refusal.customer_id)
        assert shown == done

    def test_cannot_change_it_for_a_decision_about_something_else(self, refusal):
        tomasz, asked = by("Tomasz Zieliński"), ask(refusal)
        other = decided(submitted(customer("Winston Clarke")), by=tomasz)
        with pytest.raises(ValueError, match=other.code):
            operations.decide_reconsideration(
                reconsideration=asked, new_decision=other, because="?", by=tomasz, as_at=NOON)

    def test_is_asked_for_once_at_a_time(self, refusal):
        asked = ask(refusal)
        with pytest.raises(AlreadyAsked, match=asked.code):
            ask(refusal)
        operations.withdraw_reconsideration(reconsideration=asked, as_at=NOON)
        assert ask(refusal, why="I have found the papers").state == "asked"

    def test_can_be_handed_back_for_someone_else(self, refusal):
        asked = operations.take_reconsideration(reconsideration=ask(refusal), by=by("Tomasz Zieliński"))
        back = operations.hand_back_reconsideration(reconsideration=asked)
        assert (back.state, back.decided_by_user_id) == ("asked", None)


class TestItsLife:
    @given(st.lists(st.sampled_from(sorted({event for _, event, _ in RECONSIDERATION.edges})), max_size=10))
    @settings(max_examples=50)
    def test_once_settled_it_is_settled(self, events):
        state = RECONSIDERATION.first
        for event in events:
            if state in ("upheld", "changed", "withdrawn"):
                with pytest.raises(NotAllowedNow):
                    RECONSIDERATION.after(state, event)
            elif RECONSIDERATION.can(state, event):
                state = RECONSIDERATION.after(state, event)


class TestTheQualitySample:
    def draw(self, percent, *, at=NOON):
        return operations.choose_for_quality(
            scheme="made_up_benefit", percent=percent, from_at=NOON - timedelta(days=1),
            until_at=NOON + timedelta(days=1), as_at=at)

    def test_follows_from_the_digests_and_is_drawn_once(self, refusal):
        other = decided(submitted(customer("Winston Clarke")), by=by("Precious Okafor"))
        expected = {d.id for d in (refusal, other) if int.from_bytes(bytes(d.digest)[:3]) % 1_000_000 < 500_000}
        assert self.draw(50) == len(expected)
        assert self.draw(50, at=NOON + timedelta(hours=1)) == 0
        assert set(QualityCheck.objects.values_list("decision_id", flat=True)) == expected
        assert self.draw(100) == 2 - len(expected)

    def test_is_checked_by_another_officer(self, refusal):
        self.draw(100)
        with pytest.raises(SameOfficer):
            operations.check_quality(decision=refusal, is_right=True, pence_wrong=0, note="", as_at=NOON,
                                     by=its_maker(refusal))
        [to_do] = queries.quality_checks_to_do()
        assert to_do.decision == refusal

    def test_gives_both_measures_of_accuracy(self, refusal):
        paid = decided(submitted(customer("Winston Clarke")), by=by("Precious Okafor"))
        self.draw(100)
        tomasz = by("Tomasz Zieliński")
        operations.check_quality(decision=refusal, is_right=True, pence_wrong=0, note="", by=tomasz, as_at=NOON)
        operations.check_quality(decision=paid, is_right=False, pence_wrong=130, note="A year was missed",
                                 by=tomasz, as_at=NOON)
        found = queries.accuracy(scheme="made_up_benefit", from_at=NOON, until_at=NOON + timedelta(seconds=1))
        assert (found.checked, found.right, found.pence, found.pence_wrong) == (2, 1, 24130, 130)
        with pytest.raises(NotAllowedNow):
            operations.check_quality(decision=paid, is_right=True, pence_wrong=0, note="", by=tomasz, as_at=NOON)


def its_maker(decision):
    """Whoever made a decision, acting again."""
    user = decision.decided_by_user
    return Actor(role="staff", channel="desk", user_id=user.id, name=str(user))
