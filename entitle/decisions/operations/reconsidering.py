"""A customer asks for a decision to be looked at again, and another officer does so."""
from __future__ import annotations

from django.db import IntegrityError, transaction

from entitle.decisions.errors import AlreadyAsked, SameOfficer
from entitle.decisions.lifecycle import RECONSIDERATION, RECONSIDERATION_OPEN
from entitle.decisions.models import Decision, Reconsideration
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor


def ask_for_reconsideration(*, decision: Decision, why: str, channel: str, as_at: Instant) -> Reconsideration:
    """Register a challenge, in the customer's own words. Raises AlreadyAsked while one is open on that decision."""
    asked = Reconsideration(
        decision=decision, why=why, asked_channel=channel, asked_at=as_at,
        first_decided_by_user_id=decision.decided_by_user_id,
    )
    try:
        with transaction.atomic():
            asked.save(force_insert=True)
    except IntegrityError as refused:
        code = Reconsideration.objects.filter(
            decision=decision, state__in=RECONSIDERATION_OPEN
        ).values_list("code", flat=True).first()
        if code is None:
            raise
        raise AlreadyAsked(code) from refused
    return asked


def take_reconsideration(*, reconsideration: Reconsideration, by: Actor) -> Reconsideration:
    """An officer begins to look again. Raises SameOfficer for whoever decided first; NotAllowedNow if it is taken."""
    locked = _lock(reconsideration)
    _refuse_first_officer(locked, by)
    return _move(locked, "taken", decided_by_user_id=by.user_id)


def hand_back_reconsideration(*, reconsideration: Reconsideration) -> Reconsideration:
    """Whoever took it gives it back. Raises NotAllowedNow."""
    return _move(_lock(reconsideration), "handed_back", decided_by_user_id=None)


def withdraw_reconsideration(*, reconsideration: Reconsideration, as_at: Instant) -> Reconsideration:
    """The customer no longer asks. Raises NotAllowedNow once it is decided."""
    return _move(_lock(reconsideration), "withdrawn", concluded_at=as_at)


def decide_reconsideration(
    *, reconsideration: Reconsideration, new_decision: Decision | None, because: str, by: Actor, as_at: Instant
) -> Reconsideration:
    """Uphold the decision (no new one), or change it for `new_decision`. It is taken first if nobody had taken it.

    Raises SameOfficer for whoever made the decision, ValueError for a new decision that does not revise it, and
    NotAllowedNow where it is over.
    """
    locked = _lock(reconsideration)
    _refuse_first_officer(locked, by)
    if new_decision is not None and new_decision.supersedes_id != locked.decision_id:
        raise ValueError(f"{new_decision.code} does not revise the decision that was challenged")
    if locked.state == RECONSIDERATION.first:
        locked.state = RECONSIDERATION.after(locked.state, "taken")
    return _move(
        locked, "upheld" if new_decision is None else "changed", decided_by_user_id=by.user_id, outcome_reason=because,
        new_decision_id=new_decision.id if new_decision else None, concluded_at=as_at,
    )


def _lock(reconsideration: Reconsideration) -> Reconsideration:
    return Reconsideration.objects.select_for_update(of=("self",)).select_related(
        "decision__claim", "decision__customer", "decision__decided_by_user"
    ).get(id=reconsideration.id)


def _refuse_first_officer(reconsideration: Reconsideration, by: Actor) -> None:
    if by.user_id is None:
        raise SameOfficer("a person looks at a decision again, never the system that made it")
    if by.user_id == reconsideration.first_decided_by_user_id:
        raise SameOfficer(
            f"{reconsideration.decision.decided_by_user} made decision {reconsideration.decision.code}, so another "
            "officer must look at it again"
        )


def _move(reconsideration: Reconsideration, event: str, **changes: object) -> Reconsideration:
    changes["state"] = RECONSIDERATION.after(reconsideration.state, event)
    for name, value in changes.items():
        setattr(reconsideration, name, value)
    reconsideration.save(update_fields=[name.removesuffix("_id") for name in changes])
    return reconsideration
