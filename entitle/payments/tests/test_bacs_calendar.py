"""When a file must be sent for money to arrive, from published tables of Easter 2018 and the state funeral of 2022."""
from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entitle.kernel.working_days import ENGLAND_AND_WALES, working_days
from entitle.payments.bacs.calendar import (
    NotABacsDay,
    check_can_send,
    cycle,
    due_until,
    earliest_entry,
    paid_on,
)

EASTER_2018 = [("2018-03-29", "2018-03-28", "2018-03-27"), ("2018-04-03", "2018-03-29", "2018-03-28"),
               ("2018-04-04", "2018-04-03", "2018-03-29"), ("2018-04-05", "2018-04-04", "2018-04-03")]
FUNERAL_2022 = [("2022-09-16", "2022-09-15", "2022-09-14"), ("2022-09-20", "2022-09-16", "2022-09-15"),
                ("2022-09-21", "2022-09-20", "2022-09-16"), ("2022-09-22", "2022-09-21", "2022-09-20")]
PAYDAYS = [("2022-04-15", "2022-04-14"), ("2022-04-18", "2022-04-14"), ("2021-08-30", "2021-08-27"),
           ("2024-12-25", "2024-12-24"), ("2024-12-26", "2024-12-24"), ("2025-01-01", "2024-12-31"),
           ("2025-05-05", "2025-05-02"), ("2025-04-18", "2025-04-17")]


def on(written: str) -> date:
    return date.fromisoformat(written)


class TestTheThreeDayCycle:
    @pytest.mark.parametrize(("entry", "processing", "input_day"), EASTER_2018)
    def test_of_easter_2018_is_as_published(self, entry, processing, input_day):
        found = cycle(entry_on=on(entry))
        assert (found.processing_on, found.input_on) == (on(processing), on(input_day))

    @pytest.mark.parametrize(("entry", "processing", "input_day"), FUNERAL_2022)
    def test_of_the_state_funeral_of_2022_is_as_published(self, entry, processing, input_day):
        self.test_of_easter_2018_is_as_published(entry, processing, input_day)

    @pytest.mark.parametrize("day_off", ["2018-03-30", "2018-03-31", "2022-09-19", "2026-12-25"])
    def test_money_cannot_arrive_on_a_day_off(self, day_off):
        with pytest.raises(NotABacsDay, match="the working day before"):
            cycle(entry_on=on(day_off))


class TestAPayday:
    @pytest.mark.parametrize(("due", "paid"), PAYDAYS)
    def test_on_a_bank_holiday_is_paid_on_the_working_day_before(self, due, paid):
        assert paid_on(due_on=on(due)) == on(paid)

    @given(st.dates(date(2018, 1, 1), date(2028, 12, 20)))
    def test_belongs_to_exactly_one_run(self, due):
        pay_on = paid_on(due_on=due)
        assert pay_on <= due <= due_until(pay_on=pay_on)
        later = working_days(ENGLAND_AND_WALES).add(pay_on, 1)
        assert due < later


class TestAFileSentNow:
    def test_on_monday_evening_brings_money_on_wednesday(self):
        assert earliest_entry(as_at=datetime(2026, 11, 23, 21, 0, tzinfo=UTC)) == date(2026, 11, 25)

    def test_after_half_past_ten_counts_as_sent_the_next_day(self):
        assert earliest_entry(as_at=datetime(2026, 11, 23, 22, 30, tzinfo=UTC)) == date(2026, 11, 26)

    def test_in_summer_the_window_is_londons(self):
        assert earliest_entry(as_at=datetime(2026, 7, 6, 21, 29, tzinfo=UTC)) == date(2026, 7, 8)
        assert earliest_entry(as_at=datetime(2026, 7, 6, 21, 30, tzinfo=UTC)) == date(2026, 7, 9)

    def test_is_refused_when_it_is_too_late(self):
        with pytest.raises(NotABacsDay, match="the first day is 2026-11-25"):
            check_can_send(entry_on=date(2026, 11, 24), as_at=datetime(2026, 11, 23, 9, 0, tzinfo=UTC))

    def test_is_refused_for_a_day_gone_by(self):
        with pytest.raises(NotABacsDay, match="too late"):
            check_can_send(entry_on=date(2026, 11, 20), as_at=datetime(2026, 11, 23, 9, 0, tzinfo=UTC))

    def test_may_be_dated_31_days_ahead_and_no_more(self):
        now = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
        assert check_can_send(entry_on=date(2026, 12, 4), as_at=now).processing_on == date(2026, 12, 3)
        with pytest.raises(NotABacsDay, match="at most 31 days"):
            check_can_send(entry_on=date(2026, 12, 7), as_at=now)

    @given(st.dates(date(2018, 1, 1), date(2028, 11, 1)), st.times())
    def test_is_never_input_in_the_past(self, on, time):
        now = datetime.combine(on, time, UTC)
        found = check_can_send(entry_on=earliest_entry(as_at=now), as_at=now)
        assert found.input_on >= now.date()
