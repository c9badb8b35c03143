"""Households to tell stories with: everything a complete claim says, of people with nothing unusual about them."""
from __future__ import annotations

from datetime import date

from entitle.schemes.universal_credit.adult_facts import SOURCES
from entitle.schemes.universal_credit.award_facts import DEDUCTIONS
from entitle.schemes.universal_credit.rulebook import RULES

PERIOD = (date(2026, 11, 2), date(2026, 12, 2))
"""The first day of an assessment period in 2026/27, and the day after its last."""

_ADULT = {
    **dict.fromkeys((
        "abroad_in_last_two_years", "is_prisoner", "in_education", "has_health_condition", "is_carer",
        "gets_daily_living_benefit", "gets_other_disability_benefit", "is_blind", "is_employed", "is_self_employed",
        "in_paid_work", "has_unearned_income", "has_student_income"), False),
    "accepted_commitment": True, "savings": 0,
}
_WORK = {"is_employed": True, "in_paid_work": True, "pay_tax": 0, "pay_national_insurance": 0,
         "pension_contributions": 0}
_BUSINESS = {
    "is_self_employed": True, "in_paid_work": True, "gainfully_self_employed": True, "work_group": "all",
    "expected_hours": 35, "self_employed_from_on": date(2024, 1, 2), "start_up_used": False, "pension_contributions": 0,
    **dict.fromkeys(("business_expenses", "business_miles", "business_motorcycle_miles", "hours_working_at_home",
                     "business_tax", "business_national_insurance", "unused_losses"), 0),
}
_ILL = {
    "has_health_condition": True, "work_capability": "limited_for_activity", "no_wait_for_health_element": True,
    "terminally_ill": False, "severe_conditions": False, "health_claim_before_april_2026": False,
    "limited_capability_before_april_2017": False, "limited_capability_from_on": date(2025, 1, 6),
}
_CARER = {"is_carer": True, "cared_for_gets_disability_benefit": True, "care_is_paid": False,
          "another_carer_is_paid": False}
_INCOME = {
    "has_unearned_income": True, "unearned_income_changed": False, "has_support_component": False,
    **{stem: 0 for stem, _, _ in SOURCES}, **{f"{stem}_paid_every": "month" for stem, _, _ in SOURCES},
}
_RENT = {
    "home.pays_rent": True, "home.is_temporary": False, "home.rents_from": "social", "home.rent_paid_every": "month",
    "home.rent_free_weeks": 0, "home.service_charges": 0, "home.rent_is_shared": False, "home.bedrooms": 1,
    "home.bedroom_rule_excepted": False, "home.has_overnight_carer": False, "home.is_foster_home": False,
    "home.partners_need_own_rooms": False, "home.shared_rate_excepted": False,
    **{f"home.allowance_{size}": pence for size, pence in (
        ("shared", 35_000), ("one_bedroom", 60_000), ("two_bedrooms", 80_000), ("three_bedrooms", 95_000),
        ("four_bedrooms", 120_000))},
}
_CHILD = {
    "child.lives_with_claimant": True, "child.disability": "none", "child.needs_own_room": False,
    "child.adopted_or_cared_for": False, "child.limit_excepted": False,
    "child.sex": "female", "child.in_education": True,
}


def adult(subject="person", born_on=date(1990, 5, 1), **facts):
    """Facts of one adult, under their subject."""
    said = {**_ADULT, "born_on": born_on, **facts}
    if subject == "partner":
        said.setdefault("lives_in_great_britain", True)
    return {f"{subject}.{name}": value for name, value in said.items()}


def works(pay, **facts):
    return {**_WORK, "pay": pay, **facts}


def runs_business(takings, **facts):
    return {**_BUSINESS, "takings": takings, **facts}


def is_ill(**facts):
    return {**_ILL, **facts}


def cares(**facts):
    return {**_CARER, **facts}


def has_income(**facts):
    return {**_INCOME, **facts}


def rents(pence, **facts):
    return {**_RENT, "home.rent": pence, **{f"home.{name}": value for name, value in facts.items()}}


def child(born_on, **facts):
    return {**_CHILD, "child.born_on": born_on, **{f"child.{name}": value for name, value in facts.items()}}


def household(*parts, children=(), non_dependants=(), period=PERIOD, **facts):
    """A single claimant, or with parts of a partner a couple, in one period; `facts` are the award's own."""
    said = {
        "claim.made_on": period[0], "period.starts_on": period[0], "period.ends_on": period[1],
        "home.in_great_britain": True, "home.pays_rent": False, "home.owner_pays_charges": False,
        "home.in_greater_london": False, "household.gets_child_benefit": True, "household.pays_childcare": False,
        "household.has_children": bool(children), "household.children": list(children),
        "household.has_non_dependants": bool(non_dependants), "household.non_dependants": list(non_dependants),
        **{f"universal_credit.{name}": False for name in (
            "wants_earlier_start", "has_transitional_element", "capital_protected", "earlier_award_ended",
            "had_steady_earnings", "has_sanction", "asks_for_budgeting_advance", "has_deductions")},
        **adult(),
    }
    for part in parts:
        said |= part
    said["household.has_partner"] = any(name.startswith("partner.") for name in said)
    return said | {f"universal_credit.{name}": value for name, value in facts.items()}


def minds(pence, children=1):
    """Childcare paid for in the period."""
    return {"household.pays_childcare": True, "household.childcare_charges": pence,
            "household.children_in_childcare": children}


def owes(**pence):
    """Money to be taken back, kind by kind; nothing of the kinds not named."""
    return {"has_deductions": True, **{f"owed_{stem}": pence.get(stem, 0) for stem, _, _ in DEDUCTIONS}}


def assessed(facts, *names, given=None):
    """What those rules give, by the law of the period's first day: a list for a rule of adults or children, and one
    value where one rule is asked for.
    """
    run = RULES.run(facts, on=facts["period.starts_on"], want=names, given=given)
    values = [run.one(name) for name in names]
    return values[0] if len(names) == 1 else tuple(values)


def limb(facts, name):
    """Which limb of a rule applied."""
    run = RULES.run(facts, on=facts["period.starts_on"], want=(name,), trace=True)
    return run.trace()[name].limb
