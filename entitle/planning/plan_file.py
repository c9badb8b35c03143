"""Reads a day's plan from YAML; what is wrong is said by its place in the file."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from entitle.planning.plan import CallBacks, Plan, QueuePlan, Shift

_DAY_MINUTES = 1440
_NEEDED = ("name", "patience_minutes", "answer_within_seconds", "queues", "arrivals", "agents")


class PlanIsWrong(ValueError):
    """A plan that does not say what it must; the message says where."""


def read_plan(path: Path) -> Plan:
    """The plan in a file. Raises PlanIsWrong, and OSError where it cannot be read."""
    try:
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as fault:
        raise PlanIsWrong(f"{path.name} is not YAML: {fault}") from fault
    plan = _mapping(said, path.name, needed=_NEEDED, may=("call_backs", "lines"))
    queues = tuple(_queue(name, entry) for name, entry in _mapping(plan["queues"], "queues").items())
    arrivals = dict(_arrivals(plan["arrivals"], {queue.name for queue in queues}))
    shifts = tuple(shift for place, entry in enumerate(_list(plan["agents"], "agents"), 1)
                   for shift in _shifts(f"agents, entry {place}", entry))
    return Plan(
        name=str(plan["name"]), queues=queues, arrivals=arrivals, shifts=shifts,
        patience_seconds=60 * _number(plan["patience_minutes"], "patience_minutes", least=0.01),
        within_seconds=_number(plan["answer_within_seconds"], "answer_within_seconds"),
        call_backs=_call_backs(plan["call_backs"]) if "call_backs" in plan else None,
        lines=int(_number(plan["lines"], "lines")) if "lines" in plan else None)


def _queue(name: str, entry: Any) -> QueuePlan:
    where = f"queues, {name}"
    said = _mapping(entry, where, needed=("skills", "talk_minutes", "wrap_up_minutes"), may=("priority",
                                                                                           "welsh_percent"))
    return QueuePlan(
        name=str(name), skills=frozenset(map(str, _list(said["skills"], f"{where}, skills"))),
        talk_seconds=60 * _number(said["talk_minutes"], f"{where}, talk_minutes", least=0.01),
        wrap_up_seconds=60 * _number(said["wrap_up_minutes"], f"{where}, wrap_up_minutes"),
        priority=int(_number(said.get("priority", 5), f"{where}, priority", most=5)),
        welsh_percent=_number(said.get("welsh_percent", 0), f"{where}, welsh_percent", most=100))


def _arrivals(entry: Any, queues: set[str]) -> Iterator[tuple[tuple[int, str], float]]:
    for time, callers in _mapping(entry, "arrivals").items():
        minutes = _minutes(time, "arrivals")
        if minutes % 30:
            raise PlanIsWrong(f"arrivals, {time}: a half-hour begins on the hour or at half past")
        for queue, number in _mapping(callers, f"arrivals, {time}").items():
            if queue not in queues:
                raise PlanIsWrong(f"arrivals, {time}: there is no queue '{queue}' in this plan")
            yield (minutes // 30, str(queue)), _number(number, f"arrivals, {time}, {queue}")


def _shifts(where: str, entry: Any) -> list[Shift]:
    said = _mapping(entry, where, needed=("count", "skills", "from", "to"), may=("breaks", "who"))
    begins, ends = 60 * _minutes(said["from"], where), 60 * _minutes(said["to"], where)
    breaks = tuple(_break(each, where) for each in _list(said.get("breaks", []), f"{where}, breaks"))
    inside = [begins, *(moment for pair in breaks for moment in pair), ends]
    if begins >= ends or inside != sorted(inside):
        raise PlanIsWrong(f"{where}: a shift ends after it begins, and its breaks lie within it, in order")
    skills = frozenset(map(str, _list(said["skills"], f"{where}, skills")))
    return [Shift(skills, begins, ends, breaks)] * int(_number(said["count"], f"{where}, count"))


def _break(entry: Any, where: str) -> tuple[float, float]:
    begins, dash, ends = str(entry).partition("-")
    if not dash:
        raise PlanIsWrong(f"{where}, breaks: '{entry}' is not like 12:00-12:30")
    return 60 * _minutes(begins, f"{where}, breaks"), 60 * _minutes(ends, f"{where}, breaks")


def _call_backs(entry: Any) -> CallBacks:
    said = _mapping(entry, "call_backs", needed=("offered_after_minutes", "taken_percent"))
    return CallBacks(60 * _number(said["offered_after_minutes"], "call_backs, offered_after_minutes"),
                     _number(said["taken_percent"], "call_backs, taken_percent", most=100))


def _minutes(written: Any, where: str) -> int:
    hours, colon, minutes = str(written).strip().partition(":")
    if colon and hours.isdigit() and minutes.isdigit() and len(minutes) == 2 and int(minutes) < 60:
        found = int(hours) * 60 + int(minutes)
        if found <= _DAY_MINUTES:
            return found
    raise PlanIsWrong(f"{where}: '{written}' is not a time of day in quotes, such as \"09:30\"")


def _number(said: Any, where: str, *, least: float = 0, most: float = 1_000_000) -> float:
    if isinstance(said, bool) or not isinstance(said, int | float) or not least <= said <= most:
        raise PlanIsWrong(f"{where}: '{said}' is not a number from {least:g} to {most:g}")
    return float(said)


def _list(said: Any, where: str) -> list[Any]:
    if not isinstance(said, list):
        raise PlanIsWrong(f"{where}: expected a list, found '{said}'")
    return said


def _mapping(said: Any, where: str, *, needed: tuple[str, ...] = (), may: tuple[str, ...] = ()) -> Mapping[Any, Any]:
    if not isinstance(said, dict):
        raise PlanIsWrong(f"{where}: expected names and values, found '{said}'")
    lacking = [name for name in needed if name not in said]
    unknown = [str(name) for name in said if needed and name not in needed + may]
    if lacking or unknown:
        faults = [f"needs {name}" for name in lacking] + [f"does not know {name}" for name in unknown]
        raise PlanIsWrong(f"{where}: {'; '.join(faults)}")
    return said
