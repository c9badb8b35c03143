"""Statements of what someone said: for procedures, inside their transaction."""
from __future__ import annotations

from datetime import date

from entitle.claims.models import Statement, StatementAgreed
from entitle.kernel.periods import Instant


def keep_statement(*, claim_id: int, language: str, digest: bytes, unanswered: int, user_id: int | None,
                   as_at: Instant) -> tuple[Statement, bool]:
    """The statement of those very words, and whether it is new."""
    return Statement.objects.get_or_create(
        claim_id=claim_id, language=language, digest=digest,
        defaults={"unanswered": unanswered, "user_id": user_id, "made_at": as_at})


def agree_statement(*, statement_id: int, how: str, signed_on: date, user_id: int | None,
                    as_at: Instant) -> tuple[StatementAgreed, bool]:
    """That it was agreed to, once; and whether this is the once."""
    return StatementAgreed.objects.get_or_create(
        statement_id=statement_id, defaults={"how": how, "signed_on": signed_on, "user_id": user_id, "noted_at": as_at})
