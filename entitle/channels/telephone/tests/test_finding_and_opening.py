"""Finding a caller, registering one, and who may open whose record."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from entitle.channels.telephone.tests.conftest import NOW, officer, signed_in
from entitle.contacts.models import Contact
from entitle.customers.models import Customer
from entitle.history.models import Event
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.register_customer import register_customer
from entitle.procedures.restrict_record import restrict_record

FIND = "/telephone/"


class TestFinding:
    @pytest.mark.parametrize(
        "typed",
        [
            {"name": "olwyn llyr"},
            {"nino": "ab 12 34 47 c"},
            {"postcode": "ll571aa"},
            {"born-day": "20", "born-month": "4", "born-year": "1960"},
            {"born-day": "20 April 1960"},
            {"name": "LLYR", "postcode": "LL57 1AA"},
        ],
    )
    def test_a_person_is_found_by_what_they_can_say(self, client, olwen, typed):
        page = client.post(FIND, typed).content.decode()
        assert olwen.code in page and "20 April 1960" in page

    def test_each_result_says_why_it_matched_and_shows_only_the_end_of_the_number(self, client, olwen):
        page = client.post(FIND, {"name": "olwyn llyr", "postcode": "LL57 1AA"}).content.decode()
        assert "name: close; postcode: same" in page and "Ends 47C" in page and "AB123447C" not in page

    @pytest.mark.parametrize(("typed", "says"), [
        ("31 2 1960", "must be a real date"), ("1 1 1", "must have 4 numbers"), ("2 6 2026", "today or in the past"),
        ("9 9 99999999999999999999", "must be a real date"), ("² 1 1960", "must be a real date"),
    ])
    def test_a_date_that_is_not_one_is_explained_and_what_was_typed_is_kept(self, client, typed, says):
        born = dict(zip(("born-day", "born-month", "born-year"), typed.split(), strict=True))
        answer = client.post(FIND, {"name": "Olwen", **born})
        page = answer.content.decode()
        assert answer.status_code == 422 and says in page
        assert all(f'value="{text}"' in page for text in ("Olwen", *born.values()))

    @pytest.mark.parametrize(("typed", "says"), [({}, "Enter a name"), ({"nino": "nonsense"}, "two letters")])
    def test_a_search_for_nothing_is_not_made(self, client, typed, says):
        answer = client.post(FIND, typed)
        assert answer.status_code == 422 and says in answer.content.decode()
        assert not Event.objects.filter(code="customer.searched").exists()

    def test_twenty_results_cost_as_many_statements_as_one(self, client, olwen):
        with CaptureQueriesContext(connection) as one:
            client.post(FIND, {"postcode": "LL57 1AA"})
        for number in range(12):
            register_customer(
                name={"given": "Ann", "family": "Other"},
                born_on=date(1950, 1, 1 + number),
                nino=None,
                postcode="LL57 1AA",
                by=SYSTEM,
                as_at=NOW,
            )
        with CaptureQueriesContext(connection) as many:
            page = client.post(FIND, {"postcode": "LL57 1AA"})
        assert page.content.decode().count("CUS-") >= 13 and len(many) == len(one)


class TestRegistering:
    def test_nobody_found_leads_to_registering_with_what_was_typed_kept(self, client):
        found = client.post(
            FIND, {"name": "Tomos Llŷr", "nino": "AB 65 43 21 D", "postcode": "LL57 1AA"}
        ).content.decode()
        assert "Nobody found" in found
        page = client.post(
            "/telephone/register/",
            {"typed": "search", "person-name-given": "Tomos", "person-name-family": "Llŷr", "person-nino": "AB654321D"},
        )
        assert 'value="Tomos"' in page.content.decode() and not Customer.objects.exists()

    def test_a_new_customer_is_registered_and_their_record_opened_like_any_other(self, client):
        answer = client.post(
            "/telephone/register/",
            {
                "person-name-given": "Tomos",
                "person-name-family": "Llŷr",
                "person-nino": "",
                "home-postcode": "LL57 1AA",
                "person-born_on-day": "1",
                "person-born_on-month": "2",
                "person-born_on-year": "1960",
                "person-language": "cy",
            },
        )
        customer = Customer.objects.get()
        assert answer["Location"] == reverse("telephone_open", args=[customer.code])
        assert (customer.language, customer.born_on, customer.nino) == ("cy", date(1960, 2, 1), None)

    def test_a_number_that_another_record_has_is_refused_in_the_page(self, client, olwen):
        answer = client.post(
            "/telephone/register/",
            {
                "person-name-given": "Tomos",
                "person-name-family": "Llŷr",
                "person-nino": "AB123447C",
                "home-postcode": "LL57 1AA",
                "person-born_on-day": "1",
                "person-born_on-month": "2",
                "person-born_on-year": "1960",
                "person-language": "en",
            },
        )
        page = answer.content.decode()
        assert answer.status_code == 422 and "already a record" in page and 'value="Tomos"' in page


class TestOpening:
    def test_a_reason_must_be_chosen(self, client, olwen):
        answer = client.post(reverse("telephone_open", args=[olwen.code]), {"reason": "nosy"})
        assert answer.status_code == 422 and not Contact.objects.exists()

    def test_before_the_caller_is_known_nothing_but_what_to_ask_is_shown(self, client, olwen):
        page = client.post(reverse("telephone_open", args=[olwen.code]), {"reason": "calling"}, follow=True)
        body = page.content.decode()
        assert "Is this the customer?" in body and "Start a claim" not in body and "Claim State Pension" not in body
        change = client.get(page.redirect_chain[-1][0] + "change/bank/")
        assert change.status_code == 302 and change["Location"] == page.redirect_chain[-1][0]

    def test_identity_is_asked_once_in_a_call(self, client, call):
        for _ in range(2):
            assert "Is this the customer?" not in client.get(reverse("telephone_caller", args=[call])).content.decode()
        client.post(reverse("telephone_identity", args=[call]))
        assert Event.objects.filter(code="contact.identity_confirmed").count() == 1
        assert Event.objects.filter(code="customer.looked").get().reason == "calling"

    def test_ones_own_record_is_refused_politely_and_a_leader_told(self, client, own_record):
        answer = client.post(reverse("telephone_open", args=[own_record.code]), {"reason": "calling"})
        assert answer.status_code == 403 and "your own record" in answer.content.decode()
        assert Event.objects.filter(code="customer.look_refused").count() == 1 and not Contact.objects.exists()

    def test_a_restricted_record_is_as_if_it_were_not_there(self, client, olwen, agent):
        leader = officer("leader", "team_leader")
        restrict_record(
            customer_code=olwen.code,
            restricted=True,
            reason="at risk",
            as_at=NOW,
            by=Actor(role="staff", channel="desk", user_id=leader.pk),
        )
        assert olwen.code not in client.post(FIND, {"name": "Olwen Llŷr"}).content.decode()
        refused = client.post(reverse("telephone_open", args=[olwen.code]), {"reason": "calling"})
        never_was = client.post(reverse("telephone_open", args=["CUS-0000-0000"]), {"reason": "calling"})
        assert refused.status_code == never_was.status_code == 404
        assert "Llŷr" not in refused.content.decode()

    def test_a_colleagues_call_is_theirs(self, call, colleague):
        answer = colleague.get(reverse("telephone_caller", args=[call]))
        assert answer.status_code == 403 and "colleague" in answer.content.decode()

    def test_a_clerk_finds_people_but_takes_no_claim(self, olwen):
        clerk = signed_in(officer("clerk", "clerk"))
        assert clerk.post(FIND, {"name": "Olwen"}).status_code == 200
        assert clerk.get("/telephone/register/").status_code == 403

    def test_a_customer_cannot_come_in_by_this_door(self, client):
        assert client.get("/telephone/call/CON-0000-0000/").status_code == 404
