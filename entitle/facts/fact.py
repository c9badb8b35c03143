"""What a fact is: the joint that questions fill, evidence proves, the record holds and rules read."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from entitle.kernel.words import Words

KINDS = frozenset(
    ["text", "name", "date", "money", "choice", "yes_no", "address", "postcode", "nino", "bank_account", "phone",
     "email", "count", "document", "repeat"]
)
SENSITIVITIES = ("ordinary", "personal", "special")  # special: UK GDPR article 9


@dataclass(frozen=True)
class Choice:
    """One answer of a fact that has a few."""

    value: str
    label: Words


@dataclass(frozen=True)
class Fact:
    """A thing the agency can know about a subject. The part of `name` before the dot is the subject.

    Values as held (JSON): text, nino, postcode, phone, email, choice, document: strings; yes_no: bool; count: int;
    money as int pence; date as ISO text (a `datetime.date` in Python); name as {given, family}; address as
    {lines: [..], postcode}; bank_account as {sort_code, account_number, account_name, roll_number}; repeat as a list of
    {fact: value}.
    """

    name: str
    kind: str
    label: Words
    sensitivity: str = "personal"
    retention: str = "14 months after the last claim closes"
    unit: str = ""
    choices: tuple[Choice, ...] = ()
    lasting: bool = True
    """Whether it stays true of the subject from one claim to the next: kept on the record, and not asked again."""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"{self.name}: '{self.kind}' is not a kind; the kinds are {', '.join(sorted(KINDS))}")
        if "." not in self.name:
            raise ValueError(f"{self.name}: a fact is named subject.thing, like person.born_on")
        if self.sensitivity not in SENSITIVITIES:
            raise ValueError(f"{self.name}: sensitivity is one of {', '.join(SENSITIVITIES)}")
        if (self.kind == "choice") != bool(self.choices):
            raise ValueError(f"{self.name}: a choice, and only a choice, lists its choices")

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each choice among them, by its value."""
        return {choice.value: place for place, choice in enumerate(self.choices)}

    @property
    def subject(self) -> str:
        return self.name.split(".", 1)[0]

    @property
    def parameter(self) -> str:
        """How a rule names it: person.born_on is read as person_born_on."""
        return self.name.replace(".", "_")


def to_json(value: Any) -> Any:
    """A fact's value as it is stored: dates become ISO text."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [to_json(item) for item in value]
    if isinstance(value, dict):
        return {key: to_json(item) for key, item in value.items()}
    return value


def from_json(fact: Fact, stored: Any) -> Any:
    """The stored value as Python has it."""
    return date.fromisoformat(stored) if fact.kind == "date" and isinstance(stored, str) else stored
