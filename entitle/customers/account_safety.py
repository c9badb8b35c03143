"""Why an account that was changed is not paid into at once, and for how long: dated, in account_safety.yaml."""
from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant
from entitle.kernel.words import Words

NEW_DEVICE, BY_TELEPHONE, BY_LETTER, BY_HELPER = "new_device", "by_telephone", "by_letter", "by_helper"
CONTACT_CHANGED, OVER_LIMIT = "contact_changed", "over_limit"


class NoAccountSafetyForDate(LookupError):
    """Nothing says how changes of account are kept safe on that date."""


@dataclass(frozen=True)
class AccountSafety:
    """The practice from a date: hours and days, and the pence due up to which nobody else need agree."""

    from_on: date
    cooling_off_hours: int
    new_device_days: int
    contact_changed_days: int
    one_officer_up_to: Pence

    def held_until(self, reasons: Collection[str], *, as_at: Instant) -> Instant | None:
        """When an account changed at `as_at` may be paid into; None where only another officer's word opens it."""
        return None if OVER_LIMIT in reasons else as_at + timedelta(hours=self.cooling_off_hours)


def account_safety(*, on: date) -> AccountSafety:
    """The practice in force on a date. Raises NoAccountSafetyForDate before the first."""
    in_force = [each for each in _written()["practices"] if each["from"] <= on]
    if not in_force:
        raise NoAccountSafetyForDate(f"how changes of account are kept safe is not laid down for {on}")
    last = max(in_force, key=lambda each: each["from"])
    return AccountSafety(last["from"], *(last[name] for name in (
        "cooling_off_hours", "new_device_days", "contact_changed_days", "one_officer_up_to")))


def reason_in_words(name: str) -> Words:
    """What the customer is told of one reason. Raises KeyError for one that there is not."""
    return Words(**_written()["reasons"][name])


@cache
def _written() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "account_safety.yaml").read_text(encoding="utf-8"))
    return read
