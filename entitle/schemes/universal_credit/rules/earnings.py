"""Earned income: UC Regs 2013 regs 51 to 61.

Pay is what HMRC's real-time reports that came in the period say; with none, a record of nothing (reg 61(2)). Not coded:
moving one of two reports of monthly pay to its own period (reg 61(6)) and earnings given up (reg 60), which a person
does; the tests that make a flat rate unsuitable (reg 59(1)).
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.money import at_least_zero
from entitle.kernel.words import Words
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import NOTHING, lower
from entitle.rules.units import total
from entitle.schemes.universal_credit.rules.amounts import where_it_holds


@rule(cites="UC Regs 2013 reg 55", gives="yes_no", unit="adult",
      label=Words("Works for an employer", cy="Yn gweithio i gyflogwr"),
      says=Words("We look at whether you work for an employer.", cy="Rydym yn edrych a ydych yn gweithio i gyflogwr."))
def has_employer(adult_is_employed: Any) -> Any:
    """Whether employed in the period."""
    return adult_is_employed


@rule(cites="UC Regs 2013 reg 57", gives="yes_no", unit="adult",
      label=Words("Self-employed", cy="Hunangyflogedig"),
      says=Words("We look at whether you work for yourself.", cy="Rydym yn edrych a ydych yn gweithio i chi'ch hun."))
def has_business(adult_is_self_employed: Any) -> Any:
    """Whether self-employed in the period."""
    return adult_is_self_employed


@rule(cites="UC Regs 2013 regs 55(5), 57(2)", gives="yes_no", unit="adult",
      label=Words("Works", cy="Yn gweithio"),
      says=Words("We look at whether you have any work.", cy="Rydym yn edrych a oes gennych unrhyw waith."))
def has_work(has_employer: Any, has_business: Any) -> Any:
    """Whether either."""
    return has_employer | has_business


@rule(cites="UC Regs 2013 regs 55, 61", gives="pence_per_month", unit="adult",
      label=Words("Pay after tax", cy="Cyflog ar ôl treth"),
      says=Words("We count your pay after Income Tax and National Insurance.",
                 cy="Rydym yn cyfrif eich cyflog ar ôl Treth Incwm ac Yswiriant Gwladol."),
      only_if={"adult_pay": "has_employer", "adult_pay_tax": "has_employer",
               "adult_pay_national_insurance": "has_employer"})
def pay_after_tax(has_employer: Any, adult_pay: Any, adult_pay_tax: Any, adult_pay_national_insurance: Any) -> Any:
    """Pence in the period; tax paid back through the payroll is tax below nothing."""
    return where_it_holds(has_employer, adult_pay - adult_pay_tax - adult_pay_national_insurance)


@rule(cites="UC Regs 2013 reg 59(2)", gives="pence_per_month", unit="adult",
      label=Words("Flat rate for business miles", cy="Cyfradd unffurf am filltiroedd busnes"),
      says=Words("For business trips by car we take off 45p a mile. After 833 miles it is 25p. By motorcycle it is "
                 "24p.",
                 cy="Ar gyfer teithiau busnes mewn car rydym yn tynnu 45c y filltir. Ar ôl 833 milltir mae'n 25c. Ar "
                    "feic modur mae'n 24c."),
      only_if={"adult_business_miles": "has_business", "adult_business_motorcycle_miles": "has_business"})
def flat_rate_for_miles(
    has_business: Any, adult_business_miles: Any, adult_business_motorcycle_miles: Any, flat_rates: Any,
    flat_rate_bounds: Any,
) -> Any:
    """Pence in the period."""
    miles = where_it_holds(has_business, adult_business_miles)
    first = lower(miles, flat_rate_bounds.car_miles)
    by_motorcycle = where_it_holds(has_business, adult_business_motorcycle_miles)
    return (first * flat_rates.car_first + (miles - first) * flat_rates.car_after
            + by_motorcycle * flat_rates.motorcycle)


@rule(cites="UC Regs 2013 reg 59(3)", gives="pence_per_month", unit="adult",
      label=Words("Flat rate for work at home", cy="Cyfradd unffurf am waith gartref"),
      says=Words("For 25 hours or more of work at home we take off £10. For more than 50 it is £18. For more than 100 "
                 "it is £26.",
                 cy="Am 25 awr neu fwy o waith gartref rydym yn tynnu £10. Am fwy na 50 mae'n £18. Am fwy na 100 "
                    "mae'n £26."),
      only_if={"adult_hours_working_at_home": "has_business"})
def flat_rate_for_home(
    has_business: Any, adult_hours_working_at_home: Any, flat_rates: Any, flat_rate_bounds: Any,
) -> Any:
    """Pence in the period."""
    hours = where_it_holds(has_business, adult_hours_working_at_home)
    return choose(
        ("over 100 hours", hours > flat_rate_bounds.home_most, flat_rates.home_most),
        ("over 50 hours", hours > flat_rate_bounds.home_more, flat_rates.home_more),
        ("25 hours or more", hours >= flat_rate_bounds.home_some, flat_rates.home_some),
        otherwise=("fewer", NOTHING),
    )


@rule(cites="UC Regs 2013 regs 57(2) Steps 1 and 2, 58, 59", gives="pence_per_month", unit="adult",
      label=Words("Profit or loss", cy="Elw neu golled"),
      says=Words("Your profit is what your business took, less the costs it paid.",
                 cy="Eich elw yw'r hyn a gymerodd eich busnes, llai'r costau a dalodd."),
      only_if={"adult_takings": "has_business", "adult_business_expenses": "has_business"})
def profit_or_loss(
    has_business: Any, adult_takings: Any, adult_business_expenses: Any, flat_rate_for_miles: Any,
    flat_rate_for_home: Any,
) -> Any:
    """Pence in the period, below nothing for a loss."""
    return where_it_holds(
        has_business, adult_takings - adult_business_expenses - flat_rate_for_miles - flat_rate_for_home)


@rule(cites="UC Regs 2013 reg 57(2) Steps 3 and 5, reg 57A", gives="pence_per_month", unit="adult",
      label=Words("Profit after tax and losses", cy="Elw ar ôl treth a cholledion"),
      says=Words("We take off the tax and National Insurance you paid on your business, and losses not used before.",
                 cy="Rydym yn tynnu'r dreth a'r Yswiriant Gwladol a dalwyd ar eich busnes, a cholledion nas "
                    "defnyddiwyd "
                    "o'r blaen."),
      only_if={"adult_business_tax": "has_business", "adult_business_national_insurance": "has_business",
               "adult_unused_losses": "has_business"})
def profit_after_tax(
    has_business: Any, profit_or_loss: Any, adult_business_tax: Any, adult_business_national_insurance: Any,
    adult_unused_losses: Any,
) -> Any:
    """Pence in the period, never below nothing at either step."""
    taxed = at_least_zero(at_least_zero(profit_or_loss) - where_it_holds(
        has_business, adult_business_tax + adult_business_national_insurance))
    return at_least_zero(taxed - where_it_holds(has_business, adult_unused_losses))


@rule(cites="UC Regs 2013 regs 51, 52, 55(5), 57(2) Step 4", gives="pence_per_month", unit="adult",
      label=Words("What you earned", cy="Yr hyn a enilloch"),
      says=Words("We add your pay and your profit, and take off what you paid into a pension.",
                 cy="Rydym yn adio eich cyflog a'ch elw, ac yn tynnu'r hyn a dalwyd gennych i bensiwn."),
      only_if={"adult_pension_contributions": "has_work"})
def own_earnings(has_work: Any, pay_after_tax: Any, profit_after_tax: Any, adult_pension_contributions: Any) -> Any:
    """Pence in the period, as they were: no floor and nothing brought forward."""
    return at_least_zero(pay_after_tax + profit_after_tax - where_it_holds(has_work, adult_pension_contributions))


@rule(cites="UC Regs 2013 reg 22(1)(b), (3)", gives="pence_per_month",
      label=Words("What you earned between you", cy="Yr hyn a enilloch rhyngoch"),
      says=Words("We add up what you and your partner earned.", cy="Rydym yn adio'r hyn a enilloch chi a'ch partner."))
def actual_earnings(own_earnings: Any) -> Any:
    """Pence in the period, a couple's together."""
    return total(own_earnings)
