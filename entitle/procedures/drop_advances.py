"""What ends a claim, or all of somebody's, ends the advances that they asked for and nobody has decided."""
from __future__ import annotations

from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import SYSTEM, Reference
from entitle.payments import operations as payments
from entitle.payments import queries
from entitle.payments.work_kinds import ADVANCE_TO_DECIDE
from entitle.work import operations as work
from entitle.work import queries as queue


def drop_advances(*, customer_id: int, ending: str, as_at: Instant, claim_id: int | None = None) -> None:
    """Inside the caller's transaction, of one claim or of every one. Nobody is written to: they know, or have died."""
    for advance in queries.advances_asked(customer_id=customer_id):
        if claim_id in (None, advance.claim_id):
            about = Reference("advance", advance.id)
            payments.refuse_advance(advance=advance, because=ending, by=SYSTEM, as_at=as_at)
            history.write(code="advance.refused", about=about, customer_id=customer_id, by=SYSTEM, at=as_at)
            if queue.is_open(about=about, kind=ADVANCE_TO_DECIDE):
                work.cancel(about=about, kind=ADVANCE_TO_DECIDE, as_at=as_at, outcome=ending, by=SYSTEM)
