"""Draws every life as a picture: states as boxes in the order they are reached, events as the arrows between them."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib import import_module
from pathlib import Path

from entitle.blueprint import registry
from entitle.kernel.lifecycle import Lifecycle
from entitle.rules.picture import to_svg

_PACKAGE = Path(__file__).resolve().parent.parent
_WIDE, _HIGH, _ACROSS, _DOWN, _MARGIN = 150, 36, 190, 74, 24


def draw_all(folder: Path) -> list[Path]:
    """Every life and every benefit's rules, as SVG in a folder. The same pictures come out the same to the byte."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = [_write(folder / f"life_{life.name.replace(' ', '_')}.svg", life_svg(life)) for life in lives()]
    for scheme in registry.schemes().values():
        title = f"{scheme.title}: what the rules read and work out"
        drawn.append(_write(folder / f"rules_{scheme.name}.svg", to_svg(scheme.rules, title=title)))
    return drawn


def lives() -> Iterator[Lifecycle]:
    """Every lifecycle of every room."""
    for path in sorted(_PACKAGE.glob("*/lifecycle.py")):
        if path.parent.name == "kernel":
            continue
        module = import_module(f"entitle.{path.parent.name}.lifecycle")
        yield from (value for value in vars(module).values() if isinstance(value, Lifecycle))


def life_svg(life: Lifecycle) -> str:
    """One life, with a title for those who cannot see it."""
    rank = _ranks(life)
    rows: dict[int, list[str]] = {}
    for state in life.states:
        rows.setdefault(rank[state], []).append(state)
    at = {
        state: (_MARGIN + place * (_WIDE + _ACROSS), _MARGIN + 40 + row * (_HIGH + _DOWN))
        for row, states in rows.items()
        for place, state in enumerate(states)
    }
    width = 2 * _MARGIN + max(len(states) for states in rows.values()) * (_WIDE + _ACROSS)
    height = 2 * _MARGIN + 40 + len(rows) * (_HIGH + _DOWN)
    arrows = "".join(
        _arrow(at[origin], at[target], event, number) for number, (origin, event, target) in enumerate(life.edges)
    )
    boxes = "".join(_box(*at[state], state) for state in life.states)
    title = f"The life of a {life.name}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(title)}" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="sans-serif" font-size="14">\n'
        '<defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0L8 4L0 8z" fill="#0f4f57"/></marker></defs>\n'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>\n'
        f'<text x="{_MARGIN}" y="{_MARGIN + 8}" font-size="18" font-weight="bold">{escape(title)}</text>\n'
        f"{arrows}{boxes}</svg>\n"
    )


def _ranks(life: Lifecycle) -> dict[str, int]:
    """How many moves from the first state each state is, at the fewest."""
    rank, edge = {life.first: 0}, [life.first]
    while edge:
        reached = [
            target for state in edge for origin, _, target in life.edges if origin == state and target not in rank
        ]
        for target in reached:
            rank.setdefault(target, rank[edge[0]] + 1)
        edge = list(dict.fromkeys(reached))
    return rank


def _box(x: int, y: int, state: str) -> str:
    return (
        f'<rect x="{x}" y="{y}" width="{_WIDE}" height="{_HIGH}" rx="5" fill="#eaf2f1" stroke="#0f4f57"/>'
        f'<text x="{x + _WIDE // 2}" y="{y + 23}" text-anchor="middle">{escape(state.replace("_", " "))}</text>\n'
    )


def _arrow(origin: tuple[int, int], target: tuple[int, int], event: str, number: int) -> str:
    (x1, y1), (x2, y2) = origin, target
    bend = 26 + 12 * (number % 3)
    if y2 > y1:
        start, end = (x1 + _WIDE // 2, y1 + _HIGH), (x2 + _WIDE // 2, y2)
        middle = (start[0] + end[0]) // 2, (start[1] + end[1]) // 2
    else:
        start, end = (x1 + _WIDE, y1 + _HIGH // 2), (x2 + _WIDE, y2 + _HIGH // 2)
        middle = max(start[0], end[0]) + bend * 2, (start[1] + end[1]) // 2
    words = escape(event.replace("_", " "))
    return (
        f'<path d="M{start[0]} {start[1]}Q{middle[0]} {middle[1]} {end[0]} {end[1]}" fill="none" stroke="#0f4f57" '
        f'marker-end="url(#head)"/><text x="{(start[0] + 2 * middle[0] + end[0]) // 4 + 6}" '
        f'y="{(start[1] + 2 * middle[1] + end[1]) // 4 + 4 + 7 * (number % 3 - 1)}" font-size="12" fill="#4b5457">'
        f"{words}</text>\n"
    )


def _write(path: Path, drawing: str) -> Path:
    path.write_text(drawing, encoding="utf-8")
    return path
