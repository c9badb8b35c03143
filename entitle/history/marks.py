"""Keyed digests: a mark on each event and a link on each seal. The key never enters the database."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from entitle.kernel.mass_rows import Column, packed, whole, words
from entitle.kernel.references import Actor

MARKED_COLUMNS = (
    "id",
    "at",
    "code",
    "actor_role",
    "actor_user_id",
    "channel",
    "about_kind",
    "about_id",
    "customer_id",
    "refers_kind",
    "refers_id",
    "reason",
    "digest",
    "written_in",
)
MASS_BYTES = """
    int8send(id) || int8send((extract(epoch FROM at) * 1000000)::bigint) || int8send(about_id)
    || int8send(coalesce(customer_id, 0)) || int8send(coalesce(refers_id, 0)) || int8send(coalesce(actor_user_id, 0))
    || int4send(coalesce(octet_length(digest), 0)) || coalesce(digest, ''::bytea)
    || convert_to(concat_ws('|', code, actor_role, channel, about_kind, refers_kind, reason), 'UTF8')
"""
"""SQL for the bytes of an event that was written with many others, and is proved by the digest of them all.
`mass_bytes` gives the same as they are written."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_one_line = json.JSONEncoder(separators=(",", ":")).encode


def _derived(key: str | bytes, purpose: bytes) -> bytes:
    """A key of its own for each purpose, so that an event's mark can never pass for a seal's link."""
    return hmac.digest(key.encode() if isinstance(key, str) else key, purpose, "sha256")


def event_key(key: str | bytes) -> bytes:
    return _derived(key, b"entitle history event")


def seal_key(key: str | bytes) -> bytes:
    return _derived(key, b"entitle history seal")


def microseconds(at: datetime) -> int:
    """Since 1970, exactly: what is marked does not depend on how a moment is written."""
    return (at - _EPOCH) // _MICROSECOND


def mass_bytes(
    own: Mapping[str, Column], *, code: str, by: Actor, at: datetime, kind: str, refers_kind: str
) -> bytes:
    """The bytes of many events that give no reason, one after another, as MASS_BYTES has them. `own` holds what each
    has of its own, by column."""
    said = "|".join((code, by.role, by.channel, kind, refers_kind, ""))
    whole_of_each, _ = packed({
        "id": own["id"], "at": whole(microseconds(at)), "about_id": own["about_id"],
        "customer_id": own["customer_id"], "refers_id": own["refers_id"], "actor_user_id": whole(by.user_id or 0),
        "length": whole(own["digest"].length, octets=4), "digest": own["digest"], "said": words(said),
    }, len(own["id"].values))
    return whole_of_each


def event_mark(derived: bytes, columns: Sequence[Any]) -> bytes:
    """The 32-byte mark of an event's columns, in the order of MARKED_COLUMNS. `derived` is from event_key."""
    (
        number,
        at,
        code,
        role,
        user_id,
        channel,
        about_kind,
        about_id,
        customer_id,
        refers_kind,
        refers_id,
        reason,
        digest,
        written_in,
    ) = columns
    body = _one_line(
        (
            number,
            microseconds(at),
            code,
            role,
            user_id,
            channel,
            about_kind,
            about_id,
            customer_id,
            refers_kind,
            refers_id,
            reason,
            None if digest is None else bytes(digest).hex(),
            written_in,
        )
    )
    return hmac.digest(derived, body.encode(), "sha256")


def seal_link(
    derived: bytes,
    previous: bytes,
    *,
    number: int,
    made_at: datetime,
    last_event_id: int,
    last_written_in: int,
    event_ids: Sequence[int],
    events_digest: bytes,
) -> bytes:
    """The 32-byte link of a seal: over what it seals, and over the link before it. `derived` is from seal_key."""
    body = _one_line(
        (
            bytes(previous).hex(),
            number,
            microseconds(made_at),
            last_event_id,
            last_written_in,
            list(event_ids),
            bytes(events_digest).hex(),
        )
    )
    return hmac.digest(derived, body.encode(), "sha256")
