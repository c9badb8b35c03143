"""A household of the table as facts: whole columns at once. What the table does not say is as its notes have it: a
steady month, nobody waiting, no spare bedroom, one Local Housing Allowance whatever the size, Child Benefit in payment.
A child that the table lists is there in the period: one whose date of birth is later counts as born on its last day.
"""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from entitle.blueprint.case_columns import CellColumn
from entitle.facts.dictionary import Dictionary
from entitle.facts.fact import Fact
from entitle.rules.facts_in import NOT_ASKED, encode
from entitle.rules.units import Rows
from entitle.schemes.universal_credit.adult_facts import SOURCES
from entitle.schemes.universal_credit.cases.columns import EXEMPTIONS, MOST_CHILDREN, MOST_NON_DEPENDANTS

Cells: TypeAlias = Mapping[str, CellColumn]
_Column: TypeAlias = npt.NDArray[Any]
_SHARED_ROOM_TO_FOUR = ("shared", "one_bedroom", "two_bedrooms", "three_bedrooms", "four_bedrooms")
_MONEY = {
    "pay": "pay_gross", "pay_tax": "pay_tax", "pay_national_insurance": "pay_ni",
    "pension_contributions": "pension_contrib", "takings": "se_profit", "business_tax": "se_tax",
    "business_national_insurance": "se_ni", "expected_hours": "expected_hours",
    "carers_allowance": "carers_allowance", "new_style_esa": "new_style_esa", "new_style_jsa": "new_style_jsa",
    "pension": "private_pension",
}
_FLAGS = {
    "is_carer": "carer", "cared_for_gets_disability_benefit": "carer", "gets_daily_living_benefit": "pip_daily_living",
    "in_paid_work": "in_paid_work", "has_support_component": "lcwra", "no_wait_for_health_element": "lcwra",
}
_NEVER = (
    "care_is_paid", "another_carer_is_paid", "gets_other_disability_benefit", "is_blind", "terminally_ill",
    "severe_conditions", "limited_capability_before_april_2017", "unearned_income_changed", "has_student_income",
    "is_prisoner", "in_education",
)
_NOTHING = (
    "business_expenses", "business_miles", "business_motorcycle_miles", "hours_working_at_home", "unused_losses",
    "maternity_allowance", "other_income",
)


def facts_of(cells: Cells, dictionary: Dictionary) -> dict[str, Any]:
    """Every fact that an award needs, as arrays."""
    couple = _flag(cells["couple"])
    first = cells["ap_start"].numbers()
    return {
        **_adult(cells, "person", "c1", None, dictionary),
        **_adult(cells, "partner", "c2", couple, dictionary),
        "person.maintenance": cells["spousal_maintenance"].numbers(),
        "partner.maintenance": np.where(couple, 0, NOT_ASKED),
        "person.savings": cells["capital"].numbers(), "partner.savings": np.where(couple, 0, NOT_ASKED),
        "period.starts_on": first, "period.ends_on": cells["ap_end"].numbers() + 1,
        "household.has_partner": couple, "partner.lives_in_great_britain": couple,
        "household.care_for_same_person": _flag(cells["carers_same_person"]),
        "household.gets_child_benefit": True,
        **_children(cells, dictionary), **_non_dependants(cells, dictionary), **_home(cells, dictionary),
        **dict.fromkeys(("universal_credit.capital_protected", "universal_credit.has_transitional_element",
                         "universal_credit.earlier_award_ended", "universal_credit.had_steady_earnings"), False),
    }


def given_of(cells: Cells) -> dict[str, Any]:
    """What the table says outright, and no rule is asked: the charges for childcare, and for how many children."""
    return {"childcare_charges": cells["childcare_costs"].numbers(),
            "children_in_childcare": cells["childcare_children"].numbers(blank=0)}


def _adult(cells: Cells, subject: str, prefix: str, there: _Column | None, dictionary: Dictionary) -> dict[str, Any]:
    """One adult's facts; NOT_ASKED, or no, where there is no such adult. There always is where `there` is None."""
    of_all: dict[int, _Column] = {}

    def everybody(number: int) -> _Column:
        if number not in of_all:
            of_all[number] = np.array([number]) if there is None else np.where(there, number, NOT_ASKED)
        return of_all[number]

    def those(column: CellColumn) -> _Column:
        one = column.one_number(blank=0)
        if one is not None:
            return everybody(one)
        numbers = column.numbers(blank=0)
        return numbers if there is None else np.where(there, numbers, NOT_ASKED)

    def flag(column: _Column) -> _Column:
        return column if there is None else there & column

    def said(name: str) -> _Column:
        return flag(_flag(cells[f"{prefix}_{name}"]))

    yes = True if there is None else there
    self_employed = flag(cells[f"{prefix}_se_profit"].numbers(blank=0) > 0)
    able, limited, very = (_place(dictionary[f"{subject}.work_capability"], value)
                           for value in ("none", "limited", "limited_for_activity"))
    capability = np.where(said("lcwra"), very, np.where(said("lcw"), limited, able))
    group = cells[f"{prefix}_work_group"].changed(
        lambda cell: _place(dictionary[f"{subject}.work_group"], cell or "none"))
    month = _place(dictionary[f"{subject}.{SOURCES[0][0]}_paid_every"], "month")
    facts = {
        "born_on": those(cells[f"{prefix}_dob"]), "self_employed_from_on": those(cells["ap_start"]),
        **{fact: those(cells[f"{prefix}_{column}"]) for fact, column in _MONEY.items()},
        **{fact: said(column) for fact, column in _FLAGS.items()},
        **dict.fromkeys(_NEVER, False), **dict.fromkeys(_NOTHING, everybody(0)),
        **{f"{stem}_paid_every": everybody(month) for stem, _, _ in SOURCES},
        "has_unearned_income": yes, "is_employed": yes, "has_health_condition": said("lcw") | said("lcwra"),
        "work_capability": capability if there is None else np.where(there, capability, NOT_ASKED),
        "health_claim_before_april_2026": flag(cells["lcwra_rate"].texts() != "new_claimant"),
        "is_self_employed": self_employed, "gainfully_self_employed": self_employed,
        "start_up_used": self_employed & ~said("start_up_period"), "work_group": those(group),
    }
    return {f"{subject}.{name}": column for name, column in facts.items()}


def _children(cells: Cells, dictionary: Dictionary) -> dict[str, Any]:
    counts = cells["n_children"].numbers()
    here, starts = _listed(counts, MOST_CHILDREN)
    disability = dictionary["child.disability"]

    def of_each(name: str, column: Any) -> _Column:
        return _in_rows([column(cells[f"ch{number}_{name}"]) for number in range(1, MOST_CHILDREN + 1)], here)

    rows = int(starts[-1])
    return {
        "household.has_children": here.any(axis=1),
        "household.children": Rows(starts, {
            "child.born_on": np.minimum(
                of_each("dob", CellColumn.numbers), np.repeat(cells["ap_end"].numbers(), counts)),
            "child.in_education": of_each("qyp", _flag),
            "child.limit_excepted": of_each("limit_exception", _flag),
            "child.disability": of_each("disability", lambda column: column.changed(
                lambda cell: cell or "none").encoded(disability)),
            "child.lives_with_claimant": np.ones(rows, dtype=np.bool_),
            "child.sex": np.full(rows, _place(dictionary["child.sex"], "female"), dtype=np.int64),
            **dict.fromkeys(("child.needs_own_room", "child.adopted_or_cared_for"), np.zeros(rows, dtype=np.bool_)),
        }),
    }


def _non_dependants(cells: Cells, dictionary: Dictionary) -> dict[str, Any]:
    here, starts = _listed(cells["n_nondeps"].numbers(), MOST_NON_DEPENDANTS)
    numbers = range(1, MOST_NON_DEPENDANTS + 1)
    exemption = dictionary["non_dependant.exemption"]
    exempt = [cells[f"nd{number}_exempt"].changed(lambda cell: EXEMPTIONS[cell or "none"]).encoded(exemption)
              for number in numbers]
    return {
        "household.has_non_dependants": here.any(axis=1),
        "household.non_dependants": Rows(starts, {
            "non_dependant.born_on": _in_rows([cells[f"nd{number}_dob"].numbers() for number in numbers], here),
            "non_dependant.exemption": _in_rows(exempt, here),
        }),
    }


def _home(cells: Cells, dictionary: Dictionary) -> dict[str, Any]:
    tenure = cells["tenure"]
    rents = tenure.changed(lambda cell: cell != "none")
    allowance = cells["lha_pm"].numbers(blank=0)
    return {
        "home.pays_rent": np.array(rents.distinct, dtype=np.bool_)[rents.places],
        "home.rents_from": tenure.changed(
            lambda cell: "social" if cell == "none" else cell).encoded(dictionary["home.rents_from"]),
        "home.rent": cells["rent_pm"].numbers(), "home.rent_paid_every": "month", "home.rent_free_weeks": 0,
        "home.service_charges": 0, "home.bedrooms": 1, "home.in_greater_london": _flag(cells["london"]),
        "home.bedroom_rule_excepted": True, "home.shared_rate_excepted": True,
        **dict.fromkeys(("home.is_temporary", "home.owner_pays_charges", "home.rent_is_shared",
                         "home.has_overnight_carer", "home.is_foster_home", "home.partners_need_own_rooms"), False),
        **{f"home.allowance_{size}": allowance for size in _SHARED_ROOM_TO_FOUR},
    }


def _flag(column: CellColumn) -> _Column:
    return column.numbers(blank=0) > 0


def _place(fact: Fact, value: str) -> int:
    return int(encode(fact, value).values)


def _listed(counts: _Column, most: int) -> tuple[_Column, _Column]:
    """Which of the numbered places are taken, one row a claim, and where each claim's rows start."""
    starts = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    return np.arange(most) < counts[:, None], starts


def _in_rows(columns: list[_Column], here: _Column) -> _Column:
    rows: _Column = np.stack(columns, axis=1)[here]
    return rows
