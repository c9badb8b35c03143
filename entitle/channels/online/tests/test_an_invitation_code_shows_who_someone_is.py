"""With the code from the letter that invited them, someone need not know their National Insurance number."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from entitle.channels.online.tests.conftest import NOW, SCHEME
from entitle.claims.models import Claim
from entitle.contacts.models import Invitation, Message
from entitle.customers import queries as customers
from entitle.gateways import clock
from entitle.kernel.references import SECRET, SYSTEM
from entitle.procedures.invite_to_claim import invite_to_claim
from entitle.procedures.jobs.messages import _whole
from entitle.procedures.register_customer import register_customer
from entitle.procedures.start_claim import start_claim

SAYS = {"person-name": {"person-name-given": "Margaret", "person-name-family": "O'Neill"},
        "person-born-on": {"person-born_on-day": "5", "person-born_on-month": "10", "person-born_on-year": "1959"},
        "person-nino": {"person-nino": ""}, "home-postcode": {"home-postcode": "CF10 1AA"}}


@pytest.fixture
def margaret(db):
    """Invited to claim: four months before she reaches State Pension age."""
    found = register_customer(name={"given": "Margaret", "family": "O'Neill"}, born_on=date(1959, 10, 5), sex="female",
                              nino="AB987654A", postcode="LL57 1AA", by=SYSTEM, as_at=NOW)
    invite_to_claim(scheme=SCHEME, as_at=NOW.replace(month=6, day=6, year=2025))
    return found


@pytest.fixture
def code(margaret):
    """As it is on paper."""
    return _whole(Message.objects.get(template="invitation"), SECRET)


def says_who_she_is(client, **otherwise):
    for slug, answer in {**SAYS, **otherwise}.items():
        assert client.post(f"/online/who-you-are/{slug}", answer).status_code == 302
    return client.post("/online/who-you-are/check", {})


class TestAnInvitationToClaim:
    def test_keeps_its_code_out_of_the_message_that_staff_can_read(self, margaret, code):
        message = Message.objects.get(template="invitation")
        assert SECRET in message.body_html and code not in message.body_html + message.body_text
        assert code.startswith("INV-") and code != SECRET

    def test_stands_for_the_number_and_the_address_when_they_sign_up(self, client, user, margaret, code):
        taken = client.post("/online/who-you-are/invitation", {"code": code.lower()})
        assert taken["Location"] == "/online/who-you-are"
        assert says_who_she_is(client).status_code == 302
        assert customers.of_user(user.pk).id == margaret.id

    def test_is_no_use_to_somebody_else(self, client, user, margaret, code):
        client.post("/online/who-you-are/invitation", {"code": code})
        found = says_who_she_is(client, **{"person-name": {"person-name-given": "Rhys", "person-name-family": "Rees"}})
        assert found.status_code == 422 and "do not match" in found.content.decode()
        assert customers.of_user(user.pk) is None

    def test_misread_is_said_at_once_and_what_was_typed_is_kept(self, client, margaret):
        page = client.post("/online/who-you-are/invitation", {"code": "INV-7K3M-9QX2-4TB9"})
        assert page.status_code == 422 and "INV-7K3M-9QX2-4TB9" in page.content.decode()

    def test_is_tried_five_times_an_hour_at_most(self, client, user, margaret, code):
        other = bytes(Invitation.objects.get().code_digest)[::-1].hex()
        for digest in (*[other] * 5, None):
            session = client.session
            session["invitation"] = digest or bytes(Invitation.objects.get().code_digest).hex()
            session.save()
            assert says_who_she_is(client).status_code == 422
        assert customers.of_user(user.pk) is None

    def test_is_no_use_once_its_claim_is_in_by_any_door_or_its_year_is_over(self, client, user, margaret, code):
        claim = start_claim(scheme=SCHEME, customer_id=margaret.id, by=SYSTEM, as_at=NOW)
        Claim.objects.update(state="received", submitted_at=NOW)
        client.post("/online/who-you-are/invitation", {"code": code})
        assert says_who_she_is(client).status_code == 422
        Claim.objects.update(state="draft", submitted_at=None)
        with clock.at(NOW.replace(month=6, day=6, year=2026)):
            client.post("/online/who-you-are/invitation", {"code": code})
            assert says_who_she_is(client).status_code == 422
        with clock.at(NOW.replace(month=6, day=5, year=2026)):
            client.post("/online/who-you-are/invitation", {"code": code})
            assert says_who_she_is(client).status_code == 302, "a claim begun by telephone is finished here"
        assert customers.of_user(user.pk).id == margaret.id == claim.customer_id

    def test_is_not_asked_of_someone_who_knows_their_number(self, client, user, margaret):
        number = {"person-nino": {"person-nino": "AB 98 76 54 A"}, "home-postcode": {"home-postcode": "LL57 1AA"}}
        assert says_who_she_is(client, **number).status_code == 302
        assert customers.of_user(user.pk).id == margaret.id

    def test_page_is_for_customers_who_signed_in(self):
        assert Client().get("/online/who-you-are/invitation").status_code == 302
