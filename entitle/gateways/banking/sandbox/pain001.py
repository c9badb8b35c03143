"""The bank's own reading of a credit transfer initiation, ISO 20022 pain.001: it trusts nothing that the file says.

Written from the published message alone and from none of our code that writes it, so each checks the other.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from xml.etree import ElementTree

from entitle.gateways.banking.sandbox.standard18 import Entry, Reading

_SPACE = "{urn:iso:std:iso:20022:tech:xsd:pain.001.001.09}"


def read_urgent(content: bytes) -> Reading:
    """Check its parts and its totals. Money arrives on the day that it asks for."""
    if b"<!DOCTYPE" in content:
        return Reading(problems=("the file defines entities of its own",))
    try:
        document = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        return Reading(problems=(f"the file is not XML: {error}",))
    if document.tag != f"{_SPACE}Document":
        return Reading(problems=(f"the file is a {document.tag}",))
    problems: list[str] = []
    entries = tuple(_entries(document, problems))
    pence = sum(entry.pence for entry in entries)
    for place in ("GrpHdr", "PmtInf"):
        said = (_text(document, place, "NbOfTxs"), _text(document, place, "CtrlSum"))
        if said != (str(len(entries)), f"{Decimal(pence) / 100:.2f}"):
            problems.append(f"{place} says {said[0]} payments of {said[1]}: there are {len(entries)} of {pence} pence")
    if _text(document, "SvcLvl", "Cd") != "URGP":
        problems.append("only urgent payments are taken so")
    try:
        on = date.fromisoformat(_text(document, "ReqdExctnDt", "Dt"))
    except ValueError:
        return Reading(problems=(*problems, "ReqdExctnDt is not a day"))
    number, name = _text(document, "InitgPty", "Othr/Id"), _text(document, "InitgPty", "Nm")
    return Reading(tuple(problems), number, name, on, entries)


def _entries(document: ElementTree.Element, problems: list[str]) -> Iterator[Entry]:
    for number, one in enumerate(document.iter(f"{_SPACE}CdtTrfTxInf"), start=1):
        sort_code, account = _text(one, "CdtrAgt", "MmbId"), _text(one, "CdtrAcct", "Othr/Id")
        try:
            pence = Decimal(_text(one, "Amt", "InstdAmt")) * 100
        except InvalidOperation:
            pence = Decimal(0)
        if not (re.fullmatch(r"\d{6}", sort_code) and re.fullmatch(r"\d{8}", account)) or pence <= 0:
            problems.append(f"payment {number}: its account or amount cannot be read")
            continue
        yield Entry(sort_code, account, _text(one, "Cdtr", "Nm"), int(pence), _text(one, "PmtId", "EndToEndId"))


def _text(element: ElementTree.Element, place: str, part: str) -> str:
    """What the first part under a place says; blank where it is not there."""
    path = "/".join(f"{_SPACE}{name}" for name in part.split("/"))
    found = element.find(f".//{_SPACE}{place}//{path}")
    return (found.text or "").strip() if found is not None else ""
