"""Who is asked what: nobody is asked what does not concern them, and the path has an end."""
from __future__ import annotations

from entitle.questions.walk import on_path, walk
from entitle.schemes.esa.questions import ASSESSMENT, CLAIM


class TestThePath:
    def test_asks_when_sick_pay_ends_only_of_those_who_get_it(self):
        assert "esa.sick_pay_ends_on" not in on_path(CLAIM, EVERYTHING | {"esa.gets_sick_pay": False})
        assert set(on_path(CLAIM, EVERYTHING)) == set(EVERYTHING) == set(CLAIM.facts)

    def test_asks_nobody_for_what_the_record_or_a_health_professional_tells(self):
        assert not any(fact.startswith("national_insurance.") for fact in CLAIM.facts)
        assert not set(ASSESSMENT.facts) & set(CLAIM.facts)

    def test_is_at_its_end_once_all_is_answered_and_every_answer_fits(self):
        assert walk(CLAIM, EVERYTHING).complete and walk(ASSESSMENT, FOUND).complete
        for asked, answers in ((CLAIM, EVERYTHING), (ASSESSMENT, FOUND)):
            assert all(asked.question(fact).check(value) == () for fact, value in answers.items())


EVERYTHING = {
    "person.name": {"given": "Siôn", "family": "d’Arcy-Jones"}, "person.born_on": "1990-03-27",
    "person.nino": "AB123441C",
    "home.address": {"lines": ["1 Stryd Fawr", "Caerdydd"], "postcode": "CF10 1AA"}, "home.in_great_britain": True,
    "person.phone": "01632960001", "person.phone_is_safe": True, "person.email": "sion@entitle.example",
    "person.language": "cy", "person.letter_format": "standard",
    "health.condition": "A bad back since a fall", "health.near_end_of_life": False,
    "esa.agrees_plan": True,
    "health.fit_note_from_on": "2026-11-16", "health.fit_note_until_on": "2026-12-20", "esa.assessed": False,
    "esa.gets_sick_pay": True, "esa.sick_pay_ends_on": "2026-11-30",
    "person.is_working": True, "person.hours_per_week": 4, "person.earnings_per_week": 4850,
    "person.has_pension": True, "person.pension_per_week": 2000,
    "esa.gets_jobseekers": False, "esa.benefit_just_ended": False, "esa.had_before": False,
    "esa.first_test_eased": False,
    "person.bank_account": {"sort_code": "309430", "account_number": "00733445", "account_name": "S d'Arcy-Jones"},
    "person.has_helper": True, "person.helper_name": "Ní Dhomhnaill", "person.access_needs": "Relay UK",
}
FOUND = {
    "esa.assessed_on": "2026-10-05", "esa.points": 18, "esa.at_risk_if_working": False,
    "esa.meets_support_test": False, "esa.at_risk_if_preparing": False, "esa.findings": "Cannot sit for an hour.",
}
