"""Who may have it: Welfare Reform Act 2007 section 1(3).

Not coded: being treated as in Great Britain while away for a short time (Part 11); a refusal is made by a person, who
can see that it applies.
"""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.words import Words
from entitle.rules.calendar import add_months, birthday
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.lookup import find
from entitle.rules.row_by_row import no


@rule(cites="WRA 2007 s1(3)(aa); SI 2013/379 reg 45", gives="yes_no",
      label=Words("Must agree a plan", cy="Rhaid cytuno ar gynllun"),
      says=Words("We do not ask you to agree a plan near the end of life.",
                 cy="Nid ydym yn gofyn i chi gytuno ar gynllun yn agos at ddiwedd oes."))
def needs_plan(near_end_of_life: Any) -> Any:
    """Whether it is reasonable to expect that a claimant commitment is accepted."""
    return no(near_end_of_life)


@rule(cites="WRA 2007 s1(3)(aa); SI 2013/379 regs 44-45", gives="yes_no",
      label=Words("No plan agreed", cy="Dim cynllun wedi'i gytuno"),
      says=Words("You must agree a plan with us of what you will do. It fits what your health lets you do.",
                 cy="Rhaid i chi gytuno ar gynllun gyda ni o'r hyn y byddwch yn ei wneud. Mae'n addas i'r hyn y mae "
                    "eich iechyd yn ei ganiatáu."),
      only_if={"esa_agrees_plan": "needs_plan"})
def no_plan(needs_plan: Any, esa_agrees_plan: Any) -> Any:
    """Whether a claimant commitment is needed and not accepted."""
    return needs_plan & no(esa_agrees_plan)


@rule(cites="WRA 2007 s1(3)(b)", gives="yes_no",
      label=Words("Under 16", cy="Dan 16 oed"),
      says=Words("You must be 16 or over.", cy="Rhaid i chi fod yn 16 oed neu'n hŷn."))
def too_young(person_born_on: Any, youngest_age: Any, start_on: Any) -> Any:
    """Whether not yet of age on the first day that could be paid."""
    return birthday(person_born_on, youngest_age) > start_on


@rule(cites="PA 1995 Sch 4 para 1", gives="date",
      label=Words("State Pension age", cy="Oedran Pensiwn y Wladwriaeth"),
      says=Words("You reach State Pension age on this day.",
                 cy="Rydych yn cyrraedd oedran Pensiwn y Wladwriaeth ar y diwrnod hwn."))
def pension_age_on(person_born_on: Any, pension_age_bands: Any) -> Any:
    """The day pensionable age is reached. All born before 6 December 1953 had reached it by 5 December 2018."""
    band = find(pension_age_bands, person_born_on)
    return choose(
        ("the date in the table", band.reached_on >= 0, band.reached_on),
        ("years and months", band.months >= 0,
         add_months(birthday(person_born_on, np.maximum(band.years, 0)), np.maximum(band.months, 0))),
        otherwise=("a birthday", birthday(person_born_on, np.maximum(band.years, 0))),
    )


@rule(cites="WRA 2007 s1(3)(c)", gives="yes_no",
      label=Words("Past State Pension age", cy="Dros oedran Pensiwn y Wladwriaeth"),
      says=Words("You can only get this until State Pension age.",
                 cy="Dim ond hyd at oedran Pensiwn y Wladwriaeth y gallwch gael hwn."))
def over_pension_age(last_day_on: Any, start_on: Any) -> Any:
    """Whether pensionable age comes on or before the first day that could be paid, which leaves no day to pay."""
    return last_day_on < start_on


@rule(cites="WRA 2007 s1(3)(d)", gives="yes_no",
      label=Words("Not in Great Britain", cy="Ddim ym Mhrydain Fawr"),
      says=Words("You must be in England, Scotland or Wales.", cy="Rhaid i chi fod yn Lloegr, yr Alban neu Gymru."))
def outside_great_britain(home_in_great_britain: Any) -> Any:
    """Whether not in Great Britain."""
    return no(home_in_great_britain)


@rule(cites="WRA 2007 s1(3)(e)-(f)", gives="yes_no",
      label=Words("Gets Jobseeker's Allowance or Income Support", cy="Yn cael Lwfans Ceisio Gwaith neu Gymhorthdal "
                                                                     "Incwm"),
      says=Words("You cannot get this as well as Jobseeker's Allowance or Income Support.",
                 cy="Ni allwch gael hwn yn ogystal â Lwfans Ceisio Gwaith neu Gymhorthdal Incwm."))
def gets_jobseekers(esa_gets_jobseekers: Any) -> Any:
    """Whether entitled to a benefit that cannot be had beside it."""
    return esa_gets_jobseekers
