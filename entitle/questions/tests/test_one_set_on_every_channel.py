import json

import pytest

from entitle.kernel.words import Words
from entitle.questions import channels
from entitle.questions.conditions import from_data
from entitle.questions.kinds import KINDS
from entitle.questions.tests.household import HOUSEHOLD, OLWEN, ask


class TestTheTelephoneScript:
    SCRIPT = channels.telephone_script(HOUSEHOLD)

    def test_asks_in_words_for_the_ear_and_says_when(self):
        assert "   Ask only if they pay rent.\n   Say: “What rent do you pay, and how often?”\n" in self.SCRIPT

    def test_tells_how_to_check_the_answer(self):
        assert "Check: Read it back in pairs: two letters, three pairs of numbers, one letter." in self.SCRIPT

    def test_reads_out_the_answers_of_a_choice(self):
        assert "Then say: “Is it: Rents it or Owns it?”" in self.SCRIPT

    def test_ends_with_the_declaration(self):
        assert self.SCRIPT.rstrip().endswith("Read out, and ask whether they agree: “It is true.”")

    def test_holds_every_question_in_welsh_too(self):
        script = channels.telephone_script(HOUSEHOLD, "cy")
        assert "Gofynnwch dim ond os ydynt yn talu rhent." in script and "Say:" not in script
        assert all((question.say or question.ask)["cy"] in script for question in HOUSEHOLD)

    def test_of_one_question_serves_the_agents_page(self):
        rent = ask("home.rent")
        line = channels.script_line(rent, "en", rent.when, rent.say)
        assert line.then_say == "Is that a week, a fortnight or a month?" and line.may_pass is False


class TestThePrintedForm:
    FORM = channels.printed_form(HOUSEHOLD, "en", "FRM-7K3M-9QX2")

    def test_says_by_number_when_a_question_is_to_be_answered(self):
        assert "Answer this only if your answer to question 10 is ‘Rents it’." in self.FORM

    def test_carries_its_reference_and_a_place_for_its_code(self):
        assert "<strong>FRM-7K3M-9QX2</strong>" in self.FORM and '<div class="qr"></div>' in self.FORM
        with_code = channels.printed_form(HOUSEHOLD, reference="X", qr_image="data:image/svg+xml;base64,AAAA")
        assert '<img src="data:image/svg+xml;base64,AAAA" alt="The form’s reference as a code to scan">' in with_code

    def test_has_a_box_for_every_character_of_a_code(self):
        assert self.FORM.count('aria-label="National Insurance number"') == 1
        boxes = ask("person.nino").kind.print(ask("person.nino"))
        assert boxes.count('class="box"') == 9

    def test_leaves_out_what_is_answered_and_what_can_no_longer_be_asked_and_keeps_the_numbers(self):
        rest = channels.printed_form(HOUSEHOLD, answers={"person.name": OLWEN["person.name"], "home.tenure": "owns"})
        assert 'id="question-1"' not in rest and 'id="question-11"' not in rest
        assert 'id="question-2"' in rest and 'id="question-12"' in rest

    def test_is_in_the_language_asked_for_and_large_when_asked_for(self):
        form = channels.printed_form(HOUSEHOLD, "cy", "X", large_print=True)
        assert '<html lang="cy">' in form and "font: 18pt" in form and "Llofnod" in form and "Signature" not in form

    def test_escapes_what_it_is_given(self):
        assert "<script>" not in channels.printed_form(HOUSEHOLD, reference="<script>", qr_image='"><script>')


class TestTheJsonSchema:
    SCHEMA = channels.json_schema(HOUSEHOLD)

    def test_is_json_and_names_every_fact(self):
        assert json.loads(json.dumps(self.SCHEMA)) == self.SCHEMA
        assert tuple(self.SCHEMA["properties"]) == HOUSEHOLD.facts and self.SCHEMA["additionalProperties"] is False

    def test_requires_what_everyone_is_asked_and_what_a_condition_asks(self):
        assert "person.name" in self.SCHEMA["required"] and "home.rent" not in self.SCHEMA["required"]
        [rent] = [rule for rule in self.SCHEMA["allOf"] if rule["then"] == {"required": ["home.rent"]}]
        assert rent["if"] == {"required": ["home.tenure"], "properties": {"home.tenure": {"enum": ["rents"]}}}
        assert rent["else"] == {"properties": {"home.rent": False}}

    def test_lets_an_optional_answer_be_null(self):
        assert self.SCHEMA["properties"]["person.email"]["anyOf"][1] == {"type": "null"}


class TestTheOfflinePage:
    DATA = channels.offline_data(HOUSEHOLD)

    def test_gets_the_conditions_as_data_and_the_fields_in_both_languages(self):
        rent = self.DATA["questions"][10]
        assert json.loads(json.dumps(self.DATA)) == self.DATA
        assert from_data(rent["when"]) == ask("home.rent").when and rent["fields"] == ["home-rent", "home-rent-per"]
        assert "Faint o rent" in rent["html"]["cy"] and "How much rent" in rent["html"]["en"]

    def test_numbers_its_questions_like_every_other_channel(self):
        assert {each["fact"]: each["number"] for each in self.DATA["questions"]} == HOUSEHOLD.numbers


class TestEveryKind:
    @pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
    def test_speaks_prints_and_describes_itself_in_both_languages(self, kind):
        [question, *_] = [each for each in HOUSEHOLD if isinstance(each.kind, kind)]
        spoken = question.kind.telephone(question)
        assert all(isinstance(words, Words) and words.cy for words in (spoken.check, spoken.say or spoken.check))
        assert question.kind.print(question, "en") != question.kind.print(question, "cy")
        assert set(question.kind.schema()) & {"type", "enum"}
        assert question.summary(OLWEN[question.fact], "cy") and question.summary(None, "cy") == "Heb ei roi"

    def test_tells_its_answer_as_a_person_would(self):
        told = {question.fact: question.summary(OLWEN[question.fact]) for question in HOUSEHOLD}
        assert told["person.name"] == "Olwen Ní Dhomhnaill" and told["person.born_on"] == "27 March 1960"
        assert told["home.rent"] == "£432.50 a month" and told["home.ground_rent"] == "£100.00 a year"
        assert told["person.phone"] == "07700 900123" and told["person.nino"] == "AB 12 34 56 C"
        assert told["home.address"] == "1 Stryd Fawr, Caerdydd, CF10 1AA"
        assert told["person.bank_account"] == "O Ní Dhomhnaill, Sort code 30-94-30, Account number 00733445"

    def test_outlines_its_web_page(self):
        outline = channels.web_outline(HOUSEHOLD)
        assert "11. home.rent (money)\n   only if they pay rent\n   # How much rent do you pay?" in outline
        assert "   ! #person-born_on-day Enter your date of birth" in outline
        assert "   dim ond os ydynt yn talu rhent" in channels.web_outline(HOUSEHOLD, "cy")
