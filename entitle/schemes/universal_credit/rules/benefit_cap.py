"""The benefit cap: WRA 2012 sections 96 and 97; UC Regs 2013 Part 7 (regs 78 to 83).

Housing Benefit counts as nothing (reg 80(2A)). Not coded: the few people who still get a widow's or older benefit that
counts, whose other income a person looks at.
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.money import DOWN, HALF_UP, at_least_zero
from entitle.kernel.words import Words
from entitle.rules.calendar import add_months
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import NOTHING, ONE, anywhere, lower, no, where
from entitle.rules.units import any_of, count, total
from entitle.schemes.universal_credit.rules.amounts import rounded_down_to


@rule(cites="UC Regs 2013 reg 80A", gives="pence_per_month",
      label=Words("Benefit cap a month", cy="Cap ar fudd-daliadau y mis"),
      says=Words("The cap is the most that a home can get in benefits. It depends on where you live, and on whether "
                 "you "
                 "are a couple or have a child.",
                 cy="Y cap yw'r mwyaf y gall cartref ei gael mewn budd-daliadau. Mae'n dibynnu ar ble rydych yn byw, "
                    "ac "
                    "ar a ydych yn gwpl neu â phlentyn."))
def monthly_cap(
    home_in_greater_london: Any, is_joint_claim: Any, has_child: Any, benefit_cap_limit: Any, monthly_share: Any,
) -> Any:
    """Pence per month: the annual limit over 12, rounded half a penny up."""
    has_family = is_joint_claim | has_child
    yearly = choose(
        ("London, couple or child", home_in_greater_london & has_family, benefit_cap_limit.london_family),
        ("London, single", home_in_greater_london, benefit_cap_limit.london_single),
        ("elsewhere, couple or child", has_family, benefit_cap_limit.family),
        otherwise=("elsewhere, single", benefit_cap_limit.single),
    )
    return monthly_share.year.of(yearly, rounding=HALF_UP)


@rule(cites="UC Regs 2013 regs 73, 80(4)", gives="pence_per_month",
      label=Words("Child Benefit a month", cy="Budd-dal Plant y mis"),
      says=Words("Child Benefit counts towards the cap.", cy="Mae Budd-dal Plant yn cyfrif tuag at y cap."),
      only_if={"household_gets_child_benefit": "has_child"})
def monthly_child_benefit(
    has_child: Any, is_child_of_claim: Any, household_gets_child_benefit: Any, child_benefit_rate: Any,
    monthly_share: Any,
) -> Any:
    """Pence per month: the weekly total as a monthly sum, rounded once, half a penny up."""
    others = at_least_zero(count(is_child_of_claim) - ONE)
    weekly = child_benefit_rate.eldest + others * child_benefit_rate.each_other
    return choose(
        ("paid", has_child & household_gets_child_benefit, monthly_share.week.of(weekly, rounding=HALF_UP)),
        otherwise=("not paid", NOTHING),
    )


@rule(cites="WRA 2012 s96(10); UC Regs 2013 reg 80", gives="pence_per_month", unit="adult",
      label=Words("Your benefits that the cap looks at", cy="Eich budd-daliadau y mae'r cap yn edrych arnynt"),
      says=Words("We add up the benefits of your own that count towards the cap.",
                 cy="Rydym yn adio eich budd-daliadau eich hun sy'n cyfrif tuag at y cap."))
def benefits_in_cap_of_adult(
    monthly_new_style_esa: Any, monthly_new_style_jsa: Any, monthly_maternity_allowance: Any,
) -> Any:
    """Pence per month, as they count as income (reg 80(4))."""
    return monthly_new_style_esa + monthly_new_style_jsa + monthly_maternity_allowance


@rule(cites="WRA 2012 s96(10); UC Regs 2013 reg 80", gives="pence_per_month",
      label=Words("Benefits that the cap looks at", cy="Budd-daliadau y mae'r cap yn edrych arnynt"),
      says=Words("We add up your Universal Credit, Child Benefit, Jobseeker's Allowance, Employment and Support "
                 "Allowance "
                 "and Maternity Allowance.",
                 cy="Rydym yn adio eich Credyd Cynhwysol, Budd-dal Plant, Lwfans Ceisio Gwaith, Lwfans Cyflogaeth a "
                    "Chymorth a Lwfans Mamolaeth."))
def benefits_in_cap(
    award_before_cap: Any, monthly_child_benefit: Any, benefits_in_cap_of_adult: Any,
) -> Any:
    """Pence per month."""
    return award_before_cap + monthly_child_benefit + total(benefits_in_cap_of_adult)


@rule(cites="UC Regs 2013 regs 6(1A)(za), 82(1)(a), (4)", gives="yes_no",
      label=Words("Earns enough for no cap", cy="Yn ennill digon i beidio â chael cap"),
      says=Words("There is no cap if you earn as much as 16 hours a week at the living wage.",
                 cy="Nid oes cap os ydych yn ennill cymaint ag 16 awr yr wythnos ar y cyflog byw."))
def earns_above_cap_level(
    actual_earnings: Any, minimum_wage: Any, hours_in_week: Any, monthly_share: Any, whole_pound: Any,
) -> Any:
    """Whether a couple's earnings together, with no floor, reach the level; a fraction of a pound is dropped from "
      "it."""
    level = monthly_share.week.of(minimum_wage.living_wage * hours_in_week.benefit_cap, rounding=DOWN)
    return actual_earnings >= rounded_down_to(level, whole_pound)


@rule(cites="UC Regs 2013 reg 82(2)", gives="yes_no",
      label=Words("Had steady work", cy="Wedi cael gwaith cyson"),
      says=Words("After 12 months of steady work there is no cap for 9 months.",
                 cy="Ar ôl 12 mis o waith cyson nid oes cap am 9 mis."))
def had_steady_work(universal_credit_had_steady_earnings: Any) -> Any:
    """Whether earnings were at the level in each of 12 months."""
    return universal_credit_had_steady_earnings


@rule(cites="UC Regs 2013 reg 82(1)(b), (2), (3)", gives="yes_no",
      label=Words("In the 9 months without a cap", cy="Yn y 9 mis heb gap"),
      says=Words("We look at whether the 9 months are still running.",
                 cy="Rydym yn edrych a yw'r 9 mis yn dal i redeg."),
      only_if={"universal_credit_grace_from_on": "had_steady_work"})
def is_in_grace_period(
    had_steady_work: Any, universal_credit_grace_from_on: Any, period_starts_on: Any,
    last_day_on: Any, cap_grace: Any,
) -> Any:
    """Whether the period begins within the grace period, or the grace period begins within it."""
    if not anywhere(had_steady_work):
        return had_steady_work
    begins = where(had_steady_work, universal_credit_grace_from_on, period_starts_on)
    return had_steady_work & (begins <= last_day_on) & (period_starts_on < add_months(begins, cap_grace))


@rule(cites="UC Regs 2013 reg 83(1)", gives="yes_no", unit="adult",
      label=Words("Benefits mean no cap", cy="Mae budd-daliadau yn golygu dim cap"),
      says=Words("There is no cap if one of you gets a disability benefit, or Carer's Allowance, or an extra amount "
                 "for illness.",
                 cy="Nid oes cap os yw un ohonoch yn cael budd-dal anabledd, neu Lwfans Gofalwr, neu swm ychwanegol "
                    "am salwch."),
      only_if={"adult_has_support_component": "has_other_income"})
def exempts_adult_from_cap(
    adult_gets_daily_living_benefit: Any, adult_gets_other_disability_benefit: Any, monthly_carers_allowance: Any,
    has_other_income: Any, adult_has_support_component: Any, monthly_new_style_esa: Any,
) -> Any:
    """Whether this adult's benefits are among those listed."""
    support = has_other_income & adult_has_support_component & (monthly_new_style_esa > NOTHING)
    return (adult_gets_daily_living_benefit | adult_gets_other_disability_benefit
            | (monthly_carers_allowance > NOTHING) | support)


@rule(cites="UC Regs 2013 reg 83(1)(e) to (g)", gives="yes_no", unit="child",
      label=Words("A child's benefit means no cap", cy="Mae budd-dal plentyn yn golygu dim cap"),
      says=Words("There is no cap if your child gets a disability benefit.",
                 cy="Nid oes cap os yw eich plentyn yn cael budd-dal anabledd."))
def exempts_child_from_cap(is_child_of_claim: Any, child_disability: Any) -> Any:
    """Whether a child of the claim gets one."""
    return is_child_of_claim & no(child_disability.is_one_of("none"))


@rule(cites="UC Regs 2013 regs 82, 83", gives="yes_no",
      label=Words("No benefit cap", cy="Dim cap ar fudd-daliadau"),
      says=Words("The cap does not apply if you earn enough or care for someone. It does not apply if you get the "
                 "health element. It does not if someone in your home gets a disability benefit.",
                 cy="Nid yw'r cap yn berthnasol os ydych yn ennill digon neu'n gofalu am rywun. Nid yw'n berthnasol "
                    "os ydych yn cael yr elfen iechyd. Nid yw chwaith os yw rhywun yn eich cartref yn cael budd-dal "
                    "anabledd."))
def is_outside_cap(
    earns_above_cap_level: Any, is_in_grace_period: Any, health_element: Any, carer_element: Any,
    exempts_adult_from_cap: Any, exempts_child_from_cap: Any,
) -> Any:
    """Whether any exception holds."""
    return (earns_above_cap_level | is_in_grace_period | (health_element > NOTHING) | (carer_element > NOTHING)
            | any_of(exempts_adult_from_cap) | any_of(exempts_child_from_cap))


@rule(cites="WRA 2012 s96; UC Regs 2013 regs 79, 81", gives="pence_per_month",
      label=Words("Taken off by the benefit cap", cy="Wedi'i dynnu gan y cap ar fudd-daliadau"),
      says=Words("If your benefits come to more than the cap, we take off the difference, less your childcare amount.",
                 cy="Os yw eich budd-daliadau'n fwy na'r cap, rydym yn tynnu'r gwahaniaeth, llai eich swm gofal "
                    "plant."))
def cap_reduction(
    benefits_in_cap: Any, monthly_cap: Any, childcare_element: Any, is_outside_cap: Any, award_before_cap: Any,
) -> Any:
    """Pence per month, never more than the award."""
    over = at_least_zero(at_least_zero(benefits_in_cap - monthly_cap) - childcare_element)
    return choose(
        ("the cap does not apply", is_outside_cap, NOTHING),
        otherwise=("the excess, less childcare", lower(over, award_before_cap)),
    )


@rule(cites="WRA 2012 s8(1), s96", gives="pence_per_month",
      label=Words("Your Universal Credit", cy="Eich Credyd Cynhwysol"),
      says=Words("Your Universal Credit for the month, after any benefit cap.",
                 cy="Eich Credyd Cynhwysol am y mis, ar ôl unrhyw gap ar fudd-daliadau."))
def award(award_before_cap: Any, cap_reduction: Any) -> Any:
    """Pence per month."""
    return award_before_cap - cap_reduction
