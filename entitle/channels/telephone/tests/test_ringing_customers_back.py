"""Call-backs as an agent makes them: the urgent first, one agent each, and then the customer's own page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from entitle.channels.telephone.tests.conftest import NOW
from entitle.claims.models import Claim
from entitle.contacts.models import CallBack, Message
from entitle.gateways import clock
from entitle.kernel.references import Actor
from entitle.procedures.attempt_call_back import attempt_call_back
from entitle.procedures.choose_call_back import choose_call_back
from entitle.procedures.queue_call import queue_call
from entitle.procedures.receive_call_event import receive_call_event

LIST = "telephone_call_backs"


def promise(call_id, *, priority=3, customer=None, minutes=30):
    """An hour ago a caller chose to be rung half an hour later."""
    rang = NOW - timedelta(hours=1)
    call = receive_call_event(provider="exchange", event_id=call_id, call_id=call_id, name="initiated", at=rang,
                              as_at=rang)
    queue_call(call=call, queue="Q_PENSION", priority=priority, language="en", summary="My pension stopped",
               as_at=rang)
    call.refresh_from_db()
    call.customer = customer
    call.save(update_fields=["customer"])
    return choose_call_back(call=call, slot=rang + timedelta(minutes=60 + minutes), number="01632 960 001",
                            as_at=rang)


@pytest.fixture
def olwens(olwen):
    return promise("olwen", customer=olwen)


class TestRingingACustomerBack:
    def test_reached_they_are_on_their_own_page(self, client, olwens):
        with clock.at(NOW + timedelta(minutes=31)):
            assert "Nobody is waiting" not in client.get(reverse(LIST)).content.decode()
            page = client.post(reverse("telephone_ring", args=[olwens.code]), follow=True).content.decode()
            assert "Olwen Llŷr" in page and "+441632960001" in page and "My pension stopped" in page
            after = client.post(reverse("telephone_call_back", args=[olwens.code]), {"outcome": "reached"})
        olwens.refresh_from_db()
        assert olwens.state == "reached"
        assert after["location"] == reverse("telephone_caller", args=[olwens.call.contact.code])

    def test_never_reached_a_new_call_resumes_at_the_unanswered_question(self, client, agent, olwen, call):
        """DOMAIN 1c: `contact_failed`, a letter, and the claim kept as far as it had come."""
        begun = client.post(reverse("telephone_start", args=[call, "state_pension"]))["Location"]
        client.post(begun, {"person-sex": "female"})
        missed, by = promise("olwen", customer=olwen), Actor("staff", "telephone", agent.pk)
        for hours in (0.5, 2.5, 24.5):
            missed = attempt_call_back(call_back=missed, reached=False, agent=by, as_at=NOW + timedelta(hours=hours))
        assert (missed.state, Message.objects.get().template) == ("contact_failed", "call_back_missed")
        with clock.at(NOW + timedelta(days=3)):
            opened = client.post(reverse("telephone_open", args=[olwen.code]), {"reason": "calling"})["Location"]
            new = opened.rstrip("/").rsplit("/", 1)[-1]
            client.post(reverse("telephone_identity", args=[new]))
            resumed = client.post(reverse("telephone_start", args=[new, "state_pension"]))["Location"]
        assert begun.endswith("/person-sex/") and resumed.endswith("/home-address/")
        assert Claim.objects.get().protected_on == NOW.date()

    def test_is_one_agents_at_a_time(self, client, colleague, olwens):
        with clock.at(NOW + timedelta(minutes=31)):
            client.post(reverse("telephone_ring", args=[olwens.code]))
            refused = colleague.post(reverse("telephone_ring", args=[olwens.code]))
            assert refused.status_code == 409 and "A colleague is ringing them" in refused.content.decode()
            assert "Made-up agent has this call-back" in colleague.get(reverse(LIST)).content.decode()
            client.post(reverse("telephone_call_back", args=[olwens.code]), {"outcome": "missed"})
        with clock.at(NOW + timedelta(hours=3)):
            assert colleague.post(reverse("telephone_ring", args=[olwens.code])).status_code == 302

    def test_says_whether_they_were_reached(self, client, olwens):
        with clock.at(NOW + timedelta(minutes=31)):
            client.post(reverse("telephone_ring", args=[olwens.code]))
            asked = client.post(reverse("telephone_call_back", args=[olwens.code]), {})
        assert asked.status_code == 422 and "Say whether you reached them" in asked.content.decode()

    def test_of_whom_we_do_not_know_they_are_found_next(self, client, db):
        stranger = promise("stranger")
        with clock.at(NOW + timedelta(minutes=31)):
            client.post(reverse("telephone_ring", args=[stranger.code]))
            after = client.post(reverse("telephone_call_back", args=[stranger.code]), {"outcome": "reached"})
        assert after["location"] == reverse("telephone_find")

    def test_is_moved_as_they_ask_or_cancelled_in_another_call(self, client, call, olwens):
        address = reverse("telephone_ring_back_change", args=[call, olwens.code])
        assert olwens.code in client.get(reverse("telephone_ring_back", args=[call])).content.decode()
        assert client.post(address, {"starts_at": ""}).status_code == 422
        tomorrow = NOW + timedelta(days=1, hours=1)
        said = client.post(address, {"starts_at": tomorrow.isoformat()}, follow=True).content.decode()
        olwens.refresh_from_db()
        assert olwens.slot_start == tomorrow and "Tuesday 2 June 2026 from 11:00" in said
        client.post(address, {"act": "cancel"})
        olwens.refresh_from_db()
        assert olwens.state == "cancelled"
        assert client.post(address, {"act": "cancel"}).status_code == 404

    def test_is_not_offered_before_its_time_or_of_a_restricted_record(self, client, olwen, olwens):
        assert "Nobody is waiting" in client.get(reverse(LIST)).content.decode()
        olwen.is_restricted = True
        olwen.save(update_fields=["is_restricted"])
        with clock.at(NOW + timedelta(minutes=31)):
            assert "Nobody is waiting" in client.get(reverse(LIST)).content.decode()
            assert client.post(reverse("telephone_ring", args=[olwens.code])).status_code == 404
        assert CallBack.objects.get().state == "promised"
