"""Reads one YAML amount, checking every part of it; a fault is named by file, series and place."""
from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from entitle.law.amount import Amount, Series, Value, day_number
from entitle.law.table import Table

_HEADINGS = {"about", "cites", "unit", "in_force_by", "note", "key"}
_ENTRY = {"from", "value", "rows", "cites", "checked_on", "until", "link", "excerpt"}
BLANK = -1
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same, seven times as fast where it is there


class LawError(ValueError):
    """A law file that does not say what it must; the message names the place."""


def read_amount(path: Path) -> Amount:
    """One file as an Amount. Raises LawError."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.YAMLError as fault:
        raise LawError(f"{path.name}: cannot be read as YAML: {fault}") from fault
    if not isinstance(data, dict):
        raise LawError(f"{path.name}: expected headings (about, cites, unit) and values")
    for heading in ("about", "cites", "unit"):
        if not isinstance(data.get(heading), str) or not data[heading].strip():
            raise LawError(f"{path.name}: '{heading}' is missing")
    names = [name for name in data if name not in _HEADINGS]
    if not names:
        raise LawError(f"{path.name}: there are no values")
    return Amount(
        name=path.stem, about=data["about"], cites=data["cites"],
        series={name: _series(path, name, data[name], unit=data["unit"], key=data.get("key", "")) for name in names},
    )


def _series(path: Path, name: str, entries: Any, *, unit: str, key: str) -> Series:
    where = f"{path.name}: {name}"
    if not isinstance(entries, list) or not entries:
        raise LawError(f"{where}: expected a list of dated values")
    values = tuple(_value(f"{where}[{place}]", entry, key=key) for place, entry in enumerate(entries))
    starts = [value.from_on for value in values]
    if starts != sorted(set(starts)):
        raise LawError(f"{where}: values must be in order of their 'from' dates, one a date")
    if any("until" in entry for entry in entries[:-1]):
        raise LawError(f"{where}: only the last value may say 'until'")
    kinds = {type(value.value) for value in values}
    if len(kinds) > 1:
        raise LawError(f"{where}: values are of different kinds ({', '.join(sorted(kind.__name__ for kind in kinds))})")
    until = entries[-1].get("until")
    if until is not None and (not isinstance(until, date) or until < starts[-1]):
        raise LawError(f"{where}: 'until' must be a date on or after the last 'from'")
    label = path.stem if name == "values" else f"{path.stem}.{name}"
    return Series(name=label, unit=unit, values=values, until=until)


def _value(where: str, entry: Any, *, key: str) -> Value:
    if not isinstance(entry, dict):
        raise LawError(f"{where}: expected from, value, cites and checked_on")
    unknown = set(entry) - _ENTRY
    if unknown:
        raise LawError(f"{where}: does not know '{', '.join(sorted(unknown))}'")
    for name in ("from", "checked_on"):
        if not isinstance(entry.get(name), date):
            raise LawError(f"{where}: '{name}' must be a date like 2026-04-06")
    if not isinstance(entry.get("cites"), str) or not entry["cites"].strip():
        raise LawError(f"{where}: every value cites its source")
    if ("value" in entry) == ("rows" in entry):
        raise LawError(f"{where}: give either 'value' or 'rows'")
    value = _table(where, entry["rows"], key=key) if "rows" in entry else _plain(where, entry["value"])
    return Value(from_on=entry["from"], value=value, cites=entry["cites"], checked_on=entry["checked_on"],
                 link=entry.get("link", ""), excerpt=entry.get("excerpt", ""),
                 written=entry["value"] if isinstance(entry.get("value"), str) else "")


def _plain(where: str, value: Any) -> int | Fraction | date:
    if isinstance(value, bool) or not isinstance(value, (int, date, str)):
        raise LawError(f"{where}: a value is a whole number, a share like 55/100, or a date; found {value!r}")
    if not isinstance(value, str):
        return value
    above, stroke, below = value.partition("/")
    if not (stroke and above.strip().isdigit() and below.strip().isdigit() and int(below)):
        raise LawError(f"{where}: '{value}' is not a share like 55/100")
    return Fraction(int(above), int(below))


def _table(where: str, rows: Any, *, key: str) -> Table:
    if not key:
        raise LawError(f"{where}: a table's file says which column is its 'key'")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) and key in row for row in rows):
        raise LawError(f"{where}: every row of the table needs '{key}'")
    names = list(dict.fromkeys(name for row in rows for name in row if name != "cites"))
    columns = {name: np.array([_cell(where, row.get(name)) for row in rows], dtype=np.int64) for name in names}
    if (np.diff(columns[key]) <= 0).any():
        raise LawError(f"{where}: rows must be in order of '{key}', each later than the last")
    return Table(key=key, columns=columns, rows=tuple(rows))


def _cell(where: str, cell: Any) -> int:
    if cell is None:
        return BLANK
    if isinstance(cell, date):
        return day_number(cell)
    if isinstance(cell, bool) or not isinstance(cell, int):
        raise LawError(f"{where}: a cell is a whole number or a date; found {cell!r}")
    return cell
