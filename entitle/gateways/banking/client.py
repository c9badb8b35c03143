"""Hands a bank file over HTTP, by its code and with its digest, so that it is taken once and whole."""
from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

from django.conf import settings

from entitle.gateways.banking.arucs import read_arucs
from entitle.gateways.banking.protocol import InputReport, ReturnedCredit
from entitle.gateways.banking.xml_in import NotReadable
from entitle.gateways.calling import call
from entitle.gateways.errors import Refused

_WHO = "the bank"


@dataclass(frozen=True)
class BankClient:
    """The bank at a URL."""

    url: str

    def submit(self, *, file_code: str, content: bytes) -> InputReport:
        """Hand the file over. Safe to repeat: the bank knows a file by its code and refuses other content under it."""
        digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
        response = call("PUT", self._file(file_code), what=_WHO, content=content, seconds=120, tries=3,
                        headers={"Content-Type": "text/plain", "Content-Digest": f"sha-256=:{digest}:"})
        return _report(response.json())

    def input_report(self, *, file_code: str) -> InputReport | None:
        """What the bank said of a file, or None where it never had it."""
        response = call("GET", f"{self._file(file_code)}/input-report", what=_WHO, tries=3, accept=frozenset({404}))
        return None if response.status_code == 404 else _report(response.json())

    def returns(self, *, up_to: date) -> tuple[ReturnedCredit, ...]:
        """Every credit sent back up to and with a day, also those told before: whoever takes them in knows which."""
        response = call("GET", f"{self.url}/advices/arucs?up_to={up_to.isoformat()}", what=_WHO, seconds=60, tries=3)
        try:
            return tuple(read_arucs(response.content))
        except NotReadable as error:
            raise Refused(f"{_WHO} sent returns that cannot be read: {error}") from None

    def _file(self, file_code: str) -> str:
        return f"{self.url}/files/{quote(file_code, safe='')}"


def _report(answer: Any) -> InputReport:
    try:
        return InputReport(
            file_code=answer["file_code"], accepted=answer["accepted"] is True, bank_reference=answer["bank_reference"],
            payments=int(answer["payments"]), pence=int(answer["pence"]), problems=tuple(answer["problems"]))
    except (KeyError, TypeError, ValueError):
        raise Refused(f"{_WHO} sent an input report that cannot be read") from None


def submit(*, file_code: str, content: bytes) -> InputReport:
    """Hand a file to the bank at ENTITLE_BANK_URL. Raises Retryable or Refused."""
    return BankClient(settings.ENTITLE_BANK_URL).submit(file_code=file_code, content=content)


def input_report(*, file_code: str) -> InputReport | None:
    """What it said of a file. Raises Retryable or Refused."""
    return BankClient(settings.ENTITLE_BANK_URL).input_report(file_code=file_code)


def returns(*, up_to: date) -> tuple[ReturnedCredit, ...]:
    """The credits it sent back. Raises Retryable or Refused."""
    return BankClient(settings.ENTITLE_BANK_URL).returns(up_to=up_to)
