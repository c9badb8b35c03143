"""Keep back what is handed over of a record that few may open, until an officer has agreed who there takes it."""
from __future__ import annotations

from django.db import transaction

from entitle.claims import operations as claims
from entitle.kernel.periods import Instant
from entitle.kernel.references import Reference
from entitle.work import operations as work

RELEASE = "handover.release"


def hold_back_handover(*, handover_id: int, as_at: Instant) -> bool:
    """Whether it waits. It is then one piece of work, however often it is asked, for those who may open the record."""
    with transaction.atomic():
        found = claims.lock_handover(handover_id=handover_id)
        if found is None or not found.waits_for_release:
            return False
        work.open(kind=RELEASE, about=Reference("handover", found.id), customer_id=found.claim.customer_id,
                  scheme=found.claim.scheme, origin_at=found.made_at, as_at=as_at,
                  division=found.claim.customer.division)
        return True
