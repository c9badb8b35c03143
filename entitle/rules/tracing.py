"""What a trace says of the amounts that a step read."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from entitle.law.amount import Series
from entitle.law.law import Law
from entitle.law.table import Table
from entitle.rules.decorator import Rule
from entitle.rules.trace import AmountRead


def amounts_read(rule: Rule, law: Law, on: date, rows: Mapping[str, int]) -> tuple[AmountRead, ...]:
    """Each series a rule reads, as it stood on a date; of a table, the row that was used."""
    return tuple(
        _read(series, on, rows)
        for name in rule.parameters if name in law.amounts
        for series in law.amount(name).series.values()
    )


def _read(series: Series, on: date, rows: Mapping[str, int]) -> AmountRead:
    value = series.value_on(on)
    shown: Any = value.value
    cites = value.cites
    if isinstance(shown, Table):
        row = dict(shown.rows[rows[series.name]]) if series.name in rows else {}
        cites = str(row.pop("cites", cites))
        shown = {name: cell.isoformat() if isinstance(cell, date) else cell for name, cell in row.items()}
    elif not isinstance(shown, int):
        shown = shown.isoformat() if isinstance(shown, date) else value.written
    return AmountRead(name=series.name, value=shown, unit=series.unit, cites=cites, from_on=value.from_on.isoformat())
