"""Whether two answers are one, however each is written: letters' case, accents, apostrophes, hyphens and spaces."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from entitle.customers.names import same_name


def is_same(said: Any, held: Any) -> bool:
    """Of two values of one fact. A number, a yes or a sum is itself alone."""
    if isinstance(said, Mapping) and isinstance(held, Mapping):
        if "family" in said:
            return same_name(said, held)
        return all(is_same(said.get(part) or "", held.get(part) or "") for part in {*said, *held})
    if isinstance(said, list) and isinstance(held, list):
        return len(said) == len(held) and all(is_same(*pair) for pair in zip(said, held, strict=True))
    if isinstance(said, str) and isinstance(held, str):
        return _plain(said) == _plain(held)
    return type(said) is type(held) and bool(said == held)


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum() or letter == "+")
