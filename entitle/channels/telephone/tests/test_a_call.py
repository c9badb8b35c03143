"""What can be done in a call: a claim as a script, changes, helpers, a death, and its end."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from entitle.blueprint import registry
from entitle.channels.telephone.tests.conftest import NOW
from entitle.claims.models import Answer, Claim
from entitle.contacts.models import Contact
from entitle.customers.models import BankAccount, Representative
from entitle.customers.queries import current_address
from entitle.gateways import clock
from entitle.history.models import Event
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.flag_vulnerability import flag_vulnerability
from entitle.procedures.start_claim import start_claim
from entitle.procedures.take_record_facts import take_record_facts

ANSWERS = {
    "person.sex": "female",
    "home.address": {"lines": ["1 Stryd Fawr", "Bangor"], "postcode": "LL57 1AA"},
    "person.phone": None,
    "person.email": None,
    "person.letter_format": "standard",
    "person.relationship": "never",
    "state_pension.lived_abroad": False,
    "state_pension.when_to_start": "as_soon_as_possible",
    "state_pension.benefits_while_delaying": False,
    "person.has_helper": False,
    "person.access_needs": None,
    "person.bank_account": {
        "sort_code": "123456",
        "account_number": "12345678",
        "account_name": "O Llyr",
        "roll_number": "",
    },
    "state_pension.birth_certificate": None,
}
RECORD = {
    "national_insurance.qualifying_years": 35,
    "national_insurance.has_transitional_record": False,
    "national_insurance.reduced_rate_election": False,
}


@pytest.fixture
def draft(olwen):
    """A claim begun online by Olwen, all answered but the last questions."""
    return start_claim(scheme="state_pension", customer_id=olwen.id, by=Actor("system", "online"), as_at=NOW)


def answered(claim, **changed):
    answers = ANSWERS | {name.replace("__", "."): value for name, value in changed.items()}
    answer_questions(claim_code=claim.code, answers=answers, by=Actor("system", "online"), as_at=NOW)


def send(client, call, claim):
    return client.post(reverse("telephone_check", args=[call, claim.code]), {"declared": "yes"}, follow=True)


class TestTheCallersPage:
    def test_shows_the_record_in_brief(self, client, call, olwen, draft):
        flag_vulnerability(
            customer_code=olwen.code,
            kind="recent_bereavement",
            reason="Speak slowly",
            review_on=date(2026, 9, 1),
            consent=True,
            by=SYSTEM,
            as_at=NOW,
        )
        page = client.get(reverse("telephone_caller", args=[call])).content.decode()
        for words in (
            "Take care: recent bereavement",
            "Speak slowly",
            "Speak Welsh",
            draft.code,
            "Not finished",
            "Go on with this claim",
            "None. Do not call back on any other.",
        ):
            assert words in page, words
        assert "Claim State Pension" not in page, "it is begun already"

    def test_costs_the_same_however_long_the_history(self, client, call, olwen):
        url = reverse("telephone_caller", args=[call])
        client.get(url)
        with CaptureQueriesContext(connection) as short:
            client.get(url)
        Contact.objects.bulk_create(
            Contact(
                customer=olwen,
                channel="telephone",
                direction="in",
                state="ended",
                reason="calling",
                began_at=NOW,
                ended_at=NOW,
            )
            for _ in range(30)
        )
        with CaptureQueriesContext(connection) as long:
            assert client.get(url).status_code == 200
        assert len(long) == len(short) <= 60


class TestTheScript:
    def test_begins_with_what_the_record_does_not_know_and_speaks_the_callers_language(self, client, call):
        page = client.post(reverse("telephone_start", args=[call, "state_pension"]), follow=True)
        body = page.content.decode()
        assert page.redirect_chain[-1][0].endswith("/person-sex/")
        question = registry.scheme("state_pension").claim.question("person.sex")
        assert question.say.cy.replace("'", "&#39;") in body and question.ask.en in body and "Guidance" in body
        assert 'lang="cy"' in body and "autofocus" not in body

    def test_goes_on_at_the_unanswered_question_of_a_claim_begun_online(self, client, call, draft):
        some = {fact: ANSWERS[fact] for fact in ("person.sex", "home.address", "person.phone")}
        answer_questions(claim_code=draft.code, answers=some, by=Actor("system", "online"), as_at=NOW)
        page = client.post(reverse("telephone_start", args=[call, "state_pension"]))
        assert page["Location"].endswith(f"{draft.code}/person-email/")
        assert list(Event.objects.filter(about_kind="claim").order_by("id").values_list("code", "channel")) == [
            ("claim.started", "online"),
            ("claim.continued", "telephone"),
        ]

    def test_a_wrong_answer_is_explained_and_kept_and_a_right_one_saved_at_once(self, client, call, draft):
        answered(draft, person__bank_account={**ANSWERS["person.bank_account"]})
        url = reverse("telephone_question", args=[call, draft.code, "person-bank-account"])
        wrong = client.post(url, {"person-bank_account-sort-code": "12"})
        assert wrong.status_code == 422 and 'value="12"' in wrong.content.decode()
        client.post(reverse("telephone_question", args=[call, draft.code, "person-sex"]), {"person-sex": "male"})
        last = Answer.objects.order_by("-id")[0]
        assert (last.fact, last.value, last.channel) == ("person.sex", "male", "telephone")

    def test_another_callers_claim_is_not_found(self, client, call, draft, colleague):
        other = reverse("telephone_question", args=[call, "CLM-0000-0000", "person-sex"])
        assert client.get(other).status_code == 404

    def test_stopping_says_what_to_tell_them(self, client, call, draft):
        url = reverse("telephone_question", args=[call, draft.code, "person-sex"])
        page = client.post(url, {"leave": "yes"}, follow=True).content.decode()
        assert f"Eich cyfeirnod yw {draft.code}" in page and "from “What sex is on your birth certificate?”" in page


class TestTheEndOfAClaim:
    def test_says_what_is_missing_then_the_amount(self, client, call, draft):
        answered(draft)
        page = send(client, call, draft).content.decode()
        assert "We are fetching another body" in page and "Qualifying years" in page and "£" not in page
        assert "Byddwn yn penderfynu erbyn Dydd Llun 15 Mehefin 2026." in page, "the date in the caller's language too"
        take_record_facts(claim_code=draft.code, facts=RECORD, source="National Insurance record", as_at=NOW)
        page = client.get(reverse("telephone_sent", args=[call, draft.code])).content.decode()
        assert "£241.30" in page and draft.code in page and "Nid yw hwn yn benderfyniad eto" in page

    def test_time_abroad_gives_no_figure_and_the_reason(self, client, call, draft):
        answered(
            draft,
            state_pension__lived_abroad=True,
            state_pension__countries_abroad=[
                {"state_pension.country_abroad": "Ireland", "state_pension.abroad_from_on": "1990-01-01"}
            ],
        )
        take_record_facts(claim_code=draft.code, facts=RECORD, source="National Insurance record", as_at=NOW)
        page = send(client, call, draft).content.decode()
        assert "No provisional amount" in page and "You have lived or worked abroad." in page
        assert "£" not in page and "We will write to you" not in page.replace("Byddwn", "")

    def test_an_unfinished_claim_is_not_sent_and_one_sent_twice_is_one(self, client, call, draft):
        assert "/person-sex/" in send(client, call, draft).redirect_chain[-1][0]
        answered(draft)
        for _ in range(2):
            send(client, call, draft)
        assert Claim.objects.get().state == "received"
        assert Event.objects.filter(code="claim.submitted").count() == 1

    def test_the_declaration_must_be_agreed(self, client, call, draft):
        answered(draft)
        page = client.post(reverse("telephone_check", args=[call, draft.code]), {})
        assert page.status_code == 422 and Claim.objects.get().state == "draft"


class TestThePromisesMadeToThem:
    def test_stand_beside_the_script_and_on_their_page_each_with_its_clock(self, client, call, draft):
        answered(draft)
        send(client, call, draft)
        script = client.post(reverse("telephone_start", args=[call, "jsa"]), follow=True).request["PATH_INFO"]
        for at, clock_says in ((NOW, "In time: 14 days left"), (datetime(2026, 6, 15, 9, tzinfo=UTC), "Due today"),
                               (datetime(2026, 6, 16, 9, tzinfo=UTC), "Late by 1 day")):
            with clock.at(at):
                for address in (script, reverse("telephone_caller", args=[call])):
                    page = client.get(address).content.decode()
                    assert "by 15 June 2026" in page and clock_says in page, (address, clock_says)
                    assert "Decide a claim: State Pension" in page


class TestChanges:
    def test_a_new_address_is_on_the_record_at_once(self, client, call, olwen):
        url = reverse("telephone_change", args=[call, "address"])
        typed = {
            "home-address-line-1": "2 Lôn Las",
            "home-address-town": "Bangor",
            "home-address-postcode": "LL57 2BB",
            "home-moved_on-day": "1",
            "home-moved_on-month": "6",
            "home-moved_on-year": "2026",
        }
        wrong = client.post(url, {**typed, "home-moved_on-month": "13"})
        assert wrong.status_code == 422 and 'value="2 Lôn Las"' in wrong.content.decode()
        done = client.post(url, typed, follow=True).content.decode()
        assert "CON-" in done and current_address(olwen.id).postcode == "LL57 2BB"

    def test_a_new_account_is_kept_beside_the_old(self, client, call, olwen):
        for name in ("Old", "New"):
            client.post(
                reverse("telephone_change", args=[call, "bank"]),
                {
                    "person-bank_account-account-name": name,
                    "person-bank_account-sort-code": "12-34-56",
                    "person-bank_account-account-number": "12345678",
                },
            )
            for question, answer in (("nino", "AB123447C"), ("account", "5678")):
                client.post(reverse("telephone_harder", args=[call, "bank"]), {"question": question, "answer": answer})
        held = BankAccount.objects.filter(customer=olwen).order_by("id").values_list("account_name", "until_on")
        assert [name for name, _ in held] == ["Old", "New"] and held[1][1] is None

    def test_a_kind_of_change_that_there_is_not_is_not_found(self, client, call):
        assert client.get(reverse("telephone_change", args=[call, "hairstyle"])).status_code == 404

    def test_anyone_may_tell_us_of_a_death_without_hearing_of_the_record(self, client, olwen):
        opened = client.post(reverse("telephone_open", args=[olwen.code]), {"reason": "about_death"})
        code = opened["Location"].rstrip("/").rsplit("/", 1)[-1]
        client.post(
            reverse("telephone_death", args=[code]),
            {
                "person-died_on-day": "30",
                "person-died_on-month": "5",
                "person-died_on-year": "2026",
                "informant-name-given": "Tomos",
                "informant-name-family": "Llŷr",
                "informant-relationship": "Her brother, who lives next door",
            },
        )
        olwen.refresh_from_db()
        assert olwen.died_on == date(2026, 5, 30)
        assert "Tomos Llŷr" in client.get(reverse("telephone_end", args=[code])).content.decode()


class TestHelpers:
    def test_a_helper_the_customer_agreed_to_joins_the_call(self, client, call, olwen):
        url = reverse("telephone_helper", args=[call])
        assert client.post(url, {"helper": "Tomos"}).status_code == 422
        client.post(url, {"helper": "Tomos Llŷr", "topics": ["claims"], "agreed": "yes"})
        helper = Representative.objects.get()
        assert (helper.state, helper.scope) == ("active", ["claims"])
        assert Event.objects.get(code="contact.helper_joined").refers_id == helper.id
        assert "On the line" in client.get(reverse("telephone_caller", args=[call])).content.decode()

    def test_one_not_agreed_to_is_refused(self, client, call):
        answer = client.post(reverse("telephone_helper_here", args=[call]), {"representative": "99999"})
        assert answer.status_code == 403 and not Event.objects.filter(code="contact.helper_joined").exists()


class TestTheEndOfACall:
    def test_needs_a_summary_and_happens_once(self, client, call):
        url = reverse("telephone_end", args=[call])
        assert client.post(url, {"summary": "  "}).status_code == 422
        assert client.post(url, {"summary": "Asked about her claim"}).status_code == 302
        again = client.post(url, {"summary": "Again"})
        assert again.status_code == 409 and "over" in again.content.decode()
        assert Contact.objects.get().summary == "Asked about her claim"

    def test_every_action_of_a_call_that_is_over_is_refused(self, client, call, draft):
        client.post(reverse("telephone_end", args=[call]), {"summary": "Done"})
        for name, rest in (("telephone_question", [draft.code, "person-sex"]), ("telephone_change", ["bank"])):
            assert client.post(reverse(name, args=[call, *rest]), {}).status_code == 409


class TestAChangeOfAccount:
    def test_waits_for_answers_that_only_they_know_and_shows_none_of_them(self, client, call, olwen):
        BankAccount.objects.create(customer=olwen, sort_code="202959", account_number="63748472", account_name="O Llŷr",
                                   from_on=NOW.date())
        change = reverse("telephone_change", args=[call, "bank"])
        asks = client.get(change)["Location"]
        known = {"nino": "AB123447C", "account": "8472"}
        for _ in known:
            shown = client.get(asks).content.decode()
            assert "Rhif" in shown or "rhif" in shown, "what is said is in the customer's language"
            assert not [answer for answer in known.values() if answer in shown]
            [question] = re.findall('name="question" value="([^"]+)"', shown)
            assert client.post(asks, {"question": question, "answer": ""}).status_code == 422
            assert client.post(asks, {"question": question, "answer": "?"}).status_code == 422
            assert client.post(asks, {"question": question, "answer": known[question]})["Location"] == asks
        assert client.get(asks)["Location"] == change
        assert client.get(change).status_code == 200

    def test_cannot_be_made_by_telephone_after_wrong_answers(self, client, call, olwen):
        BankAccount.objects.create(customer=olwen, sort_code="202959", account_number="63748472", account_name="O Llŷr",
                                   from_on=NOW.date())
        asks = reverse("telephone_harder", args=[call, "bank"])
        client.post(asks, {"question": "nino", "skip": "yes"})
        shown = client.get(asks).content.decode()
        assert "They cannot do this by telephone" in shown and "too little that only they would know" in shown
