"""The award: WRA 2012 section 8; UC Regs 2013 regs 17, 22, 23; Transitional Provisions Regs 2014 Part 4 Chapter 2.

Not coded: how a transitional element falls as other elements rise (TP Regs 2014 reg 55): the amount given is that left.
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.money import HALF_UP, at_least_zero
from entitle.kernel.words import Words
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import NOTHING, no
from entitle.schemes.universal_credit.rules.amounts import where_it_holds


@rule(cites="TP Regs 2014 reg 52", gives="yes_no",
      label=Words("Moved with a protected amount", cy="Wedi symud gyda swm wedi'i ddiogelu"),
      says=Words("If we moved you from another benefit, you may get more so that you do not lose.",
                 cy="Os gwnaethom eich symud o fudd-dal arall, efallai y cewch fwy fel na fyddwch ar eich colled."))
def is_protected(universal_credit_has_transitional_element: Any) -> Any:
    """Whether there is a transitional element."""
    return universal_credit_has_transitional_element


@rule(cites="TP Regs 2014 regs 52 to 57", gives="pence_per_month",
      label=Words("Transitional element", cy="Elfen drosiannol"),
      says=Words("The extra amount makes up what you would have lost by moving.",
                 cy="Mae'r swm ychwanegol yn gwneud iawn am yr hyn y byddech wedi'i golli drwy symud."),
      only_if={"universal_credit_transitional_element": "is_protected"})
def transitional_amount(is_protected: Any, universal_credit_transitional_element: Any) -> Any:
    """Pence per month."""
    return where_it_holds(is_protected, universal_credit_transitional_element)


@rule(cites="WRA 2012 s8(2); UC Regs 2013 reg 23", gives="pence_per_month",
      label=Words("Your amounts together", cy="Eich symiau gyda'i gilydd"),
      says=Words("We add up your standard allowance and each other amount you get.",
                 cy="Rydym yn adio eich lwfans safonol a phob swm arall a gewch."))
def maximum_amount(
    standard_allowance_element: Any, child_elements: Any, disabled_child_additions: Any, health_element: Any,
    limited_work_element: Any, carer_element: Any, housing_element: Any, childcare_element: Any,
    transitional_amount: Any,
) -> Any:
    """Pence per month."""
    return (standard_allowance_element + child_elements + disabled_child_additions + health_element
            + limited_work_element + carer_element + housing_element + childcare_element + transitional_amount)


@rule(cites="TP Regs 2014 reg 5A", gives="yes_no",
      label=Words("Housing Benefit for temporary housing", cy="Budd-dal Tai am dai dros dro"),
      says=Words("If Housing Benefit pays your rent, you can earn less before we take some off.",
                 cy="Os yw Budd-dal Tai yn talu eich rhent, gallwch ennill llai cyn i ni dynnu rhywfaint."))
def is_in_temporary_housing(owes_rent: Any, rent_counts: Any) -> Any:
    """Whether rent is owed that Housing Benefit meets."""
    return owes_rent & no(rent_counts)


@rule(cites="UC Regs 2013 reg 22(1)(b), (2)", gives="pence_per_month",
      label=Words("Work allowance", cy="Lwfans gwaith"),
      says=Words("You can earn some money first if you look after a child, or one of you has limited capability. It is "
                 "less if you get help with housing.",
                 cy="Gallwch ennill rhywfaint o arian yn gyntaf os ydych yn gofalu am blentyn, neu os oes gan un "
                    "ohonoch "
                    "allu cyfyngedig. Mae'n llai os ydych yn cael help gyda thai."))
def work_allowance(
    has_child: Any, either_has_limited_capability: Any, housing_element: Any, is_in_temporary_housing: Any,
    work_allowance_amount: Any,
) -> Any:
    """Pence per month. A housing element of nothing is taken to be none."""
    return choose(
        ("none", no(has_child) & no(either_has_limited_capability), NOTHING),
        ("lower, with housing costs", (housing_element > NOTHING) | is_in_temporary_housing,
         work_allowance_amount.lower),
        otherwise=("higher", work_allowance_amount.higher),
    )


@rule(cites="UC Regs 2013 reg 22(1)(b); rounding: reg 6(1)", gives="pence_per_month",
      label=Words("Taken off for earnings", cy="Wedi'i dynnu am enillion"),
      says=Words("We take off 55p for each £1 you earn above your work allowance.",
                 cy="Rydym yn tynnu 55c am bob £1 yr ydych yn ei ennill uwchlaw eich lwfans gwaith."))
def earnings_deduction(earned_income: Any, work_allowance: Any, taper: Any, too_much_capital: Any) -> Any:
    """Pence per month; rounded once, half a penny up. Nothing is taken from no award (WRA 2012 s5)."""
    return choose(
        ("savings over the limit, so no award", too_much_capital, NOTHING),
        otherwise=("earnings above the work allowance",
                   taper.of(at_least_zero(earned_income - work_allowance), rounding=HALF_UP)),
    )


@rule(cites="WRA 2012 ss5, 8(1), (3); UC Regs 2013 regs 17, 22", gives="pence_per_month",
      label=Words("Award before the benefit cap", cy="Dyfarniad cyn y cap ar fudd-daliadau"),
      says=Words("Your award is your amounts, less what we take off for earnings and other income.",
                 cy="Eich dyfarniad yw eich symiau, llai'r hyn a dynnwn am enillion ac incwm arall."))
def award_before_cap(
    maximum_amount: Any, earnings_deduction: Any, unearned_income: Any, too_much_capital: Any, minimum_award: Any,
) -> Any:
    """Pence per month; nothing where savings are over the limit, or where less than the least award is left."""
    left = at_least_zero(maximum_amount - earnings_deduction - unearned_income)
    return choose(
        ("savings over the limit", too_much_capital, NOTHING),
        ("less than a penny", left < minimum_award, NOTHING),
        otherwise=("what is left", left),
    )


@rule(cites="UC Regs 2013 reg 17", gives="yes_no",
      label=Words("Income too high", cy="Incwm yn rhy uchel"),
      says=Words("You get nothing if your income takes off all of your award.",
                 cy="Nid ydych yn cael dim os yw eich incwm yn tynnu eich holl ddyfarniad."))
def income_too_high(award_before_cap: Any, too_much_capital: Any, minimum_award: Any) -> Any:
    """Whether nothing is left, savings apart."""
    return no(too_much_capital) & (award_before_cap < minimum_award)
