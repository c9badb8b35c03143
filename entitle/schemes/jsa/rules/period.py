"""From when, for how long and on what day: Jobseekers Act 1995 section 5 and Schedule 1 paragraph 4.

Not coded: days of an earlier jobseeking period within 12 weeks (regulation 37), and an earlier claim on the same two
tax years, whose days count too: both are handed to a person. A claim treated as made sooner (SI 2013/380 reg 29)
likewise.
"""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.words import Words
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.lookup import find


@rule(cites="JA 1995 Sch 1 para 4; SI 2013/378 reg 36", gives="days",
      label=Words("Days with no pay at the start", cy="Dyddiau heb dâl ar y dechrau"),
      says=Words("We do not pay for the first few days. They are called waiting days. There are none if another "
                 "benefit ended in the 12 weeks before.",
                 cy="Nid ydym yn talu am yr ychydig ddyddiau cyntaf. Dyddiau aros yw'r rhain. Nid oes rhai os daeth "
                    "budd-dal arall i ben yn y 12 wythnos cyn hynny."))
def days_waited(jsa_benefit_just_ended: Any, waiting_days: Any) -> Any:
    """Waiting days; none after income support, employment and support allowance or carer's allowance."""
    return choose(("another benefit has just ended", jsa_benefit_just_ended, np.int64(0)),
                  otherwise=("waiting days", waiting_days))


@rule(cites="JA 1995 Sch 1 para 4; SI 2013/378 regs 36-37", gives="date",
      label=Words("First day we pay for", cy="Y diwrnod cyntaf yr ydym yn talu amdano"),
      says=Words("We pay from the first day after the waiting days.",
                 cy="Rydym yn talu o'r diwrnod cyntaf ar ôl y dyddiau aros."))
def start_on(claim_made_on: Any, days_waited: Any) -> Any:
    """The first day of the award: the jobseeking period begins on the day of the claim."""
    return claim_made_on + days_waited


@rule(cites="JA 1995 s4(1)", gives="date",
      label=Words("Day your rate is worked out for", cy="Y diwrnod y cyfrifir eich cyfradd ar ei gyfer"),
      says=Words("Your first rate is the one for the first day we pay for.",
                 cy="Eich cyfradd gyntaf yw'r un ar gyfer y diwrnod cyntaf yr ydym yn talu amdano."))
def paid_on(start_on: Any) -> Any:
    """The first day of the award; each later day on which the rate may change is handed in."""
    return start_on


@rule(cites="JA 1995 s5(1), s1(2)(h)", gives="date",
      label=Words("Last day we can pay for", cy="Y diwrnod olaf y gallwn dalu amdano"),
      says=Words("We can pay for up to 182 days, and not past State Pension age. This is the last day.",
                 cy="Gallwn dalu am hyd at 182 diwrnod, ond nid ar ôl oedran Pensiwn y Wladwriaeth. Dyma'r diwrnod "
                    "olaf."))
def last_day_on(start_on: Any, most_days: Any, pension_age_on: Any) -> Any:
    """The last of so many days, or the day before pensionable age where that is sooner."""
    return np.minimum(start_on + most_days, pension_age_on) - 1


@rule(cites="SI 2013/380 reg 52", gives="weekday",
      label=Words("Day of payment", cy="Diwrnod talu"),
      says=Words("The last two numbers of your National Insurance number set the day you are paid.",
                 cy="Mae dau rif olaf eich rhif Yswiriant Gwladol yn pennu'r diwrnod y cewch eich talu."))
def payment_weekday(person_nino: Any, payday_by_number: Any) -> Any:
    """Monday is 0. The two digits are the last of the six."""
    return find(payday_by_number.bands, person_nino % payday_by_number.span).weekday
