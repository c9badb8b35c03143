"""The National Insurance number: its shape, how it is shown, and the two digits that set a payday."""
from __future__ import annotations

import re

_NINO = re.compile(r"(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]?$")


class NotANino(ValueError):
    """What was written is not a National Insurance number; the message says what it should look like."""


def parse_nino(written: str) -> str:
    """'ab 12 34 56 c' is 'AB123456C'. The suffix may be absent. Raises NotANino."""
    compact = re.sub(r"[\s\-.]", "", written).upper()
    if not _NINO.match(compact):
        raise NotANino("must be 2 letters, 6 numbers, then A, B, C or D, like QQ 12 34 56 C")
    return compact


def spaced(nino: str) -> str:
    """How it is printed on a letter: 'AB 12 34 56 C'."""
    return " ".join(part for part in (nino[:2], nino[2:4], nino[4:6], nino[6:8], nino[8:]) if part)


def last_two_digits(nino: str) -> int:
    """The 0 to 99 that sets the payday."""
    return int(nino[6:8])
