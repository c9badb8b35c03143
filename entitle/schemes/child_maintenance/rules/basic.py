"""The basic rate, and the lower share above its first band: CSA 1991 Schedule 1 paragraph 2.

An exact amount is kept in ten-thousandths of a penny, so that only the last figure is rounded (regulation 6).
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.money import HALF_UP, at_least_zero
from entitle.kernel.words import Words
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.lookup import find
from entitle.rules.share import Share


@rule(cites="CSA 1991 Sch 1 paras 1(1), 2", gives="yes_no",
      label=Words("Basic rate", cy="Cyfradd sylfaenol"),
      says=Words("Someone with £200 a week or more pays the basic rate.",
                 cy="Mae rhywun sydd â £200 yr wythnos neu fwy yn talu'r gyfradd sylfaenol."))
def is_basic_rate(needs_income: Any, gross_weekly_income: Any, income_bands: Any) -> Any:
    """Whether the basic rate applies, with or without the part above its first band."""
    return needs_income & (gross_weekly_income >= income_bands.reduced_below)


@rule(cites="CSA 1991 Sch 1 para 2(3)", gives="ten_thousandths_of_a_penny",
      label=Words("Income left after other children", cy="Incwm ar ôl plant eraill"),
      says=Words("We leave out part of the income for other children at home: 11% for one, 14% for two, 16% for more.",
                 cy="Rydym yn gadael allan ran o'r incwm ar gyfer plant eraill gartref: 11% am un, 14% am ddau, 16% am "
                    "fwy."))
def income_after_others(
    income_counted: Any, relevant_other_children: Any, other_children: Any, exact_parts: Any,
) -> Any:
    """Exact, per week."""
    share = Share(find(other_children.shares, relevant_other_children).per_cent, other_children.whole)
    exact = income_counted * exact_parts
    return exact - share.of(exact, rounding=HALF_UP)


@rule(cites="CSA 1991 Sch 1 para 2(2)", gives="yes_no",
      label=Words("Basic rate with a lower part above £800", cy="Cyfradd sylfaenol gyda rhan is uwchlaw £800"),
      says=Words("On income above £800 a week a lower share is paid.",
                 cy="Ar incwm uwchlaw £800 yr wythnos telir cyfran is."))
def is_basic_plus(is_basic_rate: Any, income_after_others: Any, income_bands: Any, exact_parts: Any) -> Any:
    """Whether some income is above the first band of the basic rate."""
    return is_basic_rate & (income_after_others > income_bands.basic_up_to * exact_parts)


@rule(cites="CSA 1991 Sch 1 para 2(1), (2)", gives="ten_thousandths_of_a_penny",
      label=Words("Amount at the basic rate", cy="Swm ar y gyfradd sylfaenol"),
      says=Words("The basic rate is 12% of income for one child, 16% for two and 19% for three or more. Above £800 it "
                 "is 9%, 12% and 15%.",
                 cy="Y gyfradd sylfaenol yw 12% o'r incwm am un plentyn, 16% am ddau a 19% am dri neu fwy. Uwchlaw "
                    "£800 mae'n 9%, 12% a 15%."))
def at_basic_rate(
    income_after_others: Any, is_basic_plus: Any, children_counted: Any, income_bands: Any, basic_rate: Any,
    exact_parts: Any,
) -> Any:
    """Exact, per week."""
    row = find(basic_rate.shares, children_counted)
    basic, above = Share(row.basic, basic_rate.whole), Share(row.above, basic_rate.whole)
    first = income_bands.basic_up_to * exact_parts
    return choose(
        ("with a lower share above the first band", is_basic_plus,
         basic.of(first, rounding=HALF_UP)
         + above.of(at_least_zero(income_after_others - first), rounding=HALF_UP)),
        otherwise=("one share of it all", basic.of(income_after_others, rounding=HALF_UP)),
    )
