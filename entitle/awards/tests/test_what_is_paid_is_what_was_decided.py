"""Opening awards, changing amounts, and carrying out a revised decision."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from entitle.awards import operations, queries
from entitle.awards.arithmetic import Rate
from entitle.awards.models import Award, AwardAmount, bucket_of
from entitle.awards.operations import AlreadyAwarded, AmountChange
from entitle.awards.tests.cast import FOUR_WEEKLY, awarded
from entitle.blueprint.scheme import Cycle
from entitle.claims.tests.cast import SCHEME, submitted
from entitle.contacts.tests.cast import NOON, customer
from entitle.decisions.tests.cast import REFUSED, decided, entitled
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.references import SYSTEM

pytestmark = pytest.mark.django_db
START = date(2026, 11, 20)


def revise(award, outcome, **fields):
    second = decided(award.claim, outcome=outcome, by=SYSTEM, supersedes=award.decision)
    return operations.follow(decision=second, outcome=outcome, cycle=FOUR_WEEKLY, as_at=NOON, **fields)


def paid(customer_id, *, until=date(2027, 3, 1)):
    """Pence for each day that any of the customer's awards pays for, by the period it is paid in."""
    return [
        (due.period, due.pence) for award in Award.objects.filter(customer_id=customer_id).order_by("starts_on")
        for due in queries.periods_due(award_id=award.id, until=until)]


class TestOpening:
    def test_pays_the_amount_from_the_start_on_the_day_the_rules_gave(self):
        award = awarded(customer("Olwen Llŷr"))
        assert (award.state, award.first_payday, award.weekday) == ("open", date(2026, 12, 23), 2)
        assert queries.amounts_of(award_id=award.id) == [Rate(START, 24130)]
        assert award.basis["weekday_read"] == ["person.nino"]
        assert queries.live(customer_id=award.customer_id, scheme=SCHEME) == award

    def test_a_second_of_the_same_benefit_is_refused_by_name(self):
        olwen = customer("Olwen Llŷr")
        award = awarded(olwen)
        type(award.claim).objects.filter(id=award.claim_id).update(state="decided")
        with pytest.raises(AlreadyAwarded, match=award.code):
            awarded(olwen)

    def test_a_refusal_or_a_benefit_paid_in_advance_cannot_be_opened(self):
        decision = decided(submitted(customer("Joan Black")), outcome=REFUSED, by=SYSTEM)
        with pytest.raises(ValueError, match="refused"):
            operations.open(decision=decision, outcome=REFUSED, cycle=FOUR_WEEKLY, as_at=NOON)
        with pytest.raises(ValueError, match="advance"):
            operations.open(decision=decision, outcome=entitled(), as_at=NOON,
                            cycle=Cycle(weeks=1, weekday="payment_weekday", in_arrears=False))

    def test_of_a_claim_decided_after_the_amounts_went_up_pays_each_week_its_own(self):
        outcome = entitled(starts_on=date(2026, 3, 19))
        decision = decided(submitted(customer("Olwen Llŷr")), outcome=outcome, by=SYSTEM)
        award = operations.open(
            decision=decision, outcome=outcome, cycle=FOUR_WEEKLY, as_at=NOON,
            earlier_amounts=[Rate(date(2026, 3, 19), 23025), Rate(date(2026, 4, 6), 24130)])
        [first] = queries.periods_due(award_id=award.id, until=date(2026, 4, 15))
        assert first.pence == 3 * 23025 + 24130

    def test_is_in_payment_once_first_paid(self):
        award = awarded(customer("Olwen Llŷr"))
        assert operations.mark_paid(award_ids=[award.id]) == 1
        assert operations.mark_paid(award_ids=[award.id]) == 0
        assert queries.get(code=award.code).state == "in_payment"


class TestAChangeOfAmount:
    def test_counts_from_the_first_benefit_week_on_or_after_it_and_is_made_once(self):
        award = awarded(customer("Olwen Llŷr"))
        changes = [AmountChange(award.id, date(2027, 4, 12), 25000)]
        for _ in range(2):
            assert operations.change_amounts(changes=changes, as_at=NOON) == 1
        assert queries.amounts_of(award_id=award.id)[1:] == [Rate(date(2027, 4, 15), 25000)]
        assert queries.pence_on(award_id=award.id, on=date(2027, 4, 14)) == 24130
        assert queries.pence_on(award_id=award.id, on=date(2027, 4, 15)) == 25000

    def test_of_an_ended_award_is_refused_alone_and_passed_over_in_a_mass(self):
        award = awarded(customer("Olwen Llŷr"))
        operations.end(award_id=award.id, on=date(2027, 1, 1), reason="left", as_at=NOON)
        assert operations.change_amounts(changes=[AmountChange(award.id, date(2027, 4, 12), 1)], as_at=NOON) == 0
        with pytest.raises(NotAllowedNow, match=award.code):
            operations.change_amount(
                award_id=award.id, change_on=START, pence=1, decision_id=None, as_at=NOON)

    def test_many_take_two_statements(self, django_assert_num_queries):
        awards = [awarded(customer(name)) for name in ("Olwen Llŷr", "Joan Black", "Dafydd Prys")]
        with django_assert_num_queries(2):
            operations.change_amounts(as_at=NOON, changes=[
                AmountChange(award.id, date(2027, 4, 12), 25000) for award in awards])

    def test_shows_in_the_whole_caseload(self):
        award = awarded(customer("Olwen Llŷr"))
        operations.change_amounts(changes=[AmountChange(award.id, date(2027, 4, 12), 25000)], as_at=NOON)
        bucket = bucket_of(award.customer_id)
        [found] = queries.live_in_bucket(scheme=SCHEME, bucket=bucket, change_on=date(2027, 4, 12))
        assert (found.code, found.effective_on) == (award.code, date(2027, 4, 15))
        assert (found.paid, found.paid_from, found.facts) == (24130, 25000, award.decision.facts)
        assert queries.live_in_bucket(scheme=SCHEME, bucket=bucket, change_on=START) == []


class TestARevisedDecision:
    def test_with_another_amount_is_owed_from_the_start(self):
        award = awarded(customer("Olwen Llŷr"))
        assert revise(award, entitled(pence=24200)) == award
        assert queries.pence_on(award_id=award.id, on=START) == 24200
        assert AwardAmount.objects.filter(award=award).count() == 2

    def test_overtakes_amounts_made_before_it_but_not_a_coming_uprating(self):
        award = awarded(customer("Olwen Llŷr"), starts_on=date(2026, 3, 19))
        for change_on, pence in ((date(2026, 4, 6), 24500), (date(2027, 4, 12), 25000)):
            operations.change_amounts(changes=[AmountChange(award.id, change_on, pence)], as_at=NOON)
        revise(award, entitled(pence=20000, starts_on=date(2026, 3, 19)))
        days = (date(2026, 3, 19), date(2026, 4, 9), date(2027, 4, 15))
        assert [queries.pence_on(award_id=award.id, on=on) for on in days] == [20000, 20000, 25000]

    def test_that_starts_earlier_pays_the_days_between_once(self):
        olwen = customer("Olwen Llŷr")
        award = awarded(olwen)
        before = sum(pence for _, pence in paid(olwen.id))
        revise(award, entitled(starts_on=START - timedelta(days=70)))
        periods = [period for period, _ in paid(olwen.id)]
        assert all(earlier.end == later.start for earlier, later in zip(periods, periods[1:], strict=False))
        assert periods[0].start == START - timedelta(days=70)
        assert sum(pence for _, pence in paid(olwen.id)) == before + 10 * 24130

    def test_that_starts_later_pays_nothing_for_the_days_before(self):
        olwen = customer("Olwen Llŷr")
        award = awarded(olwen)
        before = sum(pence for _, pence in paid(olwen.id))
        revise(award, entitled(starts_on=date(2026, 12, 3)))  # a Thursday: a benefit week begins
        assert before - sum(pence for _, pence in paid(olwen.id)) == 20683 + 24130

    def test_that_refuses_ends_it_from_its_start(self):
        award = awarded(customer("Olwen Llŷr"))
        assert revise(award, REFUSED) is None
        ended = queries.get(code=award.code)
        assert (ended.state, ended.ends_on) == ("ended", START)
        assert paid(award.customer_id) == []

    def test_that_entitles_after_a_refusal_opens_one(self):
        claim = submitted(customer("Joan Black"))
        first = decided(claim, outcome=REFUSED, by=SYSTEM)
        second = decided(claim, by=SYSTEM, supersedes=first)
        award = operations.follow(decision=second, outcome=entitled(), cycle=FOUR_WEEKLY, as_at=NOON)
        assert award.decision == second and award.state == "open"

    def test_of_an_award_that_has_ended_is_left_to_a_person(self):
        award = awarded(customer("Joan Black"))
        operations.end(award_id=award.id, on=date(2027, 1, 1), reason="left", as_at=NOON)
        with pytest.raises(NotAllowedNow, match="by hand"):
            revise(award, entitled(pence=1))


class TestTheRecordPage:
    def test_reads_awards_in_three_statements_however_many(self, django_assert_num_queries):
        olwen = customer("Olwen Llŷr")
        for scheme in ("one", "another", "a_third"):
            awarded(olwen, scheme=scheme)
        with django_assert_num_queries(3):
            glances = queries.of_customer(customer_id=olwen.id, on=date(2026, 11, 1))
        assert [glance.pence for glance in glances] == [24130] * 3
