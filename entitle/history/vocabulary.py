"""Every code that an event may have, declared once by the room whose noun it is, and what it means in words."""
from __future__ import annotations

from collections.abc import Mapping

from entitle.kernel.words import Words

_CODES: dict[str, tuple[str, Words]] = {}


class UnknownCode(LookupError):
    """No room has declared that event code."""


def vocabulary(room: str, codes: Mapping[str, Words | str]) -> tuple[str, ...]:
    """Declare a room's codes, each 'noun.past_tense', with the words a customer may read. Saying it twice is harmless.

    Raises ValueError for a code with no dot, or one that another room has, or that this room said differently.
    """
    for code, words in codes.items():
        if "." not in code:
            raise ValueError(f"'{code}' must be noun.past_tense, like claim.decided")
        meaning = (room, words if isinstance(words, Words) else Words(words))
        if _CODES.setdefault(code, meaning) != meaning:
            raise ValueError(f"{code} is already declared by {_CODES[code][0]} with other words")
    return tuple(codes)


def check_code(code: str) -> None:
    """Raises UnknownCode where no room has declared it."""
    if code not in _CODES:
        raise UnknownCode(f"no room declares the event '{code}': add it to that room's events.py")


def words_of(code: str) -> Words:
    """What an event means, for a person to read. Raises UnknownCode."""
    check_code(code)
    return _CODES[code][1]


def codes() -> dict[str, str]:
    """Every code and the room that declares it."""
    return {code: room for code, (room, _) in _CODES.items()}
