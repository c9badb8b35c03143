"""Receive a claim that was taken offline, or note why it could not be received."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from entitle.claims.models import Intake
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotDone
from entitle.procedures.hear_offline_device import hear_offline_device
from entitle.procedures.receive_intake import receive_intake
from entitle.staff import operations as staff


def receive_offline_claim(
    *, device_key: str, number: int, sender: str, key: str, scheme: str, taken_at: Instant, who: Mapping[str, Any],
    answers: Mapping[str, Any], declared: bool, by: Actor, as_at: Instant,
) -> Intake:
    """Once, however often it is sent; it counts from when it was taken. Raises NotDone, after keeping the reason."""
    if not isinstance(number, int) or number < 1:
        raise NotDone("number: a browser numbers its claims from 1.")
    hear_offline_device(device_key=device_key, taken=number, by=by, as_at=as_at)
    try:
        with transaction.atomic():
            return receive_intake(key=key, sender=sender, scheme=scheme, channel=by.channel, taken_at=taken_at, who=who,
                                  answers=answers, declared=declared, by=by, as_at=as_at)
    except NotDone as problem:
        staff.refuse_from_device(key=device_key, number=number, reason=str(problem))
        raise
