"""An agent takes the next call: what the caller said is on the screen, then their record; passed on, or closed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from entitle.channels.telephone.tests.conftest import NOW, officer, signed_in
from entitle.contacts import queries
from entitle.contacts.models import Call, Contact
from entitle.customers.models import ContactPoint
from entitle.gateways import clock
from entitle.history.models import Event
from entitle.kernel.references import Reference
from entitle.procedures.queue_call import queue_call
from entitle.procedures.receive_call_event import receive_call_event
from entitle.staff import operations as staff
from entitle.work import operations as work

SAYS = "Nobody has rung me back about my pension, O'Neill said Monday"


@pytest.fixture(autouse=True)
def trained(agent):
    staff.give_skills(user_id=agent.pk, skills=["telephone"])


def waits(call_id, *, number="+441632960001", summary=SAYS, priority=3, language="en", seconds=0,
          provider="exchange"):
    at = NOW - timedelta(seconds=600 - seconds)
    call = receive_call_event(provider=provider, event_id=f"{call_id}-rings", call_id=call_id, name="initiated",
                              at=at, as_at=at, number=number)
    queue_call(call=call, queue="Q_PENSION", priority=priority, language=language, summary=summary, as_at=at)
    return call.code


def page(client, name, *codes):
    return client.get(reverse(name, args=codes)).content.decode()


def take(client):
    """Next call, and answer it; gives the address that the agent is then at."""
    line = client.post(reverse("telephone_next"))["Location"]
    return client.post(f"{line}answer/", follow=True).request["PATH_INFO"]


class TestReady:
    def test_says_who_waits_and_gives_the_most_pressing_first(self, client):
        waits("one")
        urgent = waits("two", priority=1, seconds=300)
        shown = page(client, "telephone_ready")
        assert "A pension in payment" in shown and "Next call" in shown
        taken = client.post(reverse("telephone_next"))
        assert taken["Location"] == reverse("telephone_line", args=[urgent])
        assert client.get(reverse("telephone_ready"))["Location"] == taken["Location"], "one call at a time"

    def test_with_nobody_waiting_says_so_and_a_welsh_caller_waits_for_somebody_who_speaks_it(self, client, agent):
        waits("one", language="cy")
        assert "Nobody is waiting for you." in client.post(reverse("telephone_next"), follow=True).content.decode()
        agent.language = "cy"
        agent.save()
        assert "Speak Welsh" in client.post(reverse("telephone_next"), follow=True).content.decode()

    def test_is_for_those_who_may_take_calls(self, db):
        clerk = signed_in(officer("clerk", role="clerk"))
        assert clerk.get(reverse("telephone_ready")).status_code == 403


class TestTheScreenPop:
    def test_shows_what_they_said_before_anyone_answers_and_nothing_of_the_record(self, client):
        waits("one")
        shown = client.post(reverse("telephone_next"), follow=True).content.decode()
        assert "O&#39;Neill said Monday" in shown and "Answer" in shown and "+441632960001" in shown
        assert Call.objects.get().state == "offered" and not Contact.objects.exists()

    def test_opens_the_one_record_as_it_rings_with_our_promises_and_the_look_in_history_once(self, client, olwen):
        """The one record as it rings, with the promises made to this customer and their clocks."""
        ContactPoint.objects.create(customer=olwen, kind=ContactPoint.PHONE, value="07700900123", is_safe=False,
                                    from_on=NOW.date())
        work.open(kind="change.act_on", about=Reference("contact", 1), customer_id=olwen.id, as_at=NOW, origin_at=NOW,
                  promise=True)
        waits("one", number="+447700900123")
        line = client.post(reverse("telephone_next"))["Location"]
        with CaptureQueriesContext(connection) as asked:
            rings = client.get(line).content.decode()
        assert len(asked) <= 25
        assert "Olwen Llŷr" in rings and "Act on a change of circumstances" in rings and "In time: " in rings
        assert rings.index(">\n  Answer") < rings.index("Olwen Llŷr"), "the first key is still the one that answers"
        assert "1960" not in rings, "what the caller is checked against comes once they are on the line"
        client.get(line)
        client.post(f"{line}answer/")
        looks = Event.objects.filter(code="customer.looked", customer_id=olwen.id)
        assert [(look.reason, look.refers_kind, look.refers_id) for look in looks] == [
            ("calling", "call", Call.objects.get().pk)]

    def test_shows_nothing_of_a_record_that_this_agent_may_not_open(self, client, own_record):
        ContactPoint.objects.create(customer=own_record, kind=ContactPoint.PHONE, value="+447700900123", is_safe=True,
                                    from_on=NOW.date())
        waits("one", number="+447700900123")
        rings = client.post(reverse("telephone_next"), follow=True).content.decode()
        assert "Answer" in rings and "Olwen" not in rings and own_record.code not in rings

    def test_opens_the_one_record_of_whose_number_it_is_with_what_they_said_beside_it(self, client, olwen):
        ContactPoint.objects.create(customer=olwen, kind=ContactPoint.PHONE, value="+441632960001", is_safe=True,
                                    from_on=NOW.date())
        waits("one")
        caller = take(client)
        shown = client.get(caller).content.decode()
        assert "Is this the customer?" in shown and "O&#39;Neill said Monday" in shown, "they still show who they are"
        call, contact = Call.objects.get(), Contact.objects.get()
        assert (call.contact_id, call.customer_id, contact.customer_id) == (contact.id, olwen.id, olwen.id)
        assert Event.objects.filter(code="customer.looked", customer_id=olwen.id).count() == 1
        client.post(f"{caller}identity/")
        page = client.get(reverse("telephone_line", args=[call.code]), follow=True)
        assert page.request["PATH_INFO"] == caller, "the line leads to the record from now on"

    def test_asks_who_it_is_where_the_number_is_nobodys_and_puts_the_call_on_their_record(self, client, olwen):
        waits("one", number="")
        assert "Who is calling?" in client.get(take(client)).content.decode()
        assert "O&#39;Neill said Monday" in page(client, "telephone_find")
        opened = client.post(reverse("telephone_open", args=[olwen.code]), {"reason": "calling"})
        assert Call.objects.get().contact.code in opened["Location"]

    def test_costs_no_more_with_thirty_waiting(self, client):
        counted = []
        for many in (1, 30):
            for number in range(many):
                waits(f"{many}-{number}", seconds=number)
            with CaptureQueriesContext(connection) as asked:
                client.get(reverse("telephone_ready"))
            counted.append(len(asked))
        assert counted[0] == counted[1] <= 20


class TestBeingJoinedToACaller:
    def test_what_can_be_done_with_them_is_hidden_until_then_and_shown_by_a_reload_without_javascript(self, client,
                                                                                                       agent):
        waits("one", provider="webhook")
        address = take(client)
        hidden = client.get(address).content.decode()
        assert "data-joining" in hidden and "data-joined hidden" in hidden
        receive_call_event(provider="webhook", event_id="joined", call_id="one", name="connected_to_agent", at=NOW,
                           as_at=NOW, agent_id=agent.pk)
        shown = client.get(address).content.decode()
        assert "data-joining" not in shown and "data-joined>" in shown and ">Hold<" in shown


class TestPassingOn:
    def test_carries_what_was_found_and_frees_the_agent(self, client):
        waits("one")
        take(client)
        line = reverse("telephone_transfer", args=[Call.objects.get().code])
        assert client.post(line, {"queue": "Q_DEBT", "note": " "}).status_code == 422
        assert client.post(line, {"queue": "Q_NOBODY", "note": "x"}).status_code == 422
        passed = client.post(line, {"queue": "Q_DEBT", "note": "Letter of 3 November", "misrouted": "yes"}, follow=True)
        assert "Passed on: number 1 in “Money owed to us”." in passed.content.decode()
        call = Call.objects.get()
        assert (call.state, call.queue, call.summary) == ("queued", "Q_DEBT", f"{SAYS}\nLetter of 3 November")
        assert [(each.words, each.right_queue) for each in queries.misroutes(since=NOW)] == [(SAYS, "Q_DEBT")]
        with clock.at(NOW + timedelta(seconds=30)):
            shown = client.post(reverse("telephone_next"), follow=True).content.decode()
        assert "Letter of 3 November" in shown


class TestClosing:
    def test_needs_a_code_and_keeps_the_line_on_the_customers_record(self, client, olwen):
        waits("one", number="")
        take(client)
        client.post(reverse("telephone_open", args=[olwen.code]), {"reason": "calling"})
        contact = Contact.objects.get()
        close = client.get(reverse("telephone_end", args=[contact.code]))["Location"]
        assert close == reverse("telephone_wrap_up", args=[Call.objects.get().code])
        assert client.post(close, {"summary": "Told when"}).status_code == 422
        done = client.post(close, {"code": "progress_told", "summary": "Told when"}, follow=True)
        assert "Call closed." in done.content.decode() and "Next call" in done.content.decode()
        contact.refresh_from_db()
        assert (contact.state, contact.summary, Call.objects.get().wrap_up_code) == (
            "ended", "Told when", "progress_told")

    def test_a_caller_who_hung_up_is_still_closed_and_a_colleagues_call_is_theirs(self, client, colleague):
        waits("one")
        take(client)
        code = Call.objects.get().code
        assert colleague.get(reverse("telephone_line", args=[code])).status_code == 403
        receive_call_event(provider="exchange", event_id="gone", call_id="one", name="ended", at=NOW, as_at=NOW)
        assert "The caller has gone." in page(client, "telephone_line", code)
        client.post(reverse("telephone_wrap_up", args=[code]), {"code": "caller_gone"})
        assert Call.objects.get().state == "ended"


class TestBankDetails:
    def test_are_said_unrecorded_and_the_recording_goes_on_after(self, client, olwen):
        ContactPoint.objects.create(customer=olwen, kind=ContactPoint.PHONE, value="+441632960001", is_safe=True,
                                    from_on=NOW.date())
        waits("one")
        caller = take(client)
        client.post(f"{caller}identity/")
        for asks in ("bank", "bank", "address", "address"):
            client.get(f"{caller}change/{asks}/")
        told = [event.code for event in Event.objects.filter(code__endswith="recorded").order_by("id")]
        assert told == ["call.not_recorded", "call.recorded"]
        jobs = ProcrastinateJob.objects.filter(task_name="record_call").order_by("id")
        assert [job.args["on"] for job in jobs] == [False, True]
