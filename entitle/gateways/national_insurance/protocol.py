"""What the National Insurance record says, as facts of ours."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from entitle.gateways.errors import GatewayError

FACTS = {
    "national_insurance.qualifying_years": int,
    "national_insurance.has_transitional_record": bool,
    "national_insurance.reduced_rate_election": bool,
}
"""What is read, and of what type. On the wire each is named by its part after the dot."""


class RecordNotFound(GatewayError):
    """There is no record under that number."""


@dataclass(frozen=True)
class Record:
    """The facts by name, and the day that the record stood so."""

    facts: Mapping[str, Any]
    recorded_on: date


class NationalInsurance(Protocol):
    """Raises RecordNotFound, Retryable or Refused."""

    def read(self, nino: str) -> Record: ...
