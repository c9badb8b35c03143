"""The next paydays of an award, and why they are when they are."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from entitle.awards import operations, queries
from entitle.awards.arithmetic import Rate
from entitle.awards.models import Award
from entitle.awards.payday_words import why
from entitle.awards.tests.cast import awarded
from entitle.contacts.tests.cast import NOON, customer, officer
from entitle.kernel.periods import midday
from entitle.kernel.working_days import ENGLAND_AND_WALES, working_days

pytestmark = pytest.mark.django_db


class TestPublishedPaydays:
    @pytest.mark.parametrize(("due_on", "paid_on"), [
        pytest.param(date(2022, 4, 15), date(2022, 4, 14), id="Good Friday 2022"),
        pytest.param(date(2022, 4, 18), date(2022, 4, 14), id="Easter Monday 2022"),
        pytest.param(date(2021, 8, 30), date(2021, 8, 27), id="the last Monday of August 2021"),
        pytest.param(date(2024, 12, 25), date(2024, 12, 24), id="Christmas Day 2024"),
        pytest.param(date(2024, 12, 26), date(2024, 12, 24), id="Boxing Day 2024"),
        pytest.param(date(2025, 1, 1), date(2024, 12, 31), id="New Year's Day 2025"),
        pytest.param(date(2025, 5, 5), date(2025, 5, 2), id="the first Monday of May 2025"),
        pytest.param(date(2025, 4, 18), date(2025, 4, 17), id="Good Friday 2025"),
    ])
    def test_on_a_bank_holiday_are_the_working_day_before(self, due_on, paid_on):
        olwen = customer("Olwen Llŷr")
        award = awarded(olwen, starts_on=due_on - timedelta(days=27), weekday=due_on.weekday())
        [payday] = queries.next_paydays(award_id=award.id, as_at=midday(due_on - timedelta(days=20)), count=1)
        assert (payday.due_on, payday.paid_on) == (due_on, paid_on)
        assert working_days(ENGLAND_AND_WALES).is_working_day(paid_on)


class TestTheNextPaydays:
    def test_say_why_in_english_and_in_welsh(self):
        award = awarded(customer("Olwen Llŷr"), starts_on=date(2024, 10, 10))
        paydays = queries.next_paydays(award_id=award.id, as_at=midday(date(2024, 11, 20)))
        assert [(day.due_on, day.paid_on) for day in paydays] == [
            (date(2024, 12, 4), date(2024, 12, 4)), (date(2025, 1, 1), date(2024, 12, 31)),
            (date(2025, 1, 29), date(2025, 1, 29))]
        assert paydays[0].why.en == "Your National Insurance number ends in 47, so you are paid on Wednesdays."
        assert paydays[1].why.en == (
            "Your National Insurance number ends in 47, so you are paid on Wednesdays. Wednesday 1 January is a bank "
            "holiday, so you are paid on the working day before.")
        assert paydays[1].why.cy == (
            "Mae eich rhif Yswiriant Gwladol yn gorffen gyda 47, felly cewch eich talu ar ddydd Mercher. Mae "
            "dydd Mercher 1 Ionawr yn ŵyl y banc, felly cewch eich talu ar y diwrnod gwaith cynt.")

    def test_of_digits_below_ten_keep_their_nought(self):
        said = why(due_on=date(2026, 11, 23), paid_on=date(2026, 11, 23), nino="AB123400A")
        assert said.en == "Your National Insurance number ends in 00, so you are paid on Mondays."

    def test_do_not_speak_of_a_number_that_did_not_set_the_day(self):
        award = awarded(customer("Olwen Llŷr"))
        Award.objects.filter(id=award.id).update(basis={})
        [payday] = queries.next_paydays(award_id=award.id, as_at=NOON, count=1)
        assert payday.why.en == "You are paid on Wednesdays."

    def test_give_the_amount_of_each_and_its_days(self):
        award = awarded(customer("Olwen Llŷr"), starts_on=date(2026, 11, 20))
        first, second, third = queries.next_paydays(claim_id=award.claim_id, as_at=NOON)
        assert (first.period.days, first.pence) == (34, 4 * 24130 + 20683)
        assert second.pence == third.pence == 4 * 24130

    def test_include_todays_and_leave_out_one_paid_early(self):
        award = awarded(customer("Olwen Llŷr"), starts_on=date(2024, 12, 5))
        due = queries.next_paydays(award_id=award.id, as_at=midday(date(2025, 1, 1)), count=1)
        assert due[0].due_on == date(2025, 1, 29)
        early = queries.next_paydays(award_id=award.id, as_at=midday(date(2024, 12, 31)), count=1)
        assert (early[0].due_on, early[0].paid_on) == (date(2025, 1, 1), date(2024, 12, 31))

    def test_are_none_while_suspended_and_only_what_is_left_once_ended(self):
        award = awarded(customer("Olwen Llŷr"))
        operations.suspend(award_id=award.id, reason="Moved abroad", owner_user_id=officer("Gurpreet Kaur").id,
                           notice_sent_at=NOON, review_on=date(2026, 12, 20), from_on=date(2026, 11, 23))
        assert queries.next_paydays(award_id=award.id, as_at=NOON) == []
        operations.resume(award_id=award.id, on=date(2026, 11, 30))
        operations.end(award_id=award.id, on=date(2027, 1, 1), reason="left", as_at=NOON)
        paydays = queries.next_paydays(award_id=award.id, as_at=NOON, count=9)
        assert [day.period.end for day in paydays] == [date(2026, 12, 24), date(2027, 1, 1)]
        assert sum(day.period.days for day in paydays) == 42

    def test_of_a_claim_with_no_award_are_none(self):
        assert queries.next_paydays(claim_id=0, as_at=NOON) == []

    def test_take_two_statements(self, django_assert_num_queries):
        award = awarded(customer("Olwen Llŷr"))
        with django_assert_num_queries(2):
            queries.next_paydays(award_id=award.id, as_at=NOON)


class TestAnAwardFromThePast:
    def test_says_what_it_pays_from_each_day_and_what_its_paydays_until_now_came_to(self, django_assert_num_queries):
        award = awarded(customer("Olwen Llŷr"), starts_on=date(2026, 3, 5), earlier=[
            Rate(date(2026, 3, 5), 23025), Rate(date(2026, 4, 6), 24130)])
        with django_assert_num_queries(2):
            schedule = queries.schedule_of(claim_id=award.claim_id, as_at=midday(date(2026, 5, 1)))
        assert schedule.amounts == [Rate(date(2026, 3, 5), 23025), Rate(date(2026, 4, 9), 24130)]
        assert (schedule.owed_pence, schedule.owed_up_to) == (4 * 23025 + 23025 + 3 * 24130, date(2026, 4, 29))
        assert [day.due_on for day in schedule.paydays] == [date(2026, 5, 27), date(2026, 6, 24), date(2026, 7, 22)]

    def test_of_today_owes_nothing_before_it(self):
        award = awarded(customer("Olwen Llŷr"), starts_on=date(2026, 11, 20))
        schedule = queries.schedule_of(claim_id=award.claim_id, as_at=NOON)
        assert (schedule.owed_pence, schedule.owed_up_to, len(schedule.amounts)) == (0, None, 1)
