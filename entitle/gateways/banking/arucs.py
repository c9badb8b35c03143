"""Advices of unapplied credits (ARUCS), as XML: read and written by one table of names.

UNCONFIRMED: no sample of an ARUCS advice was found. The names are those of the advice for direct debits (ARUDD), which
is public, with debit read as credit and payer as receiver. When a bank gives the real ones, change NAMES only.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from xml.etree import ElementTree

from entitle.gateways.banking.protocol import ReturnedCredit
from entitle.gateways.banking.xml_in import Element, NotReadable, parts_of, pence_in

NAMES = {
    "document": "BACSDocument", "data": "Data", "advice": "ARUCS", "header": "Header", "report_type": "reportType",
    "advice_number": "adviceNumber", "advised_on": "currentProcessingDate", "addressee": "AddresseeInformation",
    "addressee_name": "name", "licence": "ServiceLicenseInformation", "user_name": "userName",
    "user_number": "userNumber",
    "body": "Advice", "accounts": "OriginatingAccountRecords", "account": "OriginatingAccountRecord",
    "origin": "OriginatingAccount", "item": "ReturnedCreditItem", "reference": "ref", "transaction": "transCode",
    "reason_code": "returnCode", "reason": "returnDescription", "processed_on": "originalProcessingDate",
    "pounds": "valueOf", "currency": "currency", "receiver": "ReceiverAccount", "name": "name", "number": "number",
    "sort_code": "sortCode",
}
_REFERENCE, _REASON_CODE, _POUNDS = NAMES["reference"], NAMES["reason_code"], NAMES["pounds"]
REASONS = {"0": "INVALID DETAILS", "2": "BENEFICIARY DECEASED", "3": "ACCOUNT TRANSFERRED", "5": "NO ACCOUNT",
           "B": "ACCOUNT CLOSED"}
"""0 and 2 were read for credits; the rest are from the list for debits."""


@dataclass(frozen=True)
class Unapplied:
    """A credit that could not be applied, with what an advice says of it."""

    credit: ReturnedCredit
    processed_on: date
    sort_code: str
    account_number: str
    account_name: str


def read_arucs(content: bytes) -> Iterator[ReturnedCredit]:
    """The returned credits of a document, as they are read. Raises NotReadable as it comes to what is wrong."""
    advised_on: date | None = None
    for name, element in parts_of(content, NAMES["document"], NAMES["header"], NAMES["item"], NAMES["advice"]):
        if name == NAMES["header"]:
            advised_on = _day(element.get(NAMES["advised_on"], ""))
        elif name == NAMES["advice"]:
            if advised_on is None:
                raise NotReadable("an advice has no header")
            advised_on = None
        else:
            yield _credit(element, advised_on)


def _credit(item: Element, advised_on: date | None) -> ReturnedCredit:
    reference, code = item.get(_REFERENCE), item.get(_REASON_CODE)
    if advised_on is None or reference is None or code is None:
        raise NotReadable("a credit that came back lacks its reference, its reason or its day")
    pence = pence_in(item.get(_POUNDS, ""))
    if not pence:
        raise NotReadable("a credit of nothing came back")
    return ReturnedCredit(reference=reference.strip(), pence=pence, reason_code=code, returned_on=advised_on)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise NotReadable("an advice gives no day") from None


def write_arucs(unapplied: Iterable[Unapplied], *, user_number: str, user_name: str) -> bytes:
    """A document with one advice for each day on which credits were returned."""
    document = ElementTree.Element(NAMES["document"])
    data = ElementTree.SubElement(document, NAMES["data"])
    day_of = attrgetter("credit.returned_on")
    by_day = groupby(sorted(unapplied, key=day_of), key=day_of)
    for number, (day, items) in enumerate(by_day, start=1):
        advice = _part(data, "advice")
        _part(advice, "header", report_type="REFT2005", advice_number=str(number), advised_on=day.isoformat())
        _part(advice, "addressee", addressee_name=user_name)
        _part(advice, "licence", user_name=user_name, user_number=user_number)
        accounts = _part(_part(advice, "body"), "accounts")
        account = _part(accounts, "account")
        _part(account, "origin", name=user_name)
        for each in items:
            item = _part(account, "item", reference=each.credit.reference, transaction="99", currency="GBP",
                         reason_code=each.credit.reason_code, reason=REASONS.get(each.credit.reason_code, "RETURNED"),
                         processed_on=each.processed_on.isoformat(), pounds=f"{Decimal(each.credit.pence) / 100:.2f}")
            pair = each.sort_code
            _part(item, "receiver", name=each.account_name, number=each.account_number,
                  sort_code=f"{pair[:2]}-{pair[2:4]}-{pair[4:]}")
    return bytes(ElementTree.tostring(document, xml_declaration=True, encoding="UTF-8"))


def _part(parent: ElementTree.Element, part: str, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, NAMES[part], {NAMES[key]: value for key, value in attributes.items()})
