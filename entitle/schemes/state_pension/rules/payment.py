"""The day of payment: Claims and Payments Regulations 1987."""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.decorator import rule
from entitle.rules.lookup import find


@rule(cites="SI 1987/1968 reg 22CA", gives="weekday",
      label=Words("Day of payment", cy="Diwrnod talu"),
      says=Words("The last two numbers of your National Insurance number set the day you are paid.",
                 cy="Mae dau rif olaf eich rhif Yswiriant Gwladol yn pennu'r diwrnod y cewch eich talu."))
def payment_weekday(person_nino: Any, payday_by_number: Any) -> Any:
    """Monday is 0. The two digits are the last of the six."""
    return find(payday_by_number.bands, person_nino % payday_by_number.span).weekday
