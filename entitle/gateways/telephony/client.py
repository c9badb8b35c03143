"""Tells the exchange what to do with a call that it holds, through its API in the webhook shape."""
from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django.conf import settings

from entitle.gateways.calling import call
from entitle.gateways.telephony.commands import Command, Record
from entitle.gateways.telephony.webhook import write

_GONE = frozenset({404})


@dataclass(frozen=True)
class WebhookExchange:
    """One account at an exchange: where its API is, and the door of ours that it asks what is next."""

    api: str
    account: str
    key: str
    where: Callable[[str], str]

    def carry_out(self, *, call_id: str, commands: Sequence[Command]) -> None:
        """Do these now, whatever the call was doing. A call that has ended is left in peace.

        Raises Retryable or Refused.
        """
        spoken = [command for command in commands if not isinstance(command, Record)]
        for command in commands:
            if isinstance(command, Record):
                status = "in-progress" if command.on else "paused"
                self._ask(f"{quote(call_id)}/Recordings/Twilio.CURRENT", Status=status)
        if spoken:
            self._ask(quote(call_id), Twiml=write(spoken, where=self.where).decode())

    def _ask(self, what: str, **form: str) -> None:
        known = base64.b64encode(f"{self.account}:{self.key}".encode()).decode()
        call("POST", f"{self.api}/2010-04-01/Accounts/{quote(self.account)}/Calls/{what}.json", what="the exchange",
             content=urlencode(form).encode(), accept=_GONE, headers={
                 "Authorization": f"Basic {known}", "Content-Type": "application/x-www-form-urlencoded"})


def ours(*, where: Callable[[str], str]) -> WebhookExchange:
    """The exchange that the settings lead to."""
    return WebhookExchange(api=settings.ENTITLE_EXCHANGE_API, account=settings.ENTITLE_EXCHANGE_ACCOUNT,
                           key=settings.ENTITLE_EXCHANGE_KEY, where=where)


def carry_out(*, call_id: str, commands: Sequence[Command]) -> None:
    """Have our exchange do these with a call. Raises Retryable or Refused."""
    ours(where=door).carry_out(call_id=call_id, commands=commands)


def door(then: str) -> str:
    """The address at which our own door goes on with a call: it is signed with every request, so it can be trusted."""
    return f"{settings.ENTITLE_EXCHANGE_DOOR.rstrip('/')}/exchange/{then}"
