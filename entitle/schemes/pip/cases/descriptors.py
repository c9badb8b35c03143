"""Rows of `pip_points` that name descriptors: points and awards out."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from entitle.blueprint.cases import Answers, Fault, Row
from entitle.rules.book import RuleBook
from entitle.rules.run import Run
from entitle.schemes.pip.activities import ACTIVITIES, DAILY_LIVING, MOBILITY
from entitle.schemes.pip.cases.cells import ASSESSED, BLANK, COMPONENTS

_WANT = ("daily_living_points", "mobility_points",
         *(f"{component}_{how}limited" for component in COMPONENTS for how in ("", "severely_")))


def run_descriptors(rules: RuleBook, rows: Sequence[Row], *, trace: bool = False) -> Run:
    """The rules run on the descriptors named; of an activity that is not named, descriptor a."""
    facts: dict[str, Any] = {
        activity.fact: np.array([activity.letters.index(row["descriptors"].get(activity.name, "a")) for row in rows])
        for activity in ACTIVITIES
    }
    on = rules.law.amount("points_needed").latest_from
    return rules.run(facts, on=on, given=ASSESSED, want=_WANT, trace=trace)


def answers_by_descriptors(rules: RuleBook, rows: Sequence[Row]) -> list[Answers | Fault]:
    """Points and awards of the descriptors named."""
    run = run_descriptors(rules, rows)
    points = {component: run.values[f"{component}_points"] for component in COMPONENTS}
    awards = {component: _awards(run.values, component) for component in COMPONENTS}
    return [
        _of_another(row) or BLANK | {"expected_points": _of_component(row["component"], points, place),
                                      "expected_award": _of_component(row["component"], awards, place)}
        for place, row in enumerate(rows)
    ]


def _of_another(row: Row) -> Fault | None:
    """What is wrong with a row of one component that names an activity of the other."""
    own = {"daily_living": DAILY_LIVING, "mobility": MOBILITY}.get(row["component"], ACTIVITIES)
    if row["descriptors"].keys() <= {activity.name for activity in own}:
        return None
    return Fault("descriptors", f"activities of {row['component']}, which is the component")


def _awards(values: Any, component: str) -> Any:
    return np.where(values[f"{component}_severely_limited"], "enhanced",
                    np.where(values[f"{component}_limited"], "standard", "none"))


def _of_component(component: str, each: dict[str, Any], place: int) -> str:
    if component == "both":
        return ";".join(f"{name}={values[place]}" for name, values in each.items())
    return str(each[component][place])
