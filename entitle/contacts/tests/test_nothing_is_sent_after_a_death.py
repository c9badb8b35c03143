"""Messages: how they go, and that none goes to someone who has died."""
from __future__ import annotations

from datetime import date

import pytest

from entitle.contacts import operations, queries
from entitle.contacts.lifecycle import MESSAGE
from entitle.contacts.tests.cast import NOON, customer, officer
from entitle.customers.models import ContactPoint
from entitle.kernel.lifecycle import NotAllowedNow

pytestmark = pytest.mark.django_db


def write(to, **fields):
    return operations.write_message(**{
        "customer_id": to.id, "template": "claim_received", "language": to.language, "subject": "We have your claim",
        "body_html": "<p>We have your claim.</p>", "as_at": NOON, **fields})


class TestAfterADeath:
    def test_what_waits_for_the_customer_is_suppressed_and_what_was_sent_stands(self):
        margaret = customer("Margaret Whitfield")
        waiting, sent, failed = write(margaret), write(margaret), write(margaret)
        operations.mark_sent(message_id=sent.id, gateway_reference="n-1", as_at=NOON)
        operations.mark_failed(message_id=failed.id, as_at=NOON)

        assert operations.suppress_waiting(customer_id=margaret.id, because="death", as_at=NOON) == 2

        states = {message.id: message.state for message in queries.messages_of(customer_id=margaret.id)}
        assert states == {waiting.id: "suppressed", sent.id: "sent", failed.id: "suppressed"}
        with pytest.raises(NotAllowedNow):
            operations.mark_sent(message_id=waiting.id, gateway_reference="n-2", as_at=NOON)

    def test_another_customers_messages_are_not_touched(self):
        margaret, winston = customer("Margaret Whitfield"), customer("Winston Clarke")
        his = write(winston)
        operations.suppress_waiting(customer_id=margaret.id, because="death", as_at=NOON)
        assert queries.message(message_id=his.id).state == "queued"

    def test_a_message_written_later_is_kept_but_suppressed_from_the_start(self):
        margaret = customer("Margaret Whitfield", died_on=date(2026, 11, 20))
        message = write(margaret)
        assert (message.state, message.suppressed_because) == ("suppressed", "death")

    def test_the_estate_is_still_written_to(self):
        margaret = customer("Margaret Whitfield", died_on=date(2026, 11, 20))
        assert write(margaret, addressee="estate").state == "queued"


class TestHowAMessageGoes:
    def test_by_letter_where_there_is_no_sign_in(self):
        assert write(customer("Joan Black")).channels == ["letter"]

    def test_by_text_only_to_a_phone_known_to_be_safe(self):
        fatima = customer("Fatima al-Sayed", user=officer("fatima"))
        phone = ContactPoint.objects.create(
            customer=fatima, kind="phone", value="07700900123", is_preferred=True, from_on=date(2026, 1, 1))
        assert write(fatima).channels == ["online", "letter"]
        ContactPoint.objects.filter(id=phone.id).update(is_safe=True)
        assert write(fatima).channels == ["online", "sms"]

    def test_large_print_goes_as_a_letter_whatever_else(self):
        dafydd = customer("Dafydd Prys", user=officer("dafydd"), letter_format="large_print")
        assert write(dafydd).channels == ["online", "letter"]

    @pytest.mark.parametrize("state", MESSAGE.states)
    def test_nothing_is_sent_again_that_did_not_fail(self, state):
        assert MESSAGE.can(state, "retried") == (state == "failed")
