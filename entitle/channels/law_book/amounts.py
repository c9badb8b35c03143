"""An amount of the law through time: a chart, and a table of the same figures with each one's source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from markupsafe import Markup

from entitle.channels.law_book.amount_chart import chart
from entitle.channels.law_book.words import WORDS
from entitle.law.amount import Amount, Series, Value
from entitle.law.table import Table
from entitle.pages import formats
from entitle.pages.explanation import value_in_words


@dataclass(frozen=True)
class ShownSeries:
    """One series as a page shows it: `head` and `rows` are a table's, as the table component takes them."""

    anchor: str
    title: str
    cites: str
    chart: Markup
    head: list[dict[str, Any]]
    rows: list[list[dict[str, Any]]]
    bands: list[ShownBands]


@dataclass(frozen=True)
class ShownBands:
    """A table of the law as it stood from a day."""

    title: str
    head: list[str]
    rows: list[list[str]]


def shown(amount: Amount, *, today: date) -> list[ShownSeries]:
    """Every series of an amount, each value with its source and the day that was last checked."""
    return [_series(amount, name, series, today) for name, series in amount.series.items()]


def in_words(value: Value, unit: str) -> str:
    """A value as a page says it: '£241.30 a week', '1/900', 'a table of 5 rows'."""
    if isinstance(value.value, Table):
        return formats.say(WORDS["table_of"].filled(rows=len(value.value.rows)))
    if isinstance(value.value, Fraction):
        return value.written or str(value.value)
    return value_in_words(value.value, "date" if isinstance(value.value, date) else unit)


def _series(amount: Amount, name: str, series: Series, today: date) -> ShownSeries:
    title = amount.about if name == "values" else f"{amount.about}: {name.replace('_', ' ')}"
    head: list[dict[str, Any]] = [
        {"text": formats.say(WORDS["from"])}, {"text": formats.say(WORDS["value"]), "numeric": True},
        {"text": formats.say(WORDS["law_column"])}, {"text": formats.say(WORDS["checked"])}]
    rows: list[list[dict[str, Any]]] = [
        [{"text": formats.day(value.from_on)}, {"text": in_words(value, series.unit), "numeric": True},
         {"text": value.cites, "href": value.link if value.link.startswith("https://") else ""},
         {"text": formats.day(value.checked_on)}]
        for value in series.values
    ]
    bands = [_bands(value, value.value) for value in series.values if isinstance(value.value, Table)]
    drawn = chart(title, series, today=today)
    return ShownSeries(f"amount-{series.name.replace('.', '-')}", title, amount.cites, drawn, head, rows, bands)


def _bands(value: Value, table: Table) -> ShownBands:
    names = [name for name in dict.fromkeys(name for row in table.rows for name in row) if name != "cites"]
    head = [*(name.replace("_", " ").capitalize() for name in names), formats.say(WORDS["law_column"])]
    rows = [[*(_cell(row.get(name)) for name in names), str(row.get("cites", value.cites))] for row in table.rows]
    return ShownBands(formats.day(value.from_on), head, rows)


def _cell(cell: Any) -> str:
    if cell is None:
        return ""
    return formats.day(cell) if isinstance(cell, date) else str(cell)
