"""Income of the last tax year and income now: 2012 Regulations regulations 34 to 42, after pensions and before tax.

Not coded: an estimate of current income (regulation 42), which an officer makes and enters as income now; a change
between yearly reviews (regulation 23), which is another decision under the same test.
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.money import HALF_UP, divide
from entitle.kernel.words import Words
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import no, where


@rule(cites="SI 2012/2677 reg 34(2)(b), (3)", gives="yes_no",
      label=Words("Income of the last tax year is known", cy="Mae incwm y flwyddyn dreth ddiwethaf yn hysbys"),
      says=Words("We start from the income in the last tax year, where there is any.",
                 cy="Rydym yn dechrau o'r incwm yn y flwyddyn dreth ddiwethaf, lle mae rhywfaint."),
      only_if={"paying_parent_had_taxed_income": "needs_income"})
def has_historic_income(needs_income: Any, paying_parent_had_taxed_income: Any) -> Any:
    """Whether there is historic income."""
    return needs_income & paying_parent_had_taxed_income


@rule(cites="SI 2012/2677 reg 34(2)", gives="yes_no",
      label=Words("Income now is known", cy="Mae'r incwm nawr yn hysbys"),
      says=Words("We look at the income now if it has changed, or if there was none in the last tax year.",
                 cy="Rydym yn edrych ar yr incwm nawr os yw wedi newid, neu os nad oedd dim yn y flwyddyn dreth "
                    "ddiwethaf."),
      only_if={"paying_parent_income_has_changed": "has_historic_income"})
def has_current_income(needs_income: Any, has_historic_income: Any, paying_parent_income_has_changed: Any) -> Any:
    """Whether current income is put forward, or is all there is."""
    return needs_income & (no(has_historic_income) | paying_parent_income_has_changed)


@rule(cites="SI 2012/2677 reg 35(1)(c)", gives="pence_per_week",
      label=Words("Last tax year's income as a week's", cy="Incwm y flwyddyn dreth ddiwethaf fesul wythnos"),
      says=Words("We divide the year's income by 365 and multiply by 7 to get a week's.",
                 cy="Rydym yn rhannu incwm y flwyddyn â 365 a'i luosi â 7 i gael incwm wythnos."),
      only_if={"paying_parent_income_last_year": "has_historic_income"})
def historic_weekly_income(has_historic_income: Any, paying_parent_income_last_year: Any, weeks_of_a_year: Any) -> Any:
    """Pence per week; nought where there is no historic income."""
    last_year = where(has_historic_income, paying_parent_income_last_year, 0)
    return divide(last_year * weeks_of_a_year.in_a_week, weeks_of_a_year.in_a_year, rounding=HALF_UP)


@rule(cites="SI 2012/2677 reg 37", gives="pence_per_week",
      label=Words("Income now", cy="Incwm nawr"),
      says=Words("This is the income now, for a week.", cy="Dyma'r incwm nawr, am wythnos."),
      only_if={"paying_parent_income_now": "has_current_income"})
def current_weekly_income(has_current_income: Any, paying_parent_income_now: Any) -> Any:
    """Pence per week; nought where none is put forward."""
    return where(has_current_income, paying_parent_income_now, 0)
