"""What the National Insurance record says, as facts of ours."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from entitle.gateways.errors import GatewayError

FACTS: Mapping[str, type] = {
    "national_insurance.qualifying_years": int,
    "national_insurance.has_transitional_record": bool,
    "national_insurance.reduced_rate_election": bool,
    "national_insurance.first_year_from_on": date,
    **{f"national_insurance.{year}_year_{what}": int for year in ("first", "second")
       for what in ("class_1_weeks", "class_1_earnings", "class_2_weeks", "credits")},
}
"""What is read, and of what type. On the wire each is named by its part after the dot; a date is ISO text.

The first and the second year are the last two complete tax years before the benefit year in which the record is asked
for; `first_year_from_on` is the first day of the earlier. Weeks of Class 1 are those in which it was paid or is treated
as paid; earnings, in pence, are the pay in those weeks. Credits are weeks.
"""


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
