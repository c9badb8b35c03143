"""The nights of all the children in the application together: CSA 1991 Schedule 1 paragraphs 7(5), 7(6) and 8(2)."""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.decorator import rule
from entitle.rules.units import any_of, count, total


@rule(cites="CSA 1991 Sch 1 para 7(5)", gives="fourteenths",
      label=Words("Shares taken off, added up", cy="Cyfrannau a dynnir, wedi'u hadio"),
      says=Words("We add up what is taken off for each child.",
                 cy="Rydym yn adio'r hyn a dynnir ar gyfer pob plentyn."))
def own_fourteenths(child_fourteenths: Any) -> Any:
    """Fourteenths of a child's part."""
    return total(child_fourteenths)


@rule(cites="CSA 1991 Sch 1 para 7(6)", gives="children",
      label=Words("Children who stay half the nights", cy="Plant sy'n aros hanner y nosweithiau"),
      says=Words("This is the number of children who stay 175 nights or more.",
                 cy="Dyma nifer y plant sy'n aros 175 noson neu fwy."))
def own_half_children(stays_half_the_nights: Any) -> Any:
    """How many of the children in the application."""
    return count(stays_half_the_nights)


@rule(cites="CSA 1991 Sch 1 para 8(2)", gives="yes_no",
      label=Words("Any child stays one night a week", cy="Unrhyw blentyn yn aros un noson yr wythnos"),
      says=Words("At least one of the children stays 52 nights a year or more.",
                 cy="Mae o leiaf un o'r plant yn aros 52 noson y flwyddyn neu fwy."))
def own_child_stays(stays_a_night_a_week: Any) -> Any:
    """Whether any child in the application does."""
    return any_of(stays_a_night_a_week)
