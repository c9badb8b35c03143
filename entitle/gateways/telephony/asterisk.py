"""Asterisk's REST interface (ARI): its events read, and our commands as its requests.

Tried against recorded JSON only: no Asterisk has been run with it.
"""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from entitle.gateways.telephony import events
from entitle.gateways.telephony.commands import Command, Connect, Enqueue, Hangup, Record, Say, Transfer
from entitle.gateways.telephony.events import CallEvent, NotAnEvent, digest

PROVIDER = "asterisk"
_KINDS = {"StasisStart": events.INITIATED, "ChannelDtmfReceived": events.DTMF, "ChannelHold": events.HELD,
          "ChannelUnhold": events.CONNECTED_TO_AGENT,
          "BridgeBlindTransfer": events.TRANSFERRED, "ChannelEnteredBridge": events.CONNECTED_TO_AGENT,
          "ChannelDestroyed": events.ENDED}
_BUSY = {17, 34, 42}
"""Q.850 causes that mean that no line was free: user busy, no circuit, congestion."""


def read(told: Mapping[str, Any]) -> CallEvent | None:
    """The event, or None for one that does not matter to us. Raises NotAnEvent.

    ARI gives an event no id of its own, so what it tells, with its time, is the id.
    """
    name, channel = _KINDS.get(str(told.get("type"))), told.get("channel")
    if name is None:
        return None
    if not isinstance(channel, Mapping) or not channel.get("id"):
        raise NotAnEvent("channel is missing")
    if name == events.CONNECTED_TO_AGENT and told.get("bridge", {}).get("bridge_type") == "holding":
        name = events.QUEUED
    if name == events.ENDED and told.get("cause") in _BUSY and channel.get("state") != "Up":
        name = events.BLOCKED
    try:
        at = datetime.strptime(str(told.get("timestamp")), "%Y-%m-%dT%H:%M:%S.%f%z")
    except ValueError:
        raise NotAnEvent("timestamp is not a time") from None
    return CallEvent(
        provider=PROVIDER, event_id=digest(dict(told)), name=name, at=at, contact_id=str(channel["id"]),
        number=str(channel.get("caller", {}).get("number", "")),
        dialled=str(channel.get("dialplan", {}).get("exten", "")), digits=str(told.get("digit", "")),
        cause=str(told.get("cause_txt", "")))


@dataclass(frozen=True)
class Ask:
    """One request of ARI: a method, a path under /ari, and its query."""

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)


def requests_for(call_id: str, commands: Sequence[Command]) -> tuple[Ask, ...]:
    """What to ask of ARI, in order. Gathering is ours: ARI tells each key, and the script decides."""
    return tuple(ask for command in commands for ask in _asks(call_id, command))


def _asks(call_id: str, command: Command) -> tuple[Ask, ...]:
    channel, bridge = f"/channels/{call_id}", f"/bridges/with-{call_id}"
    match command:
        case Say(words=words, language=language):
            said = digest([language, words])
            return (Ask("POST", f"{channel}/play", {"media": f"sound:said/{said}", "lang": language}),)
        case Enqueue(queue=queue):
            return (Ask("POST", f"/bridges/{queue}", {"type": "holding", "name": queue}),
                    Ask("POST", f"/bridges/{queue}/addChannel", {"channel": call_id, "role": "participant"}))
        case Connect(to=to):
            agent = f"agent-of-{call_id}"
            return (Ask("POST", bridge, {"type": "mixing"}),
                    Ask("POST", f"/channels/{agent}", {"endpoint": f"PJSIP/{to.partition(':')[2]}", "app": "entitle",
                                                       "appArgs": call_id}),
                    Ask("POST", f"{bridge}/addChannel", {"channel": f"{call_id},{agent}"}))
        case Transfer(to=to):
            return (Ask("POST", f"{channel}/redirect", {"endpoint": f"PJSIP/{to}"}),)
        case Record(on=on):
            return (Ask("DELETE" if on else "POST", f"/recordings/live/{call_id}/pause"),)
        case Hangup():
            return (Ask("DELETE", channel),)
        case _:
            raise ValueError(f"ARI is not asked to {type(command).__name__}")
