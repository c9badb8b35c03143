"""Why a decision came out as it did: every step, with what it read and the law it applied."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from entitle.kernel.words import Words


@dataclass(frozen=True)
class AmountRead:
    """An amount of the law that a step used. `value` is a whole number, '1/900', ISO date, or the row of a table."""

    name: str
    value: Any
    unit: str
    cites: str
    from_on: str


@dataclass(frozen=True)
class Step:
    """One rule's part. `unit` says how to show `value` ('pence_per_week', 'date', 'yes_no', 'weeks', ...).

    `facts` and `rules` give what it read, by name; `limb` is the branch that applied, empty where there is only one.
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


@dataclass(frozen=True)
class Trace:
    """The steps of one row, in the order they were taken."""

    steps: tuple[Step, ...]

    def __getitem__(self, name: str) -> Step:
        for step in self.steps:
            if step.name == name:
                return step
        raise KeyError(f"no step is called '{name}'")

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    def to_json(self) -> list[dict[str, Any]]:
        """Plain data, as a decision stores it."""
        return [asdict(step) | {"amounts": [asdict(amount) for amount in step.amounts]} for step in self.steps]

    @classmethod
    def from_json(cls, data: list[dict[str, Any]]) -> Trace:
        """The trace that `to_json` gave."""
        return cls(tuple(
            Step(**{**step, "label": Words(**step["label"]), "says": Words(**step["says"]),
                    "amounts": tuple(AmountRead(**amount) for amount in step["amounts"])})
            for step in data
        ))
