"""Universal Credit over HTTP: a couple claim, each answers for themselves, staff find, and two months are paid."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest

from entitle.awards import queries as awards
from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.contacts import queries as contacts
from entitle.customers import queries as customers
from entitle.decisions import queries as decisions
from entitle.gateways import clock
from entitle.kernel.periods import midday
from entitle.kernel.references import SYSTEM
from entitle.pages.walk_view import slug_of
from entitle.payments import queries as payments
from entitle.procedures.jobs import further, messages, periods
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.prove_identity import prove_identity
from tests.journeys.signing_in import signed_in
from tests.journeys.walking import text, walk

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
SCHEME = registry.scheme("universal_credit")
NOVEMBER, DECEMBER, JANUARY = date(2026, 11, 2), date(2026, 12, 2), date(2027, 1, 2)
OLWEN = {"person.name": {"given": "Olwen", "family": "Llŷr"}, "person.born_on": date(1990, 4, 20),
         "person.nino": "AB123447C"}
ELIN = {"child.name": {"given": "Elin", "family": "Llŷr"}, "child.born_on": date(2015, 3, 1), "child.sex": "female",
        "child.lives_with_claimant": True, "child.in_education": True, "child.disability": "none",
        "child.needs_own_room": False, "child.adopted_or_cared_for": False}
CIAN = {**ELIN, "child.name": {"given": "Cian", "family": "O'Neill"}, "child.born_on": date(2018, 9, 14),
        "child.sex": "male"}
TOLD = {
    **OLWEN, "home.address": {"lines": ["1 Stryd Fawr", "", "Bangor", ""], "postcode": "LL57 1AA"},
    "person.phone": "01632 960001", "person.phone_is_safe": True, "person.language": "en",
    "person.letter_format": "standard", "home.in_great_britain": True,
    "household.has_partner": True, "partner.name": {"given": "Seán", "family": "O'Neill"},
    "partner.born_on": date(1988, 3, 17), "household.has_children": True, "household.children": [ELIN, CIAN],
    "household.gets_child_benefit": True, "home.pays_rent": True, "home.rents_from": "social",
    "home.rent": 72_850, "home.rent_paid_every": "month", "home.rent_free_weeks": 0, "home.service_charges": 0,
    "home.bedrooms": 2, "person.is_employed": True, "person.in_paid_work": True, "person.pay": 143_256,
    "person.pay_tax": 7_712, "person.pay_national_insurance": 3_077, "person.pension_contributions": 5_000,
    "person.savings": 120_000,
    "person.bank_account": {"sort_code": "309430", "account_number": "12345678", "account_name": "O Llyr",
                            "roll_number": ""},
}
SEAN_SAYS = {
    "partner.lives_in_great_britain": True, "partner.is_employed": True, "partner.in_paid_work": True,
    "partner.pay": 61_219, "partner.pay_tax": 0, "partner.pay_national_insurance": 0,
    "partner.pension_contributions": 0, "partner.savings": 35_000,
}
FOUND = {"person.accepted_commitment": True, "partner.accepted_commitment": True}
OLWENS = {name: TOLD[name] for name in TOLD if name.startswith("person.")}
OLWENS_DECEMBER = {**OLWENS, "person.pay": 171_890, "person.pay_tax": 13_438, "person.pay_national_insurance": 5_368}
SEANS_NOVEMBER = {**SEAN_SAYS, "partner.pay": 65_432}
SEANS_DECEMBER = {**SEAN_SAYS, "partner.pay": 40_007}


@pytest.fixture(autouse=True)
def _november(db, settings, tmp_path):
    settings.ENTITLE_VAR = tmp_path
    with clock.at(NOW):
        yield


def nothing_more(question):
    """No, or nought, to whatever else is asked; nothing where nothing need be said."""
    return None if question.optional else {"money": 0, "count": 0}.get(question.kind.name, False)


@pytest.fixture
def olwen():
    client = signed_in("Olwen")
    client.customer = prove_identity(user_id=client.who.pk, name=OLWEN["person.name"], born_on=OLWEN["person.born_on"],
                                     nino=OLWEN["person.nino"], postcode="LL57 1AA", by=client.by, as_at=NOW)
    return client


def joined(asked):
    """Seán makes a sign-in, enters the code in his letter and says who he is."""
    sean = signed_in("Seán")
    message = contacts.message(message_id=contacts.messages_of(customer_id=asked.customer_id)[0].id)
    code = re.search(r"INV-[0-9A-Z-]{14}", messages._whole(message, message.body_text))[0]
    assert sean.post("/online/asked/join", {"code": code}, follow=True).status_code == 200
    for page, typed in (
        ("person-name", {"person-name-given": "Seán", "person-name-family": "O'Neill"}),
        ("person-born-on", {"person-born_on-day": 17, "person-born_on-month": 3, "person-born_on-year": 1988}),
        ("person-nino", {"person-nino": ""}), ("home-postcode", {"home-postcode": "LL57 1AA"}),
    ):
        assert sean.post(f"/online/who-you-are/{page}", typed).status_code == 302
    welcome = text(sean.post("/online/who-you-are/check", {}, follow=True))
    assert "You have been asked to take part in a claim" in welcome
    return sean


def asked_of(claim, role, period_from=None):
    [asked] = [each for each in claims.asked_in_claim(claim_id=claim.id, state="asked")
               if (each.role, each.period_from) == (role, period_from)]
    return asked


def answers(client, asked, said, *, at="online/asked"):
    """All of a set that is asked, agreed to and sent; gives what was asked."""
    questions = next(each.questions for each in SCHEME.further if each.questions.name == asked.questions)
    address = f"/{at}/{asked.code}/{slug_of(questions.questions[0].fact)}"
    check, facts = walk(client, address, questions, said, nothing_more)
    sent = client.post(check, {"declared": "yes"}, follow=True)
    assert sent.status_code == 200, text(sent)
    return facts


def claimed_online(olwen):
    """Claimed online, whole: her partner is asked, and our own awards are looked at."""
    begun = olwen.post("/online/benefits/universal_credit/begin", follow=True)
    check, asked = walk(olwen, begun.request["PATH_INFO"], SCHEME.claim, TOLD, nothing_more)
    assert not any(fact.startswith("partner.") and "pay" in fact for fact in asked), "he is asked that himself"
    assert "We will decide by" in text(olwen.post(check, {"declared": "yes"}, follow=True))
    claim = claims.open_claim(customer_id=olwen.customer.id, scheme="universal_credit")
    further.go_on_with_claim(claim.code)
    return claim


def found_by_staff(claim):
    officer = signed_in("Gurpreet", "staff", "caseworker")
    asked = asked_of(claim, "caseworker")
    facts = answers(officer, asked, FOUND, at="desk/questions")
    assert "person.gainfully_self_employed" not in facts and "home.allowance_two_bedrooms" not in facts
    further.go_on_with_claim(claim.code)


def reported(claim, month, *said):
    """The month is over: each is asked of it, and answers for themselves; then it is assessed."""
    award = awards.live(customer_id=claim.customer_id, scheme="universal_credit")
    periods.assess_award(award.code)
    for client, role, what in said:
        answers(client, asked_of(claim, role, month), what)
    periods.assess_award(award.code)
    return award


def letters(claim, template):
    return [contacts.message(message_id=message.id).body_text
            for message in contacts.messages_of(customer_id=claim.customer_id) if message.template == template]


class TestACoupleWithTwoChildrenRentAndPay:
    def test_claim_answer_are_found_decided_and_paid_two_months_by_what_each_earned(self, olwen):
        claim = claimed_online(olwen)
        assert [each.role for each in claims.asked_in_claim(claim_id=claim.id)] == ["partner"], "staff wait for him"
        sean = joined(asked_of(claim, "partner"))
        answers(sean, asked_of(claim, "partner"), SEAN_SAYS)
        further.go_on_with_claim(claim.code)
        found_by_staff(claim)
        _is_decided_on_what_both_said(claim)
        with clock.at(midday(DECEMBER)):
            _november_is_assessed_and_paid(claim, olwen, sean)
        with clock.at(midday(JANUARY)):
            _december_is_assessed_and_paid(claim, olwen, sean)


def _is_decided_on_what_both_said(claim):
    """£666.97 + £351.88 + £303.94 + £728.50 = £2,051.29. Of £1,274.67 and £612.19, £427 is left alone, and 55% of
    £1,459.86 is £802.923."""
    [decision] = decisions.of_claim(claim_id=claim.id)
    assert (decision.result, decision.pence, decision.per) == ("entitled", 205_129 - 80_292, "month")
    [letter] = letters(claim, "decision_awarded")
    assert "Your Universal Credit is £1,248.37 a month" in letter
    assert "Taken off for earnings: − £802.92" in letter and "For your partner: £612.19 a month" in letter
    assert decision.facts["universal_credit.has_deductions"] is False, "our own awards say so"


def _november_is_assessed_and_paid(claim, olwen, sean):
    """Seán earned £654.32: 55% of £1,274.67 + £654.32 - £427 is £826.0945."""
    reported(claim, NOVEMBER, (olwen, "claimant", OLWENS), (sean, "partner", SEANS_NOVEMBER))
    [letter] = letters(claim, "amount_changed")
    assert "We will pay you £1,225.20 on 8 December 2026, for 2 November 2026 to 1 December 2026." in letter
    assert "The last amount we told you was £1,248.37." in letter and "Taken off for earnings: − £826.09" in letter
    run = pay_due_awards(on=date(2026, 12, 8), by=SYSTEM, as_at=midday(date(2026, 12, 3)))
    assert (run.payments, run.pence, run.problems) == (1, 205_129 - 82_609, ())


def _december_is_assessed_and_paid(claim, olwen, sean):
    """Olwen was paid £1,480.84 after tax and pension, and Seán £400.07: 55% of £1,453.91 is £799.6505."""
    reported(claim, DECEMBER, (olwen, "claimant", OLWENS_DECEMBER), (sean, "partner", SEANS_DECEMBER))
    letter = letters(claim, "amount_changed")[0]
    assert "We will pay you £1,251.64 on 8 January 2027, for 2 December 2026 to 1 January 2027." in letter
    assert "The last amount we told you was £1,225.20." in letter and "Taken off for earnings: − £799.65" in letter
    run = pay_due_awards(on=date(2027, 1, 8), by=SYSTEM, as_at=midday(date(2027, 1, 4)))
    assert (run.payments, run.pence, run.problems) == (1, 205_129 - 79_965, ())
    assert {paid.payment.period_start for paid in payments.of_customer(customer_id=claim.customer_id)} == {
        NOVEMBER, DECEMBER}


class TestSomeoneWhoHadABenefitFromUsBefore:
    def test_has_it_looked_up_by_staff_and_nothing_is_assumed(self, olwen, monkeypatch):
        monkeypatch.setattr(awards, "had_before", lambda **of: of["besides_claim"] > 0)
        claim = claimed_online(olwen)
        known = customers.facts_known(customer_id=claim.customer_id, as_at=NOW)
        assert known["universal_credit.had_benefit_before"].value is True
        assert "universal_credit.has_deductions" not in known
        assert asked_of(claim, "caseworker").questions == "universal_credit_earlier_awards"
