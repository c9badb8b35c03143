"""Reading the bank's report of returned credits (ARUCS).

No sample of a credit report is public: the shape is taken from the published reports of returned direct debits. So every
name is in the one table below, unconfirmed, and the real ones can be put in without touching the code.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree

from entitle.kernel.money import NotMoney, parse_pounds

NAMES = {
    "root": "BACSDocument", "report": "ARUCS", "header": "Header", "report_date": "currentProcessingDate",
    "item": "ReturnedCreditItem", "reference": "ref", "reason": "returnCode", "amount": "valueOf", "currency": "currency",
}
REASONS = {
    "0": "the account details are not valid", "2": "the beneficiary has died", "3": "the account was transferred",
    "5": "there is no such account", "B": "the account is closed",
}
"""Why credits come back, so far as published. A code that is not here is taken in and shown as it is."""


class NotAReport(ValueError):
    """What came is not a report of returned credits; the message says why. Nothing of it is taken in."""


@dataclass(frozen=True)
class ReturnedCredit:
    """One credit sent back: our reference, pence, the bank's reason code, and the day of the report."""

    reference: str
    pence: int
    reason_code: str
    returned_on: date


def read_arucs(content: bytes) -> tuple[ReturnedCredit, ...]:
    """Every returned credit in a report. Raises NotAReport for anything that is not wholly as expected."""
    if re.search(rb"<!(DOCTYPE|ENTITY)", content, re.IGNORECASE):
        raise NotAReport("a report has no document type of its own")
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise NotAReport(f"it is not XML: {error}") from error
    report = root.find(f".//{NAMES['report']}") if root.tag == NAMES["root"] else None
    header = report.find(NAMES["header"]) if report is not None else None
    if report is None or header is None:
        raise NotAReport(f"it holds no {NAMES['report']} with a {NAMES['header']}")
    try:
        returned_on = date.fromisoformat(header.get(NAMES["report_date"], ""))
        return tuple(_items(report, returned_on))
    except (KeyError, ValueError) as error:
        raise NotAReport(f"an entry cannot be read: {error}") from error


def _items(report: ElementTree.Element, returned_on: date) -> Iterator[ReturnedCredit]:
    for item in report.iter(NAMES["item"]):
        if item.get(NAMES["currency"], "GBP") != "GBP":
            raise NotMoney("must be in pounds")
        yield ReturnedCredit(
            item.attrib[NAMES["reference"]].strip(), parse_pounds(item.attrib[NAMES["amount"]]),
            item.attrib[NAMES["reason"]], returned_on,
        )
