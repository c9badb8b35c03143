"""Why an award is paid for a period, and the reference that a payment carries at the bank."""
from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

REGULAR = "regular"
ARREARS = ("arrears", *(f"arrears_{time}" for time in range(2, 10)))
"""Why a period is paid more, once for each time that it is found to have been paid too little."""
ADVANCE = "advance"
"""Money before the first payment of a claim: the number in place of the award's is the advance's own, and no award
ever has it."""
REASONS = {REGULAR: "R", ADVANCE: "V", "correction": "C", **dict(zip(ARREARS, "ABDEFGHIJ", strict=True))}
"""A payment's reason and the letter that its reference begins with: with award and period, its unique key."""
_BY_LETTER = {letter: reason for reason, letter in REASONS.items()}
_CENTURY = 2_000
"""A reference has two digits of the year."""
HELD_BACK = "DTH"
"""Said as the reason where a bank says why it sent a payment back: the customer died before it was sent."""
TOO_LATE = "LATE"
"""The run was too late for Bacs, and never went."""
MOST_ATTEMPTS = 99
"""As many as the two digits of a reference can say."""


class NotOurReference(ValueError):
    """The bank gave a reference that no payment of ours carries."""


class PaymentKey(NamedTuple):
    """The unique key of a payment, and which attempt at it."""

    reason: str
    award_id: int
    period_start: date
    attempt: int = 1


def bank_reference(key: PaymentKey) -> str:
    """Eighteen characters: the reason's letter, nine digits of the award, YYMMDD of the period, two of the attempt."""
    return f"{REASONS[key.reason]}{key.award_id:09d}{key.period_start:%y%m%d}{key.attempt:02d}"


def read_reference(written: str) -> PaymentKey:
    """The key that a reference stands for. Raises NotOurReference."""
    digits = written[1:].strip()
    if written[:1] not in _BY_LETTER or len(digits) != 17 or not digits.isdecimal():
        raise NotOurReference(f"'{written}' is not a payment reference")
    try:
        period_start = _day(digits[9:15])
    except ValueError as error:
        raise NotOurReference(f"'{written}' holds no date") from error
    return PaymentKey(_BY_LETTER[written[0]], int(digits[:9]), period_start, int(digits[15:]))


@lru_cache
def _day(yymmdd: str) -> date:
    return date(_CENTURY + int(yymmdd[:2]), int(yymmdd[2:4]), int(yymmdd[4:]))
