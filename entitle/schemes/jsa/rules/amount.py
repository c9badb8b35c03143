"""The weekly amount: Jobseekers Act 1995 section 4; Jobseeker's Allowance Regulations 2013 regulations 48 to 51.

All amounts are whole pence from the start, so no fraction arises and none is rounded. Not coded: pensions of a kind
that regulation 51(4) leaves out, such as a survivor's, which a person is told of and looks at again.
"""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.money import at_least_zero
from entitle.kernel.words import Words
from entitle.rules.calendar import birthday
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import no

_NOTHING = np.int64(0)


@rule(cites="SI 2013/378 reg 49", gives="date",
      label=Words("Your 25th birthday", cy="Eich pen-blwydd yn 25 oed"),
      says=Words("The higher rate starts on this day.", cy="Mae'r gyfradd uwch yn dechrau ar y diwrnod hwn."))
def turns_25_on(person_born_on: Any, full_rate_age: Any) -> Any:
    """The day of the age for the higher rate."""
    return birthday(person_born_on, full_rate_age)


@rule(cites="JA 1995 s4(1)(a); SI 2013/378 reg 49", gives="pence_per_week",
      label=Words("Rate for your age", cy="Cyfradd ar gyfer eich oedran"),
      says=Words("There is one rate for people under 25, and a higher one from the age of 25.",
                 cy="Mae un gyfradd i bobl dan 25 oed, ac un uwch o 25 oed ymlaen."))
def age_rate(turns_25_on: Any, paid_on: Any, age_rates: Any) -> Any:
    """Pence per week, by age on the day that is paid for."""
    return choose(
        ("25 or over", turns_25_on <= paid_on, age_rates.from_25),
        otherwise=("under 25", age_rates.under_25),
    )


@rule(cites="JA 1995 s4(1)(b); SI 2013/378 reg 58", gives="pence_per_week",
      label=Words("Your pay", cy="Eich cyflog"),
      says=Words("This is what you are paid for work, after tax and National Insurance.",
                 cy="Dyma'r hyn yr ydych yn ei gael am waith, ar ôl treth ac Yswiriant Gwladol."),
      only_if={"person_earnings_per_week": "in_work"})
def weekly_pay(in_work: Any, person_earnings_per_week: Any) -> Any:
    """Pence per week; nothing where there is no work."""
    return choose(("you work", in_work, person_earnings_per_week), otherwise=("you do not work", _NOTHING))


@rule(cites="SI 2013/378 Sch", gives="yes_no",
      label=Words("Paid for rescue work", cy="Yn cael tâl am waith achub"),
      says=Words("You may keep more pay from part-time fire, lifeboat, coastguard or reserve forces work.",
                 cy="Cewch gadw mwy o gyflog am waith rhan-amser gyda'r gwasanaeth tân, y bad achub, gwylwyr y "
                    "glannau neu'r lluoedd wrth gefn."),
      only_if={"jsa_volunteer_rescue_work": "in_work"})
def does_rescue_work(in_work: Any, jsa_volunteer_rescue_work: Any) -> Any:
    """Whether the pay is of a kind with the larger disregard."""
    return in_work & jsa_volunteer_rescue_work


@rule(cites="SI 2013/378 Sch", gives="pence_per_week",
      label=Words("Pay you may keep", cy="Cyflog y cewch ei gadw"),
      says=Words("You may keep this much of your pay each week. We do not count it.",
                 cy="Cewch gadw hyn o'ch cyflog bob wythnos. Nid ydym yn ei gyfrif."))
def pay_kept(does_rescue_work: Any, earnings_disregards: Any) -> Any:
    """Pence per week that is left out of account."""
    return choose(("rescue work", does_rescue_work, earnings_disregards.rescue_work),
                  otherwise=("any other work", earnings_disregards.usual))


@rule(cites="JA 1995 s4(1)(b); SI 2013/378 reg 50", gives="pence_per_week",
      label=Words("Taken off for pay", cy="Tynnir am gyflog"),
      says=Words("We take off the rest of your pay, penny for penny.",
                 cy="Rydym yn tynnu gweddill eich cyflog, ceiniog am geiniog."))
def taken_for_pay(weekly_pay: Any, pay_kept: Any) -> Any:
    """Pence per week."""
    return at_least_zero(weekly_pay - pay_kept)


@rule(cites="JA 1995 s4(1)(b); SI 2013/378 reg 51", gives="yes_no",
      label=Words("Gets a pension", cy="Yn cael pensiwn"),
      says=Words("You told us if you get a pension from a job or your own savings.",
                 cy="Dywedoch wrthym a ydych yn cael pensiwn o swydd neu o'ch cynilion eich hun."))
def gets_pension(person_has_pension: Any) -> Any:
    """Whether there is a pension payment."""
    return person_has_pension


@rule(cites="JA 1995 s4(1)(b); SI 2013/378 reg 51(1)", gives="pence_per_week",
      label=Words("Taken off for a pension", cy="Tynnir am bensiwn"),
      says=Words("We do not count the first £50 a week of your pension. We take off the rest.",
                 cy="Nid ydym yn cyfrif y £50 cyntaf yr wythnos o'ch pensiwn. Rydym yn tynnu'r gweddill."),
      only_if={"person_pension_per_week": "gets_pension"})
def taken_for_pension(gets_pension: Any, person_pension_per_week: Any, pension_disregard: Any) -> Any:
    """Pence per week above the amount that is left out."""
    return choose(
        ("you get a pension", gets_pension & (person_pension_per_week > pension_disregard),
         person_pension_per_week - pension_disregard),
        otherwise=("no pension above the amount we leave out", _NOTHING),
    )


@rule(cites="JA 1995 s2(1)(c); SI 2013/378 reg 48", gives="yes_no",
      label=Words("Paid too much", cy="Cyflog yn rhy uchel"),
      says=Words("You cannot get this when your pay, less the part you may keep, is as much as the rate for your age.",
                 cy="Ni allwch gael hwn pan fydd eich cyflog, llai'r rhan y cewch ei chadw, gymaint â'r gyfradd ar "
                    "gyfer eich oedran."))
def earns_too_much(taken_for_pay: Any, age_rate: Any) -> Any:
    """Whether earnings are above the prescribed amount: a penny less than the rate and the disregard together."""
    return taken_for_pay >= age_rate


@rule(cites="JA 1995 s4(1); SI 2013/378 reg 49", gives="pence_per_week",
      label=Words("Your allowance each week", cy="Eich lwfans bob wythnos"),
      says=Words("We take what comes off for pay and for a pension from the rate for your age. This is what is left.",
                 cy="Rydym yn tynnu'r hyn a ddaw oddi ar gyflog a phensiwn o'r gyfradd ar gyfer eich oedran. Dyma'r "
                    "hyn sydd ar ôl."))
def weekly_amount(age_rate: Any, taken_for_pay: Any, taken_for_pension: Any) -> Any:
    """Pence per week; never below nothing."""
    return at_least_zero(age_rate - taken_for_pay - taken_for_pension)


@rule(cites="SI 2013/380 reg 52", gives="yes_no",
      label=Words("Nothing to pay", cy="Dim i'w dalu"),
      says=Words("We do not pay an allowance of less than 10p a week.",
                 cy="Nid ydym yn talu lwfans o lai na 10c yr wythnos."))
def nothing_to_pay(weekly_amount: Any, earns_too_much: Any, least_payable: Any) -> Any:
    """Whether what is left is too small to be paid, though earnings alone did not end entitlement."""
    return no(earns_too_much) & (weekly_amount < least_payable)
