"""From when, for how long and on what day: Welfare Reform Act 2007 sections 1A, 20 and 22; ESA Regulations 2013 Part
12.

Not coded: a period linked to an earlier one within 12 weeks (regulation 86) and days of an earlier claim on the same
two tax years, handed to a person.
"""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.words import Words
from entitle.rules.calendar import add_months
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.lookup import find


@rule(cites="WRA 2007 Sch 1 para 3(1)(f); SI 2013/380 reg 28", gives="date",
      label=Words("Day your illness began to count", cy="Y diwrnod y dechreuodd eich salwch gyfrif"),
      says=Words("Your illness counts from the first day on your fit note, but not more than 3 months before you "
                 "claimed.",
                 cy="Mae eich salwch yn cyfrif o'r diwrnod cyntaf ar eich nodyn ffitrwydd, ond nid mwy na 3 mis cyn i "
                    "chi hawlio."))
def period_began_on(health_fit_note_from_on: Any, claim_made_on: Any, backdating: Any) -> Any:
    """The first day of the period of limited capability for work that this claim can reach."""
    return np.maximum(health_fit_note_from_on, add_months(claim_made_on, -backdating))


@rule(cites="WRA 2007 s20(1)", gives="yes_no",
      label=Words("Gets sick pay", cy="Yn cael tâl salwch"),
      says=Words("You told us if your employer gives you Statutory Sick Pay.",
                 cy="Dywedoch wrthym a yw eich cyflogwr yn rhoi Tâl Salwch Statudol i chi."))
def gets_sick_pay(esa_gets_sick_pay: Any) -> Any:
    """Whether there is statutory sick pay."""
    return esa_gets_sick_pay


@rule(cites="WRA 2007 s20(1)", gives="date",
      label=Words("First day we can count", cy="Y diwrnod cyntaf y gallwn ei gyfrif"),
      says=Words("We cannot pay while you get Statutory Sick Pay. So we count from the day after it ends.",
                 cy="Ni allwn dalu tra byddwch yn cael Tâl Salwch Statudol. Felly rydym yn cyfrif o'r diwrnod ar ôl "
                    "iddo ddod i ben."),
      only_if={"esa_sick_pay_ends_on": "gets_sick_pay"})
def first_day_on(period_began_on: Any, gets_sick_pay: Any, esa_sick_pay_ends_on: Any) -> Any:
    """The first day of the period, or the day after sick pay where that is later."""
    return choose(
        ("the day after sick pay", gets_sick_pay & (esa_sick_pay_ends_on >= period_began_on), esa_sick_pay_ends_on + 1),
        otherwise=("the day your illness began to count", period_began_on),
    )


@rule(cites="WRA 2007 s22, Sch 2 para 2; SI 2013/379 reg 85", gives="days",
      label=Words("Days with no pay at the start", cy="Dyddiau heb dâl ar y dechrau"),
      says=Words("We do not pay for the first few days. They are called waiting days. There are none after sick pay or "
                 "another benefit, or near the end of life.",
                 cy="Nid ydym yn talu am yr ychydig ddyddiau cyntaf. Dyddiau aros yw'r rhain. Nid oes rhai ar ôl tâl "
                    "salwch neu fudd-dal arall, neu'n agos at ddiwedd oes."))
def days_waited(gets_sick_pay: Any, esa_benefit_just_ended: Any, near_end_of_life: Any, waiting_days: Any) -> Any:
    """Waiting days; none within 12 weeks of sick pay or certain benefits, and none for the terminally ill."""
    return choose(
        ("near the end of life", near_end_of_life, np.int64(0)),
        ("after sick pay or another benefit", gets_sick_pay | esa_benefit_just_ended, np.int64(0)),
        otherwise=("waiting days", waiting_days),
    )


@rule(cites="WRA 2007 s22; SI 2013/379 reg 85", gives="date",
      label=Words("First day we pay for", cy="Y diwrnod cyntaf yr ydym yn talu amdano"),
      says=Words("We pay from the first day after the waiting days.",
                 cy="Rydym yn talu o'r diwrnod cyntaf ar ôl y dyddiau aros."))
def start_on(first_day_on: Any, days_waited: Any) -> Any:
    """The first day of the award."""
    return first_day_on + days_waited


@rule(cites="WRA 2007 s2(1)", gives="date",
      label=Words("Day your rate is worked out for", cy="Y diwrnod y cyfrifir eich cyfradd ar ei gyfer"),
      says=Words("Your first rate is the one for the first day we pay for.",
                 cy="Eich cyfradd gyntaf yw'r un ar gyfer y diwrnod cyntaf yr ydym yn talu amdano."))
def paid_on(start_on: Any) -> Any:
    """The first day of the award; each later day on which the rate may change is handed in."""
    return start_on


@rule(cites="WRA 2007 s2(2)(a), s24(2); SI 2013/379 reg 5", gives="date",
      label=Words("End of the first 13 weeks", cy="Diwedd y 13 wythnos gyntaf"),
      says=Words("Extra for the support group starts after 13 weeks. That is from this day.",
                 cy="Mae'r ychwanegiad ar gyfer y grŵp cymorth yn dechrau ar ôl 13 wythnos. Hynny yw, o'r diwrnod "
                    "hwn."))
def main_phase_from_on(start_on: Any, assessment_days: Any) -> Any:
    """The day after the assessment phase could first end."""
    return start_on + assessment_days


@rule(cites="WRA 2007 s1A, s1(3)(c)", gives="date",
      label=Words("Last day we can pay for", cy="Y diwrnod olaf y gallwn dalu amdano"),
      says=Words("We can pay for up to 365 days. In the support group there is no such limit. We never pay past State "
                 "Pension age.",
                 cy="Gallwn dalu am hyd at 365 diwrnod. Yn y grŵp cymorth nid oes terfyn o'r fath. Nid ydym byth yn "
                    "talu ar ôl oedran Pensiwn y Wladwriaeth."))
def last_day_on(start_on: Any, in_support_group: Any, most_days: Any, pension_age_on: Any) -> Any:
    """The last of so many days outside the support group, or the day before pensionable age where that is sooner."""
    return choose(
        ("no limit in the support group", in_support_group, pension_age_on),
        otherwise=("365 days", np.minimum(start_on + most_days, pension_age_on)),
    ) - 1


@rule(cites="SI 2013/380 reg 51(2)", gives="weekday",
      label=Words("Day of payment", cy="Diwrnod talu"),
      says=Words("The last two numbers of your National Insurance number set the day you are paid.",
                 cy="Mae dau rif olaf eich rhif Yswiriant Gwladol yn pennu'r diwrnod y cewch eich talu."))
def payment_weekday(person_nino: Any, payday_by_number: Any) -> Any:
    """Monday is 0. The two digits are the last of the six."""
    return find(payday_by_number.bands, person_nino % payday_by_number.span).weekday
