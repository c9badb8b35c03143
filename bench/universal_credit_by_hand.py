"""Universal Credit by hand in numpy, for a plain kind of household: what a programmer would write who needed no
citations, no trace, no dated law and no refusal.

One adult or two with pay, children under 16, rent within what is allowed or none, savings; nobody ill, caring,
self-employed or studying, and no other income. The year is 2026/27, its numbers written in.
"""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from entitle.rules.calendar import add_months

_YEAR = 12
_AT_A_TIME = 32_768
"""As many households as numpy is quickest with here."""
_SOCIAL = 0
"""The place of a social landlord among the choices."""
_BEFORE_LIMIT = 17_262
"""6 April 2017, in days since 1970."""
Column = Any


def by_hand(facts: Mapping[str, Any]) -> dict[str, Column]:
    """The four sums of an award, in pence, 32,768 households at a time."""
    rows = len(facts["period.ends_on"])
    children = facts["household.children"]
    starts, born = children.starts, children.columns["child.born_on"]
    out = {name: np.empty(rows, dtype=np.int64) for name in (
        "earnings_deduction", "award_before_cap", "cap_reduction", "award")}
    columns = {name: facts[name] for name in _READ}
    for at in range(0, rows, _AT_A_TIME):
        part = slice(at, at + _AT_A_TIME)
        ends = starts[at:at + _AT_A_TIME + 1]
        found = _chunk({name: column[part] for name, column in columns.items()}, ends - ends[0],
                       born[ends[0]:ends[-1]])
        for name, values in found.items():
            out[name][part] = values
    return out


_ADULT = ("born_on", "pay", "pay_tax", "pay_national_insurance", "pension_contributions", "savings")
_READ = ("period.ends_on", "household.has_partner", "home.pays_rent", "home.rents_from", "home.rent",
         "home.allowance_one_bedroom", "home.in_greater_london",
         *(f"{who}.{what}" for who in ("person", "partner") for what in _ADULT))


def _chunk(f: dict[str, Column], ends: Column, born: Column) -> dict[str, Column]:
    couple, last = f["household.has_partner"], f["period.ends_on"] - 1
    children, eldest_is_early = _children(last, ends, born)
    grown = add_months(last, -25 * _YEAR)
    over_25 = (f["person.born_on"] <= grown) | couple & (f["partner.born_on"] <= grown)
    standard = np.where(couple, np.where(over_25, 66_697, 52_834), np.where(over_25, 42_490, 33_858))
    rent, private = f["home.rent"], np.minimum(f["home.rent"], f["home.allowance_one_bedroom"])
    housing = np.where(f["home.pays_rent"], np.where(f["home.rents_from"] == _SOCIAL, rent, private), 0)
    earned = _earned(f, "person") + np.where(couple, _earned(f, "partner"), 0)
    savings = f["person.savings"] + np.where(couple, f["partner.savings"], 0)
    too_much = savings > 1_600_000
    tariff = -(-np.maximum(np.minimum(savings, 1_600_000) - 600_000, 0) // 25_000) * 435
    allowance = np.where(children > 0, np.where(housing > 0, 42_700, 71_000), 0)
    deduction = np.where(too_much, 0, (110 * np.maximum(earned - allowance, 0) + 100) // 200)
    most = standard + children * 30_394 + eldest_is_early * 4_794 + housing
    before_cap = np.where(too_much, 0, np.maximum(most - deduction - tariff, 0))
    reduction = _over_the_cap(f["home.in_greater_london"], couple, children, earned, before_cap)
    return {"earnings_deduction": deduction, "award_before_cap": before_cap, "cap_reduction": reduction,
            "award": before_cap - reduction}


def _children(last: Column, ends: Column, born: Column) -> tuple[Column, Column]:
    """How many children each household has, and whether the eldest was born before the limit began."""
    counts = ends[1:] - ends[:-1]
    years = last.view("M8[D]").astype("M8[Y]")
    september = (years.astype("M8[M]") + 8).astype("M8[D]").view(np.int64)
    september = np.where(september <= last, september, add_months(september, -_YEAR))
    counted = (born >= np.repeat(add_months(september, -16 * _YEAR), counts)) & (born <= np.repeat(last, counts))
    before = np.concatenate(([0], np.cumsum(counted)))
    early = np.concatenate(([0], np.cumsum(counted & (born < _BEFORE_LIMIT))))
    return before[ends[1:]] - before[ends[:-1]], early[ends[1:]] > early[ends[:-1]]


def _earned(f: dict[str, Column], who: str) -> Column:
    return np.maximum(f[f"{who}.pay"] - f[f"{who}.pay_tax"] - f[f"{who}.pay_national_insurance"]
                      - f[f"{who}.pension_contributions"], 0)


def _over_the_cap(london: Column, couple: Column, children: Column, earned: Column, before_cap: Column) -> Column:
    family = couple | (children > 0)
    cap = np.where(london, np.where(family, 211_025, 141_392), np.where(family, 183_500, 122_942))
    weekly = np.where(children > 0, 2_705 + (children - 1) * 1_790, 0)
    benefits = before_cap + (2 * 52 * weekly + 12) // 24
    over = np.minimum(np.maximum(benefits - cap, 0), before_cap)
    return np.where(earned >= 88_100, 0, over)
