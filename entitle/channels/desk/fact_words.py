"""A fact's value in words, as an officer reads it. An account is told apart by its last digits only."""

from __future__ import annotations

from typing import Any

from entitle.facts.fact import Fact
from entitle.pages import formats

NOT_KNOWN = "Not known"


def in_words(fact: Fact, value: Any) -> str:
    """The stored value of a fact, by its kind."""
    if value is None or value in ("", [], {}):
        return NOT_KNOWN
    if fact.kind in _BY_KIND:
        return _BY_KIND[fact.kind](value)
    if fact.kind == "choice":
        return next((choice.label.en for choice in fact.choices if choice.value == value), str(value))
    return f"{value:,}" if isinstance(value, int) else str(value)


def _name(value: Any) -> str:
    return f"{value.get('given', '')} {value.get('family', '')}".strip()


def _address(value: Any) -> str:
    return ", ".join([*value.get("lines", []), *filter(None, [value.get("postcode")])])


def _account(value: Any) -> str:
    return f"Account ending {str(value.get('account_number', ''))[-3:]}, in the name {value.get('account_name', '')}"


def _rows(value: Any) -> str:
    return "; ".join(", ".join(str(part) for part in row.values() if part) for row in value)


_BY_KIND: dict[str, Any] = {
    "name": _name,
    "address": _address,
    "bank_account": _account,
    "date": formats.day,
    "money": formats.money,
    "nino": formats.national_insurance_number,
    "yes_no": lambda value: "Yes" if value else "No",
    "document": lambda value: "Document sent",
    "repeat": _rows,
}
