"""Published and official examples of one rule each: figures printed by somebody else, or sums of the regulation."""
from __future__ import annotations

import csv
import json
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from entitle.kernel.assessment_periods import period_of, period_starts_on
from entitle.kernel.money import DOWN, HALF_UP, at_least_zero, divide
from entitle.rules.share import Share
from entitle.schemes.universal_credit.rulebook import RULES
from entitle.schemes.universal_credit.rules import award, benefit_cap, childcare, income_floor, sanctions, surplus
from entitle.schemes.universal_credit.tests.households import adult, assessed, child, has_income, household, rents

DISAGREED = {}
"""Examples that we read the law differently for, by id, with the reason. There are none."""
_LATEST = date(2026, 11, 2)
_2015_TAX = SimpleNamespace(tax_free=88_333, profits_limit=67_167, class_2=1_213)
_2015_RATES = SimpleNamespace(tax=Share(20, 100), class_4=Share(9, 100))
"""The tax and National Insurance of 2015/16, which come before the law that is kept here."""


def law(name, on=_LATEST):
    amount = RULES.law.amount(name)
    series = {key: one.value_on(on).stands_for for key, one in amount.series.items()}
    held = {key: Share(value.numerator, value.denominator) if isinstance(value, Fraction) else np.int64(value)
            for key, value in series.items()}
    return held["values"] if set(held) == {"values"} else SimpleNamespace(**held)


def in_year(year, days=30):
    """A period in a tax year written 2025-26, or the latest known."""
    start = date(int(year[:4]), 6, 1) if year[:4].isdigit() and int(year[:4]) >= 2023 else _LATEST
    return start, start + timedelta(days=days)


def benefit_cap_relevant_amount(given, year):
    facts = household(period=in_year(year)) | {"home.in_greater_london": given["area"] == "Greater London"}
    family = given["who"] == "couple or child"
    limits = law("benefit_cap_limit")
    assert given["annual_pence"] in (limits.london_family, limits.single)
    return {"pence": assessed(facts, "monthly_cap", given={"is_joint_claim": family, "has_child": family})}


def benefit_cap_earnings_exception(given, _):
    def exempt(earnings):
        return benefit_cap.earns_above_cap_level(
            np.int64(earnings), SimpleNamespace(living_wage=given["nlw_pence"]),
            SimpleNamespace(benefit_cap=given["hours"]), law("monthly_share"), law("whole_pound"))

    return {"pence": next(earnings for earnings in range(50_000, 70_000) if exempt(earnings))}


def individual_earnings_threshold(given, _):
    return {"pence": income_floor.individual_threshold(
        given["hourly_pence"], given["hours"], law("monthly_share"), law("whole_pound"))}


def minimum_income_floor_net(given, year):
    tax, rates = (_2015_TAX, _2015_RATES) if year == "2015-16" else (
        law("floor_tax", in_year(year)[0]), law("floor_tax_rates", in_year(year)[0]))
    net = income_floor.threshold_after_tax(
        given["hourly_pence"], given["hours"], np.int64(0), law("monthly_share"), law("floor_keeps_pence"), tax, rates)
    gross = law("monthly_share").week.of(given["hourly_pence"] * given["hours"], rounding=HALF_UP)
    return {"net_pence": net, "gross_pence": gross, "net_whole_pounds": divide(net, 100, rounding=DOWN)}


def minimum_income_floor_couple(given, _):
    return {"own_treated_as": income_floor.treated_as_earning(
        given["own_earned"], given["own_earned"] + given["partner_earned"], given["own_threshold"],
        given["couple_threshold"])}


def tariff_income(given, _):
    facts = household(adult(savings=given["capital_pence"]))
    refused, income = assessed(facts, "too_much_capital", "tariff_income")
    return {"entitled": not refused, "pence": income}


def sanction_daily_rate(given, year):
    joint = given["claimant"].startswith("j")
    says = {"sanction_is_lower": given["percent"] == 40, "sanction_days": 1}
    parts = (adult(**says), *((adult("partner", **says),) if joint else ()))
    rates = assessed(household(*parts, period=in_year(year), has_sanction=True), "sanction_a_day",
                     given={"standard_allowance_element": given["standard_allowance_pence"]})
    return {"pence": rates[0]}


def deduction_percent_of_standard_allowance(given, _):
    five = law("deduction_shares").fuel
    whole = given["standard_allowance_pence"]
    return {"five_percent": five.of(whole, rounding=HALF_UP), "ten_percent": five.times(2).of(whole, rounding=HALF_UP)}


def award_(given, _):
    taken = award.earnings_deduction(
        np.int64(given.get("earned", given.get("earned_pence"))), given["work_allowance"],
        Share(given["taper_percent"], 100), np.False_)
    whole = given.get("maximum") or given["standard_allowance"] + given["housing"]
    left = at_least_zero(whole - taken)
    return {"award": left, "earnings_deduction": taken, "whole_pounds": divide(left, 100, rounding=HALF_UP)}


def earnings_deduction(given, _):
    return {"pence": award.earnings_deduction(
        np.int64(given["earned"]), given["work_allowance"], Share(given["taper_percent"], 100), np.False_)}


def benefit_cap_reduction(given, _):
    share = law("monthly_share")
    cap = share.year.of(given["annual_cap"], rounding=HALF_UP)
    child_benefit = share.week.of(given["child_benefit_weekly"], rounding=HALF_UP)
    total = given["award_before_cap"] + child_benefit
    return {"child_benefit_monthly": child_benefit, "excess": total - cap, "reduction": benefit_cap.cap_reduction(
        total, cap, given["childcare_element"], np.False_, given["award_before_cap"])}


def assessment_period_starts(given, _):
    first = date.fromisoformat(given["first_date_of_entitlement"])
    return {"next_starts": [period_starts_on(first, number).isoformat() for number in range(1, 5)]}


def payment_due(given, _):
    first = date.fromisoformat(given["first_date_of_entitlement"])
    period = period_of(first, 0)
    facts = household(period=(period.start, period.end))
    return {"ap_end": assessed(facts, "last_day_on").isoformat(), "pay_by": assessed(facts, "pay_by_on").isoformat()}


def child_elements(given, _):
    first = date.fromisoformat(given["ap_start"])
    children = [child(date.fromisoformat(born)) for born in given["dobs"]]
    return {"pence": assessed(household(children=children, period=(first, first + timedelta(30))), "child_elements")}


def protected_lcwra_floor(given, _):
    rise = 1 + Fraction(given["cpi_percent"]) / 100
    together = (given["previous_standard"] + given["previous_lcwra"]) * rise
    assert law("standard_allowance").single_under_25 == given["new_standard"]
    assert law("health_amount").protected + given["new_standard"] == round(together)
    return {"pence": law("health_amount").protected}


def standard_allowance_uprating(given, _):
    risen = round(given["previous"] * (1 + Fraction(given["cpi_percent"]) / 100))
    assert law("standard_allowance").single_25_or_over == round(risen * (1 + Fraction(given["uplift_percent"]) / 100))
    return {"pence": law("standard_allowance").single_25_or_over}


def surplus_earnings(given, _):
    if "earned_last_ap" in given:
        nil = surplus.nil_award_earnings(given["maximum"], given["unearned"], given["work_allowance"], law("taper"))
        return {"nil_uc_threshold": nil, "relevant_threshold": nil + given["de_minimis"],
                "original_surplus": surplus.surplus_to_carry(given["earned_last_ap"], 0, nil, given["de_minimis"])}
    nil = surplus.nil_award_earnings(given["maximum"], 0, 0, law("taper"))
    earned = given["earned_this_ap"] + given["surplus_brought_forward"]
    taken = award.earnings_deduction(np.int64(earned), 0, law("taper"), np.False_)
    return {"award": at_least_zero(given["maximum"] - taken), "adjusted_surplus_next": surplus.surplus_to_carry(
        given["earned_this_ap"], given["surplus_brought_forward"], nil, given["de_minimis"])}


def unearned_part_period(given, year):
    income = has_income(pension=given["weekly_pence"], pension_paid_every="week")
    facts = household(adult(**income), period=in_year(year))
    changed = facts | {"person.unearned_income_changed": True, "person.pension_days": given["days_in_ap_paid"],
                       **{name.replace("_paid_every", "_days"): 0 for name in facts
                          if name.endswith("_paid_every") and name.startswith("person") and "pension" not in name}}
    return {"monthly": assessed(facts, "monthly_pension")[0], "pence": assessed(changed, "monthly_pension")[0]}


def childcare_element(given, year):
    return {"pence": childcare.childcare_element(
        np.int64(given["charges"]), np.int64(given["children"]), np.True_, law("childcare_share"),
        law("childcare_maximum", in_year(year)[0]))}


def rent_monthly(given, _):
    facts = household(rents(given["weekly_pence"], rent_paid_every="week", rent_free_weeks=given["rent_free_weeks"]))
    return {"pence": assessed(facts, "monthly_rent")}


def sanction_reduction(given, year):
    facts = household(adult(sanction_days=given["outstanding_days"], sanction_is_lower=False), has_sanction=True,
                      period=in_year(year, given["ap_days"]))
    worked = {"standard_allowance_element": given["standard_allowance"], "award": given["award_after_cap"]}
    daily, reduction, left = assessed(facts, "sanction_a_day", "sanction_reduction", "award_after_sanctions",
                                      given=worked)
    return {"daily": daily[0], "reduction": reduction, "award": left}


WAYS = {name: way for name, way in globals().items() if callable(way)} | {
    "award": award_, "sanction_reduction": sanction_reduction}
with (Path(__file__).parent / "worked_examples.csv").open(encoding="utf-8") as _lines:
    EXAMPLES = list(csv.DictReader(_lines))


class TestEveryExample:
    def test_is_there(self):
        assert len(EXAMPLES) == 54 and {example["confidence"] for example in EXAMPLES} == {"high", "medium"}

    @pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example['id']} {example['topic']}")
    def test_comes_out_as_published(self, example):
        found = WAYS[example["topic"]](json.loads(example["inputs"]), example["as_of"])
        expected = json.loads(example["expected"])
        if "next_starts" in expected:
            found = {"next_starts": found["next_starts"][:len(expected["next_starts"])]}
        assert example["id"] not in DISAGREED
        assert {name: found[name] for name in expected} == expected


class TestTheSharing:
    def test_a_couples_sanction_is_halved_before_it_is_rounded_down(self):
        assert sanctions.sanction_a_day.cites == "UC Regs 2013 reg 111"
        facts = household(adult(sanction_is_lower=False, sanction_days=40), adult("partner", sanction_is_lower=False,
                                                                                 sanction_days=3), has_sanction=True)
        assert assessed(facts, "sanction_a_day") == [1090, 1090]
        assert assessed(facts, "sanction_of_adult") == [32_700, 3_270]
