"""Capital: WRA 2012 section 5; UC Regs 2013 regs 18, 45 to 51, 72.

Not coded: what counts as capital, its value and its disregards (regs 46 to 50, 75 to 77, Sch 10), which a person finds;
capital given away (regs 50, 51).
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.money import UP, at_least_zero, divide
from entitle.kernel.words import Words
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import lower, no
from entitle.rules.units import total


@rule(cites="UC Regs 2013 reg 18(2)", gives="pence",
      label=Words("Your savings", cy="Eich cynilion"),
      says=Words("We add up your savings, and your partner's if you live with one.",
                 cy="Rydym yn adio eich cynilion, a rhai eich partner os ydych yn byw gydag un."))
def capital(adult_savings: Any) -> Any:
    """Pence; a couple's together, even where one claims alone."""
    return total(adult_savings)


@rule(cites="WRA 2012 s5; UC Regs 2013 reg 18(1); TP Regs 2014 reg 51", gives="yes_no",
      label=Words("Savings over the limit", cy="Cynilion dros y terfyn"),
      says=Words("You can't get Universal Credit with more than £16,000 in savings.",
                 cy="Ni allwch gael Credyd Cynhwysol gyda mwy na £16,000 o gynilion."))
def too_much_capital(capital: Any, capital_limits: Any, universal_credit_capital_protected: Any) -> Any:
    """Whether over the limit, unless protected after a move from tax credits."""
    return (capital > capital_limits.most) & no(universal_credit_capital_protected)


@rule(cites="UC Regs 2013 reg 72(1); TP Regs 2014 reg 51(3)", gives="pence_per_month",
      label=Words("Income from your savings", cy="Incwm o'ch cynilion"),
      says=Words("Savings of £6,000 or less do not count. Above that, each £250 counts as £4.35 a month.",
                 cy="Nid yw cynilion o £6,000 neu lai yn cyfrif. Uwchlaw hynny, mae pob £250 yn cyfrif fel £4.35 y "
                    "mis."))
def tariff_income(capital: Any, capital_limits: Any, tariff: Any) -> Any:
    """Pence per month: so much for each step, or part of one, from the sum ignored to the limit."""
    counted = at_least_zero(lower(capital, capital_limits.most) - capital_limits.ignored)
    return divide(counted, tariff.for_each, rounding=UP) * tariff.monthly
