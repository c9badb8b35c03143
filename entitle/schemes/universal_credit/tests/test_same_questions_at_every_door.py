"""Golden files: what each channel makes of each set of questions. To take new words in, and then read the difference:

ENTITLE_UPDATE_GOLDEN=1 python -m pytest entitle/schemes/universal_credit/tests/test_same_questions_at_every_door.py
"""
from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from entitle.questions import channels
from entitle.questions.walk import walk
from entitle.schemes.universal_credit.scheme import SCHEME

GOLDEN = Path(__file__).parent / "golden"
SETS = {"claim": SCHEME.claim} | {
    each.questions.name.removeprefix("universal_credit_"): each.questions for each in SCHEME.further}
OF_STAFF = tuple(each.questions.name.removeprefix("universal_credit_") for each in SCHEME.further
                 if each.of in ("caseworker", "health_professional"))
OUTLINES = {
    "web_outline.en.txt": lambda asked: channels.web_outline(asked, "en"),
    "web_outline.cy.txt": lambda asked: channels.web_outline(asked, "cy"),
}
ALL = OUTLINES | {
    "telephone_script.en.txt": lambda asked: channels.telephone_script(asked, "en"),
    "telephone_script.cy.txt": lambda asked: channels.telephone_script(asked, "cy"),
    "printed_form.en.html": lambda asked: channels.printed_form(asked, "en", "FRM-0000-0000"),
    "printed_form.cy.html": lambda asked: channels.printed_form(asked, "cy", "FRM-0000-0000"),
    "schema.json": lambda asked: json.dumps(channels.json_schema(asked), indent=1, ensure_ascii=False) + "\n",
}
FILES = {f"{name}.{channel}": (asked, made) for name, asked in SETS.items()
         for channel, made in (ALL if name in ("claim", "partner") else OUTLINES).items()}


def asked_ahead(asked, answers, known=None):
    """What is still asked of someone who has answered so much."""
    path = walk(asked, answers, known or {})
    return {question.fact for question in (path.next, *path.ahead)}


class TestEverySet:
    @pytest.mark.parametrize("name", FILES)
    def test_is_on_each_channel_what_was_reviewed(self, name):
        asked, made = FILES[name]
        path, now = GOLDEN / name, made(asked)
        if os.environ.get("ENTITLE_UPDATE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(now, encoding="utf-8")
        assert now == path.read_text(encoding="utf-8"), (
            f"{name} has changed; how to take that in is at the top of this file"
        )

    def test_has_no_golden_file_for_a_channel_that_is_gone(self):
        assert {path.name for path in GOLDEN.iterdir()} == set(FILES)

    @pytest.mark.parametrize("asked", SETS.values(), ids=SETS)
    def test_has_its_own_words_in_both_languages(self, asked):
        for question in asked:
            assert all(words.cy and words.cy != words.en
                       for words in (question.ask, question.say, question.hint, question.missing) if words)
            for error in question.check(None):
                assert error.message.en.startswith(("Enter", "Choose", "Tell us")) and error.message.cy


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
