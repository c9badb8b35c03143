"""The rules of a benefit as a picture: facts and amounts on the left, what is worked out from them to the right."""
from __future__ import annotations

from html import escape
from typing import NamedTuple

from entitle.rules import graph
from entitle.rules.book import RuleBook

_WIDE, _HIGH, _GAP_ACROSS, _GAP_DOWN, _MARGIN, _TITLE = 290, 30, 90, 14, 20, 40
_FILLS = {"fact": "#d5e8f3", "amount": "#fff7bf", "rule": "#ffffff"}


class Node(NamedTuple):
    """One box: its name, what it is ('fact', 'amount' or 'rule'), how many steps from the left it stands, and what
    there is one for: 'each child', or '' for the claim.
    """

    name: str
    kind: str
    layer: int
    of: str


def to_svg(book: RuleBook, *, title: str) -> str:
    """The graph as an SVG image with a title for those who cannot see it; needs no other program."""
    nodes, named = _nodes(book), _shown_names(book)
    layers = [[node for node in nodes if node.layer == layer] for layer in range(max(node.layer for node in nodes) + 1)]
    places = {
        node.name: (_MARGIN + layer * (_WIDE + _GAP_ACROSS), _MARGIN + _TITLE + row * (_HIGH + _GAP_DOWN))
        for layer, column in enumerate(layers) for row, node in enumerate(column)
    }
    width = 2 * _MARGIN + len(layers) * _WIDE + (len(layers) - 1) * _GAP_ACROSS
    height = 2 * _MARGIN + _TITLE + max(len(column) for column in layers) * (_HIGH + _GAP_DOWN)
    arrows = [_arrow(places[named[read]], places[named[reader]]) for read, reader in graph.edges(book.rules)]
    boxes = [_box(node, *places[node.name]) for node in nodes]
    return "\n".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" font-family="sans-serif">',
        f"<title>{escape(title)}</title>",
        f'<text x="{_MARGIN}" y="{_MARGIN + 8}" font-size="18" font-weight="bold">{escape(title)}</text>',
        *arrows, *boxes, "</svg>", "",
    ))


def _nodes(book: RuleBook) -> list[Node]:
    """Every box, each to the right of all that it reads; a fact or amount stands just left of its first reader."""
    named, layers = _shown_names(book), dict[str, int]()
    plan = book.plan(want=tuple(book.rules))
    for name in (*plan.facts, *plan.amounts.names):
        layers[name] = 0
    for rule in plan.rules:
        layers[rule.name] = 1 + max((layers[name] for name in rule.depends_on), default=0)
    for name in (*plan.facts, *plan.amounts.names):
        layers[name] = min(layers[rule.name] for rule in plan.rules if name in rule.depends_on) - 1
    kinds = dict.fromkeys(plan.facts, "fact") | dict.fromkeys(plan.amounts.names, "amount")
    each = {name: f"each {unit.called.en.lower()}" for name, unit in book.units.items()}
    return [Node(named[name], kinds.get(name, "rule"), layer, each.get(plan.unit_of(name), ""))
            for name, layer in layers.items()]


def _shown_names(book: RuleBook) -> dict[str, str]:
    plan = book.plan(want=tuple(book.rules))
    facts = {
        parameter: read.fact.name if len(read.facts) == 1 else read.fact.name.replace(read.fact.subject, read.unit, 1)
        for parameter, read in plan.facts.items()
    }
    return {name: facts.get(name, name) for name in (*plan.facts, *plan.amounts.names, *book.rules)}


def _arrow(start: tuple[int, int], end: tuple[int, int]) -> str:
    across, down = start[0] + _WIDE, start[1] + _HIGH // 2
    to_across, to_down = end[0], end[1] + _HIGH // 2
    bend = _GAP_ACROSS // 2
    return (f'<path d="M{across} {down} C{across + bend} {down} {to_across - bend} {to_down} {to_across} {to_down}" '
            'fill="none" stroke="#505a5f" stroke-width="1"/>')


def _box(node: Node, across: int, down: int) -> str:
    return (f'<rect x="{across}" y="{down}" width="{_WIDE}" height="{_HIGH}" '
            f'fill="{_FILLS[node.kind]}" stroke="#0b0c0c"/>'
            f'<text x="{across + 8}" y="{down + 20}" font-size="12">{escape(node.name)}</text>'
            + (f'<text x="{across + _WIDE - 6}" y="{down + 9}" font-size="9" text-anchor="end" fill="#505a5f">'
               f'{escape(node.of)}</text>' if node.of else ""))
