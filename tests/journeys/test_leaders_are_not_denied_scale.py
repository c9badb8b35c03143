"""DOMAIN 1c, 'Leaders denied scale': one page of figures for all, frozen each night, that nobody can quietly change."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from entitle.channels.desk.tests.cast import at_the_desk_of, officer
from entitle.contacts.models import Call
from entitle.gateways import clock
from entitle.history.models import Event
from entitle.kernel.periods import LONDON
from entitle.kernel.words import Words
from entitle.procedures.errors import NotDone
from entitle.procedures.freeze_figures import freeze_figures
from entitle.reporting import measures, queries

pytestmark = pytest.mark.django_db
MONDAY, TUESDAY, TODAY = date(2026, 6, 1), date(2026, 6, 2), datetime(2026, 6, 3, 9, tzinfo=LONDON)
FATES = {MONDAY: {"answered": 12, "blocked": 20, "abandoned_in_queue": 8}, TUESDAY: {"answered": 9, "blocked": 1}}
NUMBERS = count()


@pytest.fixture(autouse=True)
def calls(settings, tmp_path):
    """Two days of calls; the days are frozen in the nights after them."""
    settings.ENTITLE_VAR = tmp_path
    for day, fates in FATES.items():
        for fate, calls in fates.items():
            rang(day, fate, calls)
    freeze_figures(as_at=TODAY)
    with clock.at(TODAY):
        yield


def rang(day, fate, calls):
    at = datetime(day.year, day.month, day.day, 10, tzinfo=LONDON)
    Call.objects.bulk_create(Call(provider="exchange", provider_call_id=f"call {next(NUMBERS)}", outcome=fate,
                                  arrived_at=at, queued_at=None if fate == "blocked" else at,
                                  state="ended" if fate == "answered" else fate) for _ in range(calls))


def page(client=None, **query):
    return " ".join((client or Client()).get(reverse("performance"), query).content.decode().split())


def told(shown, day):
    """What the page says of calls on a day, by each definition."""
    row = re.search(rf"{day:%A} {day.day} {day:%B}(.*?)</tr>", shown)
    return re.findall(r"numeric\">([^<]*)<", row[1])


class TestPageFiguresEqualARecomputationFromRawEvents:
    def test_by_the_definition_that_we_go_by_beside_the_one_before(self):
        with connection.cursor() as cursor:
            cursor.execute("""select arrived_at::date, round(100.0 * count(*) filter (where outcome = 'answered')
                              / count(*), 1), round(100.0 * count(*) filter (where outcome = 'answered')
                              / count(queued_at), 1) from contacts_call group by 1""")
            counted = {day: [f"{of_offered}%", f"{of_queued}%"] for day, of_offered, of_queued in cursor.fetchall()}
        assert {day: told(page(), day) for day in FATES} == counted
        assert told(page(), MONDAY) == ["30.0%", "60.0%"]
        assert "42.0 per cent over these days: 21 of 50." in page(), "the definition is shown with what it comes to"

    def test_the_same_for_a_team_leader_a_minister_and_the_public_and_in_welsh(self):
        lee = at_the_desk_of(officer("lee", "team_leader"))
        assert reverse("performance") in lee.get(reverse("desk-figures")).content.decode()
        figures = re.findall(r"\d+\.\d%|\d+ of \d+", page())
        assert figures == re.findall(r"\d+\.\d%|\d+ of \d+", page(lee)) and len(figures) > 4
        assert "O bawb a ffoniodd, o'r caniad cyntaf" in page(lang="cy").replace("&#39;", "'")


class TestDataFrozenDaily:
    def test_what_is_told_late_is_put_right_within_a_week_and_marked_and_never_after(self):
        rang(MONDAY, "abandoned_before_queue", 10)
        assert told(page(), MONDAY)[0] == "30.0%", "the day stands as it was frozen"
        tomorrow = TODAY + timedelta(days=1)
        assert (freeze_figures(as_at=tomorrow), freeze_figures(as_at=tomorrow)) == (2, 0), "Monday, and today"
        assert told(page(), MONDAY)[0] == "24.0%" and page().count("(put right on 4 June 2026)") == 1
        rang(MONDAY, "blocked", 40)
        freeze_figures(as_at=TODAY + timedelta(days=9))
        assert queries.frozen_days(first=MONDAY, last=MONDAY)[MONDAY].counts["calls_offered"] == 50
        assert [event.about_id for event in Event.objects.filter(code="figures.frozen", at=TODAY)][-1] == (
            TUESDAY.toordinal()), "each is an event, sealed with the rest"

    def test_too_few_are_not_shown(self):
        rang(date(2026, 5, 29), "answered", 4)
        freeze_figures(as_at=TODAY)
        assert told(page(), date(2026, 5, 29)) == ["Too few to show", "Too few to show"]


class TestChangingADefinition:
    @pytest.fixture
    def redefined(self, monkeypatch):
        """Puts other definitions of the first measure in force."""
        known = measures.measures()

        def put(*definitions):
            [first, *others] = known.each
            changed = replace(known, each=(replace(first, definitions=definitions), *others))
            monkeypatch.setattr(queries, "measures", lambda: changed)

        put.now = known.each[0].definitions
        return put

    def test_bumps_a_version_and_restates_history_side_by_side(self, redefined):
        third = replace(redefined.now[-1], version=3, from_on=TODAY.date(), whole="calls_queued",
                        part="calls_abandoned_in_queue", says=Words("Who rang off.", cy="Pwy a roddodd y ffôn i lawr."))
        redefined(*redefined.now, third)
        assert told(page(), MONDAY) == ["40.0%", "30.0%", "60.0%"]
        assert "What it means: version 3, from 3 June 2026" in page()

    def test_counts_that_were_not_kept_then_are_not_guessed(self, redefined):
        redefined(*redefined.now, replace(redefined.now[-1], version=3, whole="calls_by_video"))
        assert told(page(), MONDAY)[0] == "Not counted then"

    def test_in_place_is_refused(self, redefined):
        redefined(redefined.now[0], replace(redefined.now[1], whole="calls_queued"))
        with pytest.raises(NotDone, match="calls_answered/2"):
            freeze_figures(as_at=TODAY + timedelta(days=1))
