"""A rule: one provision as a plain function whose parameter names say what it reads."""
from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from entitle.kernel.words import Words


@dataclass(frozen=True)
class Rule:
    """A function and what must be said about it. Calling it runs the bare function."""

    name: str
    formula: Callable[..., Any]
    parameters: tuple[str, ...]
    cites: str
    says: Words
    label: Words
    gives: str
    """The unit of what it gives: 'date' and 'yes_no' come back as such, the rest ('pence_per_week', 'weeks') as
    whole numbers.
    """
    unit: str
    """Whose value it is: one for each claim, each child, each job."""
    only_if: Mapping[str, str] = field(default_factory=dict)
    """Facts that it needs only where a yes-or-no rule holds: parameter to the name of that rule."""

    def __call__(self, *values: Any, **named: Any) -> Any:
        return self.formula(*values, **named)

    @cached_property
    def depends_on(self) -> tuple[str, ...]:
        """What must be known before it runs."""
        return (*self.only_if.values(), *self.parameters)


def rule(
    *, cites: str, says: Words | str, gives: str, label: Words | str = "", unit: str = "claim",
    only_if: Mapping[str, str] | None = None,
) -> Callable[[Callable[..., Any]], Rule]:
    """Make a function a rule. Raises ValueError for one that cites nothing or says nothing."""

    def declare(formula: Callable[..., Any]) -> Rule:
        name = formula.__name__
        if not cites.strip() or not str(says).strip():
            raise ValueError(f"{name}: a rule cites its provision and says what it does")
        parameters = tuple(inspect.signature(formula).parameters)
        strays = set(only_if or {}) - set(parameters)
        if strays:
            raise ValueError(f"{name}: only_if names what it does not read: {', '.join(sorted(strays))}")
        return Rule(
            name=name, formula=formula, parameters=parameters, cites=cites, says=_words(says),
            label=_words(label or name.replace("_", " ").capitalize()), gives=gives, unit=unit,
            only_if=dict(only_if or {}),
        )

    return declare


def _words(words: Words | str) -> Words:
    return words if isinstance(words, Words) else Words(words)
