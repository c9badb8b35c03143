"""Hands answers over as signed JSON. A reference and a key are in addresses and headers: never who anyone is."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote, urlsplit

from django.conf import settings

from entitle.gateways.calling import call
from entitle.gateways.errors import Refused, Retryable
from entitle.gateways.handovers.protocol import Answer, Feedback, FieldProblem
from entitle.gateways.handovers.signature import sign


@dataclass(frozen=True)
class HandoverClient:
    """One body at a URL, with the key that we share. `who` names it in errors."""

    who: str
    url: str
    key: str
    seconds: float = 10

    def send(self, *, reference: str, key: str, made_on: date, content: bytes) -> Answer:
        """Hand it over. What cannot be read of their answer is not known to have been taken: it is asked again."""
        found = self._ask("PUT", f"/handovers/{quote(reference, safe='')}", once=key, content=content,
                          headers={"Made-On": made_on.isoformat()})
        try:
            problems = tuple(FieldProblem(str(each["field"]), str(each["why"]), str(each["remedy"]), each.get("held"))
                             for each in found["problems"])
            return Answer(str(found["their_reference"]), tuple(map(str, found["accepted"])), problems)
        except (KeyError, TypeError, AttributeError):
            raise Retryable(f"{self.who} gave an answer that makes no sense") from None

    def held(self, *, first: date, last: date) -> frozenset[str]:
        """The references of all that they hold whole."""
        found = self._ask("GET", f"/held?first={first.isoformat()}&last={last.isoformat()}")
        try:
            return frozenset(map(str, found["references"]))
        except (KeyError, TypeError):
            raise Refused(f"{self.who} sent a list that cannot be read") from None

    def feedback(self, *, since: date) -> tuple[Feedback, ...]:
        """What they said on or after a day."""
        found = self._ask("GET", f"/feedback?since={since.isoformat()}")
        try:
            return tuple(Feedback(str(each["reference"]), str(each["said"]), date.fromisoformat(each["said_on"]))
                         for each in found["feedback"])
        except (KeyError, TypeError, ValueError):
            raise Refused(f"{self.who} sent feedback that cannot be read") from None

    def _ask(self, method: str, path: str, *, once: str = "", content: bytes = b"",
             headers: Mapping[str, str] | None = None) -> Any:
        if not self.url:
            raise Retryable(f"{self.who} has no address yet")
        url = self.url.rstrip("/") + path
        at = urlsplit(url)
        signed = sign(key=self.key, method=method, path=f"{at.path}?{at.query}", once=once, content=content)
        response = call(method, url, what=self.who, content=content, seconds=self.seconds, headers={
            "Content-Type": "application/json", "Idempotency-Key": once, "Signature": signed, **(headers or {})})
        try:
            return response.json()
        except ValueError:
            raise Retryable(f"{self.who} gave an answer that is not JSON") from None


def _client(to: str) -> HandoverClient:
    """By the settings ENTITLE_<TO>_URL and ENTITLE_<TO>_KEY."""
    name = f"ENTITLE_{to.upper()}"
    return HandoverClient(who=f"the {to} system", url=getattr(settings, f"{name}_URL"),
                          key=getattr(settings, f"{name}_KEY"))


def send(*, to: str, reference: str, key: str, made_on: date, content: bytes) -> Answer:
    """Hand it to one body. Raises Retryable or Refused."""
    return _client(to).send(reference=reference, key=key, made_on=made_on, content=content)


def held(*, to: str, first: date, last: date) -> frozenset[str]:
    """What one body holds whole of what was made on some days. Raises Retryable or Refused."""
    return _client(to).held(first=first, last=last)


def feedback(*, to: str, since: date) -> tuple[Feedback, ...]:
    """What one body said on or after a day. Raises Retryable or Refused."""
    return _client(to).feedback(since=since)
