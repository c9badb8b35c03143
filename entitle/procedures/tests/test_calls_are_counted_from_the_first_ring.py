"""Every attempt is counted from its first ring, whatever becomes of it, and whatever order we hear of it in."""
from __future__ import annotations

from datetime import date
from random import Random

import pytest

from entitle.contacts import queries
from entitle.contacts.models import Call, CallEvent
from entitle.procedures.answer_call import answer_call
from entitle.procedures.errors import NotDone
from entitle.procedures.queue_call import queue_call
from entitle.procedures.receive_call_event import receive_call_event
from entitle.procedures.take_next_call import take_next_call
from entitle.procedures.tests.calling import after, agent, heard, waiting
from entitle.procedures.wrap_up_call import wrap_up_call

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)


class TestACallEvent:
    def test_makes_the_call_whichever_comes_first(self) -> None:
        call = heard("seán", "dtmf", 4, digits="2")
        assert (call.state, call.arrived_at) == ("ringing", after(4))
        call = heard("seán", "initiated", 0, number="+447700900123", dialled="0800 055 6688")
        assert (call.number, call.dialled, call.arrived_at) == ("+447700900123", "0800 055 6688", after(0))
        assert Call.objects.count() == 1

    def test_heard_twice_is_heard_once(self) -> None:
        for _ in range(2):
            heard("seán", "initiated", 0, event_id="1")
            heard("seán", "ended", 3, event_id="2", cause="hangup")
        assert CallEvent.objects.count() == 2
        assert Call.objects.get().state == "abandoned_before_queue"

    def test_of_a_name_that_is_not_one_is_refused(self) -> None:
        with pytest.raises(NotDone, match="'exploded'"):
            heard("seán", "exploded")

    def test_in_any_order_and_twice_over_tells_the_same_call(self) -> None:
        """An exchange that delivers as best it can: nine events of one call, in twelve orders, each event twice."""
        story = [("initiated", 0), ("dtmf", 2), ("transcript", 3), ("queued", 5), ("offered", 60),
                 ("connected_to_agent", 64), ("held", 90), ("wrap_up", 200), ("ended", 260)]
        for attempt in range(12):
            shuffled = [(number, *event) for number, event in enumerate(story * 2)]
            Random(attempt).shuffle(shuffled)
            for number, name, seconds in shuffled:
                heard(f"call {attempt}", name, seconds, event_id=f"{attempt}.{number % len(story)}")
        told = Call.objects.values_list("state", "outcome", "arrived_at", "queued_at", "answered_at", "ended_at")
        assert set(told) == {("ended", "answered", after(0), after(5), after(64), after(260))}
        assert Call.objects.count() == 12

    def test_late_news_puts_the_count_right(self) -> None:
        heard("seán", "initiated", 0)
        assert heard("seán", "ended", 9).outcome == "abandoned_before_queue"
        assert heard("seán", "queued", 4).outcome == "abandoned_in_queue"

    def test_from_a_clock_that_is_slow_does_not_undo_what_an_agent_did(self) -> None:
        precious = agent("Precious Okafor")
        call = waiting("seán", 0)
        take_next_call(agent=precious, as_at=after(30))
        answer_call(call=call, agent=precious, as_at=after(32))
        receive_call_event(provider="exchange", event_id="end", call_id="seán", name="ended", at=after(20),
                           as_at=after(300))
        call.refresh_from_db()
        assert (call.state, call.outcome, call.agent_id) == ("wrapping_up", "answered", precious.user_id)


class TestTheDaysCounts:
    def test_calls_blocked_before_the_queue_are_offered_calls_that_nobody_answered(self) -> None:
        """DOMAIN 7e: 10,000 offered with 2,000 blocked; here ten of them, two blocked, in the same shares."""
        precious = agent("Precious Okafor")
        for number in range(2):
            heard(f"blocked {number}", "initiated", number)
            heard(f"blocked {number}", "blocked", number, cause="no lines")
        for number in range(8):
            waiting(f"queued {number}", 10 + number)
        for number in range(6):
            taken = take_next_call(agent=precious, as_at=after(30 + number))
            assert taken is not None
            answer_call(call=taken, agent=precious, as_at=after(30 + number))
            wrap_up_call(call=taken, agent=precious, code="settled", as_at=after(30 + number))
        counts = queries.day_counts(TODAY)
        assert (counts.offered, counts.blocked, counts.queued, counts.answered) == (10, 2, 8, 6)
        assert (counts.percent_of_queued, counts.percent_of_offered) == (75.0, 60.0)

    def test_add_up_to_what_was_offered_to_the_unit(self, django_assert_num_queries: object) -> None:
        heard("blocked", "blocked", 0)
        heard("before", "initiated", 1)
        heard("before", "ended", 2)
        waiting("in queue", 3)
        heard("in queue", "ended", 60)
        heard("online", "initiated", 5)
        heard("online", "ended", 30, cause="self_served")
        heard("direct", "connected_to_agent", 6)
        heard("still ringing", "initiated", 7)
        waiting("still waiting", 8)
        with django_assert_num_queries(1):  # type: ignore[operator]
            counts = queries.day_counts(TODAY)
        assert counts == queries.Counts(offered=7, blocked=1, abandoned_before_queue=1, abandoned_in_queue=1,
                                        answered=1, self_served=1, call_back=0, in_progress=2, queued=2)
        assert counts.reconciles

    def test_are_of_the_day_in_london_on_which_it_first_rang(self) -> None:
        heard("before midnight", "initiated", 14 * 3600 - 1)
        heard("before midnight", "ended", 14 * 3600 + 60)
        assert queries.day_counts(TODAY).abandoned_before_queue == 1
        assert queries.day_counts(date(2026, 11, 24)).offered == 0
        assert queries.day_counts(date(2026, 11, 24)).percent_of_offered is None


def place_in(queue: str, call: Call, seconds: float, *, priority: int = 3) -> queries.Place:
    """Put in a queue, where they then stand."""
    queued = queue_call(call=call, queue=queue, priority=priority, language="en", summary="", as_at=after(seconds))
    return queries.place_of(call=queued, as_at=after(seconds))


class TestWhoeverIsPutInAQueue:
    def test_is_told_their_place_and_the_longest_wait(self) -> None:
        waiting("first", 0)
        second = heard("second", "initiated", 50)
        place = place_in("Q_PENSION", second, 60)
        assert (place.position, place.longest_wait_seconds) == (2, 60)
        urgent = heard("urgent", "initiated", 61)
        place = place_in("Q_PENSION", urgent, 61, priority=1)
        assert place.position == 1
        other = heard("other", "initiated", 62)
        assert place_in("Q_CHANGES", other, 62).position == 1

    def test_keeps_the_time_they_waited_when_put_in_another(self) -> None:
        call = waiting("seán", 0)
        waiting("later", 30, queue="Q_CHANGES")
        place = place_in("Q_CHANGES", call, 90)
        assert (place.position, place.longest_wait_seconds) == (1, 90)

    def test_and_has_gone_already_changes_nothing(self) -> None:
        call = heard("seán", "initiated", 0)
        heard("seán", "ended", 1)
        assert place_in("Q_PENSION", call, 2).position == 0
        assert Call.objects.get().state == "abandoned_before_queue"
