"""Why a decision came out as it did: every step, with what it read and the law it applied."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from entitle.kernel.words import Words

OF_THE_CLAIM = Words("")


@dataclass(frozen=True)
class AmountRead:
    """An amount of the law that a step used. `value` is a whole number, '1/900', ISO date, or the row of a table."""

    name: str
    value: Any
    unit: str
    cites: str
    from_on: str


class Step(NamedTuple):
    """One rule's part. `unit` says how to show `value` ('pence_per_week', 'date', 'yes_no', 'weeks', ...).

    `facts` and `rules` give what it read, by name, and a list where it read one of each child; `limb` is the branch
    that applied, empty where there is only one.
    """

    name: str
    label: Words
    says: Words
    value: Any
    unit: str
    cites: str
    limb: str
    facts: Mapping[str, Any]
    amounts: tuple[AmountRead, ...]
    rules: Mapping[str, Any]
    of: Words = OF_THE_CLAIM
    """Which one it was worked out for: "Child 2"; of the claim's own steps, empty."""


@dataclass(frozen=True)
class Trace:
    """The steps of one row, in the order they were taken."""

    steps: tuple[Step, ...]

    def __getitem__(self, name: str) -> Step:
        """The step of a name; of a unit's rule, the first one's. Raises KeyError."""
        for step in self.steps:
            if step.name == name:
                return step
        raise KeyError(f"no step is called '{name}'")

    def each(self, name: str) -> tuple[Step, ...]:
        """Every step of a name: of a unit's rule, one for each row, in order."""
        return tuple(step for step in self.steps if step.name == name)

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    def to_json(self) -> list[dict[str, Any]]:
        """Plain data, as a decision stores it. Steps of the claim's own say nothing of whose they are."""
        return [_plain(step) for step in self.steps]

    @classmethod
    def from_json(cls, data: list[dict[str, Any]]) -> Trace:
        """The trace that `to_json` gave."""
        return cls(tuple(_step(step) for step in data))


def _plain(step: Step) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "name": step.name, "label": _both(step.label), "says": _both(step.says), "value": step.value,
        "unit": step.unit, "cites": step.cites, "limb": step.limb, "facts": dict(step.facts),
        "amounts": [
            {"name": read.name, "value": read.value, "unit": read.unit, "cites": read.cites, "from_on": read.from_on}
            for read in step.amounts],
        "rules": dict(step.rules),
    }
    if step.of.en:
        plain["of"] = _both(step.of)
    return plain


def _step(plain: Mapping[str, Any]) -> Step:
    amounts = tuple(AmountRead(**amount) for amount in plain["amounts"])
    words = {name: Words(**plain[name]) for name in ("label", "says", "of") if name in plain}
    return Step(**{**plain, **words, "amounts": amounts})


def _both(words: Words) -> dict[str, str]:
    return {"en": words.en, "cy": words.cy}
