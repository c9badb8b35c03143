"""Receive a claim that was taken elsewhere: kept whole and at once, whatever is wrong with it; passed soon after."""
from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC
from typing import Any

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.blueprint import registry
from entitle.claims import operations as claims
from entitle.claims import queries
from entitle.claims.models import Intake
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone
from entitle.questions.kinds.answering import clean

_LONGEST = {"key": 100, "sender": 100, "channel": 20}
_MOST_BYTES = 500_000


def receive_intake(
    *,
    key: str,
    sender: str,
    scheme: str,
    channel: str,
    taken_at: Instant,
    who: Mapping[str, Any],
    answers: Mapping[str, Any],
    declared: bool,
    by: Actor,
    as_at: Instant,
) -> Intake:
    """What was sent, once for its sender and key: sent again with the same content, it is the same intake.

    `who` is {name: {given, family}, born_on, nino?, postcode?, address?, phone?} and `answers` are by fact, all as JSON
    has them: what is wrong with one is found as it is passed, and named with its remedy. Raises NotDone where the
    sender's program is wrong: no such benefit, no time, or another claim under a key that was used.
    """
    for name, text in (("key", key), ("sender", sender), ("channel", channel)):
        if not isinstance(text, str) or not text.strip() or not text.isprintable() or len(text) > _LONGEST[name]:
            raise NotDone(f"{name}: must be 1 to {_LONGEST[name]} characters, on one line.")
    if scheme not in registry.schemes():
        raise NotDone(f"scheme: must be one of {', '.join(sorted(registry.schemes()))}.")
    if taken_at.tzinfo is None:
        raise NotDone("taken_at: must say its time zone, like 2026-11-03T10:15:00+00:00.")
    if not isinstance(who, Mapping) or not isinstance(answers, Mapping) or not isinstance(declared, bool):
        raise NotDone("who and answers must be objects, and declared true or false.")
    content = _cleaned({"scheme": scheme, "channel": channel, "taken_at": taken_at.astimezone(UTC).isoformat(),
                        "who": dict(who), "answers": dict(answers), "declared": declared})
    digest = _digest(content)
    intake = Intake(
        sender=sender, key=key, scheme=scheme, channel=channel, taken_at=taken_at, received_at=as_at,
        who=content["who"], answers=content["answers"], declared=declared, digest=digest, user_id=by.user_id)
    with transaction.atomic():
        first = claims.keep_intake(intake)
        kept = queries.intake_sent(sender=sender, key=key)
        if first:
            history.write(code="intake.received", about=Reference("intake", kept.id), by=by, at=as_at,
                          digest=digest)
            app.configure_task("pass_intake", queue="decisions", queueing_lock=f"intake {kept.id}").defer(
                intake_id=kept.id)
        elif bytes(kept.digest) != digest:
            raise NotDone(f"key: {key} was used for another claim, {kept.code}. Send this one with a key of its own.")
        return kept


def _cleaned(value: Any) -> Any:
    """Text less what nobody means, wherever it is: what no form could have sent."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {clean(str(name)): _cleaned(each) for name, each in value.items()}
    return [_cleaned(each) for each in value] if isinstance(value, list | tuple) else value


def _digest(content: Mapping[str, Any]) -> bytes:
    try:
        written = json.dumps(content, sort_keys=True, ensure_ascii=False, allow_nan=False).encode()
    except (TypeError, ValueError) as problem:
        raise NotDone(f"who and answers must be JSON: {problem}.") from problem
    if len(written) > _MOST_BYTES:
        raise NotDone(f"The claim must be {_MOST_BYTES} bytes or less; files are sent another way.")
    return hashlib.sha256(written).digest()
