"""An amount's values through time as a chart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from markupsafe import Markup

from entitle.kernel.money import pounds
from entitle.law.amount import Series
from entitle.pages import formats
from entitle.pages.charts import step_chart

_HUNDREDTHS = 10_000


def chart(title: str, series: Series, *, today: date) -> Markup:
    """Nothing where there is one value, or where values are not numbers."""
    if len(series.values) < 2:
        return Markup("")
    values = [value.value for value in series.values]
    steps: list[tuple[date, int]]
    write: Callable[[int], str]
    if all(isinstance(value, int) and value >= 0 for value in values):
        steps = [(value.from_on, value.value) for value in series.values if isinstance(value.value, int)]
        write = _short_pounds if series.unit.startswith("pence") else formats.number
    elif all(isinstance(value, Fraction) and value >= 0 for value in values):
        steps = [(value.from_on, round(value.value * _HUNDREDTHS)) for value in series.values
                 if isinstance(value.value, Fraction)]
        write = _per_cent
    else:
        return Markup("")
    until = max(series.until or today, steps[-1][0])
    return step_chart(title=title, steps=steps, until=until, write=write)


def _short_pounds(pence: int) -> str:
    return pounds(pence).removesuffix(".00")


def _per_cent(hundredths: int) -> str:
    return f"{hundredths * 100 / _HUNDREDTHS:g}%"
