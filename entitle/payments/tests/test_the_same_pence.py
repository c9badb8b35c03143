"""What the run pays is what the arithmetic of one award says, to the penny, for any award; and nothing else."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entitle.awards.arithmetic import first_payday, first_payday_of_months, takes_effect_on
from entitle.awards.models import bucket_of
from entitle.awards.queries import periods_due
from entitle.kernel.assessment_periods import period_starts_on
from entitle.kernel.references import SYSTEM
from entitle.payments.bacs.calendar import due_until, paid_on
from entitle.payments.models import Payment
from entitle.payments.operations import pay_due, start_run
from entitle.payments.tests.caseload import amount, award, customer

STARTS = st.dates(date(2026, 1, 1), date(2026, 10, 31))


@st.composite
def lives(draw):
    """An award's start, payday, cycle, rates, and perhaps its end."""
    starts_on, weekday, weeks = draw(STARTS), draw(st.integers(0, 4)), draw(st.sampled_from([1, 2, 4]))
    changes = draw(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 40_000)), max_size=3))
    length = draw(st.one_of(st.none(), st.integers(0, 400)))
    return starts_on, weekday, weeks, draw(st.integers(0, 40_000)), changes, length


def make(life):
    starts_on, weekday, weeks, pence, changes, length = life
    payday = first_payday(starts_on=starts_on, weekday=weekday, cycle_weeks=weeks)
    made = award(
        of=customer(), starts_on=starts_on, first_payday=payday, cycle_weeks=weeks, pence=pence,
        ends_on=None if length is None else starts_on + timedelta(days=length),
    )
    for after, pence in dict(changes).items():
        from_on = takes_effect_on(change_on=starts_on + timedelta(days=after), starts_on=starts_on, weekday=weekday)
        if from_on > starts_on and not made.amounts.filter(from_on=from_on).exists():
            amount(of=made, from_on=from_on, pence=pence)
    return made


@st.composite
def lives_in_months(draw):
    """An award of months: its start, days until it pays, rates, perhaps its end, and how many periods were assessed."""
    changes = draw(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 40_000)), max_size=3))
    return (draw(STARTS), draw(st.integers(0, 31)), draw(st.integers(0, 40_000)), changes,
            draw(st.one_of(st.none(), st.integers(0, 400))), draw(st.one_of(st.none(), st.integers(0, 12))))


def make_of_months(life):
    starts_on, days_after, pence, changes, length, assessed = life
    made = award(
        of=customer(), starts_on=starts_on, cycle_weeks=None, cycle_months=1, days_after=days_after, pence=pence,
        first_payday=first_payday_of_months(starts_on=starts_on, months=1, days_after=days_after),
        ends_on=None if length is None else starts_on + timedelta(days=length), each_period=assessed is not None,
    )
    if assessed is None:
        for after, changed in dict(changes).items():
            from_on = takes_effect_on(change_on=starts_on + timedelta(days=after), starts_on=starts_on, cycle_months=1)
            if from_on > starts_on and not made.amounts.filter(from_on=from_on).exists():
                amount(of=made, from_on=from_on, pence=changed)
    for number in range(assessed or 0):
        amount(of=made, from_on=period_starts_on(starts_on, number), pence=pence * (number % 3))
    return made


def run_buckets(pay_on, buckets):
    now = datetime(pay_on.year, pay_on.month, pay_on.day, 9, tzinfo=UTC) - timedelta(days=12)
    run, _ = start_run(pay_on=pay_on, by=SYSTEM, as_at=now)
    pay_due(run=run, buckets=buckets, as_at=now)


@pytest.mark.django_db
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(
    st.lists(lives(), min_size=1, max_size=3), st.lists(lives_in_months(), min_size=1, max_size=3),
    st.lists(st.dates(date(2026, 11, 1), date(2027, 3, 31)).map(lambda on: paid_on(due_on=on)), min_size=1, max_size=2),
)
def test_whatever_days_were_run_each_period_due_is_paid_once_at_its_own_pence(some, others, days):
    Payment.objects.all().delete()
    awards = [*(make(life) for life in some), *(make_of_months(life) for life in others)]
    for day in sorted(days):
        run_buckets(day, {bucket_of(made.customer_id) for made in awards})
    until = due_until(pay_on=max(days))
    for made in awards:
        expected = {
            (due.period.start, due.period.end, due.due_on): due.pence
            for due in periods_due(award_id=made.id, until=until) if due.pence
        }
        paid = {(p.period_start, p.period_end, p.due_on): p.pence for p in Payment.objects.filter(award_id=made.id)}
        assert paid == expected
