"""Bank statements, ISO 20022 camt.053: what moved on the agency's account, and which payments came back and why."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from entitle.gateways.banking.xml_in import Element, NotReadable, children, parts_of, pence_in, text_of


@dataclass(frozen=True)
class Line:
    """One movement: pence (above nought in, below out), our reference where the bank gives it, its own, and the
    reason where it is a payment that came back.
    """

    pence: int
    reference: str
    bank_reference: str
    booked_on: date
    reason_code: str = ""

    @property
    def came_back(self) -> bool:
        """Whether it is one of our payments, returned."""
        return self.pence > 0 and bool(self.reason_code)


@dataclass(frozen=True)
class Statement:
    """An account from one balance to the next; pence, below nought where overdrawn."""

    statement_id: str
    account: str
    on: date
    opening: int
    closing: int
    lines: tuple[Line, ...]


def read_camt053(content: bytes) -> tuple[Statement, ...]:
    """The statements of a document. Raises NotReadable."""
    statements: list[Statement] = []
    lines: list[Line] = []
    for name, element in parts_of(content, "Document", "Ntry", "Stmt"):
        if name == "Ntry":
            if text_of(element, "Sts", "Cd") in ("BOOK", "") and text_of(element, "Sts") in ("", "BOOK"):
                lines.extend(_lines(element))
        else:
            statements.append(_statement(element, tuple(lines)))
            lines = []
    if not statements:
        raise NotReadable("it holds no statement")
    return tuple(statements)


def _statement(element: Element, lines: tuple[Line, ...]) -> Statement:
    balances = {text_of(each, "Tp", "CdOrPrtry", "Cd"): each for each in children(element, "Bal")}
    if "OPBD" not in balances or "CLBD" not in balances:
        raise NotReadable("a statement lacks its opening or its closing balance")
    closing = balances["CLBD"]
    return Statement(
        statement_id=text_of(element, "Id"), on=_day(text_of(closing, "Dt", "Dt")), lines=lines,
        account=text_of(element, "Acct", "Id", "IBAN") or text_of(element, "Acct", "Id", "Othr", "Id"),
        opening=_signed(balances["OPBD"]), closing=_signed(closing))


def _lines(entry: Element) -> Iterator[Line]:
    """An entry's payments, one by one where the bank names each with its amount; else the entry as a whole."""
    booked_on, bank_reference = _booked(entry), text_of(entry, "AcctSvcrRef") or text_of(entry, "NtryRef")
    whole = _signed(entry)
    details = [each for part in children(entry, "NtryDtls") for each in children(part, "TxDtls")]
    amounts = [pence_in(text_of(each, "Amt")) if text_of(each, "Amt") else None for each in details]
    if len(details) == 1 and amounts == [None]:
        amounts = [abs(whole)]
    if not details or None in amounts:
        yield Line(whole, "", bank_reference, booked_on)
        return
    sign = -1 if whole < 0 else 1
    for each, pence in zip(details, amounts, strict=True):
        reason = text_of(each, "RtrInf", "Rsn", "Cd") or text_of(each, "RtrInf", "Rsn", "Prtry")
        yield Line(sign * (pence or 0), text_of(each, "Refs", "EndToEndId"),
                   text_of(each, "Refs", "AcctSvcrRef") or bank_reference, booked_on, reason)


def _signed(element: Element) -> int:
    pence, way = pence_in(text_of(element, "Amt")), text_of(element, "CdtDbtInd")
    if way not in ("CRDT", "DBIT"):
        raise NotReadable("an amount is neither in nor out")
    return pence if way == "CRDT" else -pence


def _booked(entry: Element) -> date:
    return _day(text_of(entry, "BookgDt", "Dt") or text_of(entry, "BookgDt", "DtTm")[:10])


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise NotReadable("a day is not written as a date") from None
