"""The payment officers' day: a run for the first day that money can reach, its file released by another officer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import requests
from django.conf import settings

from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.payments import queries
from entitle.procedures.jobs.payments import fetch_bank_returns
from entitle.procedures.pay_due_awards import PayRunResult, pay_due_awards
from entitle.procedures.release_bank_file import release_bank_file


def run_payments(*, officers: Mapping[str, Actor], as_at: Instant, work_off: Callable[..., None]) -> PayRunResult:
    """Pay what is due on the first day that Bacs can reach, have the file released, and take the bank's answer."""
    on = queries.earliest_entry(as_at=as_at)
    result = pay_due_awards(on=on, by=officers["anwen"], as_at=as_at)
    if result.file_code:
        release_bank_file(file_code=result.file_code, by=officers["tom"], as_at=as_at)
        work_off("bank")
    return result


def take_returns() -> None:
    """Ask the bank what it sent back."""
    fetch_bank_returns()


def close_account(*, sort_code: str, account_number: str) -> None:
    """A customer closes their account, and tells only their bank."""
    answer = requests.post(
        f"{settings.ENTITLE_BANK_URL}/accounts/close",
        timeout=5,
        json={"sort_code": sort_code, "account_number": account_number, "reason_code": "B"},
    )
    answer.raise_for_status()
