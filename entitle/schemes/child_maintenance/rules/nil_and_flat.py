"""The nil rate and the flat rate: CSA 1991 Schedule 1 paragraphs 4 and 5; 2012 Regulations regulations 44 and 45.

Not coded: a benefit of less than the flat rate, which regulation 45(2) adds to income for the nil test alone.
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import no


@rule(cites="CSA 1991 Sch 1 para 5; SI 2012/2677 reg 45", gives="yes_no",
      label=Words("Nothing to pay", cy="Dim i'w dalu"),
      says=Words("Nothing is paid by someone in a group that pays nothing, or with less than £7 a week.",
                 cy="Nid yw rhywun mewn grŵp nad yw'n talu dim, neu sydd â llai na £7 yr wythnos, yn talu dim."))
def is_nil_rate(in_nil_group: Any, needs_income: Any, gross_weekly_income: Any, flat_rate: Any) -> Any:
    """Whether the nil rate applies. A benefit counts as income here, and is always above the flat rate."""
    return in_nil_group | (needs_income & (gross_weekly_income < flat_rate))


@rule(cites="CSA 1991 Sch 1 para 4(1)(a)", gives="yes_no",
      label=Words("Flat rate for a low income", cy="Cyfradd wastad am incwm isel"),
      says=Words("Someone with £100 a week or less pays the flat rate.",
                 cy="Mae rhywun sydd â £100 yr wythnos neu lai yn talu'r gyfradd wastad."))
def is_flat_for_income(needs_income: Any, is_nil_rate: Any, gross_weekly_income: Any, income_bands: Any) -> Any:
    """Whether the flat rate applies because of income."""
    return needs_income & no(is_nil_rate) & (gross_weekly_income <= income_bands.flat_up_to)


@rule(cites="CSA 1991 Sch 1 para 4(1)(b), (c)", gives="yes_no",
      label=Words("Flat rate for a benefit", cy="Cyfradd wastad am fudd-dal"),
      says=Words("Someone on a benefit on our list pays the flat rate.",
                 cy="Mae rhywun ar fudd-dal ar ein rhestr yn talu'r gyfradd wastad."))
def is_flat_for_benefit(is_on_flat_rate_benefit: Any, is_nil_rate: Any) -> Any:
    """Whether the flat rate applies because of a benefit."""
    return is_on_flat_rate_benefit & no(is_nil_rate)
