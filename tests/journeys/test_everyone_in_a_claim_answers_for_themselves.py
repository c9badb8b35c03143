"""A claim that others answer in: a partner, another parent in confidence, a professional; and each month's report."""

from __future__ import annotations

import json
import re
import sys
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.contacts import queries as contacts
from entitle.customers import queries as customers
from entitle.customers.operations import restrict
from entitle.decisions import queries as decisions
from entitle.gateways import clock
from entitle.history import queries as history
from entitle.kernel.references import SECRET, SYSTEM, Reference
from entitle.procedures.answer_further import answer_further
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.ask_for_period import ask_for_period
from entitle.procedures.ask_further import ask_further
from entitle.procedures.ask_to_look_again import ask_to_look_again
from entitle.procedures.chase_further import chase_further
from entitle.procedures.confirm_representative import confirm_representative
from entitle.procedures.decide_again import decide_again
from entitle.procedures.errors import NotDone, NotPermitted
from entitle.procedures.invite_party import invite_party
from entitle.procedures.jobs import further, messages
from entitle.procedures.propose_representative import propose_representative
from entitle.procedures.prove_identity import prove_identity
from entitle.procedures.register_customer import register_customer
from entitle.procedures.send_further import send_further
from entitle.procedures.start_claim import start_claim
from entitle.procedures.submit_claim import submit_claim
from entitle.procedures.withdraw_claim import withdraw_claim
from entitle.record.queries import every_fact
from entitle.staff.models import User
from entitle.work import queries as work
from tests.journeys import warm_homes_scheme
from tests.journeys.signing_in import signed_in

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
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
    every_fact.cache_clear()
    with clock.at(NOW):
        yield registry.scheme("warm_homes")
    every_fact.cache_clear()
    for name in [name for name in sys.modules if name.startswith("entitle.schemes.warm_homes")]:
        del sys.modules[name]


def an_officer(role):
    return signed_in(role, "staff", role)


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
    message = contacts.message(message_id=contacts.messages_of(customer_id=each.customer_id)[0].id)
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
    client.post("/online/asked/join", {"code": code_in_letter(claim, role)}, follow=True)
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
        assert "been asked to take part" in text(sean.page) and "Olwen Llŷr has claimed Warm homes" in text(sean.page)
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
        page = signed_in("Other").post("/online/asked/join", {"code": code})
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
        sean_answers(sean_joins(claim), claim)
        precious_answers(precious_joins(claim), claim)
        assess(claim)
        further.go_on_with_claim(claim.code)
        return claims.get(code=claim.code)

    SECRETS = ("717.31", "71731", "33.17", "3317", "684.14", "68414")  # what was said, and what the rules made of it

    def test_reaches_no_page_letter_or_download_of_the_claimants(self, told, olwen):
        assert told.state == "decided"
        [decision] = decisions.of_claim(claim_id=told.id)
        again = ask_to_look_again(decision_code=decision.code, why="Too little", by=olwen.by, as_at=NOW)
        decide_again(reconsideration_code=again.code, because="Right", by=an_officer("decision_maker").by, as_at=NOW)
        letters = contacts.messages_of(customer_id=olwen.customer.id)
        pages = ["/online/", f"/online/claims/{told.code}", f"/online/decisions/{decision.code}", "/online/letters",
                 "/online/details/download", "/online/details", *(f"/online/letters/{each.code}" for each in letters)]
        assert {letter.template for letter in letters} >= {"decision_awarded", "look_again_decision"}
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


class TestByTelephone:
    @pytest.fixture
    def call(self, claim):
        agent = an_officer("agent")

        def opened(customer):
            begun = agent.post(f"/telephone/open/{customer.code}/", {"reason": "calling"})
            address = begun["Location"].rstrip("/")
            agent.post(f"{address}/identity/")
            return address

        agent.opened = opened
        return agent

    def test_a_partner_answers_in_their_own_call_and_agrees_aloud(self, claim, call):
        each = asked(claim, "partner")
        address = call.opened(each.customer)
        assert "About you, for warm homes" in text(call.get(f"{address}/"))
        page = call.post(f"{address}/asked/{each.code}/partner-is-working/", {"partner-is_working": "no"}, follow=True)
        page = call.post(page.request["PATH_INFO"], {"partner-phone": ""}, follow=True)
        assert "What I have told you is true." in text(page)
        call.post(f"{address}/asked/{each.code}/check/", {"declared": "yes"})
        assert asked(claim, "partner").state == "answered"
        assert claims.answers_that_count(claim_id=claim.id)["partner.is_working"].channel == "telephone"

    def test_a_claimant_who_calls_hears_whose_answers_we_wait_for_and_cannot_give_them(self, claim, call, olwen):
        address = call.opened(olwen.customer)
        page = text(call.get(f"{address}/"))
        assert "We wait for the answers of the other parent, asked on 2 November 2026, due by 16 November 2026" in page
        refused = call.get(f"{address}/asked/{asked(claim, 'partner').code}/partner-is-working/")
        assert "is asked nothing with that reference" in text(refused)

    def test_what_was_said_in_confidence_is_not_on_the_claimants_call(self, claim, call, olwen):
        precious_answers(precious_joins(claim), claim)
        sean_answers(sean_joins(claim), claim)
        assess(claim)
        address = call.opened(olwen.customer)
        for page in (f"{address}/", f"{address}/claim/{claim.code}/sent/"):
            shown = call.get(page)
            assert shown.status_code == 200 and (not page.endswith("sent/") or "£7.00" in text(shown))
            assert [secret for secret in TestWhatIsConfidential.SECRETS if secret in text(shown)] == []


class TestOnPaper:
    def test_the_form_goes_out_to_whoever_is_asked_and_is_keyed_in_when_it_comes_back_signed(self, claim):
        clerk, each = an_officer("clerk"), asked(claim, "other_parent")
        clerk.post("/paper/", {"reference": each.code})
        assert each.code in text(clerk.get(f"/paper/customer/{each.customer.code}/"))
        printed = clerk.post(f"/paper/asked/{each.code}/print/", {"language": "cy"})
        assert printed.content.startswith(b"%PDF")
        form = {name: value for said in PRECIOUS_SAYS.values() for name, value in said.items()}
        unsigned = clerk.post(f"/paper/asked/{each.code}/key/", form)
        assert unsigned.status_code == 422 and asked(claim, "other_parent").state == "asked"
        assert "717.31" in text(clerk.get(f"/paper/asked/{each.code}/key/")), "what was keyed is kept"
        sent = clerk.post(f"/paper/asked/{each.code}/key/", {**form, "signed": "yes"})
        assert "answers received" in text(sent) and asked(claim, "other_parent").state == "answered"

    def test_a_form_that_leaves_something_blank_says_what(self, claim):
        clerk, each = an_officer("clerk"), asked(claim, "other_parent")
        clerk.post("/paper/", {"reference": each.code})
        form = {"signed": "yes", **PRECIOUS_SAYS["other_parent_income_per_week"]}
        short = clerk.post(f"/paper/asked/{each.code}/key/", form)
        assert "Not answered yet: What do you pay into a pension?" in text(short)


class TestAProfessional:
    @pytest.fixture
    def doctor(self):
        return an_officer("health_professional")

    def test_takes_the_work_and_answers_at_the_desk_on_the_same_walk(self, claim, doctor):
        each = asked(claim, "health_professional")
        item = work.about(Reference("set_asked", each.id))[0]
        assert (item.kind, item.skill, item.target_on) == ("questions.answer", "assessments", date(2026, 11, 16))
        assert "Answer questions for a claim" in text(doctor.get("/desk/work/?view=unowned"))
        page = doctor.post(f"/desk/work/{item.code}/take", follow=True)
        assert "Assessment for warm homes: Olwen Llŷr" in text(page)
        assert ">Ill<" in text(page).replace("\n", "").replace(" ", "")
        assert "309430" not in text(page) and "12345678" not in text(page), "no more than they need"
        page = doctor.post(f"/desk/questions/{each.code}/warm-points", {"warm-points": "13"})
        assert page.status_code == 422 and "13" in text(page)
        doctor.post(f"/desk/questions/{each.code}/warm-points", {"warm-points": "2"})
        doctor.post(f"/desk/questions/{each.code}/warm-evidence", {"warm-evidence": "Her house is cold."})
        doctor.post(f"/desk/questions/{each.code}/check", {"declared": "yes"})
        assert asked(claim, "health_professional").state == "answered"
        assert work.about(Reference("set_asked", each.id))[0].state == "done"

    def test_leaves_every_look_in_history(self, claim, doctor):
        doctor.get(f"/desk/questions/{asked(claim, 'health_professional').code}/")
        looks = history.looks(customer_id=claim.customer_id, user_id=doctor.who.pk)
        assert [look.reason.startswith("working on WRK-") for look in looks] == [True]

    @pytest.mark.parametrize("role", ["agent", "caseworker", "clerk", "team_leader"])
    def test_is_the_only_one_who_may(self, claim, role):
        other, each = an_officer(role), asked(claim, "health_professional")
        assert other.get(f"/desk/questions/{each.code}/").status_code == 403
        with pytest.raises(NotPermitted):
            answer_further(asked_code=each.code, answers={"warm.points": 12}, by=other.by, as_at=NOW)

    def test_sees_no_record_and_nothing_that_was_said_in_confidence(self, claim, doctor):
        precious_answers(precious_joins(claim), claim)
        assert doctor.get(f"/desk/claims/{claim.code}/").status_code == 403
        page = text(doctor.get(f"/desk/questions/{asked(claim, 'health_professional').code}/"))
        assert [secret for secret in TestWhatIsConfidential.SECRETS if secret in page] == []


class TestTheClaimGoesOn:
    def test_is_not_decided_while_anybody_is_waited_for(self, claim):
        assess(claim)
        further.go_on_with_claim(claim.code)
        assert claims.get(code=claim.code).state == "received"

    def test_by_itself_when_the_last_has_answered(self, claim):
        assess(claim)
        sean_answers(sean_joins(claim), claim)
        precious_answers(precious_joins(claim), claim)
        further.go_on_with_claim(claim.code)
        [decision] = decisions.of_claim(claim_id=claim.id)
        assert (decision.result, decision.pence) == ("entitled", 700)
        theirs = contacts.messages_of(customer_id=asked(claim, "other_parent").customer_id)[0]
        assert theirs.template == "decision_other_parent" and "£684.14" in theirs.body_html, "what they said is theirs"

    def test_shows_an_officer_whose_answers_are_waited_for_and_what_was_answered(self, claim):
        officer = an_officer("caseworker")
        precious_answers(precious_joins(claim), claim)
        officer.post(f"/desk/record/{claim.customer.code}/why", {"reason": "checking_a_claim"})
        page = text(officer.get(f"/desk/claims/{claim.code}/"))
        assert "Partner, Seán O&#39;Neill" in page and "16 November 2026" in page
        assert "Other parent, Precious d’Arcy-Jones, in confidence" in page and "£717.31" in page
        [look] = history.looks(customer_id=asked(claim, "other_parent").customer_id, user_id=officer.who.pk)
        assert look.reason == f"in the claim {claim.code}"

    def test_shows_nothing_of_a_restricted_record(self, claim):
        officer, other = an_officer("caseworker"), asked(claim, "other_parent")
        precious_answers(precious_joins(claim), claim)
        restrict(customer_id=other.customer_id)
        officer.post(f"/desk/record/{claim.customer.code}/why", {"reason": "checking_a_claim"})
        page = text(officer.get(f"/desk/claims/{claim.code}/"))
        assert "Other parent, Precious" not in page and "£717.31" not in page

    def test_withdrawn_it_asks_nobody_any_more(self, claim, olwen):
        sean = sean_joins(claim)
        withdraw_claim(claim_code=claim.code, reason="asked", by=olwen.by, as_at=NOW)
        assert {each.state for each in claims.asked_in_claim(claim_id=claim.id)} == {"cancelled"}
        assert not work.is_open(about=Reference("set_asked", asked(claim, "health_professional").id),
                                kind="questions.answer")
        assert sean.get(f"/online/asked/{asked(claim, 'partner').code}").status_code == 409


class TestSilence:
    def test_past_its_date_becomes_work_once_and_ends_with_the_answer(self, claim):
        assert chase_further(as_at=NOW) == 0
        late = NOW + timedelta(days=15)
        assert chase_further(as_at=late) == chase_further(as_at=late) == 2
        [item] = work.about(Reference("set_asked", asked(claim, "partner").id), kind="questions.chase")
        assert item.note == f"partner, {claim.code}"
        sean_answers(sean_joins(claim), claim)
        assert work.about(Reference("set_asked", asked(claim, "partner").id))[0].state == "done"
        assert "questions.chase" in {each.kind for each in work.open_for(asked(claim, "other_parent").customer_id)}


class TestSomeoneNamedTooVaguely:
    def test_is_found_by_an_officer_who_then_invites_them(self, claim_sent):
        claim = claim_sent(other_parent__born_on=None)
        each, officer = asked(claim, "other_parent"), an_officer("caseworker")
        assert each.customer_id is None and work.is_open(about=Reference("set_asked", each.id), kind="party.find")
        officer.post(f"/desk/record/{claim.customer.code}/why", {"reason": "checking_a_claim"})
        page = officer.post(f"/desk/questions/{each.code}/find", {
            "person-name-given": "Precious", "person-name-family": "d’Arcy-Jones", **born(14, 7, 1985),
            "home-address-line-1": "2 Mill Lane", "home-address-town": "Derby", "home-address-postcode": "DE1 1AA"})
        assert page.status_code == 302, text(page)
        assert asked(claim, "other_parent").customer.born_on == date(1985, 7, 14)
        assert not work.is_open(about=Reference("set_asked", each.id), kind="party.find")
        assert precious_joins(claim).page.status_code == 200

    def test_is_never_the_claimant(self, claim_sent, olwen):
        claim = claim_sent(partner__name=ANSWERS["person.name"], partner__born_on="1990-04-20",
                           partner__nino="AB123447C")
        assert asked(claim, "partner").customer_id is None
        with pytest.raises(NotDone):
            invite_party(asked_code=asked(claim, "partner").code, by=an_officer("caseworker").by, as_at=NOW)

    def test_is_no_one_whose_name_does_not_agree_with_their_number(self, claim_sent, olwen):
        register_customer(name={"given": "Ada", "family": "Madeup"}, born_on=date(1959, 3, 2), nino="AB123456D",
                          postcode="CF10 1AA", by=SYSTEM, as_at=NOW)
        assert asked(claim_sent(partner__nino="AB123456D"), "partner").customer_id is None


class TestAReportOfAMonth:
    PERIOD = {"period_from": date(2026, 11, 2), "period_to": date(2026, 12, 2)}

    def reported(self, olwen, claim):
        ask_for_period(claim_code=claim.code, as_at=NOW, **self.PERIOD)
        [each] = claims.asked_of(customer_id=olwen.customer.id)
        address = f"/online/asked/{each.code}"
        assert "2 November 2026 to 1 December 2026" in text(olwen.get(address))
        fill(olwen, f"{address}/person-is-working", person_is_working={"person-is_working": "yes"},
             person_earnings_per_month={"person-earnings_per_month": "832.40"})
        olwen.post(f"{address}/check", {"declared": "yes"})
        return each

    def test_is_held_on_the_record_as_true_of_that_month_alone(self, olwen, claim):
        self.reported(olwen, claim)
        known = {day: customers.facts_known(customer_id=olwen.customer.id, as_at=NOW, on=day)
                 for day in (date(2026, 11, 2), date(2026, 12, 1), date(2026, 12, 2))}
        assert known[date(2026, 11, 2)]["person.earnings_per_month"].value == 83240
        assert known[date(2026, 12, 1)]["person.earnings_per_month"].true_from == date(2026, 11, 2)
        assert "person.earnings_per_month" not in known[date(2026, 12, 2)]

    def test_is_asked_once_and_again_of_the_next_month_with_nothing_carried_over(self, olwen, claim):
        self.reported(olwen, claim)
        assert ask_for_period(claim_code=claim.code, as_at=NOW, **self.PERIOD) == ()
        assert ask_for_period(claim_code=claim.code, period_from=date(2026, 12, 2), period_to=date(2027, 1, 2),
                              as_at=NOW) == ("warm_homes_month",)
        [again] = claims.asked_of(customer_id=olwen.customer.id)
        page = olwen.get(f"/online/asked/{again.code}/person-is-working")
        assert "checked" not in text(page)


class TestListsOfManyClaims:
    def test_cost_no_more_statements_however_many_sets_are_asked(self, olwen, claim):
        olwen.get("/online/")
        with CaptureQueriesContext(connection) as few:
            olwen.get("/online/")
        for month in (1, 2, 3, 4, 5):
            ask_for_period(claim_code=claim.code, period_from=date(2027, month, 2), period_to=date(2027, month + 1, 2),
                           as_at=NOW)
        with CaptureQueriesContext(connection) as many:
            page = olwen.get("/online/")
        assert len(many) == len(few) and text(page).count("What you earned") >= 5
