"""An agent says that they are ready, and the next caller whom they can help is put through to them."""
from __future__ import annotations

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from entitle.contacts import queries
from entitle.contacts.models import Call, ReadyAgent
from entitle.kernel.references import Actor
from entitle.procedures.answer_call import answer_call
from entitle.procedures.be_ready import be_ready
from entitle.procedures.errors import NotPermitted
from entitle.procedures.give_back_lapsed_offers import give_back_lapsed_offers
from entitle.procedures.match_who_waits import match_who_waits
from entitle.procedures.stop_being_ready import stop_being_ready
from entitle.procedures.take_next_call import take_next_call
from entitle.procedures.tests.calling import after, agent, at_once, waiting
from entitle.procedures.transfer_call import transfer_call

pytestmark = pytest.mark.django_db


@pytest.fixture
def precious() -> Actor:
    return agent("Precious Okafor")


def with_whom(call: Call) -> tuple[str, int | None]:
    call.refresh_from_db()
    return call.state, call.agent_id


class TestWhoIsReady:
    def test_has_the_next_caller_at_once_and_is_ready_no_longer(self, precious: Actor) -> None:
        assert be_ready(agent=precious, as_at=after(0)) is None
        call = waiting("joan", 5)
        assert with_whom(call) == ("offered", precious.user_id)
        assert with_whom(waiting("winston", 6)) == ("queued", None), "one call at a time"
        assert be_ready(agent=precious, as_at=after(7)) == call

    def test_has_whoever_waits_already(self, precious: Actor) -> None:
        call = waiting("joan", 0)
        assert be_ready(agent=precious, as_at=after(5)) == call
        assert not queries.is_ready(user_id=precious.user_id or 0)

    def test_is_whoever_has_been_ready_longest_with_the_skill_and_the_language(self, precious: Actor) -> None:
        gurpreet, dilys = agent("Gurpreet Kaur", "pensions"), agent("Dilys Prys", language="cy")
        for seconds, each in enumerate((gurpreet, precious, dilys, precious)):
            be_ready(agent=each, as_at=after(seconds))
        taken = [with_whom(waiting(who, 10, queue=queue, language=language))[1] for who, queue, language in (
            ("olwen", "Q_PENSION", "cy"), ("joan", "Q_CHANGES", "en"), ("seán", "Q_CHANGES", "en"))]
        assert taken == [dilys.user_id, precious.user_id, None]
        in_danger = waiting("in danger", 11, queue="Q_SAFEGUARD", priority=0, language="cy")
        assert with_whom(in_danger) == ("offered", gurpreet.user_id), "whoever is free, whatever they speak"

    def test_takes_a_break_and_nobody_is_put_through(self, precious: Actor) -> None:
        be_ready(agent=precious, as_at=after(0))
        assert stop_being_ready(agent=precious) is None
        assert with_whom(waiting("joan", 5)) == ("queued", None)

    def test_may_take_calls(self) -> None:
        with pytest.raises(NotPermitted):
            be_ready(agent=agent("Tomasz Zieliński", role="clerk"), as_at=after(0))

    def test_and_does_not_answer_loses_the_caller_to_the_next_who_is(self, precious: Actor) -> None:
        be_ready(agent=precious, as_at=after(0))
        call, gurpreet = waiting("joan", 5), agent("Gurpreet Kaur", "telephone")
        be_ready(agent=gurpreet, as_at=after(20))
        assert give_back_lapsed_offers(as_at=after(90)) == [call]
        assert with_whom(call) == ("offered", gurpreet.user_id)
        assert not ReadyAgent.objects.exists(), "nobody who is not there is rung twice"

    def test_is_passed_a_caller_with_what_was_found(self, precious: Actor) -> None:
        gurpreet = agent("Gurpreet Kaur", "debt")
        call = waiting("joan", 0, summary="They take too much back")
        take_next_call(agent=precious, as_at=after(5))
        answer_call(call=call, agent=precious, as_at=after(5))
        be_ready(agent=gurpreet, as_at=after(6))
        transfer_call(call=call, queue="Q_DEBT", note="Letter of 3 November", agent=precious, as_at=after(60))
        assert with_whom(call) == ("offered", gurpreet.user_id)
        assert call.summary == "They take too much back\nLetter of 3 November"

    def test_is_passed_a_caller_in_danger_alone_though_others_are_ready_too(self, precious: Actor) -> None:
        call = waiting("joan", 0)
        take_next_call(agent=precious, as_at=after(5))
        answer_call(call=call, agent=precious, as_at=after(5))
        gurpreet, tomasz = agent("Gurpreet Kaur", "debt"), agent("Tomasz Zieliński", "changes")
        for seconds, each in enumerate((gurpreet, tomasz)):
            be_ready(agent=each, as_at=after(6 + seconds))
        transfer_call(call=call, queue="Q_CHANGES", note="She says she will kill herself", agent=precious,
                      as_at=after(60))
        assert with_whom(call) == ("offered", gurpreet.user_id)
        assert queries.ready_now() == (tomasz.user_id,)
        assert lines_to_bring_over() == ["joan", "joan"], "once to Precious, once to Gurpreet"

    def test_has_a_caller_whose_line_the_answer_to_their_exchange_brings_over(self, precious: Actor) -> None:
        be_ready(agent=precious, as_at=after(0))
        waiting("joan", 5)
        assert lines_to_bring_over() == [], "a push besides would ring the agent's telephone twice"


def lines_to_bring_over() -> list[str]:
    """Whose lines the exchange is to be told of, by a job."""
    codes = [job.args["call_code"] for job in ProcrastinateJob.objects.filter(task_name="connect_call").order_by("id")]
    named = dict(Call.objects.values_list("code", "provider_call_id"))
    return [named[code] for code in codes]


def test_a_caller_and_an_agent_who_missed_each_other_are_brought_together(precious: Actor) -> None:
    call = waiting("joan", 0)
    ReadyAgent.objects.create(agent_id=precious.user_id, since=after(1), queues=[], languages=[])
    assert match_who_waits(as_at=after(60)) == [call]
    assert with_whom(call) == ("offered", precious.user_id)


@pytest.mark.django_db(transaction=True)
def test_six_agents_and_twelve_callers_at_once_leave_no_agent_waiting() -> None:
    agents = [agent(f"Made-up agent {number}") for number in range(6)]
    turns = [turn for number in range(6) for turn in (f"caller {number}", agents[number], f"caller {number + 6}")]
    at_once(lambda who: be_ready(agent=who, as_at=after(0)) if isinstance(who, Actor) else waiting(who), turns)
    assert not ReadyAgent.objects.exists()
    assert Call.objects.filter(state="offered").values("agent").distinct().count() == 6


@pytest.mark.django_db(transaction=True)
def test_twelve_callers_at_once_come_to_the_twelve_who_are_ready() -> None:
    for number in range(12):
        be_ready(agent=agent(f"Made-up agent {number}"), as_at=after(number))
    at_once(lambda number: waiting(f"caller {number}"), range(12))
    assert Call.objects.filter(state="offered").values("agent").distinct().count() == 12
