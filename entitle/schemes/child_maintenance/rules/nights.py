"""The nights that children stay: CSA 1991 Schedule 1 paragraphs 7(4) and 8(2); 2012 Regulations regulations 46 and 47.

Not coded: nights in a hospital or boarding school (regulation 46(4)), and care by a local authority (regulation 53),
which the parents count as nights with whoever would have had the child.
"""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.words import Words
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import no
from entitle.rules.units import of


@rule(cites="SI 2012/2677 regs 46 and 47", gives="nights", unit="child",
      label=Words("Nights that count", cy="Nosweithiau sy'n cyfrif"),
      says=Words("We count the nights in a year that the child stays with the paying parent. If the parents do not "
                 "agree how many, we count one night a week.",
                 cy="Rydym yn cyfrif y nosweithiau mewn blwyddyn y mae'r plentyn yn aros gyda'r rhiant sy'n talu. Os "
                    "nad yw'r rhieni yn cytuno faint, rydym yn cyfrif un noson yr wythnos."),
      only_if={"child_maintenance_nights_agreed": "is_calculated"})
def nights_counted(
    is_qualifying_child: Any, is_calculated: Any, child_nights_with_paying_parent: Any,
    child_maintenance_nights_agreed: Any, assumed_nights: Any,
) -> Any:
    """Nights a year; none for a child who does not count."""
    disputed = of(is_calculated) & no(of(child_maintenance_nights_agreed)) & (child_nights_with_paying_parent > 0)
    return choose(
        ("not a child who counts", no(is_qualifying_child), np.int64(0)),
        ("the parents do not agree how many", disputed, assumed_nights),
        otherwise=("the nights we were told", child_nights_with_paying_parent),
    )


@rule(cites="CSA 1991 Sch 1 para 7(4)", gives="fourteenths", unit="child",
      label=Words("Share taken off for nights", cy="Cyfran a dynnir am nosweithiau"),
      says=Words("The more nights a child stays with the paying parent, the more we take off.",
                 cy="Po fwyaf o nosweithiau y mae plentyn yn aros gyda'r rhiant sy'n talu, y mwyaf yr ydym yn ei "
                    "dynnu."))
def child_fourteenths(nights_counted: Any, night_bands: Any, shared_care: Any) -> Any:
    """Fourteenths of the child's part: two are a seventh, seven are a half."""
    return choose(
        ("half", nights_counted >= night_bands.half, shared_care.half),
        ("three-sevenths", nights_counted >= night_bands.third, shared_care.third),
        ("two-sevenths", nights_counted >= night_bands.second, shared_care.second),
        ("one-seventh", nights_counted >= night_bands.first, shared_care.first),
        otherwise=("nothing", np.int64(0)),
    )


@rule(cites="CSA 1991 Sch 1 para 7(6)", gives="yes_no", unit="child",
      label=Words("Stays half the nights", cy="Yn aros hanner y nosweithiau"),
      says=Words("A child who stays 175 nights or more is with the paying parent for half the nights.",
                 cy="Mae plentyn sy'n aros 175 noson neu fwy gyda'r rhiant sy'n talu am hanner y nosweithiau."))
def stays_half_the_nights(nights_counted: Any, night_bands: Any) -> Any:
    """Whether the child is in the highest band of nights."""
    return nights_counted >= night_bands.half


@rule(cites="CSA 1991 Sch 1 para 8(2)", gives="yes_no", unit="child",
      label=Words("Stays one night a week", cy="Yn aros un noson yr wythnos"),
      says=Words("A child who stays 52 nights or more stays about one night a week.",
                 cy="Mae plentyn sy'n aros 52 noson neu fwy yn aros tua un noson yr wythnos."))
def stays_a_night_a_week(nights_counted: Any, nights_that_end_flat_rate: Any) -> Any:
    """Whether the child stays often enough to end a flat rate that is due to a benefit."""
    return nights_counted >= nights_that_end_flat_rate
