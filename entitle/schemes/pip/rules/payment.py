"""How much is paid at a time and on which day: SI 2013/380 regulation 48.

Not coded, and handed to a person: payment while in hospital, a care home or prison (regulations 28 to 32).
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.decorator import rule
from entitle.rules.lookup import find


@rule(cites="SI 2013/380 reg 48(1)", gives="pence",
      label=Words("Each payment", cy="Pob taliad"),
      says=Words("We pay PIP for 4 weeks at a time.", cy="Rydym yn talu PIP am 4 wythnos ar y tro."))
def four_weekly_amount(weekly_amount: Any, payment_weeks: Any) -> Any:
    """Pence for each whole payment."""
    return weekly_amount * payment_weeks


@rule(cites="SI 2013/380 reg 48", gives="weekday",
      label=Words("Day of payment", cy="Diwrnod talu"),
      says=Words("The last two numbers of your National Insurance number set the day you are paid.",
                 cy="Mae dau rif olaf eich rhif Yswiriant Gwladol yn pennu'r diwrnod y cewch eich talu."))
def payment_weekday(person_nino: Any, payday_by_number: Any) -> Any:
    """Monday is 0. The two digits are the last of the six."""
    return find(payday_by_number.bands, person_nino % payday_by_number.span).weekday
