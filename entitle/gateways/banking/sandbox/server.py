"""A pretend bank: takes files once, checks them for itself, keeps accounts, and returns what it cannot pay in."""
from __future__ import annotations

import base64
import hashlib
import re
import threading
from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import date
from urllib.parse import parse_qs, unquote, urlsplit

from entitle.gateways.banking.arucs import Unapplied, write_arucs
from entitle.gateways.banking.protocol import InputReport, ReturnedCredit
from entitle.gateways.banking.sandbox.pain001 import read_urgent
from entitle.gateways.banking.sandbox.standard18 import Reading, read
from entitle.gateways.loopback import Reply, Request, Running, serve_http
from entitle.kernel.working_days import ENGLAND_AND_WALES, working_days

Account = tuple[str, str]
"""Sort code and account number."""


@dataclass
class Books:
    """What the bank knows. One request at a time changes it."""

    balances: Counter[Account] = field(default_factory=Counter)
    closed: dict[Account, str] = field(default_factory=dict)
    files: dict[str, tuple[str, InputReport]] = field(default_factory=dict)
    unapplied: list[Unapplied] = field(default_factory=list)
    user: tuple[str, str] = ("", "")
    lock: threading.Lock = field(default_factory=threading.Lock)


@dataclass
class BankSandbox(Running):
    """The running bank and its books."""

    books: Books = field(default_factory=Books)

    def close_account(self, sort_code: str, account_number: str, *, reason_code: str = "B") -> None:
        """From now on credits to this account come back, with a reason code of ARUCS."""
        with self.books.lock:
            self.books.closed[sort_code, account_number] = reason_code


def serve(*, port: int = 0) -> BankSandbox:
    """Answer on loopback: PUT /files/<code>, GET its /input-report, /advices/arucs?up_to=, POST /accounts/close."""
    books = Books()

    def answer(request: Request) -> Reply:
        path = urlsplit(request.path)
        found = re.fullmatch(r"/files/([^/]+)(/input-report)?", path.path)
        with books.lock:
            if found and request.method == "PUT":
                return _take(books, unquote(found[1]), request)
            if found and found[2]:
                taken = books.files.get(unquote(found[1]))
                return Reply(200, asdict(taken[1])) if taken else Reply(404, {"message": "no such file"})
            if path.path == "/advices/arucs":
                return _advices(books, date.fromisoformat(parse_qs(path.query)["up_to"][0]))
            if path.path == "/accounts/close":
                told = request.json()
                books.closed[told["sort_code"], told["account_number"]] = told.get("reason_code", "B")
                return Reply(200, {"closed": True})
        return Reply(404, {"message": "no such address"})

    running = serve_http(answer, port=port)
    return BankSandbox(server=running.server, trouble=running.trouble, books=books)


def _take(books: Books, code: str, request: Request) -> Reply:
    """Take a file. The same again changes nothing; other content under its code, or it under another, is refused."""
    digest = hashlib.sha256(request.body).digest()
    if request.headers.get("content-digest") != f"sha-256=:{base64.b64encode(digest).decode()}:":
        return Reply(400, {"message": "the digest is not that of the file"})
    held = books.files.get(code)
    if held and held[0] == digest.hex():
        return Reply(200, asdict(held[1]))
    taken = {other for other, report in books.files.values() if report.accepted}
    if (held and held[0] in taken) or digest.hex() in taken:
        return Reply(409, {"message": "another file has that code, or this file another code"})
    urgent = request.body.startswith(b"<?xml")
    reading = read_urgent(request.body) if urgent else read(request.body)
    report = InputReport(file_code=code, accepted=not reading.problems, bank_reference=f"IR{digest.hex()[:10].upper()}",
                         payments=len(reading.entries), pence=reading.pence, problems=reading.problems)
    books.files[code] = digest.hex(), report
    if report.accepted:
        _pay_in(books, reading, at_once=urgent)
    return Reply(200 if held else 201, asdict(report))


def _pay_in(books: Books, reading: Reading, *, at_once: bool) -> None:
    """Credit each account, or send the money back on the entry day: the banking day after processing, or the same."""
    assert reading.processing_on is not None
    books.user = reading.user_number, reading.user_name
    entry_on = working_days(ENGLAND_AND_WALES).add(reading.processing_on, 0 if at_once else 1)
    for entry in reading.entries:
        account = entry.sort_code, entry.account_number
        if account in books.closed:
            credit = ReturnedCredit(entry.reference, entry.pence, books.closed[account], entry_on)
            books.unapplied.append(Unapplied(credit, reading.processing_on, *account, entry.account_name))
        else:
            books.balances[account] += entry.pence


def _advices(books: Books, up_to: date) -> Reply:
    due = [each for each in books.unapplied if each.credit.returned_on <= up_to]
    return Reply(200, write_arucs(due, user_number=books.user[0], user_name=books.user[1]), "application/xml")
