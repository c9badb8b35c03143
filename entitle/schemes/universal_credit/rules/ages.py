"""Ages at the end of the assessment period, and the school years a child has begun: what other Parts compare.

A birthday in the period counts for the whole of it (SI 2013/381 Sch 1 para 20).
"""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.money import DOWN, divide
from entitle.kernel.words import Words
from entitle.rules.calendar import in_months
from entitle.rules.decorator import rule
from entitle.rules.units import of

_YEAR = in_months(np.int64(1))


@rule(cites="SI 2013/381 Sch 1 para 20", gives="years", unit="adult",
      label=Words("Age", cy="Oedran"),
      says=Words("We use your age on the last day of the period.",
                 cy="Rydym yn defnyddio eich oedran ar ddiwrnod olaf y cyfnod."))
def age_of_adult(adult_born_on: Any, last_day_on: Any) -> Any:
    """Whole years."""
    return _age(adult_born_on, of(last_day_on))


@rule(cites="SI 2013/381 Sch 1 para 20", gives="years", unit="child",
      label=Words("Child's age", cy="Oedran y plentyn"),
      says=Words("We use the child's age on the last day of the period.",
                 cy="Rydym yn defnyddio oedran y plentyn ar ddiwrnod olaf y cyfnod."))
def age_of_child(child_born_on: Any, last_day_on: Any) -> Any:
    """Whole years; below nought for a child born later."""
    return _age(child_born_on, of(last_day_on))


@rule(cites="UC Regs 2013 regs 5(1), 33(1)(a)", gives="school_years", unit="child",
      label=Words("Septembers since birth", cy="Misoedd Medi ers y geni"),
      says=Words("A child's help can end on 31 August, so we count each 1 September since they were born.",
                 cy="Gall help ar gyfer plentyn ddod i ben ar 31 Awst, felly rydym yn cyfrif pob 1 Medi ers ei eni."))
def septembers_since_birth(child_born_on: Any, last_day_on: Any, young_person_ages: Any) -> Any:
    """How many times 1 September has come after the day of birth; as many as the age until the one that follows a
    birthday.
    """
    before_september = young_person_ages.months_to_september
    born, now = (_month(day) - before_september for day in (child_born_on, of(last_day_on)))
    return divide(now, _YEAR, rounding=DOWN) - divide(born, _YEAR, rounding=DOWN)


@rule(cites="SI 2013/381 Sch 1 para 20", gives="years", unit="non_dependant",
      label=Words("Other adult's age", cy="Oedran yr oedolyn arall"),
      says=Words("We use the other adult's age on the last day of the period.",
                 cy="Rydym yn defnyddio oedran yr oedolyn arall ar ddiwrnod olaf y cyfnod."))
def age_of_non_dependant(non_dependant_born_on: Any, last_day_on: Any) -> Any:
    """Whole years."""
    return _age(non_dependant_born_on, of(last_day_on))


def _age(born_on: Any, on: Any) -> Any:
    """Whole years lived. Someone born on 29 February has a birthday on 1 March in other years."""
    born, now = _month(born_on), _month(on)
    earlier_in_month = on - _first_of(now) < born_on - _first_of(born)
    return divide(now - born - earlier_in_month, _YEAR, rounding=DOWN)


def _month(days: Any) -> Any:
    return np.asarray(days, dtype=np.int64).view("M8[D]").astype("M8[M]").view(np.int64)


def _first_of(months: Any) -> Any:
    return months.view("M8[M]").astype("M8[D]").view(np.int64)
