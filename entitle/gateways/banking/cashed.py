"""What a provider of cash tells of a day: CSV, a line for each voucher or cheque for which money was given.

UNCONFIRMED: no sample of a provider's file was found. When one is, change COLUMNS only.
"""
from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from io import StringIO

from entitle.gateways.banking.xml_in import NotReadable, pence_in

COLUMNS = ("number", "given_on", "pounds")


@dataclass(frozen=True)
class CashGiven:
    """Money that was given for one voucher or cheque."""

    code: str
    given_on: date
    pence: int


def read_cashed(content: bytes) -> tuple[CashGiven, ...]:
    """Every line. Raises NotReadable, which names the line, for a file that is not such a one: then take none of it."""
    try:
        rows = csv.DictReader(StringIO(content.decode("utf-8-sig")), strict=True)
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise NotReadable(f"it does not begin with the columns {', '.join(COLUMNS)}")
        return tuple(_given(row, number) for number, row in enumerate(rows, start=2))
    except (UnicodeDecodeError, csv.Error):
        raise NotReadable("it is not a table of commas in UTF-8") from None


def _given(row: dict[str, str], number: int) -> CashGiven:
    code, given_on, pounds = ((row.get(column) or "").strip() for column in COLUMNS)
    try:
        return CashGiven(code, date.fromisoformat(given_on), pence_in(pounds))
    except ValueError:
        raise NotReadable(f"line {number} does not give a number, a day like 2026-11-25 and pounds like 3.25") from None
