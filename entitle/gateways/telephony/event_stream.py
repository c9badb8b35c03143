"""The event stream in the shape of Amazon Connect's contact events: at best effort, in any order, perhaps twice.

Fields that we do not know are passed over, and so are kinds of event that say nothing of a call's place.
"""
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from entitle.gateways.telephony import events
from entitle.gateways.telephony.events import CallEvent, NotAnEvent

PROVIDER = "event_stream"
_KINDS = {"INITIATED": (events.INITIATED, "initiationTimestamp"), "QUEUED": (events.QUEUED, "enqueueTimestamp"),
          "CONNECTED_TO_AGENT": (events.CONNECTED_TO_AGENT, "connectedToAgentTimestamp"),
          "PAUSED": (events.HELD, ""), "DISCONNECTED": (events.ENDED, "disconnectTimestamp")}
"""Our name for each kind, and the field that says when it happened."""
_HANDED_ON = "TRANSFERRED"


def read(told: Mapping[str, Any]) -> CallEvent | None:
    """The event, or None for one that does not matter to us. Raises NotAnEvent."""
    detail = told.get("detail")
    if not isinstance(detail, Mapping):
        raise NotAnEvent("detail is missing")
    kind, contact_id = str(detail.get("eventType", "")), str(detail.get("contactId", ""))
    if not contact_id or not told.get("id"):
        raise NotAnEvent("contactId or id is missing")
    if kind not in _KINDS or detail.get("channel", "VOICE") != "VOICE":
        return None
    name, when = _KINDS[kind]
    if name == events.ENDED and detail.get("disconnectReason") == _HANDED_ON:
        return None  # one leg is over; the caller's call goes on under the next contact
    if name == events.INITIATED and detail.get("initiationMethod") in ("TRANSFER", "QUEUE_TRANSFER"):
        name = events.TRANSFERRED
    return CallEvent(
        provider=PROVIDER, event_id=str(told["id"]), name=name, at=_at(detail, when, told), contact_id=contact_id,
        initial_contact_id=str(detail.get("initialContactId") or ""),
        previous_contact_id=str(detail.get("previousContactId") or ""),
        number=_address(detail, "customerEndpoint"), dialled=_address(detail, "systemEndpoint"),
        cause=str(detail.get("disconnectReason") or "") if name == events.ENDED else "")


def _at(detail: Mapping[str, Any], when: str, told: Mapping[str, Any]) -> datetime:
    places: tuple[Any, ...] = (detail, detail.get("queueInfo"), detail.get("agentInfo"))
    found = next((place[when] for place in places if isinstance(place, Mapping) and place.get(when)), told.get("time"))
    try:
        at = datetime.fromisoformat(str(found))
    except ValueError:
        raise NotAnEvent(f"{when or 'time'} is not a time") from None
    if at.tzinfo is None:
        raise NotAnEvent(f"{when or 'time'} has no time zone")
    return at


def _address(detail: Mapping[str, Any], end: str) -> str:
    found = detail.get(end)
    return str(found.get("address", "")) if isinstance(found, Mapping) else ""
