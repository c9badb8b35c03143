"""The rate that applies: CSA 1991 Schedule 1 paragraph 1; the default rate, 2012 Regulations regulation 49."""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.money import HALF_UP, divide
from entitle.kernel.words import Words
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.lookup import find
from entitle.rules.row_by_row import no


@rule(cites="CSA 1991 Sch 1 para 1; SI 2012/2677 reg 49(2)", gives="ten_thousandths_of_a_penny",
      label=Words("Rate for all the children", cy="Cyfradd ar gyfer yr holl blant"),
      says=Words("This is the rate for all the children, before it is shared out.",
                 cy="Dyma'r gyfradd ar gyfer yr holl blant, cyn ei rhannu."))
def exact_rate(
    is_calculated: Any, is_nil_rate: Any, halves_flat_rate: Any, is_flat_for_income: Any, is_flat_for_benefit: Any,
    is_reduced_rate: Any, at_reduced_rate: Any, at_basic_rate: Any, children_counted: Any, flat_rate: Any,
    half_flat_rate: Any, default_rate: Any, exact_parts: Any,
) -> Any:
    """Exact, per week."""
    flat = flat_rate * exact_parts
    return choose(
        ("default", no(is_calculated), find(default_rate.rates, children_counted).pence * exact_parts),
        ("nil", is_nil_rate, np.int64(0)),
        ("half the flat rate", halves_flat_rate, half_flat_rate.of(flat, rounding=HALF_UP)),
        ("flat", is_flat_for_income | is_flat_for_benefit, flat),
        ("reduced", is_reduced_rate, at_reduced_rate),
        otherwise=("basic", at_basic_rate),
    )


@rule(cites="CSA 1991 Sch 1 para 1", gives="pence_per_week",
      label=Words("Rate each week for all the children", cy="Cyfradd bob wythnos ar gyfer yr holl blant"),
      says=Words("This is the rate for all the children, to the nearest penny.",
                 cy="Dyma'r gyfradd ar gyfer yr holl blant, i'r geiniog agosaf."))
def weekly_rate(exact_rate: Any, exact_parts: Any) -> Any:
    """Pence per week, for showing; the sums go on from the exact rate."""
    return divide(exact_rate, exact_parts, rounding=HALF_UP)
