"""Who is asked what: nobody is asked what does not concern them, and the path has an end."""
from __future__ import annotations

import pytest

from entitle.questions.walk import walk
from entitle.schemes.universal_credit.scheme import SCHEME

SETS = {"claim": SCHEME.claim} | {
    each.questions.name.removeprefix("universal_credit_"): each.questions for each in SCHEME.further}
OF_STAFF = tuple(each.questions.name.removeprefix("universal_credit_") for each in SCHEME.further
                 if each.of in ("caseworker", "health_professional"))


def asked_ahead(asked, answers, known=None):
    """What is still asked of someone who has answered so much."""
    path = walk(asked, answers, known or {})
    return {question.fact for question in (path.next, *path.ahead)}


class TestTheClaim:
    def test_asks_of_pay_childcare_and_rent_only_whom_it_concerns(self):
        no_one = asked_ahead(SCHEME.claim, {"person.is_employed": False, "household.has_children": False,
                                            "home.pays_rent": False})
        assert not no_one & {"person.pay", "household.pays_childcare", "home.rent", "home.bedrooms"}
        assert "home.owner_pays_charges" in no_one
        each = asked_ahead(SCHEME.claim, {"person.is_employed": True, "household.has_children": True,
                                          "home.pays_rent": True})
        assert {"person.pay", "household.pays_childcare", "home.rent", "home.bedrooms"} <= each

    def test_asks_nobody_about_a_partners_work_nor_for_what_staff_find(self):
        found = {question.fact for name in OF_STAFF for question in SETS[name]}
        assert not found & set(SCHEME.claim.facts)
        assert not any(fact.startswith("partner.") for fact in SCHEME.claim.facts if fact not in (
            "partner.name", "partner.born_on", "partner.nino", "partner.email"))


class TestTheFindings:
    ALONE = {"household.has_partner": False, "home.pays_rent": False, "person.is_self_employed": False}

    def test_of_someone_alone_without_work_or_rent_are_few(self):
        asked = asked_ahead(SETS["findings"], {}, self.ALONE)
        assert "person.accepted_commitment" in asked
        assert not any(fact.startswith(("partner.", "home.")) for fact in asked)
        assert not asked & {"person.work_group", "person.carers_allowance", "universal_credit.transitional_element"}

    def test_ask_what_is_expected_of_both_where_either_runs_a_business(self):
        known = self.ALONE | {"household.has_partner": True, "partner.is_self_employed": True}
        asked = asked_ahead(SETS["findings"], {"partner.gainfully_self_employed": True}, known)
        assert {"person.work_group", "partner.work_group", "person.expected_hours"} <= asked
        assert "person.start_up_used" not in asked and "partner.start_up_used" in asked

    def test_about_a_partner_say_so(self):
        for name in OF_STAFF:
            for question in SETS[name]:
                if question.fact.startswith("partner.") and name != "partner":
                    assert question.ask.en.startswith("Their partner. ") and question.ask.cy.startswith("Eu partner. ")

    @pytest.mark.parametrize(("kind", "asked_for"), [("social", "home.bedroom_rule_excepted"),
                                                     ("private", "home.allowance_two_bedrooms")])
    def test_about_rent_fit_the_landlord(self, kind, asked_for):
        known = self.ALONE | {"home.pays_rent": True, "home.rents_from": kind}
        asked = asked_ahead(SETS["findings"], {}, known)
        assert {fact for fact in asked if fact.startswith("home.")} >= {asked_for}
        assert ("home.allowance_shared" in asked) == (kind == "private") != ("home.bedroom_rule_excepted" in asked)
