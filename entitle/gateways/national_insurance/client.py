"""Asks for a record over HTTP. The number goes in the body, so that it is in no URL and no access log."""
from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from entitle.gateways.calling import call
from entitle.gateways.errors import Refused
from entitle.gateways.national_insurance.protocol import FACTS, Record, RecordNotFound

_WHO = "the National Insurance record"


@dataclass(frozen=True)
class NationalInsuranceClient:
    """Reads records of a server at a URL. Asking twice changes nothing, so it asks up to three times."""

    url: str
    seconds: float = 5

    def read(self, nino: str) -> Record:
        """The record under a number. Raises RecordNotFound, Retryable, or Refused for an answer that makes no sense."""
        response = call("POST", f"{self.url}/records", what=_WHO, content=json.dumps({"nino": nino}).encode(), tries=3,
                        headers={"Content-Type": "application/json"}, seconds=self.seconds, accept=frozenset({404}))
        if response.status_code == 404:
            raise RecordNotFound("there is no National Insurance record under that number")
        try:
            answer = response.json()
            facts = {name: _checked(answer[name.split(".")[1]], kind) for name, kind in FACTS.items()}
            return Record(facts=facts, recorded_on=date.fromisoformat(answer["recorded_on"]))
        except (KeyError, TypeError, ValueError) as error:
            raise Refused(f"{_WHO} gave an answer that makes no sense ({type(error).__name__})") from None


def read_record(nino: str) -> Record:
    """The record at ENTITLE_NI_URL. Raises RecordNotFound, Retryable or Refused."""
    return NationalInsuranceClient(settings.ENTITLE_NI_URL).read(nino)


def fetch(nino: str) -> dict[str, Any]:
    """Its facts by name alone. Raises as `read_record` does."""
    return dict(read_record(nino).facts)


def _checked(value: Any, kind: type) -> Any:
    if kind is date:
        return date.fromisoformat(value)
    if type(value) is not kind or (isinstance(value, int) and value < 0):
        raise ValueError("not a value of that kind")
    return value
