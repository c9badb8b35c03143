"""What goes to the bank and what comes back."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol


@dataclass(frozen=True)
class InputReport:
    """What the bank says of one file: taken whole, or refused whole with every problem named by its line."""

    file_code: str
    accepted: bool
    bank_reference: str
    payments: int
    pence: int
    problems: tuple[str, ...] = ()


class ReturnedCredit(NamedTuple):
    """One payment that could not be put into an account: our reference, pence, the bank's reason code and the day."""

    reference: str
    pence: int
    reason_code: str
    returned_on: date


@dataclass(frozen=True)
class Outcome:
    """What became of one payment of a file: our reference, whether the bank took it, its reason code where it did not,
    and the pence where it says them.
    """

    reference: str
    taken: bool
    reason_code: str = ""
    pence: int | None = None


@dataclass(frozen=True)
class NewDetails:
    """An account has changed, the bank says: the payment that told it, and the account to use. Never used unasked."""

    reference: str
    reason_code: str
    sort_code: str
    account_number: str
    account_name: str
    effective_on: date


class Bank(Protocol):
    """Raises Retryable or Refused. Submitting the same file twice is the same as once."""

    def submit(self, *, file_code: str, content: bytes) -> InputReport: ...

    def input_report(self, *, file_code: str) -> InputReport | None: ...

    def returns(self, *, up_to: date) -> tuple[ReturnedCredit, ...]: ...
