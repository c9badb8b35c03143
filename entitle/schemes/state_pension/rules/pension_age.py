"""Pensionable age: Pensions Act 1995 Schedule 4 paragraph 1; and which scheme it leads to: Pensions Act 2014 section 1.

A man born before 6 December 1953 has paragraph 1(1); everyone else, and every woman, one timetable by date of birth.
Not coded: Northern Ireland's own Order, which has the same dates.
"""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.words import Words
from entitle.rules.calendar import add_months, birthday, in_months
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.lookup import find
from entitle.rules.row_by_row import higher


@rule(cites="PA 1995 Sch 4 para 1", gives="date",
      label=Words("State Pension age", cy="Oedran Pensiwn y Wladwriaeth"),
      says=Words("The law sets the day you reach State Pension age from your date of birth.",
                 cy="Mae'r gyfraith yn gosod y diwrnod y cyrhaeddwch oedran Pensiwn y Wladwriaeth o'ch dyddiad geni."))
def pension_age_on(person_born_on: Any, person_sex: Any, mens_pension_age: Any, pension_age_timetable: Any) -> Any:
    """The day pensionable age is reached. A birthday is 1 March for someone born on 29 February; months clamp to a
    month's end.
    """
    band, mens = find(pension_age_timetable, person_born_on), find(mens_pension_age, person_born_on)
    return choose(
        ("a man born before 6 December 1953", person_sex.is_one_of("male") & (mens.years >= 0),
         birthday(person_born_on, higher(mens.years, 0))),
        ("the date in the table", band.reached_on >= 0, band.reached_on),
        ("years and months", band.months >= 0,
         add_months(birthday(person_born_on, band.years), higher(band.months, 0))),
        otherwise=("a birthday", birthday(person_born_on, band.years)),
    )


@rule(cites="PA 1995 Sch 4 para 1", gives="months",
      label=Words("State Pension age in months", cy="Oedran Pensiwn y Wladwriaeth mewn misoedd"),
      says=Words("For most people State Pension age is an age; for some the law gives one day to everyone born in the "
                 "same month.",
                 cy="I'r rhan fwyaf, oedran yw oedran Pensiwn y Wladwriaeth; i rai mae'r gyfraith yn rhoi un diwrnod i "
                    "bawb a anwyd yn yr un mis."))
def pension_age_in_months(
    person_born_on: Any, person_sex: Any, mens_pension_age: Any, pension_age_timetable: Any,
) -> Any:
    """Months of age; nought where the law gives a date and not an age."""
    band, mens = find(pension_age_timetable, person_born_on), find(mens_pension_age, person_born_on)
    return choose(
        ("a man born before 6 December 1953", person_sex.is_one_of("male") & (mens.years >= 0), in_months(mens.years)),
        ("the date in the table", band.reached_on >= 0, np.int64(0)),
        otherwise=("years and months", in_months(band.years) + higher(band.months, 0)),
    )


@rule(cites="PA 2014 s1(2)", gives="yes_no",
      label=Words("Under the older State Pension", cy="O dan yr hen Bensiwn y Wladwriaeth"),
      says=Words("The new State Pension is for people who reach State Pension age on or after 6 April 2016.",
                 cy="Mae Pensiwn newydd y Wladwriaeth ar gyfer pobl sy'n cyrraedd oedran Pensiwn y Wladwriaeth ar neu "
                    "ar ôl 6 Ebrill 2016."))
def under_old_scheme(pension_age_on: Any, new_scheme_starts: Any) -> Any:
    """Whether pensionable age came before the new State Pension began."""
    return pension_age_on < new_scheme_starts


@rule(cites="DirectGov, State Pension invitation letter", gives="date",
      label=Words("Day of invitation", cy="Diwrnod y gwahoddiad"),
      says=Words("We write to you four months before you reach State Pension age.",
                 cy="Rydym yn ysgrifennu atoch bedwar mis cyn i chi gyrraedd oedran Pensiwn y Wladwriaeth."))
def invite_on(pension_age_on: Any, invite_ahead: Any) -> Any:
    """The same day of the month so many months before, or the last day of a shorter month."""
    return add_months(pension_age_on, -invite_ahead)
