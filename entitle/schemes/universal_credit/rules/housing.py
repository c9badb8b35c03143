"""Housing costs: WRA 2012 section 11; UC Regs 2013 regs 25 and 26, Schs 1 to 5.

Not coded: two homes, and absence from home (Sch 3); rent that the Rent Officer finds too high in the social sector
(Sch 4 para 32); payments to a landlord. Shared ownership is rent and service charges together.
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.money import HALF_UP, at_least_zero, divide
from entitle.kernel.words import Words
from entitle.rules.calendar import has_turned
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import NOTHING, ONE, anywhere, higher, lower, no, where
from entitle.rules.units import any_of, count, of
from entitle.schemes.universal_credit.rules.amounts import where_it_holds


@rule(cites="UC Regs 2013 Sch 1 para 7", gives="yes_no",
      label=Words("Pays no rent", cy="Ddim yn talu rhent"),
      says=Words("If you own your home we can help with service charges only.",
                 cy="Os ydych yn berchen ar eich cartref dim ond gyda thaliadau gwasanaeth y gallwn helpu."))
def owes_no_rent(owes_rent: Any) -> Any:
    """Whether nothing is paid as rent."""
    return no(owes_rent)


@rule(cites="UC Regs 2013 Sch 1 para 7, Sch 5", gives="yes_no",
      label=Words("Owner with service charges", cy="Perchennog gyda thaliadau gwasanaeth"),
      says=Words("We look at whether you own your home and pay service charges.",
                 cy="Rydym yn edrych a ydych yn berchen ar eich cartref ac yn talu taliadau gwasanaeth."),
      only_if={"home_owner_pays_charges": "owes_no_rent"})
def owner_has_charges(owes_no_rent: Any, home_owner_pays_charges: Any) -> Any:
    """Whether an owner-occupier pays them."""
    return owes_no_rent & home_owner_pays_charges


@rule(cites="UC Regs 2013 Sch 5 paras 4, 5", gives="yes_no",
      label=Words("Owner has waited long enough", cy="Perchennog wedi aros yn ddigon hir"),
      says=Words("An owner gets help with service charges after 9 periods in a row with no earnings.",
                 cy="Mae perchennog yn cael help gyda thaliadau gwasanaeth ar ôl 9 cyfnod yn olynol heb enillion."),
      only_if={"universal_credit_periods_without_earnings": "owner_has_charges"})
def owner_qualifies(
    owner_has_charges: Any, universal_credit_periods_without_earnings: Any, owner_wait: Any, earned_income: Any,
) -> Any:
    """Whether the wait is over and there are no earnings in this period either."""
    waited = universal_credit_periods_without_earnings >= owner_wait
    return owner_has_charges & waited & (earned_income < ONE)


@rule(cites="UC Regs 2013 Sch 4 para 3, Sch 5 para 2", gives="yes_no",
      label=Words("Has housing costs", cy="Mae ganddynt gostau tai"),
      says=Words("We look at what you pay for your home.", cy="Rydym yn edrych ar yr hyn a dalwch am eich cartref."))
def has_housing_costs(rent_counts: Any, owner_qualifies: Any) -> Any:
    """Whether there are any that count."""
    return rent_counts | owner_qualifies


@rule(cites="UC Regs 2013 Sch 4 para 7", gives="pence_per_month",
      label=Words("Rent a month", cy="Rhent y mis"),
      says=Words("We turn your rent into a monthly amount, and leave out weeks when none is due.",
                 cy="Rydym yn troi eich rhent yn swm misol, ac yn gadael allan wythnosau pan nad oes dim yn ddyledus."),
      only_if={"home_rent": "rent_counts", "home_rent_paid_every": "has_housing_costs",
               "home_rent_free_weeks": "rent_counts"})
def monthly_rent(
    rent_counts: Any, home_rent: Any, home_rent_paid_every: Any, home_rent_free_weeks: Any, rent_payments: Any,
) -> Any:
    """Pence per month; rounded once, half a penny up. Rent-free weeks matter where rent goes by weeks."""
    by_weeks = home_rent_paid_every.is_one_of("week", "fortnight", "four_weeks")
    weeks = rent_payments.weeks - where_it_holds(by_weeks & rent_counts, home_rent_free_weeks)
    payments = _payments(home_rent_paid_every, rent_payments)
    return divide(where_it_holds(rent_counts, home_rent) * payments * weeks,
                  rent_payments.months * rent_payments.weeks, rounding=HALF_UP)


@rule(cites="UC Regs 2013 Sch 1 para 8, Sch 4 para 7", gives="pence_per_month",
      label=Words("Service charges a month", cy="Taliadau gwasanaeth y mis"),
      says=Words("We turn the service charges that count into a monthly amount.",
                 cy="Rydym yn troi'r taliadau gwasanaeth sy'n cyfrif yn swm misol."),
      only_if={"home_service_charges": "has_housing_costs", "home_rent_paid_every": "has_housing_costs"})
def monthly_service_charges(
    has_housing_costs: Any, home_service_charges: Any, home_rent_paid_every: Any, rent_payments: Any,
) -> Any:
    """Pence per month; rounded once, half a penny up."""
    payments = _payments(home_rent_paid_every, rent_payments)
    return divide(where_it_holds(has_housing_costs, home_service_charges) * payments, rent_payments.months,
                  rounding=HALF_UP)


@rule(cites="UC Regs 2013 Sch 4 paras 24, 35", gives="yes_no",
      label=Words("Shares the rent", cy="Yn rhannu'r rhent"),
      says=Words("We look at whether someone outside your household owes part of the rent.",
                 cy="Rydym yn edrych a yw rhywun y tu allan i'ch aelwyd yn gyfrifol am ran o'r rhent."),
      only_if={"home_rent_is_shared": "rent_counts"})
def shares_rent(rent_counts: Any, home_rent_is_shared: Any) -> Any:
    """Whether anybody else is liable."""
    return rent_counts & home_rent_is_shared


@rule(cites="UC Regs 2013 Sch 4 paras 6, 24, 35", gives="pence_per_month",
      label=Words("Your part of the rent", cy="Eich rhan chi o'r rhent"),
      says=Words("If you share the rent, we count your part of it.",
                 cy="Os ydych yn rhannu'r rhent, rydym yn cyfrif eich rhan chi."),
      only_if={"home_people_liable": "shares_rent", "home_our_people_liable": "shares_rent"})
def core_rent(
    monthly_rent: Any, monthly_service_charges: Any, shares_rent: Any, home_people_liable: Any,
    home_our_people_liable: Any,
) -> Any:
    """Pence per month: (A / B) x C, rounded once, half a penny up."""
    whole = monthly_rent + monthly_service_charges
    liable = where(shares_rent, higher(home_people_liable, ONE), ONE)
    ours = where(shares_rent, lower(home_our_people_liable, liable), ONE)
    return choose(
        ("shared", shares_rent, divide(whole * ours, liable, rounding=HALF_UP) if anywhere(shares_rent) else whole),
        otherwise=("not shared", whole),
    )


@rule(cites="UC Regs 2013 Sch 4 para 20", gives="yes_no",
      label=Words("Rents from a private landlord", cy="Yn rhentu gan landlord preifat"),
      says=Words("Private rents are limited by Local Housing Allowance.",
                 cy="Cyfyngir rhenti preifat gan y Lwfans Tai Lleol."),
      only_if={"home_rents_from": "rent_counts"})
def rents_privately(rent_counts: Any, home_rents_from: Any) -> Any:
    """Whether Part 4 of the Schedule applies."""
    return rent_counts & home_rents_from.is_one_of("private")


@rule(cites="UC Regs 2013 Sch 4 para 30", gives="yes_no",
      label=Words("Rents from a council or housing association", cy="Yn rhentu gan gyngor neu gymdeithas dai"),
      says=Words("Social rents are cut if you have spare bedrooms.",
                 cy="Caiff rhenti cymdeithasol eu torri os oes gennych ystafelloedd gwely sbâr."))
def rents_socially(rent_counts: Any, rents_privately: Any) -> Any:
    """Whether Part 5 of the Schedule applies."""
    return rent_counts & no(rents_privately)


@rule(cites="UC Regs 2013 Sch 4 paras 27 to 29", gives="yes_no",
      label=Words("Under 35 and alone", cy="O dan 35 ac ar ei ben ei hun"),
      says=Words("If you are under 35 and live alone in a private home, you get the rate for a shared room. Some "
                 "people get more.",
                 cy="Os ydych o dan 35 ac yn byw ar eich pen eich hun mewn cartref preifat, rydych yn cael y gyfradd "
                    "am ystafell a rennir. Mae rhai pobl yn cael mwy."))
def is_young_and_alone(
    rents_privately: Any, is_couple: Any, has_child: Any, is_grown_up: Any, person_born_on: Any, last_day_on: Any,
    bedroom_ages: Any,
) -> Any:
    """Whether the shared-accommodation rate may apply."""
    under_35 = no(has_turned(bedroom_ages.shared_rate_under, person_born_on, last_day_on))
    return rents_privately & no(is_couple) & no(has_child) & no(any_of(is_grown_up)) & under_35


@rule(cites="UC Regs 2013 Sch 4 paras 22, 25 to 29", gives="pence_per_month",
      label=Words("Local Housing Allowance", cy="Lwfans Tai Lleol"),
      says=Words("Local Housing Allowance is the most we can pay towards a private rent. It depends on your area and "
                 "the "
                 "bedrooms you need, up to 4.",
                 cy="Y Lwfans Tai Lleol yw'r mwyaf y gallwn ei dalu tuag at rent preifat. Mae'n dibynnu ar eich "
                    "ardal a'r "
                    "ystafelloedd gwely sydd eu hangen arnoch, hyd at 4."),
      only_if={"home_shared_rate_excepted": "is_young_and_alone", "home_allowance_shared": "is_young_and_alone",
               "home_allowance_one_bedroom": "rents_privately", "home_allowance_two_bedrooms": "rents_privately",
               "home_allowance_three_bedrooms": "rents_privately", "home_allowance_four_bedrooms": "rents_privately"})
def cap_rent(
    is_young_and_alone: Any, home_shared_rate_excepted: Any, bedrooms_needed: Any, bedroom_sizes: Any,
    home_allowance_shared: Any, home_allowance_one_bedroom: Any, home_allowance_two_bedrooms: Any,
    home_allowance_three_bedrooms: Any, home_allowance_four_bedrooms: Any,
) -> Any:
    """Pence per month."""
    return choose(
        ("shared room", is_young_and_alone & no(home_shared_rate_excepted), home_allowance_shared),
        ("4 bedrooms", bedrooms_needed >= bedroom_sizes.four, home_allowance_four_bedrooms),
        ("3 bedrooms", bedrooms_needed >= bedroom_sizes.three, home_allowance_three_bedrooms),
        ("2 bedrooms", bedrooms_needed >= bedroom_sizes.two, home_allowance_two_bedrooms),
        otherwise=("1 bedroom", home_allowance_one_bedroom),
    )


@rule(cites="UC Regs 2013 Sch 4 para 36", gives="pence_per_month",
      label=Words("Taken off for spare bedrooms", cy="Wedi'i dynnu am ystafelloedd gwely sbâr"),
      says=Words("We take 14% off a social rent for one spare bedroom, and 25% for two or more.",
                 cy="Rydym yn tynnu 14% oddi ar rent cymdeithasol am un ystafell wely sbâr, a 25% am ddwy neu fwy."),
      only_if={"home_bedrooms": "rents_socially", "home_bedroom_rule_excepted": "rents_socially"})
def under_occupation_cut(
    core_rent: Any, rents_socially: Any, home_bedrooms: Any, home_bedroom_rule_excepted: Any, bedrooms_needed: Any,
    is_over_pension_age: Any, under_occupation: Any,
) -> Any:
    """Pence per month; rounded once, half a penny up. Not where a joint renter is over State Pension age."""
    spare = where_it_holds(rents_socially, home_bedrooms) - bedrooms_needed
    excepted = no(rents_socially) | home_bedroom_rule_excepted | any_of(is_over_pension_age)
    return choose(
        ("does not apply", excepted | (spare < ONE), NOTHING),
        ("one spare bedroom", spare < ONE + ONE, under_occupation.one.of(core_rent, rounding=HALF_UP)),
        otherwise=("two or more", under_occupation.more.of(core_rent, rounding=HALF_UP)),
    )


@rule(cites="UC Regs 2013 Sch 4 para 15", gives="yes_no", unit="adult",
      label=Words("Nothing is taken off for others", cy="Dim yn cael ei dynnu am eraill"),
      says=Words("If you get help with daily living, or are blind, nothing is taken off for other adults.",
                 cy="Os ydych yn cael help gyda bywyd bob dydd, neu'n ddall, nid oes dim yn cael ei dynnu am oedolion "
                    "eraill."))
def exempts_from_contributions(adult_gets_daily_living_benefit: Any, adult_is_blind: Any) -> Any:
    """Whether a renter gets such a benefit or is blind."""
    return adult_gets_daily_living_benefit | adult_is_blind


@rule(cites="UC Regs 2013 Sch 4 para 16", gives="yes_no", unit="non_dependant",
      label=Words("Pays towards the rent", cy="Yn talu tuag at y rhent"),
      says=Words("We take an amount off for each other adult of 21 or over. The law lets some pay nothing.",
                 cy="Rydym yn tynnu swm am bob oedolyn arall 21 oed neu'n hŷn. Mae'r gyfraith yn gadael i rai dalu "
                    "dim."))
def contributes(
    non_dependant_born_on: Any, non_dependant_exemption: Any, last_day_on: Any, non_dependant_age: Any,
) -> Any:
    """Whether of age, and not exempt."""
    of_age = has_turned(non_dependant_age, non_dependant_born_on, of(last_day_on))
    return of_age & non_dependant_exemption.is_one_of("none")


@rule(cites="UC Regs 2013 Sch 4 paras 13 to 15", gives="pence_per_month",
      label=Words("Taken off for other adults", cy="Wedi'i dynnu am oedolion eraill"),
      says=Words("We take a set amount off your housing costs for each other adult who should pay towards them.",
                 cy="Rydym yn tynnu swm penodol oddi ar eich costau tai am bob oedolyn arall a ddylai dalu tuag "
                    "atynt."))
def contributions(
    rent_counts: Any, contributes: Any, exempts_from_contributions: Any, non_dependant_amount: Any,
) -> Any:
    """Pence per month."""
    return choose(
        ("none are due", no(rent_counts) | any_of(exempts_from_contributions), NOTHING),
        otherwise=("for each adult", count(contributes) * non_dependant_amount),
    )


@rule(cites="WRA 2012 s11; UC Regs 2013 reg 26, Sch 4 paras 14(3), 22, 34", gives="pence_per_month",
      label=Words("Housing element", cy="Elfen tai"),
      says=Words("We pay your rent and service charges up to the limits, less what is taken off.",
                 cy="Rydym yn talu eich rhent a'ch taliadau gwasanaeth hyd at y terfynau, llai'r hyn sy'n cael ei "
                    "dynnu."))
def housing_element(
    core_rent: Any, rents_privately: Any, cap_rent: Any, under_occupation_cut: Any, contributions: Any,
) -> Any:
    """Pence per month, never below nothing."""
    return choose(
        ("private rent", rents_privately, at_least_zero(lower(core_rent, cap_rent) - contributions)),
        otherwise=("social rent, or an owner's charges",
                   at_least_zero(core_rent - under_occupation_cut - contributions)),
    )


def _payments(paid_every: Any, rent_payments: Any) -> Any:
    """Payments a year."""
    payments = rent_payments.month
    for name in ("week", "fortnight", "four_weeks", "quarter", "year"):
        payments = where(paid_every.is_one_of(name), getattr(rent_payments, name), payments)
    return payments
