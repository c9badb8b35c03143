"""The minimum income floor and the start-up period: UC Regs 2013 regs 62 to 64, 88, 90.

Not coded, and found by the work coach: whether self-employment is gainful (reg 64), the work group, the hours expected.
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.money import DOWN, HALF_UP, at_least_zero, divide
from entitle.kernel.words import Words
from entitle.rules.calendar import add_months, has_turned
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import NOTHING, anywhere, lower, no, where
from entitle.rules.units import any_of, of, smallest, total
from entitle.schemes.universal_credit.rules.amounts import rounded_down_to, where_it_holds


@rule(cites="UC Regs 2013 reg 64", gives="yes_no", unit="adult",
      label=Words("Mainly self-employed", cy="Hunangyflogedig yn bennaf"),
      says=Words("We look at whether your business is your main work and run for profit.",
                 cy="Rydym yn edrych ai eich busnes yw eich prif waith ac a yw'n cael ei redeg er elw."),
      only_if={"adult_gainfully_self_employed": "has_business"})
def is_gainful(has_business: Any, is_claimant: Any, adult_gainfully_self_employed: Any) -> Any:
    """Whether a claimant is in gainful self-employment."""
    return has_business & is_claimant & adult_gainfully_self_employed


@rule(cites="UC Regs 2013 reg 62(1)", gives="yes_no",
      label=Words("One of you is mainly self-employed", cy="Un ohonoch yn hunangyflogedig yn bennaf"),
      says=Words("We look at whether either of you is mainly self-employed.",
                 cy="Rydym yn edrych a yw un ohonoch yn hunangyflogedig yn bennaf."))
def either_is_gainful(is_gainful: Any) -> Any:
    """Whether any claimant is."""
    return any_of(is_gainful)


@rule(cites="UC Regs 2013 reg 90(3)", gives="yes_no", unit="adult",
      label=Words("Has a threshold", cy="Mae ganddynt drothwy"),
      says=Words("If one of you is mainly self-employed, we work out what each of you could be expected to earn.",
                 cy="Os yw un ohonoch yn hunangyflogedig yn bennaf, rydym yn cyfrifo'r hyn y gellid disgwyl i bob un "
                    "ohonoch ei ennill."))
def has_threshold(either_is_gainful: Any, is_claimant: Any) -> Any:
    """Whether this claimant's hours matter, for their own floor or for the couple's threshold."""
    return of(either_is_gainful) & is_claimant


@rule(cites="UC Regs 2013 reg 63", gives="yes_no", unit="adult",
      label=Words("Starting a business", cy="Dechrau busnes"),
      says=Words("The floor does not apply for the first 12 months of your business, once in 5 years.",
                 cy="Nid yw'r isafswm yn berthnasol am 12 mis cyntaf eich busnes, unwaith mewn 5 mlynedd."),
      only_if={"adult_self_employed_from_on": "is_gainful", "adult_start_up_used": "is_gainful"})
def is_starting_up(
    is_gainful: Any, adult_self_employed_from_on: Any, adult_start_up_used: Any, start_up: Any,
    period_starts_on: Any,
) -> Any:
    """Whether any part of the period is within the start-up months."""
    if not anywhere(is_gainful):
        return is_gainful
    starts = of(period_starts_on)
    began = where(is_gainful, adult_self_employed_from_on, starts)
    return is_gainful & no(adult_start_up_used) & (starts < add_months(began, start_up))


@rule(cites="UC Regs 2013 reg 62(1); WRA 2012 s22", gives="yes_no", unit="adult",
      label=Words("Floor applies", cy="Isafswm yn berthnasol"),
      says=Words("The floor applies if you are mainly self-employed and would have to look for any work.",
                 cy="Mae'r isafswm yn berthnasol os ydych yn hunangyflogedig yn bennaf ac y byddai'n rhaid i chi "
                    "chwilio "
                    "am unrhyw waith."),
      only_if={"adult_work_group": "has_threshold"})
def has_floor(is_gainful: Any, is_starting_up: Any, adult_work_group: Any) -> Any:
    """Whether the minimum income floor applies to this claimant in this period."""
    return is_gainful & no(is_starting_up) & adult_work_group.is_one_of("all")


@rule(cites="UC Regs 2013 reg 90(2); NMW Regs 2015 regs 4, 4A", gives="pence_per_hour", unit="adult",
      label=Words("Minimum wage for your age", cy="Isafswm cyflog am eich oedran"),
      says=Words("The minimum wage depends on your age.", cy="Mae'r isafswm cyflog yn dibynnu ar eich oedran."))
def hourly_wage(adult_born_on: Any, last_day_on: Any, minimum_wage: Any, minimum_wage_ages: Any) -> Any:
    """Pence an hour; never the apprentice's."""
    ages, ends = minimum_wage_ages, of(last_day_on)
    return choose(
        ("living wage", has_turned(ages.living_wage, adult_born_on, ends), minimum_wage.living_wage),
        ("21 or 22", has_turned(ages.young_adult, adult_born_on, ends), minimum_wage.young_adult),
        ("18 to 20", has_turned(ages.adult, adult_born_on, ends), minimum_wage.age_18_to_20),
        otherwise=("under 18", minimum_wage.under_18),
    )


@rule(cites="UC Regs 2013 regs 88, 90(2), (4)", gives="hours", unit="adult",
      label=Words("Hours expected", cy="Oriau a ddisgwylir"),
      says=Words("We expect up to 35 hours a week, or 16 if you only have to get ready for work.",
                 cy="Rydym yn disgwyl hyd at 35 awr yr wythnos, neu 16 os mai dim ond paratoi ar gyfer gwaith sydd "
                    "raid."),
      only_if={"adult_expected_hours": "has_threshold", "adult_work_group": "has_threshold"})
def hours_expected(has_threshold: Any, adult_expected_hours: Any, adult_work_group: Any, hours_in_week: Any) -> Any:
    """Hours a week. Reg 90(2) gives no threshold to someone of whom nothing is required (WRA 2012 s19)."""
    return choose(
        ("no threshold is needed", no(has_threshold), NOTHING),
        ("no work-related requirements", adult_work_group.is_one_of("none"), NOTHING),
        ("preparing for work", adult_work_group.is_one_of("preparation", "interview"), hours_in_week.preparing),
        otherwise=("hours agreed", lower(adult_expected_hours, hours_in_week.full)),
    )


@rule(cites="UC Regs 2013 regs 6(1A)(a), 90(2)", gives="pence_per_month", unit="adult",
      label=Words("Your own threshold", cy="Eich trothwy eich hun"),
      says=Words("Your own threshold is the minimum wage for your hours, in whole pounds a month.",
                 cy="Eich trothwy eich hun yw'r isafswm cyflog am eich oriau, mewn punnoedd cyfan y mis."))
def individual_threshold(hourly_wage: Any, hours_expected: Any, monthly_share: Any, whole_pound: Any) -> Any:
    """Pence per month before tax; a fraction of a pound is dropped."""
    return rounded_down_to(monthly_share.week.of(hourly_wage * hours_expected, rounding=DOWN), whole_pound)


@rule(cites="UC Regs 2013 regs 62(4), 90(2)", gives="pence_per_month", unit="adult",
      label=Words("Your threshold after tax", cy="Eich trothwy ar ôl treth"),
      says=Words("From your threshold we take the tax and National Insurance that would be due on it.",
                 cy="O'ch trothwy rydym yn tynnu'r dreth a'r Yswiriant Gwladol a fyddai'n ddyledus arno."))
def threshold_after_tax(
    hourly_wage: Any, hours_expected: Any, individual_threshold: Any, monthly_share: Any, floor_keeps_pence: Any,
    floor_tax: Any, floor_tax_rates: Any,
) -> Any:
    """Pence per month; worked in exact fractions and rounded once, half a penny up, as the agency's own figure is."""
    share = monthly_share.week
    before = where(floor_keeps_pence > NOTHING, hourly_wage * hours_expected * share.parts,
                      individual_threshold * share.whole)
    return _after_tax(before, share.whole, floor_tax, floor_tax_rates)


@rule(cites="UC Regs 2013 reg 90(3)", gives="pence_per_month",
      label=Words("Threshold for you both", cy="Trothwy i'r ddau ohonoch"),
      says=Words("A couple's threshold is the two thresholds together.",
                 cy="Trothwy cwpl yw'r ddau drothwy gyda'i gilydd."))
def threshold_for_both(
    threshold_after_tax: Any, claims_without_partner: Any, either_is_gainful: Any, minimum_wage: Any,
    hours_in_week: Any, monthly_share: Any, floor_tax: Any, floor_tax_rates: Any,
) -> Any:
    """Pence per month; with a partner who is no claimant, full hours at the living wage are added for them."""
    share = monthly_share.week
    before = minimum_wage.living_wage * hours_in_week.full * share.parts
    partners = _after_tax(before, share.whole, floor_tax, floor_tax_rates)
    return total(threshold_after_tax) + where_it_holds(claims_without_partner & either_is_gainful, partners)


@rule(cites="UC Regs 2013 reg 62(2), (3)", gives="pence_per_month", unit="adult",
      label=Words("What you are taken to earn", cy="Yr hyn y cymerir eich bod yn ei ennill"),
      says=Words("If you are mainly self-employed and earned less than your threshold, we take it that you earned the "
                 "threshold. A couple's earnings together can lower it.",
                 cy="Os ydych yn hunangyflogedig yn bennaf ac wedi ennill llai na'ch trothwy, rydym yn cymryd eich bod "
                    "wedi ennill y trothwy. Gall enillion cwpl gyda'i gilydd ei ostwng."))
def taken_to_earn(
    own_earnings: Any, has_floor: Any, threshold_after_tax: Any, actual_earnings: Any, surplus_brought_forward: Any,
    threshold_for_both: Any,
) -> Any:
    """Pence per month, where any surplus earnings are the other's."""
    return _floored(own_earnings, of(actual_earnings) + of(surplus_brought_forward), has_floor, threshold_after_tax,
                    of(threshold_for_both))


@rule(cites="UC Regs 2013 reg 62(4A)", gives="pence_per_month", unit="adult",
      label=Words("Difference that a surplus makes", cy="Y gwahaniaeth y mae swm dros ben yn ei wneud"),
      says=Words("We add earnings brought forward to whichever of you it raises least.",
                 cy="Rydym yn ychwanegu enillion a ddygwyd ymlaen at bwy bynnag ohonoch y mae'n ei godi leiaf."))
def difference_of_surplus(
    own_earnings: Any, has_floor: Any, threshold_after_tax: Any, actual_earnings: Any, surplus_brought_forward: Any,
    threshold_for_both: Any, taken_to_earn: Any,
) -> Any:
    """Pence per month: what is taken to be earned with the surplus, less what is without."""
    surplus = of(surplus_brought_forward)
    if not anywhere(surplus):
        return NOTHING
    return _floored(own_earnings + surplus, of(actual_earnings) + surplus, has_floor, threshold_after_tax,
                    of(threshold_for_both)) - taken_to_earn


@rule(cites="UC Regs 2013 regs 22, 52, 54A, 62", gives="pence_per_month",
      label=Words("Earnings that count", cy="Enillion sy'n cyfrif"),
      says=Words("The earnings that count are yours and your partner's, with any brought forward and any floor.",
                 cy="Yr enillion sy'n cyfrif yw eich rhai chi a'ch partner, gydag unrhyw rai a ddygwyd ymlaen ac "
                    "unrhyw "
                    "isafswm."))
def earned_income(taken_to_earn: Any, difference_of_surplus: Any) -> Any:
    """Pence per month."""
    return total(taken_to_earn) + smallest(difference_of_surplus)


def _after_tax(before: Any, whole: Any, floor_tax: Any, floor_tax_rates: Any) -> Any:
    """Pence per month, of a monthly sum of so many parts (`before`) in a `whole`; rounded once, half a penny up."""
    tax, class_4 = floor_tax_rates.tax, floor_tax_rates.class_4
    taxed = at_least_zero(before - floor_tax.tax_free * whole)
    insured = at_least_zero(before - floor_tax.profits_limit * whole)
    after = (before * tax.whole * class_4.whole - taxed * tax.parts * class_4.whole
             - insured * class_4.parts * tax.whole)
    class_2 = where_it_holds(insured > NOTHING, floor_tax.class_2)
    return divide(after, whole * tax.whole * class_4.whole, rounding=HALF_UP) - class_2


def treated_as_earning(own: Any, both: Any, own_threshold: Any, both_threshold: Any) -> Any:
    """Reg 62(2) and (3): the floor for someone below their own threshold, and with their partner below the couple's."""
    partners = both - own
    floor = own_threshold - at_least_zero(own_threshold + partners - both_threshold)
    return where((own < own_threshold) & (both < both_threshold), floor, own)


def _floored(own: Any, both: Any, has_floor: Any, own_threshold: Any, both_threshold: Any) -> Any:
    if not anywhere(has_floor):
        return own
    return where(has_floor, treated_as_earning(own, both, own_threshold, both_threshold), own)
