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
    days = numbers(rows, "effective_date")
    return Asked({"person.born_on": _born(rows)}, days, {"start_on": days}, ("age_rate",))


def _ask_abatement(rules: RuleBook, rows: Sequence[Row]) -> Asked:
    days = numbers(rows, "effective_date")
    facts = {
        "person.born_on": _born(rows), "person.is_working": True, "person.has_pension": True,
        "person.earnings_per_week": numbers(rows, "earnings_pence"),
        "person.pension_per_week": numbers(rows, "pension_pence"),
    }
    return Asked(facts, days, {"start_on": days, "does_rescue_work": False}, ("weekly_amount",))


def _ask_duration(rules: RuleBook, rows: Sequence[Row]) -> Asked:
    days = days_of(rules, rows, "effective_date", "most_days")
    return Asked({}, days, {"start_on": days, "pension_age_on": days + _FAR}, ("start_on", "last_day_on"))


def _ask_waiting(rules: RuleBook, rows: Sequence[Row]) -> Asked:
    days = days_of(rules, rows, "effective_date", "waiting_days")
    return Asked({"claim.made_on": days, "jsa.benefit_just_ended": False}, days, {}, ("days_waited",))


def _ask_years(rules: RuleBook, rows: Sequence[Row]) -> Asked:
    days = numbers(rows, "claim_date")
    return Asked({"claim.made_on": days}, days, {}, ("first_tax_year_on", "second_tax_year_on"))


def _ask_limit(rules: RuleBook, rows: Sequence[Row]) -> Asked:
    now = rules.law.amount("earnings_limits").latest_from
    return Asked({}, now, {"second_tax_year_on": numbers(rows, "effective_date")},
                 ("second_year_lower_limit", "second_year_must_pay", "second_year_must_reach"))


def _ask_conditions(rules: RuleBook, rows: Sequence[Row]) -> Asked:
    days = numbers(rows, "claim_date")
    facts: dict[str, Any] = {"claim.made_on": days}
    for year, cells in (("first", "y1"), ("second", "y2")):
        weeks = numbers(rows, f"{cells}_class1_weeks")
        facts |= {
            f"national_insurance.{year}_year_class_1_weeks": weeks,
            f"national_insurance.{year}_year_class_1_earnings":
                weeks * numbers(rows, f"{cells}_class1_weekly_earnings_pence"),
            f"national_insurance.{year}_year_credits": numbers(rows, f"{cells}_credit_weeks"),
        }
    return Asked(facts, days, {}, ("paid_too_little", "reached_too_little"))


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


def _say_duration(rules: RuleBook, row: Row, gave: Mapping[str, Any]) -> Answers:
    day = gave["start_on"] + row["day_of_entitlement"] - 1
    return {"expected_other": "payable" if day <= gave["last_day_on"] else "exhausted"}


def _say_waiting(rules: RuleBook, row: Row, gave: Mapping[str, Any]) -> Answers:
    return {"expected_other": "waiting" if row["day_of_entitlement"] <= gave["days_waited"] else "payable"}


_EACH_YEAR = tuple(f"{year}_{cell}" for year in ("y1", "y2") for cell in (
    "class1_weeks", "class1_weekly_earnings_pence", "credit_weeks"))
KINDS: Mapping[str, Kind] = {
    "rate": Kind(("effective_date", "age"), "effective_date", ("age_rates",), _ask_rate, _say_weekly),
    "abatement": Kind(("effective_date", "age", "earnings_pence", "pension_pence"), "effective_date",
                      ("age_rates", "earnings_disregards", "pension_disregard"), _ask_abatement, _say_weekly),
    "relevant_tax_years": Kind(("claim_date",), "claim_date", ("tax_year_begins", "benefit_year_sunday"), _ask_years,
                               _say_years),
    "lower_earnings_limit": Kind(("effective_date",), "effective_date", ("earnings_limits",), _ask_limit, _say_limit),
    "contribution_conditions": Kind(("claim_date", *_EACH_YEAR), "claim_date",
                                    ("earnings_limits", "contribution_tests"), _ask_conditions, _say_conditions),
    "duration": Kind(("day_of_entitlement",), "effective_date", ("most_days",), _ask_duration, _say_duration),
    "waiting_days": Kind(("day_of_entitlement",), "effective_date", ("waiting_days",), _ask_waiting, _say_waiting),
}
