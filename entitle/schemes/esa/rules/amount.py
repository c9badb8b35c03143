"""The weekly amount: Welfare Reform Act 2007 sections 2 and 3; ESA Regulations 2013 Parts 9 and 10.

Not coded: hospital stays over 52 weeks and detained patients (regulation 63), hardship, and a councillor's allowance.
"""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.money import DOWN, at_least_zero
from entitle.kernel.words import Words
from entitle.rules.calendar import birthday
from entitle.rules.choose import choose
from entitle.rules.decorator import rule

_NOTHING = np.int64(0)


@rule(cites="SI 2013/379 reg 62(1)(b)", gives="date",
      label=Words("Your 25th birthday", cy="Eich pen-blwydd yn 25 oed"),
      says=Words("You get the higher rate from this day, if you do not get it yet.",
                 cy="Byddwch yn cael y gyfradd uwch o'r diwrnod hwn, os nad ydych yn ei chael eto."))
def turns_25_on(person_born_on: Any, full_rate_age: Any) -> Any:
    """The day of the age for the higher rate."""
    return birthday(person_born_on, full_rate_age)


@rule(cites="SI 2013/379 reg 62(1)(b)", gives="yes_no",
      label=Words("25 or over", cy="25 oed neu'n hŷn"),
      says=Words("Your age is taken on the day we pay for.",
                 cy="Cymerir eich oedran ar y diwrnod yr ydym yn talu amdano."))
def is_25(turns_25_on: Any, paid_on: Any) -> Any:
    """Whether of the age for the higher rate on the day that is paid for."""
    return turns_25_on <= paid_on


@rule(cites="WRA 2007 s2(1)(a); SI 2013/379 reg 62(1)", gives="pence_per_week",
      label=Words("Basic rate", cy="Cyfradd sylfaenol"),
      says=Words("There is one rate for people under 25 who wait for their assessment, and a higher one for all "
                 "others.",
                 cy="Mae un gyfradd i bobl dan 25 oed sy'n aros am eu hasesiad, ac un uwch i bawb arall."))
def basic_rate(in_main_phase: Any, is_25: Any, age_rates: Any) -> Any:
    """Pence per week: by age on the day paid for, until the assessment phase is over."""
    return choose(
        ("after the assessment", in_main_phase, age_rates.from_25),
        ("25 or over", is_25, age_rates.from_25),
        otherwise=("under 25 and not yet assessed", age_rates.under_25),
    )


@rule(cites="WRA 2007 s2(1)(b), (2), (4); SI 2013/379 reg 62(2); SI 2017/204", gives="pence_per_week",
      label=Words("Extra for your group", cy="Ychwanegiad ar gyfer eich grŵp"),
      says=Words("People in the support group get more. So do some others who claimed before 3 April 2017.",
                 cy="Mae pobl yn y grŵp cymorth yn cael mwy. Felly hefyd rai eraill a hawliodd cyn 3 Ebrill 2017."))
def component(
    in_main_phase: Any, in_support_group: Any, claim_made_on: Any, support_component: Any,
    work_related_component: Any, component_ended_on: Any,
) -> Any:
    """Pence per week on top of the basic rate."""
    return choose(
        ("support group", in_main_phase & in_support_group, support_component),
        ("claimed before April 2017", in_main_phase & (claim_made_on < component_ended_on), work_related_component),
        otherwise=("none", _NOTHING),
    )


@rule(cites="WRA 2007 s3", gives="yes_no",
      label=Words("Gets a pension", cy="Yn cael pensiwn"),
      says=Words("You told us if you get a pension from a job or your own savings.",
                 cy="Dywedoch wrthym a ydych yn cael pensiwn o swydd neu o'ch cynilion eich hun."))
def gets_pension(person_has_pension: Any) -> Any:
    """Whether there is a pension payment, PPF payment or permanent health insurance payment."""
    return person_has_pension


@rule(cites="WRA 2007 s3(1); SI 2013/379 Part 10; rounding: reg 4", gives="pence_per_week",
      label=Words("Taken off for a pension", cy="Tynnir am bensiwn"),
      says=Words("We do not count the first £85 a week of your pension. We take off half of the rest.",
                 cy="Nid ydym yn cyfrif yr £85 cyntaf yr wythnos o'ch pensiwn. Rydym yn tynnu hanner y gweddill."),
      only_if={"person_pension_per_week": "gets_pension"})
def taken_for_pension(
    gets_pension: Any, person_pension_per_week: Any, pension_disregard: Any, pension_share: Any,
) -> Any:
    """Pence per week; half a penny is left with the claimant."""
    over = choose(
        ("you get a pension", gets_pension & (person_pension_per_week > pension_disregard),
         person_pension_per_week - pension_disregard),
        otherwise=("no pension above the amount we leave out", _NOTHING),
    )
    return pension_share.of(over, rounding=DOWN)


@rule(cites="WRA 2007 s2(1)", gives="pence_per_week",
      label=Words("Your allowance each week", cy="Eich lwfans bob wythnos"),
      says=Words("We add the basic rate and any extra, and take off what comes off for a pension. This is what is "
                 "left.",
                 cy="Rydym yn adio'r gyfradd sylfaenol ac unrhyw ychwanegiad, ac yn tynnu'r hyn a ddaw oddi ar "
                    "bensiwn. "
                    "Dyma'r hyn sydd ar ôl."))
def weekly_amount(basic_rate: Any, component: Any, taken_for_pension: Any) -> Any:
    """Pence per week; never below nothing."""
    return at_least_zero(basic_rate + component - taken_for_pension)


@rule(cites="SI 2013/380 reg 51(7)", gives="yes_no",
      label=Words("Nothing to pay", cy="Dim i'w dalu"),
      says=Words("We do not pay an allowance of less than 10p a week.",
                 cy="Nid ydym yn talu lwfans o lai na 10c yr wythnos."))
def nothing_to_pay(weekly_amount: Any, least_payable: Any) -> Any:
    """Whether what is left is too small to be paid."""
    return weekly_amount < least_payable
