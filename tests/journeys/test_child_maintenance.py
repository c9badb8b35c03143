"""Child maintenance between two parents: one applies online, the other answers in private, one amount is decided."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import ClassVar

import pytest
from django.test import Client

from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.contacts import queries as contacts
from entitle.contacts.models import Message
from entitle.decisions import queries as decisions
from entitle.gateways import clock
from entitle.kernel.references import SYSTEM, Actor
from entitle.pages.walk_view import slug_of
from entitle.procedures.answer_further import answer_further
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.flag_vulnerability import flag_vulnerability
from entitle.procedures.jobs import further, messages
from entitle.procedures.prove_identity import prove_identity
from entitle.procedures.send_further import send_further
from entitle.staff.models import User
from tests.journeys.walking import form_of, text, walk

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SCHEME = "child_maintenance"
OLWEN = {"name": {"given": "Olwen", "family": "Llŷr"}, "born_on": date(1988, 4, 20), "nino": "AB123447C",
         "postcode": "LL57 1AA"}
IDRIS = {"name": {"given": "Idris", "family": "Ní Dhomhnaill"}, "born_on": date(1986, 7, 14), "nino": "AB123456D",
         "postcode": "DE1 1AA"}
CHILDREN = [
    {"child.name": {"given": "Mali", "family": "Llŷr"}, "child.born_on": "2015-03-01", "child.in_education": True,
     "child.nights_with_paying_parent": 60},
    {"child.name": {"given": "Siôn", "family": "d’Arcy-Jones"}, "child.born_on": "2018-06-09",
     "child.in_education": True, "child.nights_with_paying_parent": 180},
]
ABOUT_HERSELF = {
    "home.address": {"lines": ["1 Stryd Fawr", "", "Bangor", ""], "postcode": "LL57 1AA"},
    "person.phone": "01632 960001", "person.phone_is_safe": True, "person.email": "olwen@example.org",
    "person.language": "en", "person.letter_format": "standard", "person.has_helper": False,
    "person.bank_account": {"sort_code": "309430", "account_number": "12345678", "account_name": "O Llŷr",
                            "roll_number": ""},
}
APPLICATION = ABOUT_HERSELF | {
    "child_maintenance.applies_as": "receiving", "child_maintenance.care_is_equal": False,
    "child_maintenance.children": CHILDREN, "other_parent.name": IDRIS["name"], "other_parent.born_on": "1986-07-14",
    "other_parent.address": {"lines": ["2 Mill Lane", "", "Derby", ""], "postcode": "DE1 1AA"},
    "child_maintenance.domestic_abuse": True, "child_maintenance.service": "collect_and_pay",
}
ABOUT_HIS_INCOME = {
    "paying_parent.tells_income": True, "paying_parent.situation": "none", "paying_parent.gets_listed_benefit": False,
    "paying_parent.low_income_benefit": False, "paying_parent.had_taxed_income": True,
    "paying_parent.income_last_year": 1_000_017, "paying_parent.income_has_changed": True,
    "paying_parent.income_now": 51_801, "paying_parent.other_children": 1,
    "paying_parent.children_paid_for_elsewhere": 0, "paying_parent.asks_for_variation": False,
    "paying_parent.pays_other_parents": False,
}
HIS_ANSWERS = ABOUT_HIS_INCOME | {"other_parent.language": "en", "child_maintenance.nights_agreed": True}
HIS_SECRETS = ("10000.17", "10,000.17", "192.31", "1000017")
"""What he had last year. The £518.01 a week that he has now is the income that both are told."""
HER_SECRETS = ("Stryd Fawr", "LL57", "01632", "olwen@example.org", "12345678", "309430", "frightened")


@pytest.fixture(autouse=True)
def _november(settings, tmp_path, db):
    settings.ENTITLE_VAR = tmp_path
    with clock.at(NOW):
        yield


def signed_in(who, username):
    """A customer who has signed in and shown who they are."""
    user = User.objects.create_user(username, None, name=username, kind="customer")
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    by = Actor(role="customer", channel="online", user_id=user.pk, name=username)
    client.customer = prove_identity(user_id=user.pk, by=by, as_at=NOW, **who)
    return client


@pytest.fixture
def olwen():
    return signed_in(OLWEN, "olwen")


@pytest.fixture
def idris():
    return signed_in(IDRIS, "idris")


def says(client, address, questions, answers):
    """Answers whatever is asked, and sends it; gives the facts asked, in order."""
    check, asked = walk(client, address, questions, answers)
    sent = client.post(check, {"declared": "yes"}, follow=True)
    assert sent.status_code == 200, text(sent)
    return asked


def applies(client, answers):
    """An application from its first page; whoever else must answer is asked."""
    begun = client.post(f"/online/benefits/{SCHEME.replace('_', '-')}/begin")
    says(client, begun["Location"], registry.scheme(SCHEME).claim, answers)
    [claim] = claims.of_customer(customer_id=client.customer.id)
    further.go_on_with_claim(claim.code)
    return claims.get(code=claim.code)


def joins(client, claim):
    """The other parent enters the code in their letter; gives the set they are asked."""
    [asked] = claims.asked_in_claim(claim_id=claim.id)
    [letter] = contacts.messages_of(customer_id=asked.customer_id)
    message = contacts.message(message_id=letter.id)
    code = re.search(r"INV-[0-9A-Z-]{14}", messages._whole(message, message.body_text))[0]
    page = client.post("/online/asked/join", {"code": code}, follow=True)
    assert page.status_code == 200, text(page)
    [asked] = claims.asked_in_claim(claim_id=claim.id)
    return asked


def answers_in_private(client, claim, answers):
    asked = joins(client, claim)
    [further_set] = [each for each in registry.scheme(SCHEME).further if each.questions.name == asked.questions]
    facts = says(client, f"/online/asked/{asked.code}/{slug_of(further_set.questions.facts[0])}",
                 further_set.questions, answers)
    further.go_on_with_claim(claim.code)
    return facts


def pages_of(client, *more):
    """Everything that a customer can read of themselves and their claims."""
    letters = contacts.messages_of(customer_id=client.customer.id)
    for address in ("/online/", "/online/details", "/online/details/download", "/online/letters",
                    *(f"/online/letters/{letter.code}" for letter in letters), *more):
        page = client.get(address)
        assert page.status_code == 200, address
        yield address, text(page)


def letter_of(client, template):
    """The text of the one letter of a kind that they got."""
    [letter] = [each for each in contacts.messages_of(customer_id=client.customer.id) if each.template == template]
    return contacts.message(message_id=letter.id).body_text


def explained(letter):
    """The sums of a decision letter."""
    return letter.split("# How we worked it out")[1].split("Law:")[0]


@pytest.fixture
def decided(olwen, idris):
    claim = applies(olwen, APPLICATION)
    answers_in_private(idris, claim, HIS_ANSWERS)
    return claims.get(code=claim.code)


class TestTheParentWithTheChildrenApplies:
    def test_and_waits_for_the_other_who_is_asked_in_a_letter_within_fourteen_days(self, olwen):
        claim = applies(olwen, APPLICATION)
        [asked] = claims.asked_in_claim(claim_id=claim.id)
        assert (claim.state, asked.role, asked.questions) == ("received", "other_parent",
                                                              "child_maintenance_paying_parent")
        assert asked.due_on == NOW.date() + timedelta(days=14)
        assert claim.decide_by == NOW.date() + timedelta(days=42)
        assert decisions.of_claim(claim_id=claim.id) == []

    def test_and_one_amount_is_decided_to_the_penny_and_told_to_both_in_a_letter(self, decided, olwen, idris):
        assert decided.state == "decided"
        [decision] = decisions.of_claim(claim_id=decided.id)
        assert (decision.result, decision.pence, decision.per) == ("entitled", 4305, "week")
        assert decision.starts_on == NOW.date()
        body = letter_of(olwen, "decision_awarded")
        assert "The other parent has to pay you £43.05 a week, from 23 November 2026." in body
        assert "Ask by 23 December 2026" in body
        assert "* Income before tax: £518.01. This is the income now." in body
        assert "* Amount: £73.764624 × 19 ÷ 28 − £7.00 × 1 = £43.05." in body
        assert [secret for secret in (*HIS_SECRETS, "Idris", "Mill Lane", "benefit") if secret in explained(body)] == []
        letter = letter_of(idris, "decision_other_parent")
        assert "You have to pay £43.05 a week, from 23 November 2026." in letter
        assert "* Amount: £73.764624 × 19 ÷ 28 − £7.00 × 1 = £43.05." in letter
        assert [secret for secret in (*HER_SECRETS, "Olwen") if secret in letter] == []

    def test_and_neither_sees_what_the_other_said(self, decided, olwen, idris):
        [decision] = decisions.of_claim(claim_id=decided.id)
        [asked] = claims.asked_in_claim(claim_id=decided.id)
        hers = pages_of(olwen, f"/online/claims/{decided.code}", f"/online/decisions/{decision.code}")
        assert [(address, secret) for address, page in hers for secret in HIS_SECRETS if secret in page] == []
        assert olwen.get(f"/online/asked/{asked.code}").status_code == 404
        his = pages_of(idris, f"/online/asked/{asked.code}/sent")
        assert [(address, secret) for address, page in his for secret in HER_SECRETS if secret in page] == []
        assert idris.get(f"/online/claims/{decided.code}").status_code == 404
        assert idris.get(f"/online/decisions/{decision.code}").status_code == 404


class TestVulnerabilityNotVisibleToOtherParty:
    """DOMAIN 8d: what colleagues take care over is for them; canaries are looked for in all that the other is shown."""

    CANARIES: ClassVar[dict[str, str]] = {"olwen": "canary-of-hers", "idris": "canary-of-his"}

    def test_canary_scan_of_outputs(self, olwen, idris):
        for parent, reason in ((olwen, self.CANARIES["olwen"]), (idris, self.CANARIES["idris"])):
            flag_vulnerability(customer_code=parent.customer.code, kind=f"{reason}-kind", reason=reason, consent=True,
                               review_on=NOW.date() + timedelta(days=90), by=SYSTEM, as_at=NOW)
        claim = applies(olwen, APPLICATION)
        answers_in_private(idris, claim, HIS_ANSWERS)
        [decision] = decisions.of_claim(claim_id=claim.id)
        [asked] = claims.asked_in_claim(claim_id=claim.id)
        shown = {"idris": [*pages_of(olwen, f"/online/claims/{claim.code}", f"/online/decisions/{decision.code}")],
                 "olwen": [*pages_of(idris, f"/online/asked/{asked.code}/sent")]}
        for parent, other in ((olwen, "idris"), (idris, "olwen")):
            shown[other] += [(each.template, str([each.subject, each.body_html, each.body_text, each.text_message]))
                             for each in Message.objects.filter(customer=parent.customer)]
        assert [(where, canary) for whose, canary in self.CANARIES.items() for where, words in shown[whose]
                if canary in words] == []
        assert all(canary in "".join(words for _, words in shown[other]) for other, canary in zip(
            ("idris", "olwen"), self.CANARIES.values(), strict=True)), "each finds their own in their own copy"


class TestARefusal:
    def test_is_made_by_a_person_and_told_to_both(self, olwen, idris, an_officer):
        claim = applies(olwen, APPLICATION | {"child_maintenance.care_is_equal": True})
        answers_in_private(idris, claim, HIS_ANSWERS)
        assert decisions.of_claim(claim_id=claim.id) == [], "the rules alone refuse nobody"
        ann = an_officer("decision_maker")
        decide_claim(claim_code=claim.code, as_at=NOW,
                     by=Actor(role="staff", channel="desk", user_id=ann.pk, name=ann.name))
        assert "Both of you look after the children equally" in letter_of(olwen, "decision_refused")
        his = letter_of(idris, "decision_refused_other_parent")
        assert "Both of you look after the children equally" in his and "You do not have to do anything" in his


@pytest.fixture
def asked_by_letter(olwen):
    """What Idris is asked, before he has signed in."""
    [asked] = claims.asked_in_claim(claim_id=applies(olwen, APPLICATION).id)
    return asked


def is_decided(asked):
    further.go_on_with_claim(asked.claim.code)
    [decision] = decisions.of_claim(claim_id=asked.claim_id)
    return decision.pence == 4305


class TestTheOtherParent:
    def test_answers_by_telephone_and_it_comes_to_the_same(self, asked_by_letter, an_officer, as_user):
        agent, asked = as_user(an_officer("agent")), asked_by_letter
        call = agent.post(f"/telephone/open/{asked.customer.code}/", {"reason": "calling"})["Location"].rstrip("/")
        agent.post(f"{call}/identity/")
        [further_set] = [each for each in registry.scheme(SCHEME).further if each.questions.name == asked.questions]
        first = slug_of(further_set.questions.facts[0])
        says(agent, f"{call}/asked/{asked.code}/{first}/", further_set.questions, HIS_ANSWERS)
        assert is_decided(asked)

    def test_answers_on_paper_and_it_comes_to_the_same(self, asked_by_letter, an_officer, as_user):
        clerk, asked = as_user(an_officer("clerk")), asked_by_letter
        clerk.post("/paper/", {"reference": asked.code})
        [further_set] = [each for each in registry.scheme(SCHEME).further if each.questions.name == asked.questions]
        form = {"signed": "yes"} | form_of(further_set.questions, HIS_ANSWERS)
        assert clerk.post(f"/paper/asked/{asked.code}/print/", {"language": "cy"}).content.startswith(b"%PDF")
        assert "answers received" in text(clerk.post(f"/paper/asked/{asked.code}/key/", form))
        assert is_decided(asked)

    def test_who_cannot_tell_his_income_is_asked_little_and_decided_at_the_default_rate(self, olwen, idris):
        claim = applies(olwen, APPLICATION)
        facts = answers_in_private(idris, claim, HIS_ANSWERS | {"paying_parent.tells_income": False})
        assert set(facts) - {"other_parent.language"} == {
            "paying_parent.tells_income", "paying_parent.pays_other_parents", "child_maintenance.nights_agreed"}
        [decision] = decisions.of_claim(claim_id=claim.id)
        assert decision.pence == 5100


class TestTheParentWhoPaysApplies:
    APPLICATION = APPLICATION | ABOUT_HIS_INCOME | {
        "child_maintenance.applies_as": "paying", "other_parent.name": OLWEN["name"],
        "other_parent.born_on": "1988-04-20", "other_parent.address": ABOUT_HERSELF["home.address"],
        "home.address": {"lines": ["2 Mill Lane", "", "Derby", ""], "postcode": "DE1 1AA"},
        "person.phone": None, "person.email": None, "child_maintenance.domestic_abuse": False,
    }

    def test_and_the_other_is_asked_only_of_nights_and_sees_nothing_of_income(self, olwen, idris):
        claim = applies(idris, self.APPLICATION)
        agrees = {"other_parent.language": "cy", "child_maintenance.nights_agreed": True}
        assert set(answers_in_private(olwen, claim, agrees)) <= set(agrees)
        [decision] = decisions.of_claim(claim_id=claim.id)
        assert decision.pence == 4305
        body = letter_of(idris, "decision_awarded")
        assert "You have to pay £43.05 a week" in body
        hers = pages_of(olwen)
        assert [(address, secret) for address, page in hers for secret in HIS_SECRETS if secret in page] == []
        assert olwen.get(f"/online/claims/{claim.code}").status_code == 404

    def test_by_telephone_and_is_not_told_that_he_would_get_what_he_pays(self, olwen, idris, an_officer, as_user):
        claim = applies(idris, self.APPLICATION)
        asked = joins(olwen, claim)
        answer_further(asked_code=asked.code, answers={"other_parent.language": "cy",
                       "child_maintenance.nights_agreed": True}, by=SYSTEM, as_at=NOW)
        send_further(asked_code=asked.code, by=SYSTEM, as_at=NOW)
        agent = as_user(an_officer("agent"))
        call = agent.post(f"/telephone/open/{idris.customer.code}/", {"reason": "progress"})["Location"].rstrip("/")
        agent.post(f"{call}/identity/")
        told = text(agent.get(f"{call}/claim/{claim.code}/sent/"))
        assert "the amount would be £43.05 a week from 23 November 2026" in told and "you would get" not in told
        further.go_on_with_claim(claim.code)
        told = text(agent.get(f"{call}/claim/{claim.code}/sent/"))
        assert "We decided your claim on 23 November 2026" in told and "not yet a decision" not in told

    def test_and_a_dispute_about_nights_changes_the_amount(self, olwen, idris):
        claim = applies(idris, self.APPLICATION)
        answers_in_private(olwen, claim, {"other_parent.language": "cy", "child_maintenance.nights_agreed": False})
        [decision] = decisions.of_claim(claim_id=claim.id)
        assert decision.pence == 6323, "one night a week for each child: £73.764624 × 24 ÷ 28"
