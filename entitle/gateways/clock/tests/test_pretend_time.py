"""The time is real unless pretended, and pretended for every process that shares the file."""
from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest

from entitle.gateways import clock

NEW_YEAR = datetime(2027, 6, 30, 23, 30, tzinfo=UTC)


class TestTheClock:
    def test_is_real_and_aware_without_a_file(self, settings):
        settings.ENTITLE_CLOCK_FILE = ""
        gap = clock.now() - datetime.now(UTC)  # noqa: TID251
        assert abs(gap) < timedelta(seconds=5)

    def test_today_is_the_date_on_the_wall_in_london(self):
        with clock.at(NEW_YEAR):
            assert clock.now() == NEW_YEAR
            assert clock.today() == date(2027, 7, 1)

    def test_a_naive_moment_is_refused(self):
        with pytest.raises(ValueError, match="aware"), clock.at(datetime(2027, 1, 1)):  # noqa: DTZ001
            pass


class TestTheSharedClock:
    @pytest.fixture(autouse=True)
    def file(self, settings, tmp_path):
        settings.ENTITLE_CLOCK_FILE = str(tmp_path / "clock.json")
        return settings.ENTITLE_CLOCK_FILE

    def test_is_real_until_it_is_set(self):
        gap = clock.now() - datetime.now(UTC)  # noqa: TID251
        assert abs(gap) < timedelta(seconds=5)

    def test_ticks_on_from_where_it_was_set(self):
        clock.set_to(NEW_YEAR)
        first, second = clock.now(), clock.now()
        assert NEW_YEAR <= first <= second < NEW_YEAR + timedelta(seconds=5)

    def test_stands_still_when_told_to(self):
        clock.set_to(NEW_YEAR, stand_still=True)
        assert clock.now() == NEW_YEAR == clock.now()

    def test_is_never_turned_back(self):
        clock.set_to(NEW_YEAR, stand_still=True)
        with pytest.raises(clock.ClockTurnedBack):
            clock.set_to(NEW_YEAR - timedelta(seconds=1))
        clock.set_to(NEW_YEAR + timedelta(days=14), stand_still=True)
        assert clock.today() == date(2027, 7, 15)

    def test_another_process_sees_the_same_time(self, file):
        clock.set_to(NEW_YEAR, stand_still=True)
        asked = subprocess.run(
            [sys.executable, "-c", "from django.conf import settings; import sys;"
             "settings.configure(ENTITLE_CLOCK_FILE=sys.argv[1]);"
             "from entitle.gateways import clock; print(clock.now())", file],
            capture_output=True, text=True, check=True)
        assert asked.stdout.strip() == str(NEW_YEAR)


def test_without_a_file_the_shared_clock_cannot_be_set(settings):
    settings.ENTITLE_CLOCK_FILE = ""
    with pytest.raises(LookupError, match="the time is real"):
        clock.set_to(NEW_YEAR)
