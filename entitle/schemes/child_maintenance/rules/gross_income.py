"""Gross weekly income: which of two incomes it is, and how much of it counts. 2012 Regulations regulation 34; CSA 1991
Schedule 1 paragraph 10(3).
"""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.words import Words
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import lower, no


@rule(cites="SI 2012/2677 reg 34(2), (2A)", gives="yes_no",
      label=Words("Income now is used", cy="Defnyddir yr incwm nawr"),
      says=Words("We use the income now if it is at least 25% more or less than last tax year's.",
                 cy="Rydym yn defnyddio'r incwm nawr os yw o leiaf 25% yn fwy neu'n llai nag incwm y flwyddyn dreth "
                    "ddiwethaf."))
def uses_current_income(
    has_historic_income: Any, has_current_income: Any, historic_weekly_income: Any, current_weekly_income: Any,
    income_tolerance: Any,
) -> Any:
    """Whether current income takes the place of historic."""
    difference = abs(current_weekly_income - historic_weekly_income)
    far_enough = difference * income_tolerance.whole >= historic_weekly_income * income_tolerance.parts
    return choose(
        ("no other income is known", has_current_income & no(has_historic_income), np.bool_(True)),
        ("it has not changed", no(has_current_income), np.bool_(False)),
        ("there was none last year and there is some now", (historic_weekly_income == 0) & (current_weekly_income > 0),
         np.bool_(True)),
        ("it differs by 25 per cent or more", far_enough & (historic_weekly_income > 0), np.bool_(True)),
        otherwise=("it differs by less than 25 per cent", np.bool_(False)),
    )


@rule(cites="SI 2012/2677 reg 34(1)", gives="pence_per_week",
      label=Words("Income before tax each week", cy="Incwm cyn treth bob wythnos"),
      says=Words("This is one week's income. It is before tax. Money paid into a pension is left out.",
                 cy="Dyma incwm un wythnos. Mae cyn treth. Gadewir allan arian a delir i bensiwn."))
def gross_weekly_income(uses_current_income: Any, historic_weekly_income: Any, current_weekly_income: Any) -> Any:
    """Pence per week."""
    return choose(
        ("income now", uses_current_income, current_weekly_income),
        otherwise=("income of the last tax year", historic_weekly_income),
    )


@rule(cites="CSA 1991 Sch 1 para 10(3)", gives="pence_per_week",
      label=Words("Income that counts", cy="Incwm sy'n cyfrif"),
      says=Words("We leave out any income above £3,000 a week.",
                 cy="Rydym yn gadael allan unrhyw incwm uwchlaw £3,000 yr wythnos."))
def income_counted(gross_weekly_income: Any, income_bands: Any) -> Any:
    """Pence per week, no more than the most that is counted."""
    return lower(gross_weekly_income, income_bands.most_counted)
