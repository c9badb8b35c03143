"""A claim that others answer in: a partner, another parent in confidence, a professional; and each month's report."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.test import Client

from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.contacts import queries as contacts
from entitle.customers import queries as customers
from entitle.decisions import queries as decisions
from entitle.gateways import clock
from entitle.kernel.references import SECRET, Actor, Reference
from entitle.procedures.answer_further import answer_further
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.ask_further import ask_further
from entitle.procedures.confirm_representative import confirm_representative
from entitle.procedures.jobs import further, messages
from entitle.procedures.propose_representative import propose_representative
from entitle.procedures.prove_identity import prove_identity
from entitle.procedures.send_further import send_further
from entitle.procedures.start_claim import start_claim
from entitle.procedures.submit_claim import submit_claim
from entitle.staff import operations as staff
from entitle.staff.models import User
from entitle.work import queries as work

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
_spec = importlib.util.spec_from_file_location("warm_homes_scheme", Path(__file__).with_name("warm_homes_scheme.py"))
warm_homes_scheme = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(warm_homes_scheme)
HOME = {"lines": ["1 Stryd Fawr", "Bangor"], "postcode": "LL57 1AA"}
ANSWERS = {
    "person.name": {"given": "Olwen", "family": "Llŷr"}, "home.address": HOME,
    "household.has_partner": True, "partner.name": {"given": "Seán", "family": "O'Neill"},
    "partner.born_on": "1988-03-17", "partner.nino": None, "partner.email": None,
    "household.has_children": True, "other_parent.name": {"given": "Precious", "family": "d’Arcy-Jones"},
    "other_parent.born_on": "1985-07-14",
    "other_parent.address": {"lines": ["2 Mill Lane", "Derby"], "postcode": "DE1 1AA"},
    "warm.is_ill": True,
    "person.bank_account": {"sort_code": "309430", "account_number": "12345678", "account_name": "O Llŷr",
                            "roll_number": ""},
}


@pytest.fixture
def warm_homes(tmp_path, monkeypatch, settings, db):
    for name, text in warm_homes_scheme.FILES.items():
        path = tmp_path / "schemes" / "warm_homes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.setenv(registry.EXTRA_FOLDERS, str(tmp_path / "schemes"))
    settings.ENTITLE_VAR = tmp_path / "var"
    with clock.at(NOW):
        yield registry.scheme("warm_homes")
    for name in [name for name in sys.modules if name.startswith("entitle.schemes.warm_homes")]:
        del sys.modules[name]


def signed_in(name, kind="customer"):
    user = User.objects.create_user(name.lower(), None, name=name, kind=kind)
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    if kind == "staff":
        session = client.session
        session["second_factor_of"] = user.pk
        session.save()
    client.who, client.by = user, Actor(role=kind, channel="online", user_id=user.pk, name=name)
    return client


def an_officer(role, name="Made-up"):
    client = signed_in(f"{role}-{name}", "staff")
    staff.give_role(user_id=client.who.pk, team_id=staff.add_team(name="Made-up team").pk, role=role)
    staff.give_skills(user_id=client.who.pk, skills=["assessments", "decisions"])
    return client


@pytest.fixture
def olwen(warm_homes):
    client = signed_in("Olwen")
    client.customer = prove_identity(
        user_id=client.who.pk, name=ANSWERS["person.name"], born_on=date(1990, 4, 20), nino="AB123447C",
        postcode="LL57 1AA", by=client.by, as_at=NOW)
    return client


@pytest.fixture
def claim_sent(olwen):
    """Olwen's claim, sent, with whatever she answers otherwise; everyone who must be is asked."""

    def sent(**otherwise):
        claim = start_claim(scheme="warm_homes", customer_id=olwen.customer.id, by=olwen.by, as_at=NOW)
        given = {**ANSWERS, **{name.replace("__", "."): value for name, value in otherwise.items()}}
        answer_questions(claim_code=claim.code, answers=given, by=olwen.by, as_at=NOW)
        submit_claim(claim_code=claim.code, by=olwen.by, as_at=NOW)
        ask_further(claim_code=claim.code, as_at=NOW)
        return claims.get(code=claim.code)

    return sent


@pytest.fixture
def claim(claim_sent):
    return claim_sent()


def asked(claim, role):
    return next(each for each in claims.asked_in_claim(claim_id=claim.id) if each.role == role)


def code_in_letter(claim, role):
    """The code as it is on paper: the stored message has none."""
    each = asked(claim, role)
    [message] = contacts.messages_of(customer_id=each.customer_id)
    message = contacts.message(message_id=message.id)
    assert SECRET in message.body_html and SECRET in message.body_text
    return re.search(r"INV-[0-9A-Z-]{14}", messages._whole(message, message.body_text))[0]


def text(page):
    return page.content.decode()


def fill(client, address, **answers):
    """Walk on from an address, answering each question by its fact; gives the page that the walk ends on."""
    page = client.get(address, follow=True)
    while (at := page.request["PATH_INFO"]).rsplit("/", 1)[-1] != "check":
        slug = at.rstrip("/").rsplit("/", 1)[-1]
        page = client.post(at, answers[slug.replace("-", "_")], follow=True)
        assert page.status_code == 200, text(page)
    return page


def joined(claim, role, name, **who):
    """Someone new makes a sign-in, enters the code in their letter and says who they are."""
    client = signed_in(name)
    page = client.post("/online/asked/join", {"code": code_in_letter(claim, role)}, follow=True)
    assert page.status_code == 200, text(page)
    fill(client, "/online/who-you-are/person-name", person_name={
        "person-name-given": who["given"], "person-name-family": who["family"]}, person_born_on=who["born_on"],
        person_nino={"person-nino": who.get("nino", "")}, home_postcode={"home-postcode": who["postcode"]})
    client.page = client.post("/online/who-you-are/check", {}, follow=True)
    client.customer = customers.of_user(client.who.pk)
    return client


def born(day, month, year):
    return {"person-born_on-day": day, "person-born_on-month": month, "person-born_on-year": year}


def sean_joins(claim, **otherwise):
    return joined(claim, "partner", "Seán", **{"given": "Seán", "family": "O'Neill", "born_on": born(17, 3, 1988),
                                               "postcode": "LL57 1AA", **otherwise})


def precious_joins(claim):
    return joined(claim, "other_parent", "Precious", given="Precious", family="d’Arcy-Jones",
                  born_on=born(14, 7, 1985), postcode="DE1 1AA")


SEAN_SAYS = {"partner_is_working": {"partner-is_working": "no"}, "partner_phone": {"partner-phone": "01632960001"}}
PRECIOUS_SAYS = {"other_parent_income_per_week": {"other_parent-income_per_week": "717.31"},
                 "other_parent_pension_per_week": {"other_parent-pension_per_week": "33.17"}}


def assess(claim):
    """A professional answers their set at the desk's procedures."""
    doctor = an_officer("health_professional")
    code = asked(claim, "health_professional").code
    answer_further(asked_code=code, answers={"warm.points": 2, "warm.evidence": "Her house is cold."}, by=doctor.by,
                   as_at=NOW)
    send_further(asked_code=code, by=doctor.by, as_at=NOW)


def sean_answers(client, claim):
    address = f"/online/asked/{asked(claim, 'partner').code}"
    fill(client, f"{address}/partner-is-working", **SEAN_SAYS)
    return client.post(f"{address}/check", {"declared": "yes"}, follow=True)


def precious_answers(client, claim):
    address = f"/online/asked/{asked(claim, 'other_parent').code}"
    fill(client, f"{address}/other-parent-income-per-week", **PRECIOUS_SAYS)
    return client.post(f"{address}/check", {"declared": "yes"}, follow=True)


class TestWhoIsAsked:
    def test_everyone_the_answers_call_for_once_each_and_each_by_a_date(self, claim):
        ask_further(claim_code=claim.code, as_at=NOW)
        found = [(each.role, each.due_on) for each in claims.asked_in_claim(claim_id=claim.id)]
        assert found == [("partner", date(2026, 11, 16)), ("other_parent", date(2026, 11, 16)),
                         ("health_professional", date(2026, 11, 16))]

    def test_nobody_of_someone_alone_and_well(self, claim_sent):
        claim = claim_sent(household__has_partner=False, household__has_children=False, warm__is_ill=False)
        assert claims.asked_in_claim(claim_id=claim.id) == []

    def test_a_party_has_a_record_a_part_in_the_claim_and_a_letter(self, claim):
        parties = {party.role: party.customer for party in claims.parties_of(claim_id=claim.id)}
        assert set(parties) == {"claimant", "partner", "other_parent"}
        assert customers.names_of([parties["partner"].id])[parties["partner"].id] == "Seán O'Neill"
        [letter] = contacts.messages_of(customer_id=parties["other_parent"].id)
        assert letter.channels == ["letter"] and letter.template == "questions_asked"


class TestAPartnerOnline:
    def test_joins_by_the_code_in_their_letter_and_answers_only_what_we_do_not_know(self, claim):
        sean = sean_joins(claim)
        assert "You have been asked to take part in a claim" in text(sean.page)
        assert "Olwen Llŷr has claimed Warm homes" in text(sean.page)
        page = sean_answers(sean, claim)
        assert "We have your answers" in text(page)
        given = claims.answers_that_count(claim_id=claim.id)
        assert given["partner.is_working"].value is False
        assert given["partner.name"].value == {"given": "Seán", "family": "O'Neill"}, "known, so not asked, but counted"
        assert "partner.is_working" not in claims.answers_of(claim_id=claim.id), "the claimant did not say it"

    def test_keeps_what_lasts_on_their_own_record_and_none_on_the_claimants(self, claim):
        sean_answers(sean_joins(claim), claim)
        own = customers.facts_known(customer_id=asked(claim, "partner").customer_id, as_at=NOW)
        hers = customers.facts_known(customer_id=claim.customer_id, as_at=NOW)
        assert own["person.phone"].value and "person.is_working" not in own
        assert "person.phone" not in hers and not [name for name in hers if name.startswith("partner.is")]

    def test_counts_nothing_before_it_is_agreed_to_and_sent(self, claim):
        sean = sean_joins(claim)
        address = f"/online/asked/{asked(claim, 'partner').code}"
        fill(sean, f"{address}/partner-is-working", **SEAN_SAYS)
        page = sean.post(f"{address}/check", {})
        assert page.status_code == 422 and "Confirm that you agree" in text(page)
        assert "partner.is_working" not in claims.answers_that_count(claim_id=claim.id)

    def test_goes_on_where_they_stopped_and_an_error_keeps_what_was_typed(self, claim):
        sean = sean_joins(claim)
        address = f"/online/asked/{asked(claim, 'partner').code}"
        sean.post(f"{address}/partner-is-working", {"partner-is_working": "yes"})
        wrong = sean.post(f"{address}/partner-earnings-per-month", {"partner-earnings_per_month": "83o.17"})
        assert wrong.status_code == 422 and "83o.17" in text(wrong)
        assert "Go on" in text(sean.get(address))

    def test_changes_an_answer_before_sending_and_what_falls_off_the_path_counts_no_more(self, claim):
        sean = sean_joins(claim)
        address = f"/online/asked/{asked(claim, 'partner').code}"
        earns = {**SEAN_SAYS, "partner_is_working": {"partner-is_working": "yes"},
                 "partner_earnings_per_month": {"partner-earnings_per_month": "832.17"}}
        fill(sean, f"{address}/partner-is-working", **earns)
        sean_answers(sean, claim)
        assert claims.answers_that_count(claim_id=claim.id)["partner.earnings_per_month"].value is None

    def test_is_asked_in_welsh_where_they_read_it(self, claim):
        sean = sean_joins(claim)
        sean.cookies["entitle_language"] = "cy"
        page = sean.get(f"/online/asked/{asked(claim, 'partner').code}")
        assert "Gofynnwyd i chi gymryd rhan mewn cais" in text(page)

    def test_who_has_a_record_already_answers_on_it_and_the_one_opened_for_the_letter_is_looked_at(self, claim):
        sean = signed_in("Seán")
        own = prove_identity(user_id=sean.who.pk, name={"given": "Seán", "family": "O'Neill"},
                             born_on=date(1988, 3, 17), nino="AB123456D", postcode="LL57 1AA", by=sean.by, as_at=NOW)
        invited = asked(claim, "partner").customer_id
        page = sean.post("/online/asked/join", {"code": code_in_letter(claim, "partner")}, follow=True)
        assert "You have been asked to take part" in text(page)
        assert asked(claim, "partner").customer_id == own.id != invited
        assert [party.customer_id for party in claims.parties_of(claim_id=claim.id) if party.role == "partner"] == [
            own.id]
        assert work.is_open(about=Reference("customer", invited), kind="record.duplicate")


class TestACode:
    def test_is_kept_nowhere_but_in_the_letter(self, claim):
        code = code_in_letter(claim, "partner")
        each = asked(claim, "partner")
        assert code not in str(list(type(each).objects.values())) and bytes(each.code_digest) != code.encode()
        [message] = contacts.messages_of(customer_id=each.customer_id)
        assert code not in contacts.message(message_id=message.id).body_html

    def test_opens_once(self, claim):
        code = code_in_letter(claim, "partner")
        sean_joins(claim)
        other = signed_in("Other")
        page = other.post("/online/asked/join", {"code": code})
        assert page.status_code == 422 and "has been used" in text(page)

    def test_that_is_wrong_five_times_is_not_read_again_within_the_hour(self, claim):
        right, stranger = code_in_letter(claim, "partner"), signed_in("Stranger")
        for _ in range(5):
            assert "not right" in text(stranger.post("/online/asked/join", {"code": "INV-0000-0000-0000"}))
        assert "Too many codes" in text(stranger.post("/online/asked/join", {"code": right}))

    def test_does_not_let_in_someone_else_who_found_the_letter(self, claim):
        found = joined(claim, "partner", "Finder", given="Rhys", family="Rees", born_on=born(1, 2, 1980),
                       postcode="LL57 1AA")
        assert "do not match" in text(found.page) or found.page.status_code == 422
        assert found.customer is None and asked(claim, "partner").code_digest is not None

    def test_does_not_let_the_claimant_answer_for_their_partner(self, claim, olwen):
        page = olwen.post("/online/asked/join", {"code": code_in_letter(claim, "partner")})
        assert page.status_code == 422 and "not for you" in text(page)
        assert olwen.get(f"/online/asked/{asked(claim, 'partner').code}").status_code == 404


class TestWhatIsConfidential:
    @pytest.fixture
    def told(self, claim):
        """Everyone has answered, and the claim is decided."""
        sean_answers(sean_joins(claim), claim)
        precious_answers(precious_joins(claim), claim)
        assess(claim)
        further.go_on_with_claim(claim.code)
        return claims.get(code=claim.code)

    SECRETS = ("717.31", "71731", "33.17", "3317", "684.14", "68414")
    """What the other parent said, and what the rules made of it."""

    def test_reaches_no_page_letter_or_download_of_the_claimants(self, told, olwen):
        assert told.state == "decided"
        [decision] = decisions.of_claim(claim_id=told.id)
        letters = contacts.messages_of(customer_id=olwen.customer.id)
        pages = ["/online/", f"/online/claims/{told.code}", f"/online/decisions/{decision.code}",
                 "/online/details/download", "/online/details", "/online/letters",
                 *(f"/online/letters/{letter.code}" for letter in letters)]
        assert [letter.template for letter in letters] == ["decision_awarded"]
        for address in pages:
            page = olwen.get(address)
            assert page.status_code == 200
            assert [secret for secret in self.SECRETS if secret in text(page)] == [], address

    def test_reaches_nobody_who_acts_for_the_claimant(self, told, olwen):
        helper = signed_in("Helper")
        agreed = propose_representative(customer_code=olwen.customer.code, name="Helper", kind="helper",
                                        scope=("claims", "letters"), user_id=helper.who.pk, by=olwen.by, as_at=NOW)
        confirm_representative(representative_id=agreed.id, by=olwen.by, as_at=NOW)
        helper.post(f"/online/acting/{olwen.customer.code}")
        [decision] = decisions.of_claim(claim_id=told.id)
        for address in ("/online/", f"/online/claims/{told.code}", f"/online/decisions/{decision.code}"):
            page = helper.get(address)
            assert page.status_code == 200 and [each for each in self.SECRETS if each in text(page)] == []
        assert helper.get(f"/online/asked/{asked(told, 'other_parent').code}").status_code != 200

    def test_still_tells_the_claimant_the_amount_and_that_something_was_not_shown(self, told, olwen):
        [decision] = decisions.of_claim(claim_id=told.id)
        page = text(olwen.get(f"/online/decisions/{decision.code}"))
        assert "£7.00" in page and "Not shown to you" in page and "Means" in page

    def test_is_on_the_record_of_whoever_said_it_and_in_their_own_download_alone(self, told):
        precious = asked(told, "other_parent").customer
        client = Client()
        client.force_login(User.objects.get(id=precious.user_id), backend="django.contrib.auth.backends.ModelBackend")
        own = json.loads(client.get("/online/details/download").content)
        assert [each["answers"]["other_parent.income_per_week"] for each in own["questions_answered"]] == [71731]
