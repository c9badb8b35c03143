"""Unearned income: UC Regs 2013 regs 65 to 74. What reg 66 does not list is ignored, as Child Benefit, child
maintenance and disability benefits are.

Not coded: training and sports payments (reg 66(1)(f), (g)), maintenance that a student's grant is for, and income that
someone gives up (reg 74), which a person finds.
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.money import HALF_UP, at_least_zero, divide
from entitle.kernel.words import Words
from entitle.rules.decorator import Rule, rule
from entitle.rules.row_by_row import NOTHING, ONE, anywhere, higher, no, where
from entitle.rules.units import of, total
from entitle.schemes.universal_credit.adult_facts import SOURCES
from entitle.schemes.universal_credit.rules.amounts import where_it_holds

_PROVISIONS = {
    "carers_allowance": "UC Regs 2013 reg 66(1)(b)(iii), 73", "new_style_esa": "UC Regs 2013 reg 66(1)(b)(ii), 73",
    "new_style_jsa": "UC Regs 2013 reg 66(1)(b)(i), 73", "maternity_allowance": "UC Regs 2013 reg 66(1)(b)(vi), 73",
    "pension": "UC Regs 2013 reg 66(1)(a), 67, 73", "maintenance": "UC Regs 2013 reg 66(1)(d), 73",
    "other_income": "UC Regs 2013 reg 66(1)(c), (da), (h) to (m), 73",
}


@rule(cites="UC Regs 2013 reg 66(1)", gives="yes_no", unit="adult",
      label=Words("Has other income", cy="Mae ganddynt incwm arall"),
      says=Words("Some other money you get, like a pension, comes off your award.",
                 cy="Mae rhywfaint o arian arall a gewch, fel pensiwn, yn dod oddi ar eich dyfarniad."))
def has_other_income(adult_has_unearned_income: Any) -> Any:
    """Whether there is any income that the regulation lists."""
    return adult_has_unearned_income


@rule(cites="UC Regs 2013 reg 73(2A)", gives="yes_no", unit="adult",
      label=Words("Other income started or stopped", cy="Incwm arall wedi dechrau neu ddod i ben"),
      says=Words("If income starts or stops in the period, we count the days it was paid for.",
                 cy="Os bydd incwm yn dechrau neu'n dod i ben yn y cyfnod, rydym yn cyfrif y diwrnodau y talwyd "
                    "amdanynt."),
      only_if={"adult_unearned_income_changed": "has_other_income"})
def has_part_income(has_other_income: Any, adult_unearned_income_changed: Any) -> Any:
    """Whether days must be counted."""
    return has_other_income & adult_unearned_income_changed


def monthly_income(
    has_other_income: Any, amount: Any, paid_every: Any, has_part_income: Any, days: Any, period_length: Any,
    monthly_share: Any,
) -> Any:
    """Pence per month: the monthly sum (M), or N x (M x 12 / 365) where paid for only N days of the period; each
    rounded half a penny up.
    """
    whole = where_it_holds(has_other_income, amount)
    if not anywhere(whole):
        return whole
    monthly = whole
    for name in ("week", "fortnight", "four_weeks", "quarter", "year"):
        rows = paid_every.is_one_of(name)
        if anywhere(rows):
            monthly = where(rows, getattr(monthly_share, name).of(whole, rounding=HALF_UP), monthly)
    if not anywhere(has_part_income):
        return monthly
    in_part = has_part_income & (days < of(period_length))
    part = monthly_share.day.of(monthly * where_it_holds(in_part, days), rounding=HALF_UP)
    return where(in_part, part, monthly)


def _income(stem: str, english: str, welsh: str) -> Rule:
    facts = (f"adult_{stem}", f"adult_{stem}_paid_every")
    return Rule(
        name=f"monthly_{stem}", formula=monthly_income, cites=_PROVISIONS[stem], gives="pence_per_month", unit="adult",
        parameters=("has_other_income", *facts, "has_part_income", f"adult_{stem}_days", "period_length",
                    "monthly_share"),
        only_if={**dict.fromkeys(facts, "has_other_income"), f"adult_{stem}_days": "has_part_income"},
        label=Words(f"{english} a month", cy=f"{welsh} y mis"),
        says=Words(f"{english}: we turn what you got into a monthly amount.",
                   cy=f"{welsh}: rydym yn troi'r hyn a gawsoch yn swm misol."),
    )


INCOMES = tuple(_income(*source) for source in SOURCES)
"""A rule for each source of income, all of one shape."""


@rule(cites="UC Regs 2013 reg 68", gives="yes_no", unit="adult",
      label=Words("Has student income", cy="Mae ganddynt incwm myfyriwr"),
      says=Words("A student loan counts as income.", cy="Mae benthyciad myfyriwr yn cyfrif fel incwm."))
def is_student_with_income(adult_has_student_income: Any) -> Any:
    """Whether there is a student loan."""
    return adult_has_student_income


@rule(cites="UC Regs 2013 regs 68 to 71", gives="pence_per_month", unit="adult",
      label=Words("Student income a month", cy="Incwm myfyriwr y mis"),
      says=Words("We spread your student loan over the course year and ignore £110 a month. We ignore it all in the "
                 "long "
                 "vacation.",
                 cy="Rydym yn rhannu eich benthyciad myfyriwr dros flwyddyn y cwrs ac yn anwybyddu £110 y mis. Rydym "
                    "yn "
                    "anwybyddu'r cyfan yn y gwyliau hir."),
      only_if={"adult_student_loan": "is_student_with_income", "adult_postgraduate_loan": "is_student_with_income",
               "adult_course_periods": "is_student_with_income",
               "adult_student_income_ignored": "is_student_with_income"})
def monthly_student_income(
    is_student_with_income: Any, adult_student_loan: Any, adult_postgraduate_loan: Any, adult_course_periods: Any,
    adult_student_income_ignored: Any, student_income: Any, postgraduate_share: Any,
) -> Any:
    """Pence per month; the share and the division are each rounded half a penny up."""
    if not anywhere(is_student_with_income):
        return NOTHING
    counts = is_student_with_income & no(adult_student_income_ignored)
    year = where_it_holds(counts, adult_student_loan) + postgraduate_share.of(
        where_it_holds(counts, adult_postgraduate_loan), rounding=HALF_UP)
    periods = where(counts, higher(adult_course_periods, ONE), ONE)
    return at_least_zero(divide(year, periods, rounding=HALF_UP) - where_it_holds(counts, student_income.ignored))


@rule(cites="UC Regs 2013 regs 22(1)(a), 65, 66", gives="pence_per_month", unit="adult",
      label=Words("Your other income", cy="Eich incwm arall"),
      says=Words("We add up your other income that counts.", cy="Rydym yn adio eich incwm arall sy'n cyfrif."))
def other_income_of_adult(
    monthly_carers_allowance: Any, monthly_new_style_esa: Any, monthly_new_style_jsa: Any,
    monthly_maternity_allowance: Any, monthly_pension: Any, monthly_maintenance: Any, monthly_other_income: Any,
    monthly_student_income: Any,
) -> Any:
    """Pence per month."""
    return (monthly_carers_allowance + monthly_new_style_esa + monthly_new_style_jsa + monthly_maternity_allowance
            + monthly_pension + monthly_maintenance + monthly_other_income + monthly_student_income)


@rule(cites="UC Regs 2013 regs 22(1)(a), (3), 66, 72", gives="pence_per_month",
      label=Words("Other income that counts", cy="Incwm arall sy'n cyfrif"),
      says=Words("We add up your other income, your partner's, and the income from your savings. All of it comes off.",
                 cy="Rydym yn adio eich incwm arall, un eich partner, a'r incwm o'ch cynilion. Mae'r cyfan yn dod i "
                    "ffwrdd."))
def unearned_income(other_income_of_adult: Any, tariff_income: Any) -> Any:
    """Pence per month, both members' of a couple even where one claims alone."""
    return total(other_income_of_adult) + tariff_income
