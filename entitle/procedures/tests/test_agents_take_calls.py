"""The next caller comes to an agent who can help: by skill and language, then urgency, then the longest wait."""
from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from entitle.contacts import queries
from entitle.contacts.models import Call, Contact
from entitle.contacts.tests.cast import customer
from entitle.customers.models import ContactPoint, Customer, StaffLink
from entitle.history.models import Event
from entitle.kernel.references import Actor
from entitle.procedures.answer_call import answer_call
from entitle.procedures.errors import NotDone, NotPermitted
from entitle.procedures.hold_call import hold_call
from entitle.procedures.name_caller import name_caller
from entitle.procedures.take_next_call import take_next_call
from entitle.procedures.tests.calling import TEN, after, agent, at_once, heard, waiting
from entitle.procedures.transfer_call import transfer_call
from entitle.procedures.wrap_up_call import wrap_up_call

pytestmark = pytest.mark.django_db
SEANS = "+447700900123"


@pytest.fixture
def precious() -> Actor:
    return agent("Precious Okafor")


@pytest.fixture
def sean() -> Customer:
    sean = customer("Seán O'Neill")
    ContactPoint.objects.create(customer=sean, kind="phone", value=SEANS, is_safe=True, from_on=TEN.date())
    return sean


def answered(call: Call, by: Actor, seconds: float) -> Contact | None:
    taken = take_next_call(agent=by, as_at=after(seconds))
    assert taken == call
    return answer_call(call=call, agent=by, as_at=after(seconds))


class TestTheNextCall:
    def test_is_the_most_pressing_then_whoever_waited_longest(self, precious: Actor) -> None:
        third = waiting("joan", 0)
        fourth = waiting("winston", 10)
        first, second = waiting("evicted", 90, priority=1), waiting("not paid", 80, priority=2)
        order = []
        for number in range(4):
            call = take_next_call(agent=precious, as_at=after(100 + number))
            assert call is not None
            order.append(call)
            answer_call(call=call, agent=precious, as_at=after(100 + number))
            wrap_up_call(call=call, agent=precious, code="settled", as_at=after(100 + number))
        assert order == [first, second, third, fourth]
        assert take_next_call(agent=precious, as_at=after(110)) is None

    def test_needs_the_skill_and_the_language(self, precious: Actor) -> None:
        waiting("olwen", 0, language="cy")
        waiting("moved house", 1, queue="Q_CHANGES")
        gurpreet, dilys = agent("Gurpreet Kaur", "pensions"), agent("Dilys Prys", language="cy")
        assert take_next_call(agent=gurpreet, as_at=after(5)) is None
        taken = [take_next_call(agent=by, as_at=after(6)) for by in (precious, dilys)]
        assert [call.provider_call_id for call in taken if call] == ["moved house", "olwen"]

    def test_is_someone_in_danger_whoever_is_free_and_whatever_they_speak(self) -> None:
        waiting("pension", 0)
        in_danger = waiting("in danger", 1, queue="Q_SAFEGUARD", priority=0, language="cy")
        assert take_next_call(agent=agent("Gurpreet Kaur", "pensions"), as_at=after(5)) == in_danger

    def test_is_the_one_they_have_until_it_is_wrapped_up(self, precious: Actor) -> None:
        first = waiting("joan", 0)
        waiting("winston", 1)
        assert [take_next_call(agent=precious, as_at=after(5)) for _ in range(2)] == [first, first]

    def test_is_for_those_who_may_take_calls(self) -> None:
        with pytest.raises(NotPermitted):
            take_next_call(agent=agent("Ada Lister", role="auditor"), as_at=after(0))

    def test_is_never_two_at_once_for_one_agent_whatever_is_asked_of_the_database(self, precious: Actor) -> None:
        waiting("joan", 0)
        other = waiting("winston", 1)
        take_next_call(agent=precious, as_at=after(5))
        with pytest.raises(IntegrityError), transaction.atomic():
            Call.objects.filter(id=other.pk).update(state="offered", agent_id=precious.user_id)


@pytest.mark.django_db(transaction=True)
class TestManyAtOnce:
    def test_events_of_one_call_make_one_and_agents_each_have_a_caller_of_their_own(self) -> None:
        heard_together = at_once(lambda number: heard("one call", "dtmf", number, event_id=f"key {number}"), range(6))
        assert len({call.pk for call in heard_together}) == 1
        assert Call.objects.get().events.count() == 6
        for number in range(8):
            waiting(f"call {number}", number)
        agents = [agent(f"agent {number}") for number in range(6)]
        taken = at_once(lambda by: take_next_call(agent=by, as_at=after(60)), [*agents, *agents])
        assert len({call.pk for call in taken if call}) == 6
        assert Call.objects.filter(state="offered").count() == 6
        assert Call.objects.filter(state="queued").count() == 2


class TestAnsweringACall:
    def test_opens_the_record_of_the_one_customer_who_rings_from_there(self, precious: Actor, sean: Customer) -> None:
        call = waiting("sean", 0, number="07700 900 123")
        contact = answered(call, precious, 30)
        assert contact is not None and contact.customer == sean and contact.identity_confirmed_at is None
        call.refresh_from_db()
        assert (call.state, call.customer, call.contact) == ("answered", sean, contact)
        assert answer_call(call=call, agent=precious, as_at=after(31)) == contact
        codes = Event.objects.filter(customer_id=sean.pk).values_list("code", flat=True).order_by("id")
        assert list(codes) == ["customer.looked", "contact.began"]

    def test_of_a_number_that_two_people_share_asks_who_it_is(self, precious: Actor, sean: Customer) -> None:
        aoife = customer("Aoife Ní Dhomhnaill")
        ContactPoint.objects.create(customer=aoife, kind="phone", value=SEANS, is_safe=None, from_on=TEN.date())
        call = waiting("shared", 0, number=SEANS)
        assert answered(call, precious, 30) is None
        contact = name_caller(call=call, customer_code=aoife.code, agent=precious, as_at=after(40))
        assert contact.customer == aoife
        assert name_caller(call=call, customer_code=aoife.code, agent=precious, as_at=after(41)) == contact
        other = name_caller(call=call, customer_code=sean.code, agent=precious, as_at=after(42))
        contact.refresh_from_db()
        assert (other.customer, contact.state) == (sean, "ended")

    def test_from_the_agents_own_record_opens_nothing(self, precious: Actor, sean: Customer) -> None:
        StaffLink.objects.create(user_id=precious.user_id, customer=sean, linked_at=TEN)
        assert answered(waiting("sean", 0, number=SEANS), precious, 30) is None
        assert Event.objects.filter(customer_id=sean.pk).count() == 0

    def test_while_another_is_in_hand_is_refused(self, precious: Actor) -> None:
        answered(waiting("joan", 0), precious, 5)
        with pytest.raises(NotDone, match="Close the call that you have"):
            answer_call(call=waiting("winston", 6), agent=precious, as_at=after(7))

    def test_that_a_colleague_has_or_of_a_caller_who_has_gone_is_refused(self, precious: Actor) -> None:
        call = waiting("joan", 0)
        take_next_call(agent=precious, as_at=after(5))
        with pytest.raises(NotDone, match="colleague"):
            answer_call(call=call, agent=agent("Tomasz Zieliński"), as_at=after(6))
        heard("joan", "ended", 7)
        with pytest.raises(NotDone, match="gone"):
            answer_call(call=call, agent=precious, as_at=after(8))
        assert take_next_call(agent=precious, as_at=after(9)) is None


class TestATransfer:
    def test_carries_the_callers_own_words_and_their_place(self, precious: Actor, sean: Customer) -> None:
        """DOMAIN 7e: transfer carries context; the customer does not tell their story again."""
        call = waiting("sean", 0, number=SEANS, summary="They say: my pension stopped")
        first = answered(call, precious, 100)
        hold_call(call=call, agent=precious, as_at=after(110))
        waiting("later", 50, queue="Q_CHANGES")
        place = transfer_call(call=call, queue="Q_CHANGES", note="Moved house; bank unchanged", agent=precious,
                              as_at=after(120))
        assert (place.position, place.longest_wait_seconds) == (1, 70)
        gurpreet = agent("Gurpreet Kaur", "changes")
        second = answered(call, gurpreet, 130)
        call.refresh_from_db()
        assert call.summary == "They say: my pension stopped\nMoved house; bank unchanged"
        assert first is not None and second is not None and second.customer == sean
        first.refresh_from_db()
        assert (first.state, first.summary) == ("ended", "Moved house; bank unchanged")
        assert queries.day_counts(TEN.date()).answered == 1

    def test_of_a_call_that_came_to_the_wrong_queue_teaches_steering(self, precious: Actor) -> None:
        """DOMAIN 7e: a misroute button teaches. What is kept is what they said, where it went, and where it belongs."""
        call = waiting("joan", 0, summary="you see that money for the kids")
        waiting("winston", 1)
        answered(call, precious, 10)
        transfer_call(call=call, queue="Q_UC_CLAIMS", note="New claim", agent=precious, as_at=after(60),
                      was_misrouted=True)
        [learnt] = queries.misroutes(since=TEN)
        assert (learnt.words, learnt.queue, learnt.right_queue) == (
            "you see that money for the kids", "Q_PENSION", "Q_UC_CLAIMS")
        assert queries.misroutes(since=after(61)) == []

    def test_needs_a_line_for_the_next_agent(self, precious: Actor) -> None:
        call = waiting("joan", 0)
        answered(call, precious, 5)
        with pytest.raises(NotDone, match="Say in a line"):
            transfer_call(call=call, queue="Q_CHANGES", note=" ", agent=precious, as_at=after(6))


class TestWrappingUp:
    def test_says_what_the_call_came_to_and_frees_the_agent(self, precious: Actor, sean: Customer) -> None:
        call = waiting("sean", 0, number=SEANS)
        contact = answered(call, precious, 30)
        heard("sean", "ended", 200)
        for _ in range(2):
            ended = wrap_up_call(call=call, agent=precious, code="progress_told", as_at=after(210))
        assert (ended.state, ended.wrap_up_code, ended.outcome) == ("ended", "progress_told", "answered")
        assert contact is not None
        contact.refresh_from_db()
        assert contact.summary == "Told how a claim or payment is getting on"
        assert queries.call_in_hand(user_id=precious.user_id or 0) is None

    def test_is_by_a_code_that_is_in_use(self, precious: Actor) -> None:
        call = waiting("joan", 0)
        answered(call, precious, 5)
        with pytest.raises(NotDone, match="settled"):
            wrap_up_call(call=call, agent=precious, code="whatever", as_at=after(6))
