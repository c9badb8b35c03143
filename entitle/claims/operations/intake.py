"""What was taken elsewhere: for procedures, inside their transaction."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from django.db import connection

from entitle.claims.lifecycle import INTAKE
from entitle.claims.models import Intake
from entitle.claims.problem import Problem
from entitle.kernel.periods import Instant

_HOLD_CLAIMS = 7401
"""A number for the claims of one customer, among the locks of the database."""


def keep_intake(intake: Intake) -> bool:
    """Keep what was sent, once for its sender and key: False where it was kept before, and nothing is changed."""
    Intake.objects.bulk_create([intake], ignore_conflicts=True)
    return Intake.objects.filter(code=intake.code).exists()


def lock_intake(*, intake_id: int | None = None, code: str = "") -> Intake | None:
    """What was sent, held until the transaction ends; None where there is none."""
    by = {"code": code} if intake_id is None else {"id": intake_id}
    return Intake.objects.select_for_update(of=("self",)).select_related("customer", "claim").filter(**by).first()


def hold_claims_of(*, customer_id: int) -> None:
    """Of two sent on for one customer at once, the second waits until the first is a claim."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s, %s)", [_HOLD_CLAIMS, customer_id % 2**31])


def end_intake(*, intake: Intake, event: str, as_at: Instant, reason: str = "") -> None:
    """It is 'passed' into its claim, or 'refused'. Raises NotAllowedNow."""
    intake.state, intake.ended_at, intake.reason = INTAKE.after(intake.state, event), as_at, reason
    intake.problems = [] if event == "passed" else intake.problems
    intake.save(update_fields=["state", "ended_at", "problems", "reason", "record", "customer", "claim"])


def stop_intake(*, intake: Intake, problems: Sequence[Problem]) -> None:
    """It cannot go on as it is. Raises NotAllowedNow."""
    intake.state = INTAKE.after(intake.state, "stopped")
    intake.problems = [asdict(problem) for problem in problems]
    intake.save(update_fields=["state", "problems", "record", "customer", "claim"])


def mend(
    *, intake: Intake, answers: Mapping[str, Any], who: Mapping[str, Any], record: str, user_id: int | None
) -> None:
    """Put right what was sent, and let it go on. What is put right lies beside what was sent. Raises NotAllowedNow."""
    intake.state = INTAKE.after(intake.state, "mended")
    intake.mended_answers = {**intake.mended_answers, **answers}
    intake.mended_who = {**intake.mended_who, **who}
    intake.record, intake.user_id = record or intake.record, user_id or intake.user_id
    intake.save(update_fields=["state", "mended_answers", "mended_who", "record", "user"])
