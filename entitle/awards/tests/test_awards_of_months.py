"""An award of months: its periods, when each is paid, what a change does to it, and the statement that pays them."""
from __future__ import annotations

import calendar
import random
from datetime import date, timedelta
from itertools import islice, pairwise, product

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from entitle.awards import arithmetic, operations, queries
from entitle.awards.arithmetic import PayCycle, Rate
from entitle.awards.models import Award, AwardAmount, bucket_of
from entitle.awards.operations import AmountChange
from entitle.awards.payday_words import why_month
from entitle.awards.tests.cast import MONTHLY, awarded
from entitle.blueprint.scheme import Cycle
from entitle.contacts.tests.cast import NOON, customer
from entitle.decisions.tests.cast import decided, entitled
from entitle.kernel.assessment_periods import number_on, period_starts_on
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.periods import Period, midday
from entitle.kernel.references import SYSTEM
from entitle.kernel.working_days import ENGLAND_AND_WALES, working_days

STARTS = st.dates(date(2016, 1, 1), date(2045, 12, 31))
SIXTY = settings(max_examples=60)
STEADY = Cycle(months=1, days_after=7, steady=True)


def by_the_regulation(starts_on, number):
    """SI 2013/376 reg 21(2), word by word: which day a period begins on."""
    year, month = starts_on.year, starts_on.month + number
    while month > 12:
        year, month = year + 1, month - 12
    last = calendar.monthrange(year, month)[1]
    if number == 0:
        return starts_on
    if starts_on.day == 31:
        return date(year, month, last)
    if starts_on.day in (29, 30) and month == 2:
        return date(year, 2, 28 if calendar.isleap(year) else 27)
    return date(year, month, starts_on.day)


def cycle(starts_on, *, months=1, days_after=7, ends_on=None):
    first = arithmetic.first_payday_of_months(starts_on=starts_on, months=months, days_after=days_after)
    return PayCycle(starts_on, first, 0, ends_on, months, days_after)


class TestAssessmentPeriods:
    @given(STARTS, st.integers(0, 120))
    @SIXTY
    def test_begin_on_the_day_that_the_regulation_says(self, starts_on, number):
        assert period_starts_on(starts_on, number) == by_the_regulation(starts_on, number)

    @given(STARTS, st.integers(0, 4000))
    @SIXTY
    def test_hold_each_day_once(self, starts_on, days):
        on = starts_on + timedelta(days=days)
        number = number_on(starts_on, on)
        assert period_starts_on(starts_on, number) <= on < period_starts_on(starts_on, number + 1)

    @pytest.mark.parametrize(("starts_on", "february"), [
        (date(2026, 12, 31), date(2027, 2, 28)), (date(2027, 12, 31), date(2028, 2, 29)),
        (date(2026, 12, 30), date(2027, 2, 27)), (date(2027, 12, 30), date(2028, 2, 28)),
        (date(2026, 12, 29), date(2027, 2, 27)), (date(2027, 12, 29), date(2028, 2, 28)),
        (date(2026, 12, 28), date(2027, 2, 28)),
    ])
    def test_that_february_is_too_short_for_begin_there_as_the_law_has_it(self, starts_on, february):
        assert period_starts_on(starts_on, 2) == february
        assert period_starts_on(starts_on, 3).day == starts_on.day

    @given(STARTS, st.one_of(st.none(), st.integers(0, 900)))
    @SIXTY
    def test_tile_the_whole_months_of_an_awards_life(self, starts_on, days):
        ends_on = None if days is None else starts_on + timedelta(days=days)
        found = list(islice(arithmetic.periods(cycle=cycle(starts_on, ends_on=ends_on)), 30))
        assert all(before.period.end == after.period.start for before, after in pairwise(found))
        assert [each.period.start for each in found] == [by_the_regulation(starts_on, n) for n in range(len(found))]
        if ends_on is not None:
            assert by_the_regulation(starts_on, len(found)) <= ends_on < by_the_regulation(starts_on, len(found) + 1)

    def test_of_september_are_paid_by_7_october(self):
        [first] = islice(arithmetic.periods(cycle=cycle(date(2026, 9, 1))), 1)
        assert (first.period, first.due_on) == (Period(date(2026, 9, 1), date(2026, 10, 1)), date(2026, 10, 7))

    def test_pay_the_amount_of_their_first_day(self):
        amounts = [Rate(date(2026, 9, 1), 100), Rate(date(2026, 9, 2), 999)]
        period = Period(date(2026, 9, 1), date(2026, 10, 1))
        assert arithmetic.pence_for(period=period, amounts=amounts, weekday=None) == 100


class TestAChange:
    @given(STARTS, st.integers(-40, 1000))
    @SIXTY
    def test_counts_from_the_first_period_that_begins_on_or_after_it(self, starts_on, days):
        change_on = starts_on + timedelta(days=days)
        begins = [by_the_regulation(starts_on, number) for number in range(40)]
        found = arithmetic.takes_effect_on(change_on=change_on, starts_on=starts_on, cycle_months=1)
        assert found == next(on for on in begins if on >= change_on)


def due(*, until, since=None, scheme, bucket):
    with connection.cursor() as cursor:
        cursor.execute(queries.DUE_PERIODS, {"buckets": [bucket], "scheme": scheme, "since": since, "until": until})
        return sorted((start, end, due_on, pence) for _, _, _, _, start, end, due_on, pence in cursor.fetchall())


def expected(*, award_id, until, since=None):
    return [(each.period.start, each.period.end, each.due_on, each.pence)
            for each in queries.periods_due(award_id=award_id, until=until, since=since)]


@pytest.mark.django_db
class TestOneStatement:
    def test_agrees_with_the_arithmetic_for_awards_of_every_day_of_the_month(self):
        shapes, fatima = random.Random(21), customer("Fatima al-Sayed")
        awards = []
        for number in range(45):
            starts_on = date(2027, 1, 1) + timedelta(days=number * 9)
            shape = Cycle(months=shapes.choice((1, 1, 3)), days_after=shapes.choice((0, 7, 30)),
                          steady=shapes.random() < 0.5)
            award = awarded(fatima, scheme=f"shape_{number}", starts_on=starts_on, cycle=shape)
            if shape.each_period:
                for period in shapes.sample(range(14), 6):
                    AwardAmount.objects.create(
                        award=award, made_at=NOON, pence=shapes.randrange(99_999),
                        from_on=period_starts_on(starts_on, period, months=shape.months))
            else:
                operations.change_amounts(as_at=NOON, changes=[
                    AmountChange(award.id, starts_on + timedelta(days=shapes.randrange(400)), shapes.randrange(99_999))
                    for _ in range(3)])
            if shapes.random() < 0.4:
                operations.end(award_id=award.id, on=starts_on + timedelta(days=shapes.randrange(400)), reason="left",
                               as_at=NOON)
            awards.append(award)
        spans = ((None, date(2029, 4, 30)), (date(2028, 2, 20), date(2028, 3, 15)), (date(2026, 1, 1),) * 2)
        for (since, until), award in product(spans, awards):
            found = due(since=since, until=until, scheme=award.scheme, bucket=bucket_of(fatima.id))
            assert found == expected(award_id=award.id, since=since, until=until)


@pytest.mark.django_db
class TestAnAwardWhosePeriodsAreAssessed:
    def test_pays_nothing_until_one_is(self):
        award = awarded(customer("Olwen Llŷr"), starts_on=date(2026, 9, 1), cycle=MONTHLY)
        assert (award.first_payday, award.weekday, award.per) == (date(2026, 10, 7), None, "month")
        assert expected(award_id=award.id, until=date(2027, 1, 1)) == []
        AwardAmount.objects.create(award=award, from_on=date(2026, 10, 1), pence=500, made_at=NOON)
        assert expected(award_id=award.id, until=date(2027, 1, 1)) == [
            (date(2026, 10, 1), date(2026, 11, 1), date(2026, 11, 7), 500)]

    def test_says_what_was_decided_and_that_it_may_change(self):
        olwen = customer("Olwen Llŷr")
        award = awarded(olwen, starts_on=date(2026, 9, 1), cycle=MONTHLY, pence=40_000)
        [payday] = queries.next_paydays(award_id=award.id, as_at=midday(date(2026, 10, 2)), count=1)
        assert (payday.paid_on, payday.pence, payday.is_estimate) == (date(2026, 10, 7), 40_000, True)
        assert payday.why.en == ("This is for 1 September to 30 September. You are paid 7 days after the last of them. "
                                 "We work the amount out after 30 September, so it may change.")
        assert [glance.pence for glance in queries.of_customer(customer_id=olwen.id, on=date(2026, 9, 5))] == [40_000]

    def test_is_paid_on_the_working_day_before_a_sunday(self):
        said = why_month(period=Period(date(2026, 10, 2), date(2026, 11, 2)), due_on=date(2026, 11, 8),
                         paid_on=date(2026, 11, 6), is_estimate=False)
        assert said.en.endswith("Sunday 8 November is not a working day, so you are paid on the working day before.")
        assert said.cy.endswith("Nid yw dydd Sul 8 Tachwedd yn ddiwrnod gwaith, felly cewch eich talu ar y diwrnod "
                                "gwaith cynt.")

    def test_a_revised_decision_changes_the_period_that_it_was_about(self):
        award = awarded(customer("Olwen Llŷr"), starts_on=date(2026, 9, 1), cycle=MONTHLY)
        first = decided(award.claim, outcome=entitled(pence=500, weekday=None), by=SYSTEM, supersedes=award.decision)
        AwardAmount.objects.create(award=award, from_on=date(2026, 10, 1), pence=500, made_at=NOON, decision=first)
        again = entitled(pence=700, weekday=None, starts_on=award.starts_on, per="month")
        second = decided(award.claim, outcome=again, by=SYSTEM, supersedes=first)
        operations.follow(decision=second, outcome=again, cycle=MONTHLY, as_at=NOON)
        assert queries.amounts_of(award_id=award.id) == [Rate(date(2026, 10, 1), 500), Rate(date(2026, 10, 1), 700)]

    def test_other_days_to_begin_periods_on_are_for_a_person_to_settle(self):
        award = awarded(customer("Olwen Llŷr"), starts_on=date(2026, 9, 1), cycle=STEADY)
        again = entitled(weekday=None, starts_on=date(2026, 9, 5), per="month")
        second = decided(award.claim, outcome=again, by=SYSTEM, supersedes=award.decision)
        with pytest.raises(NotAllowedNow, match="settle by hand"):
            operations.follow(decision=second, outcome=again, cycle=STEADY, as_at=NOON)


@pytest.mark.django_db
class TestTheDatabase:
    @pytest.mark.parametrize("fields", [
        {"cycle_months": 1, "days_after": 7}, {"cycle_weeks": None}, {"weekday": None}, {"each_period": True},
        {"cycle_weeks": None, "weekday": None, "cycle_months": 1},
    ])
    def test_lets_an_award_be_of_weeks_or_of_months_and_of_no_other_shape(self, fields):
        award = awarded(customer("Olwen Llŷr"))
        with pytest.raises(IntegrityError, match="award_cycle"), transaction.atomic():
            Award.objects.filter(id=award.id).update(**fields)


def test_a_claim_of_12_march_2025_is_first_paid_on_the_thursday_before_good_friday():
    """Its period runs to 11 April, and is due on the 18th, which is Good Friday."""
    due_on = arithmetic.first_payday_of_months(starts_on=date(2025, 3, 12), months=1, days_after=7)
    assert (due_on, working_days(ENGLAND_AND_WALES).on_or_before(due_on)) == (date(2025, 4, 18), date(2025, 4, 17))
