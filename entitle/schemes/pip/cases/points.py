"""Case tables of points: descriptors in, points and awards out; or days, dates of claim and onset, or a birthday."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np

from entitle.blueprint.cases import Answers, CaseTable, Column, Fault, Row, date_cell, iso, one_of, whole_number
from entitle.rules.book import RuleBook
from entitle.schemes.pip.activities import ACTIVITIES, DAILY_LIVING, MOBILITY
from entitle.schemes.pip.cases.cells import Days, day_counts, descriptors
from entitle.schemes.pip.rules.activities import NO_LEVEL

Asked: TypeAlias = tuple[str, Callable[[RuleBook, Sequence[Row]], Sequence[Answers | Fault]]]
_BLANK = {"expected_descriptor": "", "expected_points": "", "expected_award": "", "expected_other": ""}
_NOTHING_ASKED = Fault("descriptors", "descriptors, or else day_counts, onset_date or date_of_birth")
_COMPONENTS = ("daily_living", "mobility")
_ASSESSED = {"is_assessed": True, "is_fully_assessed": True, "near_end_of_life": False}
_MOST_DAYS = 100_000


def pip_points(rules: RuleBook) -> CaseTable:
    """Each row asks one thing, by the column that is filled in: descriptors, days, the required period, or the age."""

    def work_out(rows: Sequence[Row]) -> list[Answers | Fault]:
        answers: list[Answers | Fault] = [_NOTHING_ASKED] * len(rows)
        for column, ask in _ASKED:
            places = [place for place, row in enumerate(rows) if _asks(row) == column]
            if places:
                for place, answer in zip(places, ask(rules, [rows[place] for place in places]), strict=True):
                    answers[place] = answer
        return answers

    return CaseTable(
        name="pip_points",
        columns=(
            Column("component", one_of(*_COMPONENTS, "both")),
            Column("descriptors", descriptors, may_be_blank=True),
            Column("day_counts", day_counts, may_be_blank=True),
            Column("total_days", whole_number(1, _MOST_DAYS), may_be_blank=True),
            Column("claim_date", date_cell(), may_be_blank=True),
            Column("onset_date", date_cell(), may_be_blank=True),
            Column("date_of_birth", date_cell(earliest=_first_birth(rules)), may_be_blank=True),
        ),
        gives=tuple(_BLANK),
        work_out=work_out,
    )


def _asks(row: Row) -> str:
    return next((column for column, _ in _ASKED if row[column] is not None), "")


def _points(rules: RuleBook, rows: Sequence[Row]) -> list[Answers | Fault]:
    """Points and awards of the descriptors named; of an activity that is not named, descriptor a."""
    facts: dict[str, Any] = {
        activity.fact: np.array([activity.letters.index(row["descriptors"].get(activity.name, "a")) for row in rows])
        for activity in ACTIVITIES
    }
    limited = [f"{component}_{how}limited" for component in _COMPONENTS for how in ("", "severely_")]
    want = ("daily_living_points", "mobility_points", *limited)
    run = rules.run(facts, on=rules.law.amount("points_needed").latest_from, given=_ASSESSED, want=want)
    points = {component: run.values[f"{component}_points"] for component in _COMPONENTS}
    awards = {component: _awards(run.values, component) for component in _COMPONENTS}
    return [
        _of_another(row) or _BLANK | {"expected_points": _of_component(row["component"], points, place),
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


def _days(rules: RuleBook, rows: Sequence[Row]) -> list[Answers | Fault]:
    """The descriptor that regulation 7 gives, its points and the limb that gave it."""
    answers: list[Answers | Fault] = [_no_days(row) for row in rows]
    for activity in ACTIVITIES:
        places = [place for place, row in enumerate(rows)
                  if row["day_counts"].activity is activity and answers[place] == _BLANK]
        if not places:
            continue
        counts: list[Days] = [rows[place]["day_counts"] for place in places]
        facts: dict[str, Any] = {
            name: np.array([days.by_letter.get(letter, 0) for days in counts])
            for name, letter in zip(activity.days, activity.letters, strict=True)
        }
        facts |= {"pip_assessment.days_counted": np.array([rows[place]["total_days"] for place in places]),
                  activity.fact: "changes"}
        descriptor, points = f"{activity.name}_descriptor", f"{activity.name}_points"
        run = rules.run(facts, on=rules.law.amount(activity.name).latest_from, given=_ASSESSED,
                        want=(descriptor, points), trace=True)
        for row, place in enumerate(places):
            level = run.of_row(descriptor, row)
            answers[place] = _BLANK | {
                "expected_descriptor": "none" if level == NO_LEVEL else activity.code + activity.letters[level],
                "expected_points": str(run.of_row(points, row)),
                "expected_other": run.trace(row)[descriptor].limb,
            }
    return answers


def _no_days(row: Row) -> Answers | Fault:
    """What is wrong with a row of days: none in all, or more of a descriptor than there are."""
    if row["total_days"] is None:
        return Fault("total_days", f"a whole number from 1 to {_MOST_DAYS}")
    if max(row["day_counts"].by_letter.values()) > row["total_days"]:
        return Fault("day_counts", f"no more days of one descriptor than total_days, which is {row['total_days']}")
    return _BLANK


def _required_period(rules: RuleBook, rows: Sequence[Row]) -> list[Answers | Fault]:
    """Whether help had been needed for long enough on the day of the claim, or from which day it has."""
    return _by_claim_date(rules, rows, {"pip.needs_began_on": "onset_date"}, "months_before",
                          ("needed_long_enough", "needed_long_enough_on"),
                          lambda met, on: "met" if met else f"not_met:{iso(on)}")


def _age(rules: RuleBook, rows: Sequence[Row]) -> list[Answers | Fault]:
    """Whether the person was of an age to claim on the day of the claim."""
    return _by_claim_date(rules, rows, {"person.born_on": "date_of_birth"}, "relevant_age",
                          ("under_age", "over_pension_age"),
                          lambda under, over: "too_young" if under else "over_pension_age" if over else "met")


def _by_claim_date(
    rules: RuleBook, rows: Sequence[Row], facts: dict[str, str], amount: str, want: tuple[str, str],
    said: Callable[[Any, Any], str],
) -> list[Answers | Fault]:
    """Answers of rows with a date of claim; those from before there was PIP say that there is no law."""
    claimed = np.array([row["claim_date"] or 0 for row in rows], dtype=np.int64)
    covered = rules.law.amount(amount).covers(claimed)
    on = np.where(covered, claimed, claimed.max(initial=_today_of(rules, amount)))
    columns = {fact: np.array([row[column] for row in rows], dtype=np.int64) for fact, column in facts.items()}
    run = rules.run(columns | {"claim.made_on": claimed}, on=on, want=want)
    return [
        Fault("claim_date", "the date of the claim") if row["claim_date"] is None
        else _BLANK | {"expected_other": said(*answer) if known else "no_law"}
        for row, known, *answer in zip(rows, covered, *run.values.values(), strict=True)
    ]


def _today_of(rules: RuleBook, amount: str) -> int:
    return int(np.datetime64(rules.law.amount(amount).latest_from, "D").astype(np.int64))


def _first_birth(rules: RuleBook) -> Any:
    return rules.law.amount("relevant_age").table.rows[0]["born_from"]


_ASKED: tuple[Asked, ...] = (
    ("descriptors", _points), ("day_counts", _days), ("onset_date", _required_period), ("date_of_birth", _age),
)
