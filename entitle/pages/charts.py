"""Small charts drawn on the server: a picture with words for it, meant to stand above a table of the same figures.

Colour and type come from the style sheet, so a chart needs no style of its own and follows forced colours.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from markupsafe import Markup, escape

WIDTH, HEIGHT = 640, 260
_LEFT, _BOTTOM, _TOP = 64, 34, 14
_DOT = 5
_STEPS = (1, 2, 5)


def bar_chart(*, title: str, rows: Sequence[tuple[str, int]], write: Any = str) -> Markup:
    """Upright bars. `rows` are (label, whole number of at least 0); `write` turns a number into what the axis says."""
    top = _round_top(max((value for _, value in rows), default=0))
    slot = (WIDTH - _LEFT) / max(len(rows), 1)
    parts = _grid(top, write)
    for place, (label, value) in enumerate(rows):
        left, height = _LEFT + place * slot, _height(value, top)
        parts.append(
            Markup('<rect class="entitle-chart__bar" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
                left + slot * 0.15, HEIGHT - _BOTTOM - height, slot * 0.7, height
            )
        )
        parts += _label_below(left + slot / 2, label, place, len(rows))
    return _drawing(title, parts)


def compared_bars(*, title: str, labels: Sequence[str], first: Sequence[int], second: Sequence[int],
                  write: Any = str) -> Markup:
    """Two upright bars a label, the second one hollow. Which is which is for the words beside it to say."""
    top = _round_top(max((*first, *second), default=0))
    slot = (WIDTH - _LEFT) / max(len(labels), 1)
    parts = _grid(top, write)
    for place, (label, *values) in enumerate(zip(labels, first, second, strict=True)):
        left = _LEFT + place * slot
        for at, (value, kind) in enumerate(zip(values, ("", " entitle-chart__bar--hollow"), strict=True)):
            height = _height(value, top)
            bar = Markup('<rect class="entitle-chart__bar{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>')
            parts.append(
                bar.format(kind, left + slot * (0.14 + 0.38 * at), HEIGHT - _BOTTOM - height, slot * 0.34, height)
            )
        parts += _label_below(left + slot / 2, label, place, len(labels))
    return _drawing(title, parts)


def line_chart(*, title: str, rows: Sequence[tuple[str, int]], write: Any = str) -> Markup:
    """One line with a dot at each figure, labelled like bar_chart."""
    top = _round_top(max((value for _, value in rows), default=0))
    slot = (WIDTH - _LEFT) / max(len(rows), 1)
    points = [
        (_LEFT + (place + 0.5) * slot, HEIGHT - _BOTTOM - _height(value, top)) for place, (_, value) in enumerate(rows)
    ]
    parts = _grid(top, write)
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    parts.append(Markup('<polyline class="entitle-chart__line" points="{}"/>').format(path))
    for place, ((x, y), (label, _)) in enumerate(zip(points, rows, strict=True)):
        parts.append(Markup('<circle class="entitle-chart__dot" cx="{:.1f}" cy="{:.1f}" r="4"/>').format(x, y))
        parts += _label_below(x, label, place, len(rows))
    return _drawing(title, parts)


def step_chart(*, title: str, steps: Sequence[tuple[date, int]], until: date, write: Any = str) -> Markup:
    """What something stood at through time: level from each date to the next, up to `until`, with a dot at each change.

    `steps` are (date, whole number of at least 0), oldest first; years stand below.
    """
    top = _round_top(max((value for _, value in steps), default=0))
    first = steps[0][0] if steps else until
    days = max((until - first).days, 1)

    def across(on: date) -> float:
        return _LEFT + (WIDTH - _LEFT - _DOT) * (on - first).days / days

    corners: list[tuple[float, float]] = []
    dots = [(across(on), HEIGHT - _BOTTOM - _height(value, top)) for on, value in steps]
    for x, y in dots:
        corners += [(x, corners[-1][1] if corners else y), (x, y)]
    corners += [(across(until), y) for _, y in corners[-1:]]
    parts = _grid(top, write)
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    parts.append(Markup('<polyline class="entitle-chart__line" points="{}"/>').format(path))
    for x, y in dots:
        parts.append(Markup('<circle class="entitle-chart__dot" cx="{:.1f}" cy="{:.1f}" r="4"/>').format(x, y))
    years = range(first.year + 1, until.year + 1)
    for place, year in enumerate(years):
        parts += _label_below(across(date(year, 1, 1)), str(year), place, len(years))
    return _drawing(title, parts)


def _drawing(title: str, parts: list[Markup]) -> Markup:
    inside = Markup("").join(parts)
    return Markup(
        '<svg class="entitle-chart" role="img" viewBox="0 0 {} {}" aria-label="{}">{}</svg>'
    ).format(WIDTH, HEIGHT, escape(title), inside)


def _grid(top: int, write: Any) -> list[Markup]:
    lines = []
    for quarter in range(5):
        value = top * quarter // 4
        y = HEIGHT - _BOTTOM - _height(value, top)
        lines.append(
            Markup('<line class="entitle-chart__grid" x1="{}" x2="{}" y1="{:.1f}" y2="{:.1f}"/>').format(
                _LEFT, WIDTH, y, y
            )
        )
        lines.append(
            Markup('<text class="entitle-chart__figure" x="{}" y="{:.1f}">{}</text>').format(
                _LEFT - 8, y + 4, write(value)
            )
        )
    return lines


def _label_below(x: float, label: str, place: int, count: int) -> list[Markup]:
    every = max(1, -(-count // 12))
    if place % every:
        return []
    crowded = " entitle-chart__label--if-room" if count > 5 and place // every % 2 else ""
    return [
        Markup('<text class="entitle-chart__label{}" x="{:.1f}" y="{}">{}</text>').format(crowded, x, HEIGHT - 8, label)
    ]


def _height(value: int, top: int) -> float:
    return (HEIGHT - _BOTTOM - _TOP) * value / top


def _round_top(largest: int) -> int:
    """The first of 4, 8, 20, 40, 80, 200 ... that holds the largest figure, so that quarters are whole numbers."""
    size = 4
    while True:
        for step in _STEPS:
            if largest <= size * step:
                return size * step
        size *= 10
