"""One claim of each benefit: who makes it, what they say, what others say of it, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from entitle.simulation.person import MadeUp

DAY = date(2026, 11, 23)
"""The day that each of them claims."""


@dataclass(frozen=True)
class Story:
    """A claim, and what comes of it: `pence` every `per` from a day, once `record` (of National Insurance) has come and
    `others` have answered. `missing` is all that the rules still lack when the claim goes in.
    """

    person: MadeUp
    missing: frozenset[str]
    pence: int
    per: str
    starts_on: date
    next_step: str
    """What they are told online of what happens next, before anything else."""
    record: Mapping[str, Any] = field(default_factory=dict)
    others: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By the name of the set of further questions."""


def _of(subject: str, *facts: str) -> frozenset[str]:
    return frozenset(f"{subject}.{fact}" for fact in facts)


_ACTIVITIES = ("preparing_food", "taking_nutrition", "managing_therapy", "washing", "toilet_needs", "dressing",
              "communicating", "reading", "engaging", "budgeting", "planning_journeys", "moving_around")
_TWO_YEARS = ("first_year_from_on", "first_year_class_1_weeks", "first_year_class_1_earnings", "first_year_credits",
              "second_year_class_1_weeks", "second_year_class_1_earnings", "second_year_credits")


def _person(given: str, family: str, born_on: date, answers: Mapping[str, Any], **more: Any) -> MadeUp:
    return MadeUp(**{
        "given": given, "family": family, "born_on": born_on, "sex": "female", "nino": "AB123447C",
        "lines": ("1 Stryd Fawr", "Bangor"), "postcode": "LL57 1AA", "phone": "+441632960001",
        "email": "someone@example.org", "sort_code": "309430", "account_number": "12345678", "answers": answers, **more,
    })


STORIES = {
    "state_pension": Story(
        _person("Margaret", "Featherstone-Haugh", date(1960, 5, 25),
                {"person.access_needs": "I use a hearing loop"},
                relationship="married", relationship_changed_on=date(1985, 3, 27), letter_format="large_print"),
        missing=_of("national_insurance", "qualifying_years", "has_transitional_record", "reduced_rate_election"),
        pence=24_130, per="week", starts_on=date(2026, 7, 25),
        next_step="We look at your National Insurance record",
        record={"qualifying_years": 35},
    ),
    "universal_credit": Story(
        _person("Olwen", "Llŷr", date(1990, 4, 20), {
            "home.in_great_britain": True, "household.has_children": True, "household.children": [
                {"child.name": {"given": "Elin", "family": "Llŷr"}, "child.born_on": "2015-03-01",
                 "child.sex": "female", "child.lives_with_claimant": True, "child.in_education": True,
                 "child.disability": "none", "child.needs_own_room": False, "child.adopted_or_cared_for": False},
                {"child.name": {"given": "Cian", "family": "O'Neill"}, "child.born_on": "2018-09-14",
                 "child.sex": "male", "child.lives_with_claimant": True, "child.in_education": True,
                 "child.disability": "none", "child.needs_own_room": False, "child.adopted_or_cared_for": False}],
            "household.gets_child_benefit": True, "home.pays_rent": True, "home.rents_from": "social",
            "home.rent": 72_850, "home.rent_paid_every": "month", "home.rent_free_weeks": 0, "home.service_charges": 0,
            "home.bedrooms": 2, "person.in_paid_work": True, "person.is_employed": True, "person.pay": 143_256,
            "person.pay_tax": 7_712, "person.pay_national_insurance": 3_077, "person.pension_contributions": 5_000,
            "person.savings": 120_000}),
        missing=_of("universal_credit", "capital_protected", "earlier_award_ended", "has_transitional_element")
        | _of("person", "accepted_commitment") | _of("home", "bedroom_rule_excepted"),
        pence=42_490 + 35_188 + 30_394 + 72_850 - 46_622, per="month", starts_on=DAY,
        next_step="We look at what you told us",
        others={"universal_credit_findings": {"person.accepted_commitment": True}},
    ),
    "pip": Story(
        _person("Precious", "O'Neill", date(1990, 3, 1), {
            "pip.lives_in": "wales", "pip.british_or_irish": True, "pip.stays_in": "home",
            "health.condition": "Arthritis, and a head injury in 2024", "pip.needs_began_on": date(2025, 1, 10),
            "pip.washing_is_hard": True, "pip.washing_told": "I cannot lift my arms to wash my hair.",
            "pip.planning_journeys_is_hard": True,
            "pip.planning_journeys_told": "I get lost, even on the way to the shop."}),
        missing=_of("pip_assessment", *_ACTIVITIES, "likely_to_last", "award_months"),
        pence=8_000, per="week", starts_on=DAY,
        next_step="A health professional looks at what you told us",
        others={"pip_assessment": {
            "pip_assessment.preparing_food": "e", "pip_assessment.washing": "d",
            "pip_assessment.planning_journeys": "f", "pip_assessment.days_counted": 365,
            "pip_assessment.likely_to_last": True, "pip_assessment.award_months": 36}},
    ),
    "jsa": Story(
        _person("Aoife", "Ní Dhomhnaill", date(1990, 7, 14), {
            "home.in_great_britain": True, "jsa.fit_for_work": True, "jsa.looks_for_work": True,
            "jsa.agrees_plan": True, "jsa.why_last_job_ended": "ended", "person.is_working": True,
            "person.hours_per_week": 4, "person.earnings_per_week": 4850}),
        missing=_of("national_insurance", *_TWO_YEARS), pence=9_555 - 4_350, per="week", starts_on=date(2026, 11, 30),
        next_step="We look at your National Insurance record",
        record={"qualifying_years": 14, "first_year_class_1_weeks": 52, "first_year_class_1_earnings": 1_560_000,
                "second_year_class_1_weeks": 30, "second_year_class_1_earnings": 900_000, "second_year_credits": 22},
    ),
    "esa": Story(
        _person("Siôn", "d’Arcy-Jones", date(1990, 7, 14), {
            "home.in_great_britain": True, "health.condition": "A bad back since a fall", "esa.agrees_plan": True,
            "health.fit_note_from_on": date(2026, 11, 16), "health.fit_note_until_on": date(2026, 12, 20),
            "person.has_pension": True, "person.pension_per_week": 10_001}),
        missing=_of("national_insurance", *_TWO_YEARS, "first_year_class_2_weeks", "second_year_class_2_weeks"),
        pence=8_805, per="week", starts_on=DAY,
        next_step="We look at your National Insurance record",
        record={"qualifying_years": 14, "first_year_class_2_weeks": 52, "second_year_class_1_weeks": 20,
                "second_year_class_1_earnings": 300_000, "second_year_class_2_weeks": 30},
    ),
    "child_maintenance": Story(
        _person("Olwen", "Llŷr", date(1988, 4, 20), {
            "person.phone": None, "child_maintenance.applies_as": "receiving", "child_maintenance.children": [
                {"child.name": {"given": "Mali", "family": "Llŷr"}, "child.born_on": "2015-03-01",
                 "child.in_education": True, "child.nights_with_paying_parent": 60},
                {"child.name": {"given": "Siôn", "family": "d’Arcy-Jones"}, "child.born_on": "2018-06-09",
                 "child.in_education": True, "child.nights_with_paying_parent": 180}],
            "other_parent.name": {"given": "Idris", "family": "Ní Dhomhnaill"},
            "other_parent.born_on": date(1986, 7, 14),
            "other_parent.address": {"lines": ["2 Mill Lane", "Derby"], "postcode": "DE1 1AA"},
            "child_maintenance.domestic_abuse": True, "child_maintenance.service": "collect_and_pay"}),
        missing=_of("paying_parent", "tells_income", "pays_other_parents"), pence=4_305, per="week", starts_on=DAY,
        next_step="We ask the other parent some questions",
        others={"child_maintenance_paying_parent": {
            "other_parent.language": "en", "child_maintenance.nights_agreed": True,
            "paying_parent.tells_income": True, "paying_parent.situation": "none",
            "paying_parent.had_taxed_income": True, "paying_parent.income_last_year": 1_000_017,
            "paying_parent.income_has_changed": True, "paying_parent.income_now": 51_801,
            "paying_parent.other_children": 1}},
    ),
}
