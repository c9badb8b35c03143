"""The rules of Universal Credit in statute order, with its law, its facts and its units."""
from __future__ import annotations

from pathlib import Path

from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.law.law import Law
from entitle.rules.book import RuleBook
from entitle.rules.units import Unit
from entitle.schemes.universal_credit.facts import FACTS
from entitle.schemes.universal_credit.rules import (
    advances,
    ages,
    award,
    bedrooms,
    benefit_cap,
    capital,
    carers,
    childcare,
    children,
    deductions,
    earnings,
    entitlement,
    hand_offs,
    health,
    housing,
    income_floor,
    periods,
    sanctions,
    standard_allowance,
    surplus,
    unearned,
)

FOLDER = Path(__file__).parent
UNITS = (
    Unit("adult", Words("Adult", cy="Oedolyn"), subjects={"person": "", "partner": "household.has_partner"},
         called_each={"person": Words("You", cy="Chi"), "partner": Words("Your partner", cy="Eich partner")}),
    Unit("child", Words("Child", cy="Plentyn"), listed_in="household.children", only_if="household.has_children"),
    Unit("non_dependant", Words("Other adult", cy="Oedolyn arall"), listed_in="household.non_dependants",
         only_if="household.has_non_dependants"),
)
RULES = RuleBook(
    rules=(
        periods, ages, entitlement, capital, standard_allowance, children, health, carers, bedrooms, housing, childcare,
        earnings, income_floor, surplus, unearned, *unearned.INCOMES, award, benefit_cap, sanctions, deductions,
        *deductions.DEDUCTION_RULES, deductions.ALL_DEDUCTIONS, advances, hand_offs,
    ),
    law=Law.load(FOLDER / "law"),
    dictionary=Dictionary(FACTS),
    units=UNITS,
)
