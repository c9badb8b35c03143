"""How many ring, and how many agents that needs."""
from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from entitle.planning.aims import NoAimsForDate, aims
from entitle.planning.arrivals import TooLittleKnown, expected_arrivals, time_of
from entitle.planning.staffing import agents_needed, service_with

MONDAY = date(2026, 6, 1)
AIMS = aims(on=MONDAY)


class TestErlang:
    def test_agrees_with_a_published_example(self):
        """pyworkforce's: 100 in half an hour, 3 minutes each, 80% in 20 seconds, 30% away: 14, and 20 on the rota."""
        wanted = replace(AIMS, within_seconds=20, most_occupied_percent=85)
        needed = agents_needed(callers=100, handling_seconds=180, aims=wanted)
        assert (needed.agents, needed.on_the_rota) == (14, 20)
        assert f"{needed.service.in_time_percent:.4f}" == "88.8350"
        assert f"{needed.service.occupied_percent:.4f}" == "71.4286"

    @pytest.mark.parametrize(("erlangs", "agents", "waits"), [(1, 2, "0.3333"), (5, 6, "0.5875"), (10, 11, "0.6821"),
                                                              (20, 25, "0.2091"), (100, 110, "0.2370")])
    def test_agrees_with_the_table_of_who_waits_at_all(self, erlangs, agents, waits):
        found = service_with(agents=agents, callers=erlangs, handling_seconds=1800, within_seconds=0)
        assert f"{1 - found.in_time_percent / 100:.4f}" == waits

    def test_too_few_never_keep_up_and_nobody_needs_nobody(self):
        beaten = service_with(agents=5, callers=50, handling_seconds=360, within_seconds=120)
        assert (beaten.mean_wait_seconds, beaten.in_time_percent, beaten.occupied_percent) == (None, 0.0, 100.0)
        assert agents_needed(callers=0, handling_seconds=360, aims=AIMS).agents == 0

    def test_even_a_caller_an_hour_needs_somebody(self):
        assert agents_needed(callers=0.5, handling_seconds=360, aims=AIMS).agents == 1

    def test_nobody_is_planned_to_have_a_caller_all_day(self):
        needed = agents_needed(callers=1000, handling_seconds=360, aims=AIMS)
        assert needed.agents == 236, "200 callers at once, at most 85% of the time"

    def test_is_refused_before_there_were_aims(self):
        with pytest.raises(NoAimsForDate, match="not laid down for 2026-01-01"):
            aims(on=date(2026, 1, 1))


class TestExpectedArrivals:
    def test_are_those_of_the_same_weekday_the_latest_counting_most(self):
        quiet, busy = [0] * 48, [0] * 48
        quiet[18], busy[18], busy[19] = 10, 30, 10
        history = {MONDAY - timedelta(days=14): quiet, MONDAY - timedelta(days=7): busy,
                   MONDAY - timedelta(days=6): [100] * 48}
        expected = expected_arrivals({day: history[day] for day in list(history)[:2]}, on=MONDAY)
        assert f"{sum(expected):.2f}" == "26.22", "(40 * 0.85 + 10 * 0.7225) / 1.5725"
        assert f"{expected[18]:.2f} {expected[19]:.2f}" == "20.97 5.24", "40 of 50 in the first half-hour"
        assert f"{sum(expected_arrivals(history, on=MONDAY)):.2f}" == "26.22", "a Tuesday tells only when in the day"

    def test_are_refused_where_no_such_day_is_known(self):
        with pytest.raises(TooLittleKnown, match="no Saturday before 2026-06-06 is known"):
            expected_arrivals({MONDAY: [1] * 48}, on=date(2026, 6, 6))

    def test_a_half_hour_is_named_by_when_it_begins(self):
        assert [time_of(place) for place in (0, 19, 47)] == ["00:00", "09:30", "23:30"]
