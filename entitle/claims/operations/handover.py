"""What is handed to another body: for procedures, inside their transaction."""
from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from entitle.claims.lifecycle import HANDOVER
from entitle.claims.models import Handover, HandoverFeedback
from entitle.claims.problem import Problem
from entitle.kernel.periods import Instant

_LONGEST_TROUBLE = 200


def keep_handover(*, claim_id: int, to: str, payload: str, as_at: Instant) -> tuple[Handover, bool]:
    """What is handed over of a claim, and whether it is new: the first stands."""
    return Handover.objects.get_or_create(claim_id=claim_id, to=to, defaults={
        "payload": payload, "digest": hashlib.sha256(payload.encode()).digest(), "made_at": as_at})


def lock_handover(*, handover_id: int | None = None, code: str = "") -> Handover | None:
    """Held until the transaction ends, with its claim and customer; None where there is none."""
    by = {"code": code} if handover_id is None else {"id": handover_id}
    return (Handover.objects.select_for_update(of=("self",)).select_related("claim__customer").filter(**by).first())


def note_attempt(*, handover: Handover, trouble: str, as_at: Instant) -> None:
    """It was sent once more; `trouble` says why that did not arrive."""
    handover.attempts, handover.tried_at, handover.trouble = handover.attempts + 1, as_at, trouble[:_LONGEST_TROUBLE]
    handover.save(update_fields=["attempts", "tried_at", "trouble"])


def respell_handover(*, handover: Handover, accepted: Collection[str], spelt: Mapping[str, Any]) -> None:
    """It goes on pending, some facts taken and some to be sent as they hold them."""
    handover.accepted = sorted({*handover.accepted, *accepted})
    handover.mended = {**handover.mended, **spelt}
    handover.save(update_fields=["accepted", "mended"])


def reject_handover(*, handover: Handover, accepted: Collection[str], problems: Sequence[Problem],
                    their_reference: str) -> None:
    """They did not take all of it; what they took is kept. Raises NotAllowedNow."""
    handover.state = HANDOVER.after(handover.state, "rejected")
    handover.accepted = sorted({*handover.accepted, *accepted})
    handover.problems = [asdict(problem) for problem in problems]
    handover.their_reference = their_reference or handover.their_reference
    handover.save(update_fields=["state", "accepted", "problems", "their_reference"])


def end_handover(*, handover: Handover, accepted: Collection[str], their_reference: str, as_at: Instant) -> None:
    """They have taken the whole of it. Raises NotAllowedNow."""
    handover.state, handover.ended_at = HANDOVER.after(handover.state, "accepted"), as_at
    handover.accepted, handover.problems = sorted({*handover.accepted, *accepted}), []
    handover.their_reference = their_reference
    handover.save(update_fields=["state", "accepted", "problems", "their_reference", "ended_at"])


def mend_handover(*, handover: Handover, event: str, answers: Mapping[str, Any], user_id: int | None) -> None:
    """It goes out again: 'mended', with what was put right; 'died', with the day of the death; or 'missed', whole, for
    they have nothing of it.

    Raises NotAllowedNow.
    """
    handover.state = HANDOVER.after(handover.state, event)
    handover.mended, handover.user_id = {**handover.mended, **answers}, user_id or handover.user_id
    if event == "missed":
        handover.accepted = []
    if handover.state == HANDOVER.first:
        handover.ended_at = None
    handover.save(update_fields=["state", "mended", "accepted", "ended_at", "user"])


def release_handover(*, handover: Handover, as_at: Instant) -> None:
    """It may go out, though the record is restricted."""
    handover.released_at = as_at
    handover.save(update_fields=["released_at"])


def keep_feedback(*, handover_id: int, said: str, said_on: date, as_at: Instant) -> bool:
    """What they came to, once; whether it is new."""
    _, is_new = HandoverFeedback.objects.get_or_create(
        handover_id=handover_id, said=said, said_on=said_on, defaults={"received_at": as_at})
    return is_new
