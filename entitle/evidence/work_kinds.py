"""The work that evidence makes."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.work.kinds import WorkKind, work_kinds

work_kinds(
    WorkKind(
        name="claim.evidence_review",
        words=Words("Look at a document that came in", cy="Edrych ar ddogfen a ddaeth i mewn"),
        starts_when="a document is received", skill="evidence", standard="evidence_review",
        done_when="it is accepted or rejected", cancelled_when="what it was for is withdrawn",
        permission="evidence.record"),
)
