"""Origin, interval and calendar give the date; named events pause, resume and stop the clock."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from entitle.kernel.periods import midday
from entitle.kernel.working_days import working_days
from entitle.standards import (
    Happening,
    NeverStarted,
    StandardError,
    agency,
    clock,
    due_at,
    load,
    target_from,
    target_on,
)

COMPLAINT = agency()["complaint"]
URGENT = agency()["urgent_call_back"]
RETURNED = agency()["returned_payment"]


def happened(event, on):
    return Happening(event, midday(on))


class TestTargets:
    def test_working_days_skip_weekends_and_the_divisions_own_holidays(self):
        assert target_on(RETURNED, date(2026, 11, 27)) == date(2026, 11, 30)
        assert target_on(RETURNED, date(2026, 11, 27), division="scotland") == date(2026, 12, 1)

    def test_no_days_at_all_is_the_same_day(self):
        assert target_on(agency()["safeguarding"], date(2026, 11, 22)) == date(2026, 11, 22)


class TestClocks:
    def test_it_is_met_on_the_day_and_missed_the_day_after(self):
        start = date(2026, 11, 2)
        due = target_on(COMPLAINT, start)
        for stop, met in ((due, True), (due + timedelta(days=1), False)):
            read = clock(COMPLAINT, [happened("complaint.received", start), happened("complaint.answered", stop)])
            assert (read.target_on, read.stopped_on, read.met) == (due, stop, met)

    def test_a_pause_moves_the_target_by_its_working_days(self):
        events = [
            happened("complaint.received", date(2026, 11, 2)), happened("complaint.customer_asked", date(2026, 11, 5)),
            happened("complaint.customer_replied", date(2026, 11, 10)),
        ]
        read = clock(COMPLAINT, events)
        assert read.paused_days == 3
        assert read.target_on == date(2026, 11, 26)
        assert (read.met, read.paused_on) == (None, None)

    def test_a_pause_that_has_not_ended_is_shown(self):
        events = [happened("complaint.received", date(2026, 11, 2)),
                  happened("complaint.customer_asked", date(2026, 11, 5))]
        assert clock(COMPLAINT, events).paused_on == date(2026, 11, 5)

    def test_the_four_plain_words_do_as_well(self):
        events = [("started", midday(date(2026, 11, 2))), ("stopped", midday(date(2026, 11, 3)))]
        assert clock(COMPLAINT, events).met is True

    def test_what_never_started_is_refused(self):
        with pytest.raises(NeverStarted, match="complaint.received"):
            clock(COMPLAINT, [happened("complaint.answered", date(2026, 11, 3))])

    @given(start=some.dates(date(2026, 1, 5), date(2027, 1, 29)), wait=some.integers(0, 20), pause=some.integers(0, 20))
    @settings(max_examples=50)
    def test_a_pause_gives_exactly_the_days_it_took(self, start, wait, pause):
        asked, replied = start + timedelta(days=wait), start + timedelta(days=wait + pause)
        events = [happened("complaint.received", start),
                  Happening("complaint.customer_asked", midday(asked) + timedelta(hours=1)),
                  Happening("complaint.customer_replied", midday(replied) + timedelta(hours=2))]
        read = clock(COMPLAINT, events)
        calendar = working_days(COMPLAINT.division)
        assert read.paused_days == calendar.between(asked, replied)
        assert calendar.between(target_on(COMPLAINT, start), read.target_on) == read.paused_days
        assert clock(COMPLAINT, reversed(events)) == read


class TestHours:
    def test_are_counted_to_the_moment(self):
        rang = datetime(2026, 11, 23, 21, 30, tzinfo=UTC)
        assert due_at(URGENT, rang) == datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
        assert target_from(URGENT, rang) == date(2026, 11, 24)
        assert target_from(URGENT, rang - timedelta(hours=2)) == date(2026, 11, 23)
        for minutes, met in ((0, True), (1, False)):
            made = rang + timedelta(hours=4, minutes=minutes)
            assert clock(URGENT, [Happening("call.rang", rang), Happening("call_back.made", made)]).met is met

    def test_a_standard_of_days_ends_on_a_date_and_at_no_moment(self):
        with pytest.raises(ValueError, match="working_days"):
            due_at(COMPLAINT, midday(date(2026, 11, 23)))
        assert target_from(COMPLAINT, midday(date(2026, 11, 2))) == target_on(COMPLAINT, date(2026, 11, 2))


class TestFiles:
    def test_every_agency_standard_is_dated_cited_and_said_in_both_languages(self):
        for standard in agency().values():
            assert standard.cites and standard.about.cy, standard.name
            assert standard.checked_on >= standard.from_on
        assert COMPLAINT.interval == 15 and COMPLAINT.published
        assert not agency()["mandatory_reconsideration"].published

    @pytest.mark.parametrize(("change", "said"), [
        (("cites: x", ""), "needs cites"), (("interval: 1", "interval: -1"), "0 or more"),
        (("unit: hours", "unit: fortnights"), "fortnights"), (("cites: x", "cites: x\n  why: y"), "does not know why"),
        (("from: 2026-01-01", "from: spring"), "'from' must be a date"),
        (("stops: b", "stops: b\n  pauses: [c]"), "resume"),
    ])
    def test_what_is_wrong_is_said(self, tmp_path, change, said):
        text = ("- name: n\n  about: {en: a, cy: b}\n  origin: a\n  stops: b\n  interval: 1\n  unit: hours\n  "
                "target_percent: 90\n"
                "  cites: x\n  checked_on: 2026-11-22\n  from: 2026-01-01\n  published: true\n")
        (tmp_path / "s.yaml").write_text(text, encoding="utf-8")
        [hours] = load(tmp_path / "s.yaml")
        assert target_on(hours, date(2026, 11, 22)) == date(2026, 11, 23)
        (tmp_path / "s.yaml").write_text(text.replace(*change), encoding="utf-8")
        with pytest.raises(StandardError, match=said):
            load(tmp_path / "s.yaml")
