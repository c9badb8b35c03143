"""Suspensions and ends: each with its reason, and of one award only."""
from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from entitle.awards import operations, queries
from entitle.awards.lifecycle import AWARD, LIVE_STATES
from entitle.awards.models import Award, Suspension
from entitle.awards.tests.cast import awarded
from entitle.contacts.tests.cast import NOON, customer, officer
from entitle.kernel.lifecycle import NotAllowedNow

pytestmark = pytest.mark.django_db


def suspend(award, **fields):
    return operations.suspend(**{
        "award_id": award.id, "reason": "Moved into a care home", "owner_user_id": officer("Precious Okafor").id,
        "notice_sent_at": NOON, "review_on": date(2026, 12, 21), "from_on": date(2026, 11, 23), **fields})


class TestASuspension:
    def test_of_one_benefit_leaves_the_customers_others_in_payment(self):
        margaret = customer("Margaret Whitfield")
        pension, allowance = awarded(margaret), awarded(margaret, scheme="another_benefit")
        suspend(allowance)
        states = {glance.award.id: (glance.award.state, glance.suspension is not None)
                  for glance in queries.of_customer(customer_id=margaret.id, on=date(2026, 11, 23))}
        assert states == {pension.id: ("open", False), allowance.id: ("suspended", True)}
        assert len(queries.next_paydays(award_id=pension.id, as_at=NOON)) == 3

    @pytest.mark.parametrize("lacking", [
        {"reason": " "}, {"owner_user_id": None}, {"notice_sent_at": None}, {"review_on": None},
        {"review_on": date(2026, 11, 23)},
    ])
    def test_is_refused_by_the_database_without_a_reason_an_owner_a_notice_or_a_review(self, lacking):
        award = awarded(customer("Margaret Whitfield"))
        with pytest.raises(IntegrityError), transaction.atomic():
            suspend(award, **lacking)
        assert Award.objects.get(id=award.id).state == "open"

    def test_is_looked_at_again_when_its_date_comes(self):
        suspension = suspend(awarded(customer("Margaret Whitfield")))
        assert queries.suspensions_to_review(on=date(2026, 12, 20)) == []
        assert queries.suspensions_to_review(on=date(2026, 12, 21)) == [suspension]
        operations.move_review(award_id=suspension.award_id, review_on=date(2027, 1, 11),
                               owner_user_id=suspension.owner_user_id)
        assert queries.suspensions_to_review(on=date(2026, 12, 21)) == []

    def test_is_not_made_twice_and_is_lifted_once(self):
        award = awarded(customer("Margaret Whitfield"))
        suspension = suspend(award)
        with pytest.raises(NotAllowedNow):
            suspend(award, owner_user_id=suspension.owner_user_id)
        assert operations.resume(award_id=award.id, on=date(2026, 12, 1)).state == "in_payment"
        with pytest.raises(NotAllowedNow):
            operations.resume(award_id=award.id, on=date(2026, 12, 2))
        suspension.refresh_from_db()
        assert (suspension.state, suspension.until_on) == ("lifted", date(2026, 12, 1))


class TestAnEnd:
    def test_by_a_death_pays_up_to_and_including_the_day(self):
        winston = customer("Winston Clarke")
        pension, allowance = awarded(winston), awarded(winston, scheme="another_benefit")
        suspend(allowance)
        operations.end_all(customer_id=winston.id, after=date(2026, 12, 1), reason="death", as_at=NOON)
        for award in (pension, allowance):
            [due] = queries.periods_due(award_id=award.id, until=date(2027, 6, 1))
            assert (due.period.start, due.period.end) == (date(2026, 11, 20), date(2026, 12, 2))
            assert due.pence == 20683 + 20683  # six days, then six more of the next benefit week
        assert Suspension.objects.get(award=allowance).state == "overtaken"
        assert queries.schemes_of(customer_id=winston.id) == []

    def test_of_ones_award_is_no_end_of_anothers(self):
        joan, sean = customer("Joan Black"), customer("Seán O'Neill")
        awarded(joan)
        his = awarded(sean)
        operations.end_all(customer_id=joan.id, after=date(2026, 12, 1), reason="death", as_at=NOON)
        assert Award.objects.get(id=his.id).state == "open"

    def test_before_the_start_means_nothing_was_due(self):
        award = awarded(customer("Joan Black"))
        operations.end(award_id=award.id, on=award.starts_on - timedelta(days=400), reason="void", as_at=NOON)
        assert queries.periods_due(award_id=award.id, until=date(2027, 6, 1)) == []

    def test_without_a_reason_is_refused(self):
        award = awarded(customer("Joan Black"))
        with pytest.raises(ValueError, match="reason"):
            operations.end(award_id=award.id, on=date(2027, 1, 1), reason="", as_at=NOON)
        with pytest.raises(IntegrityError, match="award_end_says_why"), transaction.atomic():
            Award.objects.filter(id=award.id).update(state="ended", ends_on=date(2027, 1, 1))

    def test_is_the_end(self):
        award = awarded(customer("Joan Black"))
        operations.end(award_id=award.id, on=date(2027, 1, 1), reason="left", as_at=NOON)
        with pytest.raises(NotAllowedNow):
            suspend(award)
        with pytest.raises(NotAllowedNow):
            operations.end(award_id=award.id, on=date(2027, 1, 1), reason="left", as_at=NOON)


class TestItsLife:
    @given(st.lists(st.sampled_from(sorted({event for _, event, _ in AWARD.edges})), max_size=12))
    @settings(max_examples=50)
    def test_moves_only_along_its_edges(self, events):
        state = AWARD.first
        for event in events:
            if AWARD.can(state, event):
                assert state in LIVE_STATES
                state = AWARD.after(state, event)
            else:
                with pytest.raises(NotAllowedNow):
                    AWARD.after(state, event)
