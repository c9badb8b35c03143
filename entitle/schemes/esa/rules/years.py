"""Which tax years count: Welfare Reform Act 2007 Schedule 1 paragraph 3; Social Security Contributions and Benefits Act
1992 section 21(6).

Not coded: a period linked to an earlier one (regulation 86), whose years are those of the earlier one; a person who had
the benefit before is handed to a person.
"""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.words import Words
from entitle.rules.calendar import birthday
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.lookup import find


@rule(cites="SSCBA 1992 s21(6)", gives="date",
      label=Words("Start of your benefit year", cy="Dechrau eich blwyddyn budd-dal"),
      says=Words("A benefit year starts on the first Sunday in January. We use the one in which your "
                 "illness began to count.",
                 cy="Mae blwyddyn budd-dal yn dechrau ar ddydd Sul cyntaf mis Ionawr. Rydym yn defnyddio'r un "
                    "y dechreuodd eich salwch gyfrif ynddi."))
def benefit_year_on(period_began_on: Any, benefit_year_sunday: Any, days_between_sundays: Any) -> Any:
    """The first Sunday of the year the period began in, or of the year before where the period comes sooner."""
    new_year = _start_of_year(period_began_on)
    this_year, last_year = (
        start + (benefit_year_sunday - start) % days_between_sundays
        for start in (new_year, _start_of_year(new_year - 1))
    )
    return choose(
        ("this year's had begun", period_began_on >= this_year, this_year),
        otherwise=("last year's was still running", last_year),
    )


@rule(cites="WRA 2007 Sch 1 paras 1(1), 2(1), 3(1)", gives="date",
      label=Words("First tax year we look at", cy="Y flwyddyn dreth gyntaf yr edrychwn arni"),
      says=Words("We look at the last 2 full tax years before your benefit year. The first one began on this day.",
                 cy="Rydym yn edrych ar y 2 flwyddyn dreth lawn olaf cyn eich blwyddyn budd-dal. Dechreuodd y gyntaf "
                    "ar y diwrnod hwn."))
def first_tax_year_on(benefit_year_on: Any, tax_year_begins: Any, relevant_years: Any) -> Any:
    """The first day of the earlier of the relevant years."""
    return birthday(tax_year_begins, _years_since(tax_year_begins, benefit_year_on) - 1 - relevant_years)


@rule(cites="WRA 2007 Sch 1 paras 1(1), 2(1), 3(1)", gives="date",
      label=Words("Second tax year we look at", cy="Yr ail flwyddyn dreth yr edrychwn arni"),
      says=Words("The second tax year we look at began on this day.",
                 cy="Dechreuodd yr ail flwyddyn dreth yr edrychwn arni ar y diwrnod hwn."))
def second_tax_year_on(benefit_year_on: Any, tax_year_begins: Any) -> Any:
    """The first day of the later of the relevant years: the last that was complete when the benefit year began."""
    return birthday(tax_year_begins, _years_since(tax_year_begins, benefit_year_on) - 1 - 1)


@rule(cites="SSCBA 1992 s5(1)(a)(i); SI 2001/1004 reg 10", gives="pence_per_week",
      label=Words("Lower limit in the first year", cy="Terfyn isaf y flwyddyn gyntaf"),
      says=Words("A week of work counts when the pay is at least this much. This is for the first year.",
                 cy="Mae wythnos o waith yn cyfrif pan fydd y cyflog o leiaf hyn. Mae hyn ar gyfer y flwyddyn gyntaf."))
def first_year_lower_limit(first_tax_year_on: Any, earnings_limits: Any) -> Any:
    """The lower earnings limit of that tax year."""
    return find(earnings_limits, first_tax_year_on).lower


@rule(cites="SSCBA 1992 s5(1)(a)(i); SI 2001/1004 reg 10", gives="pence_per_week",
      label=Words("Lower limit in the second year", cy="Terfyn isaf yr ail flwyddyn"),
      says=Words("A week of work counts when the pay is at least this much. This is for the second year.",
                 cy="Mae wythnos o waith yn cyfrif pan fydd y cyflog o leiaf hyn. Mae hyn ar gyfer yr ail flwyddyn."))
def second_year_lower_limit(second_tax_year_on: Any, earnings_limits: Any) -> Any:
    """The lower earnings limit of that tax year."""
    return find(earnings_limits, second_tax_year_on).lower


def _start_of_year(days: Any) -> Any:
    """1 January of each day's year, as days since 1970."""
    return np.asarray(days, dtype=np.int64).view("M8[D]").astype("M8[Y]").astype("M8[D]").view(np.int64)


def _years_since(start: Any, days: Any) -> Any:
    """How many calendar years on from one day's year another day's is."""
    first, later = (np.asarray(each, dtype=np.int64).view("M8[D]").astype("M8[Y]").view(np.int64)
                    for each in (start, days))
    return later - first
