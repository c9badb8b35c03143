"""The records of a Standard 18 file.

Positions of the data record were confirmed in two public sources; those of the labels should be checked against the
bank's own guide before real money is sent (README.md of this room).
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from entitle.payments.bacs.characters import bacs_letters

CREDIT, CONTRA = "99", "17"
MOST_IN_ONE_RECORD = 99_999_999_999
"""Pence that the eleven digits of an amount can hold. A larger run is balanced by more than one contra."""
END_OF_LINE = "\r\n"
SERIAL_DIGITS = 6
"""Of a file's serial number, in its labels: by it the bank names the file."""


class NotPayable(ValueError):
    """A line cannot be written as a Bacs record; the message names it by its reference."""


@dataclass(frozen=True)
class Originator:
    """Who pays: the service user's number, the name on statements, and the account that the money leaves."""

    user_number: str
    name: str
    sort_code: str
    account_number: str


@dataclass(frozen=True)
class Heading:
    """What a file says of itself. Nothing in it comes from the moment the bytes are written."""

    serial: int
    created_on: date
    processing_on: date
    expires_on: date


@dataclass
class Totals:
    """What the file holds, known once its last line was given out."""

    payments: int = 0
    pence: int = 0
    contras: int = 0


Credit = tuple[str, str, str, int, str]
"""Sort code, account number, account name, pence, reference."""


def lines(heading: Heading, originator: Originator, credits: Iterable[Credit], totals: Totals) -> Iterator[str]:
    """Every line of the file in order, each with its end of line. Fills `totals` as it goes. Raises NotPayable."""
    yield from (line + END_OF_LINE for line in _opening(heading, originator))
    from_account = f"{originator.sort_code}{originator.account_number}    "
    payer = f"{bacs_letters(originator.name)[:18]:<18}"
    left = 0
    for sort_code, account_number, account_name, pence, reference in credits:
        if not (0 < pence <= MOST_IN_ONE_RECORD and is_account(sort_code, account_number)):
            raise NotPayable(f"the payment with reference {reference} has an amount or account that Bacs cannot carry")
        if left + pence > MOST_IN_ONE_RECORD:
            yield _contra(originator, left, payer)
            left, totals.contras = 0, totals.contras + 1
        left += pence
        totals.payments += 1
        totals.pence += pence
        yield (
            f"{sort_code}{account_number}0{CREDIT}{from_account}{pence:011d}{payer}{reference:<18}"
            f"{bacs_letters(account_name)[:18]:<18}{END_OF_LINE}"
        )
    if left:
        yield _contra(originator, left, payer)
        totals.contras += 1
    yield from (line + END_OF_LINE for line in _closing(heading, originator, totals))


def is_account(sort_code: str, account_number: str) -> bool:
    """Whether money can be sent there: six digits and eight. Accounts abroad have other numbers."""
    digits = sort_code + account_number
    return len(sort_code) == 6 and len(account_number) == 8 and digits.isascii() and digits.isdecimal()


def _contra(originator: Originator, pence: int, payer: str) -> str:
    account = f"{originator.sort_code}{originator.account_number}"
    return f"{account}0{CONTRA}{account}    {pence:011d}{payer}{'CONTRA':<18}{payer}{END_OF_LINE}"


def _opening(heading: Heading, originator: Originator) -> tuple[str, ...]:
    return (
        f"VOL1{heading.serial % 10**SERIAL_DIGITS:06d}{'':31}{originator.user_number:<6}{'':32}1",
        f"HDR1{_file_label(heading, originator)}",
        f"HDR2{_FORMAT}",
        f"UHL1{_day(heading.processing_on)}{'999999':<10}{'00'}{'000000'}{'1 DAILY':<9}{'001'}{'':40}",
    )


def _closing(heading: Heading, originator: Originator, totals: Totals) -> tuple[str, ...]:
    return (
        f"EOF1{_file_label(heading, originator)}",
        f"EOF2{_FORMAT}",
        f"UTL1{totals.pence:013d}{totals.pence:013d}{totals.contras:07d}{totals.payments:07d}{'':36}",
    )


_FORMAT = f"F0200000100{'':35}00{'':28}"


def _file_label(heading: Heading, originator: Originator) -> str:
    user = originator.user_number
    return (
        f"A{user}S  1{user}{heading.serial % 10**SERIAL_DIGITS:06d}00010001{'':6}"
        f"{_day(heading.created_on)}{_day(heading.expires_on)}0000000{'':20}"
    )


def _day(on: date) -> str:
    return on.strftime(" %y%j")
