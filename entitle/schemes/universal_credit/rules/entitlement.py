"""Who can have Universal Credit: WRA 2012 sections 3 to 5; UC Regs 2013 Part 2.

Not coded: the grounds on which someone of 16 or 17, or in education, may claim (regs 8 and 14), which a person finds;
temporary absence abroad (reg 11); restrictions on entitlement of members of religious orders (reg 19).
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.calendar import add_months, birthday, has_turned
from entitle.rules.decorator import rule
from entitle.rules.lookup import find
from entitle.rules.row_by_row import NOTHING, no
from entitle.rules.units import all_of, any_of, of, place


@rule(cites="WRA 2012 s2, s39", gives="yes_no",
      label=Words("Lives with a partner", cy="Yn byw gyda phartner"),
      says=Words("If you live with a partner, you both claim as one.",
                 cy="Os ydych yn byw gyda phartner, mae'r ddau ohonoch yn hawlio fel un."))
def is_couple(household_has_partner: Any) -> Any:
    """Whether there is a partner in the home."""
    return household_has_partner


@rule(cites="WRA 2012 s4(1)(a)", gives="yes_no",
      label=Words("Under 18", cy="O dan 18"),
      says=Words("You must be 18 or over to claim, unless an exception applies.",
                 cy="Rhaid i chi fod yn 18 oed neu'n hŷn i hawlio, oni bai bod eithriad yn berthnasol."))
def is_under_18(person_born_on: Any, last_day_on: Any, claiming_ages: Any) -> Any:
    """Whether the claimant's birthday comes after the period."""
    return no(has_turned(claiming_ages.adult, person_born_on, last_day_on))


@rule(cites="WRA 2012 s4(1)(a), (3); UC Regs 2013 reg 8", gives="yes_no",
      label=Words("Too young", cy="Rhy ifanc"),
      says=Words("You must be 18 or over, or 16 or 17 with a reason that the law allows.",
                 cy="Rhaid i chi fod yn 18 oed neu'n hŷn, neu'n 16 neu 17 gyda rheswm y mae'r gyfraith yn ei "
                    "ganiatáu."),
      only_if={"person_excepted_at_16_or_17": "is_under_18"})
def too_young(
    person_born_on: Any, is_under_18: Any, person_excepted_at_16_or_17: Any, last_day_on: Any, claiming_ages: Any,
) -> Any:
    """Whether under 18 without a ground, or under 16."""
    is_16 = has_turned(claiming_ages.youngest, person_born_on, last_day_on)
    return is_under_18 & no(person_excepted_at_16_or_17 & is_16)


@rule(cites="UC Regs 2013 reg 3(3)(a)", gives="yes_no",
      label=Words("Partner is under 18", cy="Partner o dan 18"),
      says=Words("A partner under 18 can claim with you only for certain reasons.",
                 cy="Dim ond am resymau penodol y gall partner o dan 18 oed hawlio gyda chi."),
      only_if={"partner_born_on": "is_couple"})
def partner_is_under_18(is_couple: Any, partner_born_on: Any, last_day_on: Any, claiming_ages: Any) -> Any:
    """Whether the partner's birthday comes after the period."""
    return is_couple & no(has_turned(claiming_ages.adult, partner_born_on, last_day_on))


@rule(cites="UC Regs 2013 reg 3(3)", gives="yes_no",
      label=Words("Claims alone though in a couple", cy="Yn hawlio ar ei ben ei hun er mewn cwpl"),
      says=Words("If your partner is abroad, in prison or too young, you claim as a single person.",
                 cy="Os yw eich partner dramor, yn y carchar neu'n rhy ifanc, rydych yn hawlio fel person sengl."),
      only_if={"partner_lives_in_great_britain": "is_couple", "partner_is_prisoner": "is_couple",
               "partner_excepted_at_16_or_17": "partner_is_under_18"})
def claims_without_partner(
    is_couple: Any, partner_is_under_18: Any, partner_excepted_at_16_or_17: Any, partner_lives_in_great_britain: Any,
    partner_is_prisoner: Any,
) -> Any:
    """Whether there is a partner who cannot be a joint claimant."""
    too_young = partner_is_under_18 & no(partner_excepted_at_16_or_17)
    return is_couple & (too_young | no(partner_lives_in_great_britain) | partner_is_prisoner)


@rule(cites="WRA 2012 s39", gives="yes_no", unit="adult",
      label=Words("Is the partner", cy="Yw'r partner"),
      says=Words("You come first, then your partner.", cy="Chi sy'n dod gyntaf, yna eich partner."))
def is_partner(adult_born_on: Any) -> Any:
    """Whether this is the second of a couple."""
    return place(adult_born_on) > NOTHING


@rule(cites="WRA 2012 s2(1)", gives="yes_no",
      label=Words("Joint claim", cy="Cais ar y cyd"),
      says=Words("You and your partner have one claim and one award.",
                 cy="Mae gennych chi a'ch partner un cais ac un dyfarniad."))
def is_joint_claim(is_couple: Any, claims_without_partner: Any) -> Any:
    """Whether both of a couple are claimants."""
    return is_couple & no(claims_without_partner)


@rule(cites="WRA 2012 s2; UC Regs 2013 reg 3(3)", gives="yes_no", unit="adult",
      label=Words("Is a claimant", cy="Yn hawlydd"),
      says=Words("Each of you counts for the claim, unless one of you claims alone.",
                 cy="Mae'r ddau ohonoch yn cyfrif ar gyfer y cais, oni bai bod un ohonoch yn hawlio ar ei ben ei hun."))
def is_claimant(is_partner: Any, is_joint_claim: Any) -> Any:
    """The person who claims, and a partner who claims jointly."""
    return no(is_partner) | of(is_joint_claim)


@rule(cites="WRA 2012 s4(1)(b), (4); PA 1995 Sch 4 para 1", gives="date", unit="adult",
      label=Words("State Pension age", cy="Oedran Pensiwn y Wladwriaeth"),
      says=Words("Universal Credit is for people under State Pension age.",
                 cy="Mae Credyd Cynhwysol ar gyfer pobl o dan oedran Pensiwn y Wladwriaeth."))
def pension_age_on(adult_born_on: Any, pension_age: Any) -> Any:
    """The day it is reached; for those who reached it before 6 November 2020, a day no earlier than the true one."""
    band = find(pension_age, adult_born_on)
    return add_months(birthday(adult_born_on, band.years), band.months)


@rule(cites="WRA 2012 s4(1)(b)", gives="yes_no", unit="adult",
      label=Words("Over State Pension age", cy="Dros oedran Pensiwn y Wladwriaeth"),
      says=Words("We look at whether each of you has reached State Pension age.",
                 cy="Rydym yn edrych a yw pob un ohonoch wedi cyrraedd oedran Pensiwn y Wladwriaeth."))
def is_over_pension_age(pension_age_on: Any, period_starts_on: Any) -> Any:
    """Whether reached by the first day of the period."""
    return pension_age_on <= of(period_starts_on)


@rule(cites="WRA 2012 s4(1)(b); UC Regs 2013 reg 3(2)(a)", gives="yes_no",
      label=Words("Over State Pension age", cy="Dros oedran Pensiwn y Wladwriaeth"),
      says=Words("You can't get Universal Credit once you reach State Pension age. A couple can until both have.",
                 cy="Ni allwch gael Credyd Cynhwysol ar ôl cyrraedd oedran Pensiwn y Wladwriaeth. Gall cwpl ei gael "
                    "nes "
                    "bod y ddau wedi'i gyrraedd."))
def too_old(is_over_pension_age_or_no_claimant: Any) -> Any:
    """Whether every claimant is over pension age: a couple of mixed ages stays on Universal Credit."""
    return all_of(is_over_pension_age_or_no_claimant)


@rule(cites="UC Regs 2013 reg 3(2)(a)", gives="yes_no", unit="adult",
      label=Words("Leaves nobody under State Pension age", cy="Yn gadael neb o dan oedran Pensiwn y Wladwriaeth"),
      says=Words("One of you under State Pension age is enough.",
                 cy="Mae un ohonoch o dan oedran Pensiwn y Wladwriaeth yn ddigon."))
def is_over_pension_age_or_no_claimant(is_over_pension_age: Any, is_claimant: Any) -> Any:
    """Whether this adult does not make the claim one of mixed ages."""
    return is_over_pension_age | no(is_claimant)


@rule(cites="WRA 2012 s4(1)(c); UC Regs 2013 reg 9", gives="yes_no",
      label=Words("Does not live in Great Britain", cy="Ddim yn byw ym Mhrydain Fawr"),
      says=Words("You must live in England, Scotland or Wales.",
                 cy="Rhaid i chi fyw yng Nghymru, Lloegr neu'r Alban."))
def not_in_great_britain(home_in_great_britain: Any) -> Any:
    """Whether the home is elsewhere."""
    return no(home_in_great_britain)


@rule(cites="WRA 2012 s4(1)(d); UC Regs 2013 regs 12 to 14", gives="yes_no", unit="adult",
      label=Words("In education", cy="Mewn addysg"),
      says=Words("Most full-time students can't get Universal Credit.",
                 cy="Ni all y rhan fwyaf o fyfyrwyr amser llawn gael Credyd Cynhwysol."))
def is_student(adult_in_education: Any) -> Any:
    """Whether in full-time education."""
    return adult_in_education


@rule(cites="UC Regs 2013 regs 3(2)(b), 14", gives="yes_no", unit="adult",
      label=Words("Kept out by education, or no claimant", cy="Wedi'i eithrio gan addysg, neu nid yw'n hawlydd"),
      says=Words("Some students can claim, such as those with a child.",
                 cy="Gall rhai myfyrwyr hawlio, fel y rhai sydd â phlentyn."),
      only_if={"adult_education_excepted": "is_student"})
def is_kept_out_by_education(is_student: Any, adult_education_excepted: Any, is_claimant: Any) -> Any:
    """Whether a student without an exception. A partner who claims nothing is no help to the one who does."""
    return is_student & no(adult_education_excepted) | no(is_claimant)


@rule(cites="WRA 2012 s4(1)(d); UC Regs 2013 reg 3(2)(b)", gives="yes_no",
      label=Words("In full-time education", cy="Mewn addysg amser llawn"),
      says=Words("Full-time students can't get Universal Credit. It is not so if your partner is no student. The law "
                 "lets some students claim.",
                 cy="Ni all myfyrwyr amser llawn gael Credyd Cynhwysol. Nid felly os nad yw eich partner yn fyfyriwr. "
                    "Mae'r gyfraith yn gadael i rai myfyrwyr hawlio."))
def kept_out_by_education(is_kept_out_by_education: Any) -> Any:
    """Whether all claimants are students without an exception."""
    return all_of(is_kept_out_by_education)


@rule(cites="WRA 2012 s4(1)(e); UC Regs 2013 regs 15, 16", gives="yes_no", unit="adult",
      label=Words("Has not accepted a commitment", cy="Heb dderbyn ymrwymiad"),
      says=Words("Each of you must agree what you will do in return for Universal Credit.",
                 cy="Rhaid i bob un ohonoch gytuno ar yr hyn y byddwch yn ei wneud yn gyfnewid am Gredyd Cynhwysol."))
def lacks_commitment(is_claimant: Any, adult_accepted_commitment: Any) -> Any:
    """Whether a claimant has not accepted a claimant commitment."""
    return is_claimant & no(adult_accepted_commitment)


@rule(cites="WRA 2012 s4(1)(e)", gives="yes_no",
      label=Words("No claimant commitment", cy="Dim ymrwymiad hawlydd"),
      says=Words("You, and your partner if you claim together, must accept a claimant commitment.",
                 cy="Rhaid i chi, a'ch partner os ydych yn hawlio gyda'ch gilydd, dderbyn ymrwymiad hawlydd."))
def no_commitment(lacks_commitment: Any) -> Any:
    """Whether either claimant has not accepted one."""
    return any_of(lacks_commitment)
