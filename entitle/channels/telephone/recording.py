"""A line off our queues is not recorded while the page in front of the agent asks for a bank account."""

from __future__ import annotations

from django.http import HttpRequest

from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.keep_recording import keep_recording
from entitle.questions.bank.changes import CHANGES
from entitle.questions.kinds import BankAccount

_OFF = "recording_off"


def hush(request: HttpRequest, *, line: str, by: Actor, as_at: Instant) -> None:
    """Off on the page that asks, and on again at the first page after it. `line` is the call's own code."""
    asks = _asks_for_account(request)
    if asks != (request.session.get(_OFF) == line):
        keep_recording(on=not asks, agent=by, as_at=as_at)
        request.session[_OFF] = line if asks else ""


def _asks_for_account(request: HttpRequest) -> bool:
    """By its address, which names the question or the kind of change."""
    names = request.resolver_match.kwargs if request.resolver_match else {}
    change = CHANGES.get(f"change_{names.get('kind')}", ())
    return str(names.get("slug", "")).endswith("bank-account") or any(
        isinstance(question.kind, BankAccount) for question in change)
