"""Sending a claim: once, whole, and in few statements."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from entitle.channels.online.tests.conftest import NOW, by
from entitle.claims import queries as claims
from entitle.contacts.models import Message
from entitle.customers.queries import contact_details
from entitle.history import queries as history
from entitle.procedures.acknowledge_claim import acknowledge_claim
from entitle.procedures.answer_questions import answer_questions

STATEMENTS = 16
"""Of the POST that sends a claim, the session's and the sign-in's among them, the test's own savepoints left out. A
hundred claims come in a second: whoever needs one more says here why it is worth a seventeenth of their time."""


def send(client, claim):
    return client.post(reverse("online_claim_check", args=[claim.code]), {"declared": "yes"})


class TestSending:
    def test_gives_the_reference_and_the_date_of_our_promise(self, client, draft):
        page = client.get(send(client, draft)["Location"])
        sent = claims.get(code=draft.code)
        assert sent.state == "received"
        assert draft.code in page.content.decode()
        assert "We will decide by" in page.content.decode()

    def test_takes_so_many_statements_and_no_more(self, client, draft):
        with CaptureQueriesContext(connection) as ran:
            assert send(client, draft).status_code == 302
        statements = [each["sql"] for each in ran.captured_queries if "SAVEPOINT" not in each["sql"][:20]]
        assert len(statements) == STATEMENTS, "\n".join(statement[:90] for statement in statements)

    def test_twice_is_one_claim_with_one_answer(self, client, draft):
        first, second = send(client, draft), send(client, draft)
        assert first["Location"] == second["Location"]
        assert len([event for event in history.of_customer(draft.customer_id) if event.code == "claim.submitted"]) == 1

    def test_without_agreeing_asks_for_it_and_sends_nothing(self, client, draft):
        page = client.post(reverse("online_claim_check", args=[draft.code]))
        assert page.status_code == 422
        assert "Confirm that you agree" in page.content.decode()
        assert claims.get(code=draft.code).state == "draft"

    def test_is_written_as_done_online(self, client, draft):
        send(client, draft)
        events = history.of_customer(draft.customer_id, codes=["claim.submitted"])
        assert [event.channel for event in events] == ["online"]


class TestAnother:
    def test_is_refused_in_the_words_and_the_language_of_the_page(self, client, draft):
        send(client, draft)
        for language, because in (("en", f"There is already a claim, {draft.code}, waiting for its decision."),
                                  ("cy", f"Mae cais eisoes, {draft.code}, yn aros am ei benderfyniad.")):
            page = client.post(f"{reverse('online_begin', args=['state-pension'])}?lang={language}")
            assert page.status_code == 409 and because in page.content.decode()


class TestWholeClaimPossibleWithoutAMobilePhoneOrEmail:
    """DOMAIN 5, 'Competence'."""

    def test_from_signing_in_to_the_letter_that_says_we_have_it(self, client, draft, user):
        blanks = {"person.phone": None, "person.email": None}
        answer_questions(claim_code=draft.code, answers=blanks, by=by(user), as_at=NOW)
        reached = contact_details(draft.customer_id)
        assert (user.email, reached.numbers, reached.email) == ("", (), "")
        page = client.get(send(client, draft)["Location"]).content.decode()
        assert draft.code in page and "We will decide by" in page
        acknowledge_claim(claim_code=draft.code, received_on=NOW.date(), as_at=NOW)
        assert [(each.state, each.channels) for each in Message.objects.all()] == [("queued", ["online", "letter"])]
