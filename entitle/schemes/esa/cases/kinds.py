"""The kinds of row that a table of cases may hold, each worked out by the rules themselves."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from entitle.blueprint.cases import Answers, Row
from entitle.law.amount import day_number
from entitle.rules.book import RuleBook
from entitle.rules.calendar import add_months, in_months

_EPOCH_START = np.datetime64("1970-01-01", "D")
_FAR = 1_000_000
"""Days: a pensionable age too far off to matter."""


@dataclass(frozen=True)
class Asked:
    """One run of the rules for many rows: facts by name, the day of each row's law, values handed in, rules wanted."""

    facts: Mapping[str, Any]
    on: Any
    given: Mapping[str, Any]
    want: tuple[str, ...]


@dataclass(frozen=True)
class Kind:
    """One kind of row: the cells it cannot do without, the day and amounts its law is read by, what to run, and what
    the run says.
    """

    needs: tuple[str, ...]
    day: str
    amounts: tuple[str, ...]
    ask: Callable[[RuleBook, Sequence[Row]], Asked]
    answer: Callable[[RuleBook, Row, Mapping[str, Any]], Answers]


def numbers(rows: Sequence[Row], column: str) -> Any:
    """A column of whole numbers, or of days since 1970."""
    return np.array([row[column] for row in rows], dtype=np.int64)


def days_of(rules: RuleBook, rows: Sequence[Row], column: str, amount: str) -> Any:
    """The day of each row; a row without one takes the day from which an amount of the law stands as it now does."""
    now = day_number(rules.law.amount(amount).latest_from)
    return np.array([now if row[column] is None else row[column] for row in rows], dtype=np.int64)


def _born(rows: Sequence[Row]) -> Any:
    return add_months(numbers(rows, "effective_date"), -in_months(numbers(rows, "age")))


def _ask_rate(rules: RuleBook, rows: Sequence[Row]) -> Asked:
    days, claimed = numbers(rows, "effective_date"), rules.law.amount("component_ended_on").values_on
    saved = np.array([row["esa_component"] == PROTECTED for row in rows])
    facts = {
        "person.born_on": _born(rows), "claim.made_on": claimed(days) - saved, "person.has_pension": True,
        "person.pension_per_week": np.array([row["pension_pence"] or 0 for row in rows], dtype=np.int64),
    }
    given = {
        "start_on": days, "in_main_phase": np.array([row["esa_phase"] == "main" for row in rows]),
        "in_support_group": np.array([row["esa_component"] == "support" for row in rows]),
    }
    return Asked(facts, days, given, ("weekly_amount",))


def _ask_permitted(rules: RuleBook, rows: Sequence[Row]) -> Asked:
    facts = {
        "person.is_working": True, "person.earnings_per_week": numbers(rows, "earnings_pence"),
        "person.hours_per_week": numbers(rows, "hours_per_week"),
    }
    return Asked(facts, numbers(rows, "effective_date"), {}, ("works_too_much",))


def _ask_duration(rules: RuleBook, rows: Sequence[Row]) -> Asked:
    days = days_of(rules, rows, "effective_date", "most_days")
    given = {"start_on": days, "pension_age_on": days + _FAR,
             "in_support_group": np.array([row["esa_component"] == "support" for row in rows])}
    return Asked({}, days, given, ("start_on", "last_day_on"))


def _ask_waiting(rules: RuleBook, rows: Sequence[Row]) -> Asked:
    days = days_of(rules, rows, "effective_date", "waiting_days")
    return Asked({"esa.benefit_just_ended": False}, days, {"gets_sick_pay": False, "near_end_of_life": False},
                 ("days_waited",))


def _ask_years(rules: RuleBook, rows: Sequence[Row]) -> Asked:
    days = numbers(rows, "claim_date")
    return Asked({}, days, {"period_began_on": days}, ("first_tax_year_on", "second_tax_year_on"))


def _ask_limit(rules: RuleBook, rows: Sequence[Row]) -> Asked:
    now = rules.law.amount("earnings_limits").latest_from
    return Asked({}, now, {"second_tax_year_on": numbers(rows, "effective_date")},
                 ("second_year_lower_limit", "second_year_must_pay", "second_year_must_reach"))


def _ask_conditions(rules: RuleBook, rows: Sequence[Row]) -> Asked:
    days = numbers(rows, "claim_date")
    facts: dict[str, Any] = {}
    for year, cells in (("first", "y1"), ("second", "y2")):
        weeks = numbers(rows, f"{cells}_class1_weeks")
        facts |= {
            f"national_insurance.{year}_year_class_1_weeks": weeks,
            f"national_insurance.{year}_year_class_1_earnings":
                weeks * numbers(rows, f"{cells}_class1_weekly_earnings_pence"),
            f"national_insurance.{year}_year_class_2_weeks": numbers(rows, f"{cells}_class2_weeks"),
            f"national_insurance.{year}_year_credits": numbers(rows, f"{cells}_credit_weeks"),
        }
    return Asked(facts, days, {"period_began_on": days}, ("paid_too_little", "reached_too_little"))


def _tax_year(start: int) -> str:
    """'2023/24' of the day it began on."""
    year = int(str(_EPOCH_START + np.timedelta64(int(start), "D"))[:4])
    return f"{year}/{(year + 1) % 100:02d}"


def _say_years(rules: RuleBook, row: Row, gave: Mapping[str, Any]) -> Answers:
    return {"expected_other": f"{_tax_year(gave['first_tax_year_on'])};{_tax_year(gave['second_tax_year_on'])}"}


def _say_limit(rules: RuleBook, row: Row, gave: Mapping[str, Any]) -> Answers:
    limit, paid, reached = (int(value) for value in gave.values())
    return {"expected_weekly_pence": str(limit),
            "expected_other": f"{paid // limit}xLEL={paid};{reached // limit}xLEL={reached}"}


def _say_conditions(rules: RuleBook, row: Row, gave: Mapping[str, Any]) -> Answers:
    first, second = not gave["paid_too_little"], not gave["reached_too_little"]
    return {"expected_first_condition": "met" if first else "not_met",
            "expected_second_condition": "met" if second else "not_met",
            "expected_other": "entitled" if first and second else "not_entitled"}


def _say_weekly(rules: RuleBook, row: Row, gave: Mapping[str, Any]) -> Answers:
    [pence] = gave.values()
    return {"expected_weekly_pence": str(int(pence))}


def _say_permitted(rules: RuleBook, row: Row, gave: Mapping[str, Any]) -> Answers:
    return {"expected_other": "not_permitted" if gave["works_too_much"] else "permitted"}


def _say_duration(rules: RuleBook, row: Row, gave: Mapping[str, Any]) -> Answers:
    day = gave["start_on"] + row["day_of_entitlement"] - 1
    return {"expected_other": "payable" if day <= gave["last_day_on"] else "exhausted"}


def _say_waiting(rules: RuleBook, row: Row, gave: Mapping[str, Any]) -> Answers:
    return {"expected_other": "waiting" if row["day_of_entitlement"] <= gave["days_waited"] else "payable"}


PROTECTED = "work_related_activity_protected_pre_2017"
COMPONENTS = ("support", "work_related_activity", "work_related_activity_claim_after_2017-04-03", PROTECTED)
_EACH_YEAR = tuple(f"{year}_{cell}" for year in ("y1", "y2") for cell in (
    "class1_weeks", "class1_weekly_earnings_pence", "class2_weeks", "credit_weeks"))
_RATES = ("age_rates", "support_component", "work_related_component", "pension_disregard", "component_ended_on")
KINDS: Mapping[str, Kind] = {
    "rate": Kind(("effective_date", "age", "esa_phase"), "effective_date", _RATES, _ask_rate, _say_weekly),
    "abatement": Kind(("effective_date", "age", "esa_phase", "pension_pence"), "effective_date", _RATES, _ask_rate,
                      _say_weekly),
    "permitted_work": Kind(("effective_date", "earnings_pence", "hours_per_week"), "effective_date",
                           ("national_living_wage", "work_hours_limit"), _ask_permitted, _say_permitted),
    "relevant_tax_years": Kind(("claim_date",), "claim_date", ("tax_year_begins", "benefit_year_sunday"), _ask_years,
                               _say_years),
    "lower_earnings_limit": Kind(("effective_date",), "effective_date", ("earnings_limits",), _ask_limit, _say_limit),
    "contribution_conditions": Kind(("claim_date", *_EACH_YEAR), "claim_date",
                                    ("earnings_limits", "contribution_tests"), _ask_conditions, _say_conditions),
    "duration": Kind(("day_of_entitlement",), "effective_date", ("most_days",), _ask_duration, _say_duration),
    "waiting_days": Kind(("day_of_entitlement",), "effective_date", ("waiting_days",), _ask_waiting, _say_waiting),
}
