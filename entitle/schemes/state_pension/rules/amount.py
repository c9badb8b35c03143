"""The weekly rate: Pensions Act 2014 sections 2 and 3, for a person whose whole record is after 5 April 2016.

Not coded, and handed to a person: the transitional rate (sections 4 and 5, Schedules 1 and 2) and the survivor's
pension based on inheritance (sections 7 to 12).
"""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.money import HALF_UP, divide
from entitle.kernel.words import Words
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import lower


@rule(cites="PA 2014 s2(3); SI 2015/173 reg 13", gives="yes_no",
      label=Words("Too few qualifying years", cy="Rhy ychydig o flynyddoedd cymhwyso"),
      says=Words("You need at least 10 qualifying years of National Insurance to get any new State Pension.",
                 cy="Mae angen o leiaf 10 mlynedd gymhwyso o Yswiriant Gwladol arnoch i gael unrhyw Bensiwn newydd y "
                    "Wladwriaeth."))
def too_few_years(national_insurance_qualifying_years: Any, minimum_years: Any) -> Any:
    """Whether there are fewer years than the fewest that give a pension."""
    return national_insurance_qualifying_years < minimum_years


@rule(cites="PA 2014 s2(2), s3(2)", gives="years",
      label=Words("Qualifying years that count", cy="Blynyddoedd cymhwyso sy'n cyfrif"),
      says=Words("Each qualifying year counts, up to 35.", cy="Mae pob blwyddyn gymhwyso'n cyfrif, hyd at 35."))
def years_counted(national_insurance_qualifying_years: Any, years_for_full_rate: Any) -> Any:
    """Years above those for the full rate add nothing."""
    return lower(national_insurance_qualifying_years, years_for_full_rate)


@rule(cites="PA 2014 s3; SI 2015/173 reg 1A; SI 1987/1968 reg 28", gives="pence_per_week",
      label=Words("Weekly rate for your record", cy="Cyfradd wythnosol ar gyfer eich cofnod"),
      says=Words("You get the full rate with 35 qualifying years, and a thirty-fifth of it for each year if you have "
                 "fewer.",
                 cy="Rydych yn cael y gyfradd lawn gyda 35 o flynyddoedd cymhwyso, ac un rhan o dri deg pump ohoni am "
                    "bob blwyddyn os oes gennych lai."))
def rate_for_record(full_rate: Any, years_counted: Any, too_few_years: Any, years_for_full_rate: Any) -> Any:
    """Pence per week; rounded once, half a penny up."""
    return choose(
        ("too few years", too_few_years, np.int64(0)),
        ("full rate", years_counted == years_for_full_rate, full_rate),
        otherwise=("reduced rate", divide(full_rate * years_counted, years_for_full_rate, rounding=HALF_UP)),
    )


@rule(cites="PA 2014 s3, s17(1)", gives="pence_per_week",
      label=Words("Your State Pension each week", cy="Eich Pensiwn y Wladwriaeth bob wythnos"),
      says=Words("Your weekly State Pension is the rate for your record, with any increase for starting it later.",
                 cy="Eich Pensiwn y Wladwriaeth wythnosol yw'r gyfradd ar gyfer eich cofnod, gydag unrhyw gynnydd am "
                    "ei ddechrau'n hwyrach."))
def weekly_amount(rate_for_record: Any, deferral_increment: Any) -> Any:
    """Pence per week."""
    return rate_for_record + deferral_increment
