"""A share of decisions, that nobody can foresee and anyone can work out again, is checked by another officer."""
from __future__ import annotations

from django.db import connection

from entitle.decisions.errors import SameOfficer
from entitle.decisions.lifecycle import QUALITY_CHECK
from entitle.decisions.models import Decision, QualityCheck
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor

_OUT_OF = 1_000_000
_CHOOSE = """
    INSERT INTO decisions_qualitycheck (decision_id, chosen_at, state, outcome, note)
    SELECT id, %s, %s, '', ''
    FROM decisions_decision
    WHERE scheme = %s AND decided_at >= %s AND decided_at < %s
      AND (get_byte(digest, 0)::bigint * 65536 + get_byte(digest, 1) * 256 + get_byte(digest, 2)) %% %s < %s
    ON CONFLICT (decision_id) DO NOTHING
"""


def choose_for_quality(*, scheme: str, percent: int, from_at: Instant, until_at: Instant, as_at: Instant) -> int:
    """Draw a share of the decisions made in a span, in one statement. Run again, it draws no others.

    Which are drawn follows from their digests alone: about `percent` in a hundred of them. Returns how many are new.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            _CHOOSE, [as_at, QUALITY_CHECK.first, scheme, from_at, until_at, _OUT_OF, percent * _OUT_OF // 100]
        )
        return int(cursor.rowcount)


def check_quality(
    *, decision: Decision, is_right: bool, pence_wrong: int, note: str, by: Actor, as_at: Instant
) -> QualityCheck:
    """What the checker found, and by how many pence it was out. Raises SameOfficer for whoever decided, NotAllowedNow
    where it is checked already, and ValueError for a right decision that is out by something."""
    if by.user_id is None or by.user_id == decision.decided_by_user_id:
        raise SameOfficer(f"{decision.code} must be checked by another officer than the one who made it")
    if is_right and pence_wrong:
        raise ValueError("a decision that is right is not out by anything")
    check = QualityCheck.objects.select_for_update().get(decision=decision)
    check.state = QUALITY_CHECK.after(check.state, "checked")
    check.outcome, check.pence_wrong = ("right" if is_right else "wrong"), pence_wrong
    check.note, check.checked_at, check.checked_by_user_id = note, as_at, by.user_id
    check.save()
    return check
