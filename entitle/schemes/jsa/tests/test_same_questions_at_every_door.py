"""Golden files: what each channel makes of the claim's questions. To take new words in, and then read the difference:

ENTITLE_UPDATE_GOLDEN=1 python -m pytest entitle/schemes/jsa/tests/test_same_questions_at_every_door.py
"""

import json
import os
from pathlib import Path

import pytest

from entitle.questions import channels
from entitle.questions.walk import on_path, walk
from entitle.schemes.jsa.questions import CLAIM

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
    def test_asks_hours_and_pay_only_of_those_who_work(self):
        assert not {"person.hours_per_week", "person.earnings_per_week", "jsa.volunteer_rescue_work"} & set(
            on_path(CLAIM, EVERYTHING | {"person.is_working": False}))
        assert set(on_path(CLAIM, EVERYTHING)) == set(EVERYTHING) == set(CLAIM.facts)

    def test_asks_nobody_for_what_the_national_insurance_record_tells(self):
        assert not any(fact.startswith("national_insurance.") for fact in CLAIM.facts)

    def test_is_at_its_end_once_all_is_answered_and_every_answer_fits(self):
        assert walk(CLAIM, EVERYTHING).complete
        assert all(CLAIM.question(fact).check(value) == () for fact, value in EVERYTHING.items())


EVERYTHING = {
    "person.name": {"given": "Siôn", "family": "O'Neill"}, "person.born_on": "1990-03-27", "person.nino": "AB123441C",
    "home.address": {"lines": ["1 Stryd Fawr", "Caerdydd"], "postcode": "CF10 1AA"}, "home.in_great_britain": True,
    "person.phone": "01632960001", "person.phone_is_safe": True, "person.email": "sion@entitle.example",
    "person.language": "cy", "person.letter_format": "standard",
    "jsa.fit_for_work": True, "jsa.looks_for_work": True, "jsa.agrees_plan": True, "person.in_education": False,
    "jsa.why_last_job_ended": "ended", "person.is_working": True, "person.hours_per_week": 4,
    "person.earnings_per_week": 4850, "jsa.volunteer_rescue_work": False,
    "person.has_pension": True, "person.pension_per_week": 2000,
    "jsa.had_before": False, "jsa.benefit_just_ended": False, "jsa.abroad_with_forces": False,
    "person.bank_account": {"sort_code": "309430", "account_number": "00733445", "account_name": "S O'Neill"},
    "person.has_helper": True, "person.helper_name": "Ní Dhomhnaill", "person.access_needs": "Relay UK",
}
