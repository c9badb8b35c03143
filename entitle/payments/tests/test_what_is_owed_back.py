"""A change back in time is put right to the penny: arrears paid, too much had back within caps, or given up."""
from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entitle.awards import operations as awards
from entitle.awards.models import Award, AwardAmount, bucket_of
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.periods import Period
from entitle.kernel.references import Actor
from entitle.payments import operations, queries
from entitle.payments.correcting import Change, Offset, offsets
from entitle.payments.models import Debt, Payment, PaymentAttempt
from entitle.payments.operations import MoreThanIsLeft, SecondOfficerNeeded
from entitle.payments.recovery import NoRecoveryForDate, Wanted, practice, taken
from entitle.payments.tests.caseload import award, customer

ANWEN = Actor(role="staff", channel="desk", user_id=7, name="Anwen Price")
PRECIOUS = Actor(role="staff", channel="desk", user_id=8, name="Precious Okafor")
FIRST_DAY, NEXT_DAY = date(2026, 11, 25), date(2026, 12, 23)
NOW, LATER = datetime(2026, 11, 20, 10, 0, tzinfo=UTC), datetime(2026, 12, 18, 10, 0, tzinfo=UTC)
STARTS = date(2026, 10, 29)
OVERLAPPING = {"a_pension": "SI 1979/597 reg 4", "an_allowance": "SI 1979/597 reg 4"}
QUICKLY = settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
KINDS = practice(on=FIRST_DAY).kinds


def pay(of, on=FIRST_DAY, as_at=NOW):
    run, _ = operations.start_run(pay_on=on, by=ANWEN, as_at=as_at)
    return operations.pay_due(run=run, buckets=[bucket_of(of.id)], as_at=as_at)


def becomes(changed, pence, from_on=STARTS):
    AwardAmount.objects.create(award=changed, from_on=from_on, pence=pence, made_at=NOW)


def correct(of, as_at=LATER, kind="overpaid"):
    return operations.correct(customer_id=of.id, overlaps=OVERLAPPING, kind=kind, because="a change", as_at=as_at)


def paid(of, pence=20_000, **fields):
    """Four whole weeks, paid."""
    made = award(of=of, starts_on=STARTS, pence=pence, **fields)
    pay(of)
    return made


def owing(of, pence=15_000):
    """Four weeks at £200 that should have been at `pence`."""
    made = paid(of)
    becomes(made, pence)
    [debt] = correct(of).debts
    return made, debt


@pytest.mark.django_db
class TestAChangeBackInTime:
    def test_for_more_is_paid_as_arrears_by_the_next_run_once(self):
        kathleen = customer()
        becomes(paid(kathleen), 21_500)
        assert correct(kathleen).arrears_pence == 4 * 1_500
        assert correct(kathleen).corrections == ()
        for _ in range(2):
            pay(kathleen, NEXT_DAY, LATER)
        assert sorted(Payment.objects.values_list("reason", "pence")) == [
            ("arrears", 6_000), ("regular", 80_000), ("regular", 86_000)]
        assert PaymentAttempt.objects.get(reference__startswith="A").pence == 6_000

    def test_for_less_is_a_debt_and_what_was_spent_is_owed_back(self):
        kathleen = customer()
        _, debt = owing(kathleen)
        assert (debt.pence, debt.state) == (20_000, "found")
        assert (debt.period_start, debt.period_end) == (STARTS, date(2026, 11, 26))
        assert queries.balances() == {
            "expenditure:a_pension": -60_000, "in_transit": 80_000, "bank": 0, "owed": 0, "overpaid": -20_000,
            "written_off": 0}

    def test_twice_is_each_time_the_difference(self):
        kathleen = customer()
        changed = paid(kathleen)
        becomes(changed, 21_000)
        correct(kathleen)
        becomes(changed, 20_500, date(2026, 11, 5))
        assert [debt.pence for debt in correct(kathleen).debts] == [3 * 500]

    def test_inside_a_benefit_that_another_replaces_pays_only_what_is_more(self):
        """The pension should have been £230 from the start, and the allowance nothing: £200 of it was paid already."""
        kathleen = customer()
        allowance = award(of=kathleen, scheme="an_allowance", starts_on=STARTS, pence=20_000)
        pension = award(of=kathleen, starts_on=STARTS, pence=1_000)
        pay(kathleen)
        becomes(allowance, 0)
        becomes(pension, 24_000)
        found = correct(kathleen)
        assert found.arrears_pence == 4 * (23_000 - 20_000)
        [debt] = found.debts
        assert (debt.scheme, debt.pence, debt.state) == ("an_allowance", 80_000, "settled")
        assert queries.balances()["overpaid"] == 0

    def test_of_two_paydays_of_one_benefit_is_set_off_against_one_of_another(self):
        kathleen = customer()
        allowance = award(of=kathleen, scheme="an_allowance", starts_on=STARTS, first_payday=date(2026, 11, 11),
                          cycle_weeks=2, pence=20_000)
        pension = award(of=kathleen, starts_on=STARTS, pence=1_000)
        pay(kathleen)
        becomes(allowance, 0)
        becomes(pension, 24_000)
        found = correct(kathleen)
        assert (found.arrears_pence, [debt.state for debt in found.debts]) == (12_000, ["settled"])

    def test_of_benefits_that_do_not_overlap_is_not_set_off(self):
        kathleen = customer()
        allowance = award(of=kathleen, scheme="care", starts_on=STARTS, pence=20_000)
        pension = award(of=kathleen, starts_on=STARTS, pence=1_000)
        pay(kathleen)
        becomes(allowance, 0)
        becomes(pension, 24_000)
        found = correct(kathleen)
        assert (found.arrears_pence, [debt.pence for debt in found.debts]) == (92_000, [80_000])

    def test_does_not_pay_arrears_of_an_award_that_is_suspended(self):
        kathleen = customer()
        stopped = paid(kathleen)
        becomes(stopped, 21_500)
        correct(kathleen)
        Award.objects.filter(id=stopped.id).update(state="suspended")
        pay(kathleen, NEXT_DAY, LATER)
        assert Payment.objects.count() == 1


class TestWhatIsSetOff:
    def test_is_the_share_of_the_days_that_both_are_about_rounded_down(self):
        fortnight = Period(date(2026, 11, 1), date(2026, 11, 15))
        month = Period(date(2026, 11, 8), date(2026, 12, 6))
        owed, back = Change(1, fortnight, 0, 1_001, "law"), Change(2, month, 2_000, 0, "law")
        assert offsets([owed, back]) == [Offset(0, 1, 500)]

    @QUICKLY
    @given(st.lists(st.builds(
        Change, st.integers(1, 3), st.builds(lambda first, days: Period(date.fromordinal(first),
                                                                        date.fromordinal(first + days)),
                                             st.integers(739_000, 739_040), st.integers(1, 31)),
        st.integers(0, 900), st.integers(0, 900), st.sampled_from(["", "law"])), max_size=8))
    def test_is_never_more_than_either_comes_to(self, changes):
        for place, change in enumerate(changes):
            assert sum(each.pence for each in offsets(changes) if each.arrears == place) <= change.arrears
            assert sum(each.pence for each in offsets(changes) if each.overpaid == place) <= change.overpaid


class TestWhatIsKept:
    def test_goes_to_the_debts_in_their_order_within_their_caps(self):
        wanted = [Wanted(1, "overpaid", 5_000, 9_000), Wanted(2, "fraud", 2_000, 9_000),
                  Wanted(3, "overpaid", 900, 400)]
        assert taken(due=20_000, wanted=wanted, kinds=KINDS) == {2: 2_000, 1: 1_000}
        assert taken(due=100_000, wanted=wanted, kinds=KINDS) == {2: 2_000, 1: 5_000, 3: 400}

    @QUICKLY
    @given(st.integers(1, 10**6), st.lists(st.builds(
        Wanted, st.integers(1, 9), st.sampled_from(sorted(KINDS)), st.integers(0, 10**6), st.integers(0, 10**6)),
        max_size=6, unique_by=lambda each: each.debt_id))
    def test_is_never_more_than_15_per_cent_nor_than_is_left(self, due, wanted):
        found = taken(due=due, wanted=wanted, kinds=KINDS)
        assert sum(found.values()) * 100 <= due * 15
        assert all(found[each.debt_id] <= min(each.left, each.pence_each) for each in wanted if each.debt_id in found)

    def test_is_laid_down_for_no_day_before_the_first(self):
        with pytest.raises(NoRecoveryForDate):
            practice(on=date(2026, 4, 5))


@pytest.mark.django_db
class TestADebt:
    def test_is_kept_from_the_payments_of_the_award_of_its_plan_and_of_no_other(self):
        kathleen = customer()
        made, debt = owing(kathleen)
        other = award(of=kathleen, scheme="care", starts_on=date(2026, 11, 26), first_payday=NEXT_DAY, pence=10_000)
        operations.plan(debt=debt, award_id=made.id, pence_each=8_000, from_on=date(2026, 12, 1), by=ANWEN, as_at=LATER)
        for _ in range(2):
            pay(kathleen, NEXT_DAY, LATER)
        assert Payment.objects.get(award_id=other.id).pence == 40_000
        assert Payment.objects.get(award_id=made.id, period_start=date(2026, 11, 26)).pence == 60_000 - 8_000
        assert queries.left_of(debt=debt) == 12_000
        assert [each.kept for each in queries.awards_explained(customer_id=kathleen.id)] == [8_000, 0]
        assert queries.balances()["overpaid"] == -12_000

    def test_never_takes_more_than_its_share_of_a_payment(self):
        kathleen = customer()
        made, debt = owing(kathleen)
        operations.plan(debt=debt, award_id=made.id, pence_each=99_999, from_on=STARTS, by=ANWEN, as_at=LATER)
        pay(kathleen, NEXT_DAY, LATER)
        assert Payment.objects.get(period_start=date(2026, 11, 26)).pence == 60_000 - 9_000  # 15 per cent

    def test_that_is_paid_back_is_settled_and_each_credit_counts_once(self):
        kathleen = customer()
        _, debt = owing(kathleen)
        credit = {"received_on": date(2026, 12, 1), "bank_reference": "B1", "as_at": LATER}
        assert operations.repay(debt=debt, pence=5_000, **credit)
        assert not operations.repay(debt=debt, pence=5_000, **credit)
        with pytest.raises(MoreThanIsLeft):
            operations.repay(debt=debt, pence=15_001, **credit | {"bank_reference": "B2"})
        assert operations.repay(debt=debt, pence=15_000, **credit | {"bank_reference": "B2"})
        assert debt.state == "settled"
        assert queries.balances()["bank"] == -20_000

    def test_up_to_a_limit_is_given_up_by_one_officer_and_above_it_by_two(self):
        kathleen, sean = customer(), customer()
        _, small = owing(kathleen, 18_375)
        _, large = owing(sean, 18_374)
        told = {"because": "They are ill", "as_at": LATER}
        assert operations.propose_write_off(debt=small, by=ANWEN, **told).state == "agreed"
        assert operations.propose_write_off(debt=large, by=ANWEN, **told).state == "proposed"
        with pytest.raises(SecondOfficerNeeded):
            operations.settle_write_off(debt=large, agrees=True, by=ANWEN, as_at=LATER)
        assert operations.settle_write_off(debt=large, agrees=True, by=PRECIOUS, as_at=LATER).pence == 6_504
        assert queries.balances()["written_off"] == -(6_500 + 6_504)
        with pytest.raises(NotAllowedNow):
            operations.propose_write_off(debt=small, by=ANWEN, **told)

    def test_of_somebody_who_died_is_their_estates_and_kept_from_nothing(self):
        kathleen = customer()
        made = paid(kathleen)
        awards.end_all(customer_id=kathleen.id, after=date(2026, 11, 18), reason="death", as_at=LATER)
        [debt] = correct(kathleen, kind="after_death").debts
        assert operations.leave_with_estate(customer_id=kathleen.id) == 1
        debt.refresh_from_db()
        assert (debt.pence, debt.state) == (20_000, "with_estate")
        with pytest.raises(NotAllowedNow):
            operations.plan(debt=debt, award_id=made.id, pence_each=1, from_on=NEXT_DAY, by=ANWEN, as_at=LATER)
        assert Debt.objects.count() == 1
