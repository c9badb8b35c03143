"""Who is asked what: nobody is asked what does not concern them, and the path has an end."""
from __future__ import annotations

from entitle.questions.walk import on_path, walk
from entitle.schemes.state_pension.questions import CLAIM


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
