"""From what age and until what age PIP can be claimed: Welfare Reform Act 2012 sections 77 and 83.

Not coded, and handed to a person: someone over the age who had PIP or Disability Living Allowance lately (regulations
15, 25 and 26).
"""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.words import Words
from entitle.rules.calendar import add_months, birthday
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.lookup import find


@rule(cites="WRA 2012 s77", gives="date",
      label=Words("The day you can get PIP from", cy="Y diwrnod y gallwch gael PIP ohono"),
      says=Words("You can get PIP from your 16th birthday.", cy="Gallwch gael PIP o'ch pen-blwydd yn 16 oed."))
def old_enough_on(person_born_on: Any, least_age: Any) -> Any:
    """The birthday from which PIP can be paid; 1 March for someone born on 29 February."""
    return birthday(person_born_on, least_age)


@rule(cites="WRA 2012 s77", gives="yes_no",
      label=Words("Under 16", cy="O dan 16 oed"),
      says=Words("PIP is for people aged 16 or over.", cy="Mae PIP ar gyfer pobl 16 oed neu hŷn."))
def under_age(claim_made_on: Any, old_enough_on: Any) -> Any:
    """Whether the person was too young on the day of the claim."""
    return claim_made_on < old_enough_on


@rule(cites="WRA 2012 s77; SI 2013/380 reg 33", gives="yes_no",
      label=Words("Too young to claim yet", cy="Rhy ifanc i hawlio eto"),
      says=Words("You can claim from 3 months before you are 16.",
                 cy="Gallwch hawlio o 3 mis cyn i chi fod yn 16 oed."))
def too_young(claim_made_on: Any, old_enough_on: Any, claim_ahead: Any) -> Any:
    """Whether the claim was made more than so many months before the person is old enough."""
    return claim_made_on < add_months(old_enough_on, -claim_ahead)


@rule(cites="WRA 2012 s83(2)", gives="date",
      label=Words("The age limit for a new claim", cy="Y terfyn oedran ar gyfer cais newydd"),
      says=Words("You can claim PIP for the first time until you reach State Pension age.",
                 cy="Gallwch hawlio PIP am y tro cyntaf nes i chi gyrraedd oedran Pensiwn y Wladwriaeth."))
def relevant_age_on(person_born_on: Any, relevant_age: Any) -> Any:
    """The day the relevant age is reached: pensionable age, or 65 where that is higher."""
    band = find(relevant_age, person_born_on)
    return choose(
        ("the date in the table", band.reached_on >= 0, band.reached_on),
        ("years and months", band.months >= 0,
         add_months(birthday(person_born_on, np.maximum(band.years, 0)), np.maximum(band.months, 0))),
        otherwise=("a birthday", birthday(person_born_on, np.maximum(band.years, 0))),
    )


@rule(cites="WRA 2012 s83(1); SI 2013/377 regs 25-26", gives="yes_no",
      label=Words("Over the age limit", cy="Dros y terfyn oedran"),
      says=Words("A first claim for PIP must be made before State Pension age.",
                 cy="Rhaid gwneud cais cyntaf am PIP cyn oedran Pensiwn y Wladwriaeth."))
def over_pension_age(claim_made_on: Any, relevant_age_on: Any) -> Any:
    """Whether the claim was made on or after the day the relevant age was reached."""
    return claim_made_on >= relevant_age_on
