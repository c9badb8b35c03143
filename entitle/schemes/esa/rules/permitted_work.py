"""Work that may be done: ESA Regulations 2013 Part 6.

Not coded: work as a councillor, care of a relative, tribunal duties, supervised or unpaid work (regulations 37(2) and
39(1)(b), (d) to (f)), which a person sees before any refusal.
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.money import UP, divide
from entitle.kernel.words import Words
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import no


@rule(cites="SI 2013/379 reg 37(1)", gives="yes_no",
      label=Words("Working", cy="Yn gweithio"),
      says=Words("You told us if you are working.", cy="Dywedoch wrthym a ydych yn gweithio."))
def in_work(person_is_working: Any) -> Any:
    """Whether there is any work."""
    return person_is_working


@rule(cites="SI 2013/379 reg 39(1)(c), (4)", gives="pence_per_week",
      label=Words("Most you may be paid", cy="Y mwyaf y cewch eich talu"),
      says=Words("You may work for less than 16 hours a week if you are paid no more than this.",
                 cy="Cewch weithio am lai na 16 awr yr wythnos os na chewch eich talu mwy na hyn."))
def work_pay_limit(national_living_wage: Any, work_hours_limit: Any, pay_limit_step: Any) -> Any:
    """Pence per week: 16 hours at the National Living Wage, up to the next 50p."""
    return divide(national_living_wage * work_hours_limit, pay_limit_step, rounding=UP) * pay_limit_step


@rule(cites="SI 2013/379 regs 37, 39(1)(a), (c)", gives="yes_no",
      label=Words("Works too much", cy="Yn gweithio gormod"),
      says=Words("You may be paid up to £20 a week for any work. For more than that, the work must take less than 16 "
                 "hours a week and the pay must be within the limit.",
                 cy="Cewch eich talu hyd at £20 yr wythnos am unrhyw waith. Am fwy na hynny, rhaid i'r gwaith gymryd "
                    "llai nag 16 awr yr wythnos a rhaid i'r cyflog fod o fewn y terfyn."),
      only_if={"person_earnings_per_week": "in_work", "person_hours_per_week": "in_work"})
def works_too_much(
    in_work: Any, person_earnings_per_week: Any, person_hours_per_week: Any, work_pay_limit: Any, pay_at_any_hours: Any,
    work_hours_limit: Any,
) -> Any:
    """Whether the work is not exempt work, so that the person is treated as not entitled."""
    any_hours = person_earnings_per_week <= pay_at_any_hours
    few_hours = (person_hours_per_week < work_hours_limit) & (person_earnings_per_week <= work_pay_limit)
    return in_work & no(any_hours | few_hours)
