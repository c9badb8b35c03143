"""What the exchange is asked to do with a caller's line, once a procedure has decided it."""
from __future__ import annotations

from django.conf import settings
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from entitle.contacts import queries as contacts
from entitle.gateways import telephony
from entitle.gateways.errors import Refused, Retryable
from entitle.gateways.telephony import Command, GoOn, Record, webhook

_RETRY = RetryStrategy(max_attempts=3, wait=1, retry_exceptions={Retryable})
"""Only for a moment: a caller waits, and the line itself asks again at every turn of the queue."""


@app.task(name="connect_call", queue="calls", retry=_RETRY)
def connect_call(call_code: str) -> None:
    """Bring the caller out of the queue to the agent who took the call, without waiting for the queue's next turn."""
    call = contacts.get_call(code=call_code)
    if call is not None and contacts.agent_to_join(call=call) is not None:
        _do(call.provider, call.provider_call_id, GoOn(f"voice/?step=left&language={call.language}"))


@app.task(name="take_back_line", queue="calls", retry=_RETRY)
def take_back_line(call_code: str) -> None:
    """The telephone of an agent who did not answer stops ringing, and the caller hears their place again."""
    call = contacts.get_call(code=call_code)
    if call is not None and call.state == "queued":
        _do(call.provider, call.provider_call_id, GoOn(f"voice/?step=left&language={call.language}"))


@app.task(name="hold_line", queue="calls", retry=_RETRY)
def hold_line(call_code: str, on: bool) -> None:
    """The caller hears that we shall be back, or is joined to their agent again; unless it has changed since."""
    call = contacts.get_call(code=call_code)
    if call is not None and call.state == "answered" and call.is_held == on:
        _do(call.provider, call.provider_call_id, GoOn(f"voice/?step=held&language={call.language}"))


@app.task(name="record_call", queue="calls", retry=_RETRY)
def record_call(call_code: str, on: bool) -> None:
    """Turn a call's recording off or on. Raises Refused: someone must look when a recording could not be stopped."""
    call = contacts.get_call(code=call_code)
    if call is not None and call.state == "answered":
        _do(call.provider, call.provider_call_id, Record(on=on), must=True)


def _do(provider: str, call_id: str, command: Command, *, must: bool = False) -> None:
    """Ask our exchange, where we have one whose API we are given and it is that exchange's call."""
    if not settings.ENTITLE_EXCHANGE_API or provider != webhook.PROVIDER:
        return
    try:
        telephony.carry_out(call_id=call_id, commands=(command,))
    except Refused:
        if must:
            raise
