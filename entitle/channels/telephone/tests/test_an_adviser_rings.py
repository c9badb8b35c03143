"""Consent: the agent sees in one click what a caller may speak about; the rest is closed, as is consent that ended."""
from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from entitle.channels.telephone.tests.conftest import NOW
from entitle.customers.models import Representative
from entitle.gateways import clock
from entitle.history.models import Event
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.confirm_representative import confirm_representative
from entitle.procedures.end_representative import end_representative
from entitle.procedures.propose_representative import propose_representative
from entitle.procedures.start_claim import start_claim

UNTIL = date(2026, 9, 1)


@pytest.fixture
def adviser(agent, olwen):
    """Citizens Advice, agreed to on claims until September."""
    by = Actor("staff", "telephone", user_id=agent.pk)
    proposed = propose_representative(customer_code=olwen.code, name="Citizens Advice Arfon", kind="helper",
                                      scope=("claims",), by=by, as_at=NOW)
    return confirm_representative(representative_id=proposed.id, until_on=UNTIL, by=by, as_at=NOW)


@pytest.fixture
def ringing(client, olwen, adviser):
    """A call whose caller nobody has asked who they are yet."""
    opened = client.post(reverse("telephone_open", args=[olwen.code]), {"reason": "for_customer"})
    return opened["Location"].rstrip("/").rsplit("/", 1)[-1]


def it_is_them(client, call, who):
    return client.post(reverse("telephone_representative", args=[call]), {"representative": who.id}, follow=True)


def page_of(client, call):
    return client.get(reverse("telephone_caller", args=[call])).content.decode()


class TestConsent:
    def test_the_agent_sees_scope_and_period_and_is_on_with_them_in_one_click(self, client, ringing, adviser):
        asked = page_of(client, ringing)
        told = "may speak about claims and decisions, until 1 September 2026."
        assert "Citizens Advice Arfon" in asked and told in asked
        page = it_is_them(client, ringing, adviser).content.decode()
        assert "You are speaking with Citizens Advice Arfon" in page and told in page
        event = Event.objects.get(code="contact.representative_rang")
        assert (event.refers_kind, event.refers_id) == ("representative", adviser.id)

    def test_an_out_of_scope_topic_is_blocked_and_not_on_the_page(self, client, ringing, adviser, olwen):
        start_claim(scheme="state_pension", customer_id=olwen.id, by=SYSTEM, as_at=NOW)
        page = it_is_them(client, ringing, adviser).content.decode()
        assert "Go on with this claim" in page and "Last contacts" not in page
        assert "A new address" not in page and "Add a helper" not in page
        assert client.get(reverse("telephone_choose", args=[ringing])).status_code == 200
        for kind in ("address", "bank"):
            for address in ("telephone_change", "telephone_harder"):
                closed = client.get(reverse(address, args=[ringing, kind]))
                assert closed.status_code == 403 and "may not speak about this" in closed.content.decode()
        assert client.get(reverse("telephone_helper", args=[ringing])).status_code == 403

    def test_expired_consent_is_blocked_and_the_agent_is_told(self, client, olwen, adviser, ringing):
        with clock.at(NOW + timedelta(days=93)):
            assert "may no longer speak for the customer." in page_of(client, ringing)
            refused = it_is_them(client, ringing, adviser)
        assert refused.status_code == 403 and not Event.objects.filter(code="contact.representative_rang").exists()

    def test_consent_withdrawn_in_the_call_counts_at_once(self, client, ringing, adviser, olwen):
        it_is_them(client, ringing, adviser)
        end_representative(representative_id=adviser.id, reason="the customer's own wish", by=SYSTEM, as_at=NOW)
        assert "may no longer speak for the customer." in page_of(client, ringing)
        assert client.get(reverse("telephone_choose", args=[ringing])).status_code == 403

    def test_nobody_takes_over_a_call_in_which_the_customer_was_known(self, client, call, adviser):
        assert "is known already" in it_is_them(client, call, adviser).content.decode()

    def test_a_customer_agrees_aloud_for_so_long_as_they_say(self, client, call, olwen):
        client.post(reverse("telephone_helper", args=[call]), {
            "helper": "Joan Black", "topics": ["letters"], "agreed": "yes", "months": "3"})
        assert Representative.objects.get(name="Joan Black").until_on == date(2026, 9, 1)
