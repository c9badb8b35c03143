"""A made-up person: who they are, where they live, and what they would answer."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class MadeUp:
    """Nobody real: numbers that were never given out, phone numbers set aside for drama, banks that do not exist."""

    given: str
    family: str
    born_on: date
    sex: str
    nino: str
    lines: tuple[str, ...]
    postcode: str
    phone: str
    email: str
    sort_code: str
    account_number: str
    language: str = "en"
    letter_format: str = "standard"
    phone_is_safe: bool = True
    relationship: str = "never"
    relationship_changed_on: date | None = None
    division: str = "england-and-wales"
    answers: Mapping[str, Any] = field(default_factory=dict)
    """Answers that differ from what most people would give, by fact."""

    @property
    def name(self) -> dict[str, str]:
        return {"given": self.given, "family": self.family}

    @property
    def address(self) -> dict[str, Any]:
        return {"lines": list(self.lines), "postcode": self.postcode}

    @property
    def account(self) -> dict[str, str]:
        return {"sort_code": self.sort_code, "account_number": self.account_number,
                "account_name": f"{self.given} {self.family}"[:100], "roll_number": ""}
