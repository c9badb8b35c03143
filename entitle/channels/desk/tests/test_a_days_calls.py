"""The page of a day's calls: both rates side by side, to the unit, and whom the better-looking one leaves out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from entitle.channels.desk.tests.cast import at_the_desk_of, officer
from entitle.channels.desk.tests.conftest import TODAY
from entitle.contacts.models import Call
from entitle.procedures.choose_call_back import choose_call_back
from entitle.procedures.queue_call import queue_call
from entitle.procedures.receive_call_event import receive_call_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def lee():
    return at_the_desk_of(officer("lee", "team_leader"))


def words_of(page) -> str:
    return " ".join(page.content.decode().split())


def rang(number, outcome, cause="", queued=True):
    return Call(provider="exchange", provider_call_id=str(number), state="ended" if outcome == "answered" else outcome,
                outcome=outcome, cause=cause, arrived_at=TODAY, queued_at=TODAY if queued else None)


class TestADaysCalls:
    def test_shows_both_rates_and_the_difference_that_blocked_calls_make(self, lee, django_assert_max_num_queries):
        """DOMAIN 7e: of 10,000 offered calls 2,000 are blocked; the page shows both rates and the difference."""
        Call.objects.bulk_create([
            *(rang(number, "blocked", "no lines", queued=False) for number in range(2_000)),
            *(rang(number, "answered") for number in range(2_000, 8_000)),
            *(rang(number, "abandoned_in_queue", "caller rang off") for number in range(8_000, 10_000)),
        ])
        with django_assert_max_num_queries(16):
            page = words_of(lee.get(reverse("desk-calls")))
        assert "60.0% of all who rang were answered" in page
        assert "Of those who got into a queue, 75.0% were: the difference, 15.0 points" in page
        assert "no lines</td> <td class=\"govuk-table__cell govuk-table__cell--numeric\">2,000" in page

    def test_shows_who_waits_now_and_the_call_backs_promised(self, lee):
        for number in range(2):
            call = receive_call_event(provider="exchange", event_id=f"{number}", call_id=f"{number}", name="initiated",
                                      at=TODAY, as_at=TODAY)
            queue_call(call=call, queue="Q_BEREAVEMENT", priority=1, language="cy", summary="", as_at=TODAY)
        choose_call_back(call=call, slot=TODAY + timedelta(minutes=30), number="01632 960 001", as_at=TODAY)
        page = words_of(lee.get(reverse("desk-calls")))
        assert "After a death</th> <td class=\"govuk-table__cell\">Welsh" in page
        assert "Chose to be rung back</th> <td class=\"govuk-table__cell govuk-table__cell--numeric\">1<" in page
        assert "All promised</th> <td class=\"govuk-table__cell govuk-table__cell--numeric\">1<" in page

    def test_of_another_day_or_of_none(self, lee):
        Call.objects.bulk_create([rang(1, "answered")])
        earlier = words_of(lee.get(reverse("desk-calls"), {"day": "2026-06-01"}))
        assert "Calls on Monday 1 June 2026" in earlier and "Waiting now" not in earlier
        assert "Calls on Tuesday 2 June 2026" in words_of(lee.get(reverse("desk-calls"), {"day": "soon"}))

    def test_is_for_team_leaders(self, desk):
        assert desk.get(reverse("desk-calls")).status_code == 403
