"""Ages at the end of the assessment period: a birthday in it counts for the whole (SI 2013/381 Sch 1 para 20)."""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.calendar import add_months, in_months, latest
from entitle.rules.decorator import rule


@rule(cites="UC Regs 2013 regs 5(1), 33(1)(a)", gives="date",
      label=Words("Last 1 September", cy="1 Medi diwethaf"),
      says=Words("Help for a child can end on 31 August, so we look at the last 1 September.",
                 cy="Gall help ar gyfer plentyn ddod i ben ar 31 Awst, felly rydym yn edrych ar y 1 Medi diwethaf."))
def last_september_on(last_day_on: Any, young_person_ages: Any) -> Any:
    """The latest 1 September that is not after the period."""
    return latest(young_person_ages.months_to_september, last_day_on)


def is_before_september_after(years: Any, born_on: Any, last_september_on: Any) -> Any:
    """Whether the 1 September that follows a birthday is still to come: none has, since the September before it."""
    return born_on >= add_months(last_september_on, -in_months(years))
