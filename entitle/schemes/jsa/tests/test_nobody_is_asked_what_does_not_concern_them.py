"""Who is asked what: nobody is asked what does not concern them, and the path has an end."""
from __future__ import annotations

from entitle.questions.walk import on_path, walk
from entitle.schemes.jsa.questions import CLAIM


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
