"""Whoever manages queues sees what is to come and how many people it needs."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from entitle.channels.desk.tests.cast import at_the_desk_of, officer
from entitle.channels.desk.tests.conftest import TODAY
from entitle.channels.desk.tests.test_a_days_calls import words_of
from entitle.contacts.models import Call
from entitle.work.models import WorkItem

pytestmark = pytest.mark.django_db


@pytest.fixture
def lee():
    return at_the_desk_of(officer("lee", "team_leader"))


def rang(number, at, *, minutes=6, queue="Q_GENERAL"):
    return Call(provider="exchange", provider_call_id=str(number), state="ended", outcome="answered", queue=queue,
                arrived_at=at, queued_at=at, answered_at=at + timedelta(minutes=1),
                ended_at=at + timedelta(minutes=minutes - 1), acted_until=at + timedelta(minutes=minutes + 1))


def three_tuesdays(rings=20):
    """At noon in London twenty ring, at half past half as many, for six minutes each. It is Tuesday today."""
    calls = [rang(f"{week} {number}", TODAY - timedelta(weeks=week) + timedelta(minutes=30 * (number % 3 == 0)))
             for week in (1, 2, 3) for number in range(rings * 3 // 2)]
    Call.objects.bulk_create(calls)


class TestHalfHours:
    def test_say_how_many_will_ring_and_how_many_agents_that_needs(self, lee, django_assert_max_num_queries):
        three_tuesdays()
        with django_assert_max_num_queries(10):
            page = words_of(lee.get(reverse("desk-half-hours"), {"day": "2026-06-09"}))
        assert "Tuesday 9 June 2026, half-hour by half-hour" in page
        assert "30</span> <span class=\"govuk-body\">are expected to ring" in page
        assert "6 min 0 s</span>" in page
        assert "Told from 3 such weekdays in the last 8 weeks and 90 answered calls" in page
        cell = '</td> <td class="govuk-table__cell govuk-table__cell--numeric">'
        assert f"12:00</th> {cell[6:]}20.0{cell}{cell}6{cell}9{cell}85%{cell}51 s</td>" in page
        assert f"12:30</th> {cell[6:]}10.0{cell}{cell}4{cell}6{cell}91%{cell}" in page

    def test_of_today_say_how_many_rang_so_far(self, lee):
        three_tuesdays()
        Call.objects.bulk_create([rang("now", TODAY)])
        page = words_of(lee.get(reverse("desk-half-hours"), {"day": "2026-06-02"}))
        cell = '</td> <td class="govuk-table__cell govuk-table__cell--numeric">'
        assert f"12:00</th> {cell[6:]}20.0{cell}1{cell}" in page

    def test_say_why_where_nothing_can_be_said(self, lee):
        assert "No call has been answered yet" in words_of(lee.get(reverse("desk-half-hours")))
        Call.objects.bulk_create([rang("1", TODAY - timedelta(days=1))])
        page = words_of(lee.get(reverse("desk-half-hours"), {"day": "soon"}))
        assert "no Wednesday before 2026-06-03 is known" in page

    def test_of_one_queue(self, lee):
        three_tuesdays()
        Call.objects.bulk_create([rang(f"{week}", TODAY - timedelta(weeks=week), queue="Q_DEBT") for week in (1, 2)])
        page = words_of(lee.get(reverse("desk-half-hours"), {"day": "2026-06-09", "queue": "Q_DEBT"}))
        assert "1</span> <span class=\"govuk-body\">are expected to ring" in page


class TestWeeksAhead:
    def test_tell_what_will_be_on_hand_and_when_it_will_be_late(self, lee, django_assert_max_num_queries):
        """Three decisions a day came for twelve weeks, and two a working day were made."""
        came = [TODAY - timedelta(days=day) for day in range(1, 85) for _ in range(3)]
        done = iter([TODAY - timedelta(days=day) for day in range(84, 0, -1) for _ in range(2)
                     if (TODAY - timedelta(days=day)).weekday() < 5])
        WorkItem.objects.bulk_create([
            WorkItem(kind="claim.hand_off", about_kind="claim", about_id=number, skill="specialist", opened_at=at,
                     origin_at=at, standard="hand_off", interval=3, unit="working_days", division="england-and-wales",
                     target_on=at.date() + timedelta(days=60), **ended(next(done, None)))
            for number, at in enumerate(reversed(came))])
        with django_assert_max_num_queries(14):
            page = words_of(lee.get(reverse("desk-weeks-ahead")))
        on_hand = 3 * 84 - 2 * 60
        assert f"Settle what the rules cannot ({on_hand})" in page
        cell = '</td> <td class="govuk-table__cell govuk-table__cell--numeric">'
        assert f"Monday 8 June 2026</th> {cell[6:]}{on_hand + 11}{cell}0</td>" in page

    def test_say_so_where_too_little_is_known_or_nothing_is_on_hand(self, lee, claim):
        assert "4 weeks tell what is to come, and 0 are known" in words_of(lee.get(reverse("desk-weeks-ahead")))
        WorkItem.objects.update(state="cancelled")
        assert "Nothing is on hand." in words_of(lee.get(reverse("desk-weeks-ahead")))


def ended(at):
    return {"state": "done", "done_at": at} if at else {}


class TestSkills:
    def test_show_who_can_take_what_and_what_moving_somebody_comes_to(self, lee, django_assert_max_num_queries):
        """Every Wednesday thirty ring in an hour who may be in danger. One takes them; another has little to do."""
        nia = officer("nia", "agent", skills=("telephone",), team="Telephone")
        officer("rashid", "agent", skills=("safeguarding",), team="Telephone")
        wednesday = TODAY + timedelta(days=1)
        Call.objects.bulk_create([
            rang(f"{week} {number} {queue}", wednesday - timedelta(weeks=week) + timedelta(minutes=number * step),
                 queue=queue)
            for week in (1, 2) for queue, count, step in (("Q_SAFEGUARD", 30, 2), ("Q_GENERAL", 4, 15))
            for number in range(count)])
        with django_assert_max_num_queries(12):
            page = words_of(lee.get(reverse("desk-skills"), {"who": nia.code, "learns": "safeguarding"}))
        assert "Nia learns safeguarding: before and after" in page
        assert "Queues on Wednesday 3 June 2026" in page
        row = page[page.index("Someone may be in danger", page.index("Rang off after")):]
        figures = re.findall(r"numeric\">([^<]*)</td>", row[:row.index("</tr>")])
        assert figures == ["82", "44%", "59%", "117 s", "85 s", "29", "17"]

    def test_say_so_where_nothing_is_known(self, lee):
        page = words_of(lee.get(reverse("desk-skills"), {"who": "nobody", "learns": "flying"}))
        assert "Too little is known of past calls" in page and "before and after" not in page
