"""The twelve activities, each with three rules of its own: Schedule 1, and regulations 4 and 7.

Made from one pattern because the regulations treat all alike: whether the level changes from day to day, the level
("descriptor") that counts, and its points. Regulation 4(2A), whether something is done safely, well enough, as often as
needed and in good time, is for the health professional to judge in choosing the level.
"""
from __future__ import annotations

from inspect import Parameter, Signature
from types import FunctionType
from typing import Any

import numpy as np

from entitle.kernel.words import Words
from entitle.rules.choose import choose
from entitle.rules.decorator import Rule, rule
from entitle.rules.lookup import find
from entitle.rules.row_by_row import no
from entitle.schemes.pip.activities import CHANGES, DAILY_LIVING, MOBILITY, Activity
from entitle.schemes.pip.rules.most_days import most_days

NO_LEVEL = np.int64(-1)
DAYS_CONTRADICT = NO_LEVEL - np.int64(1)
_CHANGES = Words("{Called}: we ask if your level changes from day to day.",
                 cy="{Called}: rydym yn gofyn a yw eich lefel yn newid o ddydd i ddydd.")
_LEVEL = Words("{Called}: we look for the level that fits you on most days.",
               cy="{Called}: rydym yn edrych am y lefel sy'n addas i chi ar y rhan fwyaf o ddiwrnodau.")
_POINTS = Words("{Called}: the law gives points for your level.",
                cy="{Called}: mae'r gyfraith yn rhoi pwyntiau am eich lefel.")
_LABELS = (Words("{Called}: changes", cy="{Called}: yn newid"), Words("{Called}: level", cy="{Called}: lefel"),
           Words("{Called}: points", cy="{Called}: pwyntiau"))


def rules_of(activity: Activity, *, assessed: str) -> tuple[Rule, Rule, Rule]:
    """The rules `<name>_changes`, `<name>_descriptor` and `<name>_points`.

    `assessed` names the yes_no rule without which nobody is asked about the activity: no level then, and no points.
    """
    chosen = f"pip_assessment_{activity.name}"
    changes, descriptor = f"{activity.name}_changes", f"{activity.name}_descriptor"
    days = [fact.replace(".", "_") for fact in activity.days]
    counted = "pip_assessment_days_counted"
    of_changes, of_level, of_points = (activity.say(label) for label in _LABELS)
    return (
        rule(cites="SI 2013/377 reg 7", gives="yes_no", label=of_changes, says=activity.say(_CHANGES),
             only_if={chosen: assessed})(_reading(_changes, changes, chosen)),
        rule(cites=f"{activity.cites}; regs 4, 7", gives="descriptor", label=of_level, says=activity.say(_LEVEL),
             only_if={chosen: assessed, counted: changes} | dict.fromkeys(days, changes))(
                 _reading(_descriptor, descriptor, assessed, changes, chosen, activity.name, counted, *days)),
        rule(cites=activity.cites, gives="points", label=of_points, says=activity.say(_POINTS))(
            _reading(_points, f"{activity.name}_points", descriptor, activity.name, levels=activity.descriptors)),
    )


def _changes(chosen: Any) -> Any:
    """Whether the days of each level were recorded, because no one level fits."""
    return chosen.is_one_of(CHANGES)


def _descriptor(assessed: Any, changes: Any, chosen: Any, table: Any, counted: Any, *days: Any) -> Any:
    """The descriptor that counts, 0 for a; -1 for none; -2 where one has more days than were counted."""
    weighed = most_days(table.table.columns["points"], days, counted)
    return choose(
        ("not assessed", no(assessed), NO_LEVEL),
        ("the same on most days", no(changes), chosen.places),
        ("more days than were counted", weighed.too_many, DAYS_CONTRADICT),
        ("7(1)(a)", weighed.one, weighed.highest),
        ("7(1)(b)", weighed.several, weighed.highest),
        ("7(1)(c)(ii)", weighed.together & weighed.tied, weighed.longest),
        ("7(1)(c)(i)", weighed.together, weighed.longest),
        otherwise=("none", NO_LEVEL),
    )


def _points(descriptor: Any, table: Any, levels: tuple[Words, ...] = ()) -> Any:
    """The points of the descriptor; none where there is none. The limbs are the activity's levels, in words."""
    points = find(table, np.maximum(descriptor, np.int64(0))).points
    limbs = ((level.en, descriptor == np.int64(place), points) for place, level in enumerate(levels))
    return choose(*limbs, otherwise=("no level on most days", np.int64(0)))


def _reading(formula: Any, name: str, *names: str, levels: tuple[Words, ...] = ()) -> Any:
    """The formula under a name of its own, with its parameters called what it reads."""
    own = FunctionType(formula.__code__, formula.__globals__, name, (levels,) if levels else None)
    own.__signature__ = Signature([Parameter(each, Parameter.POSITIONAL_ONLY) for each in names])  # type: ignore[attr-defined]
    return own


ACTIVITY_RULES: tuple[Rule, ...] = tuple(
    each
    for activities, assessed in ((DAILY_LIVING, "is_fully_assessed"), (MOBILITY, "is_assessed"))
    for activity in activities
    for each in rules_of(activity, assessed=assessed)
)
