"""Draws what is sooner seen than read: the lives of things, in a page of the handbook, and each benefit's rules."""
from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from entitle.blueprint import registry
from entitle.kernel.lifecycle import Lifecycle
from entitle.rules.picture import to_svg

_PACKAGE = Path(__file__).resolve().parent.parent
_BEGINNING = """# Lives

Each thing that has a life has it as one graph, in its room's `lifecycle.py`: any other move is refused. `make pictures`
writes this page from them.
"""


def draw_all(docs: Path) -> list[Path]:
    """The page of lives and each benefit's rules, into the folder of documentation; the same to the byte each time."""
    drawn = [_write(docs / "handbook" / "lives.md", lives_page())]
    for scheme in registry.schemes().values():
        title = f"{scheme.title}: what the rules read and work out"
        drawn.append(_write(docs / "pictures" / f"rules_{scheme.name}.svg", to_svg(scheme.rules, title=title)))
    return drawn


def lives_page() -> str:
    """Every life of every room, in the order of their names, as Markdown with a diagram (Mermaid) of each."""
    parts = [_BEGINNING]
    for room in sorted(path.parent.name for path in _PACKAGE.glob("*/lifecycle.py") if path.parent.name != "kernel"):
        parts.append(f"## {room}\n")
        parts += [f"### {life.name.capitalize()}\n\n```mermaid\n{diagram(life)}```\n" for life in _lives(room)]
    return "\n".join(parts)


def diagram(life: Lifecycle) -> str:
    """One life in Mermaid's language: a line for each move; a state that nothing leaves is an end."""
    left = {origin for origin, _, _ in life.edges}
    moves = [f"{origin} --> {target} : {event.replace('_', ' ')}" for origin, event, target in life.edges]
    ends = [f"{state} --> [*]" for state in life.states if state not in left]
    return "".join(f"{line}\n" for line in (
        "stateDiagram-v2", *(f"    {move}" for move in (f"[*] --> {life.first}", *moves, *ends))))


def _lives(room: str) -> Iterator[Lifecycle]:
    module = import_module(f"entitle.{room}.lifecycle")
    yield from (value for value in vars(module).values() if isinstance(value, Lifecycle))


def _write(path: Path, drawing: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(drawing, encoding="utf-8")
    return path
