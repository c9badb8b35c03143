"""Who may have it: Jobseekers Act 1995 section 1(2); Jobseeker's Allowance Regulations 2013 Part 5.

Not coded: being treated as in Great Britain while away for a short time (regulation 41), and the part-time students
whom regulation 45 lets claim; a refusal is made by a person, who can see that one applies. Sanctions (sections 6J and
6K) and hardship are decided by a person.
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


@rule(cites="JA 1995 s1(2)(b); SI 2013/378 reg 7", gives="yes_no",
      label=Words("No plan agreed", cy="Dim cynllun wedi'i gytuno"),
      says=Words("You must agree a plan with us of what you will do to find work.",
                 cy="Rhaid i chi gytuno ar gynllun gyda ni o'r hyn y byddwch yn ei wneud i ddod o hyd i waith."))
def no_plan(jsa_agrees_plan: Any) -> Any:
    """Whether a claimant commitment is not accepted."""
    return no(jsa_agrees_plan)


@rule(cites="JA 1995 s1(2)(e); SI 2013/378 reg 42", gives="yes_no",
      label=Words("Working", cy="Yn gweithio"),
      says=Words("You told us if you are working.", cy="Dywedoch wrthym a ydych yn gweithio."))
def in_work(person_is_working: Any) -> Any:
    """Whether there is any work."""
    return person_is_working


@rule(cites="JA 1995 s1(2)(e); SI 2013/378 reg 42", gives="yes_no",
      label=Words("Works too many hours", cy="Yn gweithio gormod o oriau"),
      says=Words("You cannot get this if you work 16 hours a week or more.",
                 cy="Ni allwch gael hwn os ydych yn gweithio 16 awr yr wythnos neu fwy."),
      only_if={"person_hours_per_week": "in_work"})
def works_too_much(in_work: Any, person_hours_per_week: Any, most_hours: Any) -> Any:
    """Whether the work is remunerative: so many hours a week or more."""
    return in_work & (person_hours_per_week >= most_hours)


@rule(cites="JA 1995 s1(2)(f)", gives="yes_no",
      label=Words("Too ill to work", cy="Yn rhy sâl i weithio"),
      says=Words("You must be well enough to work. If you are not, another benefit is for you.",
                 cy="Rhaid i chi fod yn ddigon iach i weithio. Os nad ydych, mae budd-dal arall ar eich cyfer."))
def unfit_for_work(jsa_fit_for_work: Any) -> Any:
    """Whether capability for work is limited."""
    return no(jsa_fit_for_work)


@rule(cites="JA 1995 s1(2)(g); SI 2013/378 reg 45", gives="yes_no",
      label=Words("In full-time education", cy="Mewn addysg amser llawn"),
      says=Words("You cannot get this while you study full time.",
                 cy="Ni allwch gael hwn tra byddwch yn astudio'n amser llawn."))
def studies_full_time(person_in_education: Any) -> Any:
    """Whether in relevant education."""
    return person_in_education


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


@rule(cites="JA 1995 s1(2)(h)", gives="yes_no",
      label=Words("Past State Pension age", cy="Dros oedran Pensiwn y Wladwriaeth"),
      says=Words("You can only get this until State Pension age.",
                 cy="Dim ond hyd at oedran Pensiwn y Wladwriaeth y gallwch gael hwn."))
def over_pension_age(last_day_on: Any, start_on: Any) -> Any:
    """Whether pensionable age comes on or before the first day that could be paid, which leaves no day to pay."""
    return last_day_on < start_on


@rule(cites="JA 1995 s1(2)(i)", gives="yes_no",
      label=Words("Not in Great Britain", cy="Ddim ym Mhrydain Fawr"),
      says=Words("You must be in England, Scotland or Wales.", cy="Rhaid i chi fod yn Lloegr, yr Alban neu Gymru."))
def outside_great_britain(home_in_great_britain: Any) -> Any:
    """Whether not in Great Britain."""
    return no(home_in_great_britain)
