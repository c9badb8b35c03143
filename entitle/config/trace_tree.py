"""A trace as a tree for the terminal: each step with its figure, the limb that applied, what it read, and the law."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from rich.markup import escape
from rich.tree import Tree

from entitle.kernel.money import pounds
from entitle.kernel.words import ENGLISH, Words
from entitle.letters.dates import weekday_name
from entitle.rules.trace import AmountRead, Step, Trace

_NOT_KNOWN = "not known"


def grow(tree: Tree, trace: Trace, *, labels: Mapping[str, Words], language: str = ENGLISH) -> None:
    """Add every step of a trace to a tree, in the order they were taken. `labels` names the facts."""
    units = {step.name: (step.label, step.unit) for step in trace}
    for step in trace:
        node = tree.add(_heading(step, language))
        for name, value in step.facts.items():
            if value is not None:  # a rule runs only when all that it needs is known: this was not needed
                node.add(f"{_said(labels.get(name), name, language)}: {escape(_in_words(value, '', language))}")
        for name, value in step.rules.items():
            label, unit = units.get(name, (None, ""))
            node.add(f"{_said(label, name, language)}: {escape(_in_words(value, unit, language))}")
        for amount in step.amounts:
            node.add(_amount(amount, language))


def _heading(step: Step, language: str) -> str:
    limb = f" ({escape(step.limb)})" if step.limb else ""
    label = f"{step.of[language]}: {step.label[language]}" if step.of.en else step.label[language]
    return (f"{escape(label)}: [bold]{escape(_in_words(step.value, step.unit, language))}[/bold]{limb}\n"
            f"{escape(step.says[language])}\n[dim]{escape(step.cites)}[/dim]")


def _amount(amount: AmountRead, language: str) -> str:
    name = escape(amount.name.replace("_", " ").replace(".", ": "))
    value = escape(_in_words(amount.value, amount.unit, language))
    return f"{name} from {amount.from_on}: {value} [dim]{escape(amount.cites)}[/dim]"


def _said(words: Words | None, name: str, language: str) -> str:
    return escape(words[language] if words else name.replace("_", " "))


def _in_words(value: Any, unit: str, language: str) -> str:
    """A value as its unit is read: 24130 pence_per_week is '£241.30 per week'."""
    if value is None:
        return _NOT_KNOWN
    if isinstance(value, list):  # one of each child, or of whatever the rules are worked out for
        return ", ".join(_in_words(each, unit, language) for each in value) or "none"
    if isinstance(value, Mapping):
        return ", ".join(f"{name.replace('_', ' ')} {_in_words(cell, '', language)}" for name, cell in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date | str):
        return str(value)
    if unit.startswith("pence"):
        return f"{pounds(value)} {unit.removeprefix('pence').replace('_', ' ').strip()}".strip()
    if unit == "weekday" and value in range(7):
        return weekday_name(value, language)
    counted = "" if unit in ("", "number", "count", "weekday") else f" {unit.replace('_', ' ')}"
    return f"{value:,}{counted}" if isinstance(value, int) else str(value)
