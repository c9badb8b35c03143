"""The reduced rate: CSA 1991 Schedule 1 paragraph 3; 2012 Regulations regulation 43."""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.money import HALF_UP, at_least_zero
from entitle.kernel.words import Words
from entitle.rules.decorator import rule
from entitle.rules.lookup import find
from entitle.rules.row_by_row import lower
from entitle.rules.share import Share


@rule(cites="CSA 1991 Sch 1 para 3(1)", gives="yes_no",
      label=Words("Reduced rate", cy="Cyfradd ostyngol"),
      says=Words("Someone with more than £100 but less than £200 a week pays the reduced rate.",
                 cy="Mae rhywun sydd â mwy na £100 ond llai na £200 yr wythnos yn talu'r gyfradd ostyngol."))
def is_reduced_rate(needs_income: Any, gross_weekly_income: Any, income_bands: Any) -> Any:
    """Whether income is in the band of the reduced rate."""
    return (needs_income & (gross_weekly_income > income_bands.flat_up_to)
            & (gross_weekly_income < income_bands.reduced_below))


@rule(cites="CSA 1991 Sch 1 para 3(2); SI 2012/2677 reg 43", gives="ten_thousandths_of_a_penny",
      label=Words("Amount at the reduced rate", cy="Swm ar y gyfradd ostyngol"),
      says=Words("The reduced rate is the flat rate, and a share of the income above £100.",
                 cy="Y gyfradd ostyngol yw'r gyfradd wastad, a chyfran o'r incwm uwchlaw £100."))
def at_reduced_rate(
    gross_weekly_income: Any, children_counted: Any, relevant_other_children: Any, flat_rate: Any, income_bands: Any,
    reduced_rate: Any, exact_parts: Any,
) -> Any:
    """Exact, per week: F + A x T."""
    row = find(reduced_rate.shares, children_counted)
    last = lower(relevant_other_children, len(_COLUMNS) - 1)
    share = Share(np.choose(last, [getattr(row, column) for column in _COLUMNS]), reduced_rate.whole)
    above = at_least_zero(gross_weekly_income - income_bands.flat_up_to) * exact_parts
    return flat_rate * exact_parts + share.of(above, rounding=HALF_UP)


_COLUMNS = ("no_others", "one_other", "two_others", "more_others")
