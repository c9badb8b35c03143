"""Golden files: what each channel makes of the claim's questions. To take new words in, and then read the difference:

ENTITLE_UPDATE_GOLDEN=1 python -m pytest entitle/schemes/state_pension/tests/test_same_questions_at_every_door.py
"""

import json
import os
from pathlib import Path

import pytest

from entitle.questions import channels
from entitle.questions.walk import on_path, walk
from entitle.schemes.state_pension.questions import CLAIM

GOLDEN = Path(__file__).parent / "golden"
CHANNELS = {
    "web_outline.en.txt": lambda: channels.web_outline(CLAIM, "en"),
    "web_outline.cy.txt": lambda: channels.web_outline(CLAIM, "cy"),
    "telephone_script.en.txt": lambda: channels.telephone_script(CLAIM, "en"),
    "telephone_script.cy.txt": lambda: channels.telephone_script(CLAIM, "cy"),
    "printed_form.en.html": lambda: channels.printed_form(CLAIM, "en", "FRM-0000-0000"),
    "printed_form.cy.html": lambda: channels.printed_form(CLAIM, "cy", "FRM-0000-0000"),
    "schema.json": lambda: json.dumps(channels.json_schema(CLAIM), indent=1, ensure_ascii=False) + "\n",
}


class TestTheClaimsQuestions:
    @pytest.mark.parametrize("name", CHANNELS)
    def test_are_on_each_channel_what_was_reviewed(self, name):
        path, now = GOLDEN / name, CHANNELS[name]()
        if os.environ.get("ENTITLE_UPDATE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(now, encoding="utf-8")
        assert now == path.read_text(encoding="utf-8"), (
            f"{name} has changed; how to take that in is at the top of this file"
        )

    def test_have_no_golden_file_for_a_channel_that_is_gone(self):
        assert {path.name for path in GOLDEN.iterdir()} == set(CHANNELS)

    def test_all_have_their_own_words_in_both_languages(self):
        for question in CLAIM:
            assert all(
                words.cy and words.cy != words.en
                for words in (question.ask, question.say, question.hint, question.missing)
                if words
            )
            for error in question.check(None):
                assert error.message.en.startswith(("Enter", "Choose", "Tell us")) and error.message.cy


class TestThePath:
    def test_passes_question_fourteen_only_for_those_who_lived_abroad(self):
        assert CLAIM.numbers["state_pension.countries_abroad"] == 14
        home = walk(CLAIM, {"state_pension.lived_abroad": False})
        abroad = walk(CLAIM, {"state_pension.lived_abroad": True})
        assert len(abroad.ahead) == len(home.ahead) + 1

    def test_asks_for_a_date_only_of_those_who_want_to_start_later(self):
        answers = {"state_pension.when_to_start": "as_soon_as_possible", "state_pension.starts_later_on": "2027-01-04"}
        assert on_path(CLAIM, answers) == {"state_pension.when_to_start": "as_soon_as_possible"}

    def test_asks_nobody_for_what_the_national_insurance_record_tells(self):
        assert not any(fact.startswith("national_insurance.") for fact in CLAIM.facts)

    def test_ends_without_phone_email_helper_or_papers(self):
        blank = dict.fromkeys(question.fact for question in CLAIM if question.optional)
        assert set(blank) == {"person.phone", "person.email", "person.access_needs", "state_pension.birth_certificate"}
        answers = {
            **blank,
            "person.name": {"given": "Olwen", "family": "Rees"},
            "person.born_on": "1960-03-27",
            "person.sex": "female",
            "person.nino": "AB123456C",
            "home.address": {"lines": ["1 Stryd Fawr", "Caerdydd"], "postcode": "CF10 1AA"},
            "person.language": "cy",
            "person.letter_format": "large_print",
            "person.relationship": "never",
            "state_pension.lived_abroad": False,
            "state_pension.when_to_start": "as_soon_as_possible",
            "state_pension.benefits_while_delaying": False,
            "person.has_helper": False,
            "person.bank_account": {"sort_code": "309430", "account_number": "00733445", "account_name": "O Rees"},
        }
        assert walk(CLAIM, answers).complete and on_path(CLAIM, answers) == answers
        assert all(CLAIM.question(fact).check(value) == () for fact, value in answers.items())
