"""Write down what the virus scanner said of a document."""
from __future__ import annotations

from django.db import transaction

from entitle.evidence import operations as evidence
from entitle.kernel.periods import Instant


def record_scan(*, item_id: int, result: str, as_at: Instant) -> None:
    """`result` is 'clean', 'infected' or 'unscanned'."""
    with transaction.atomic():
        evidence.record_scan(item_id=item_id, result=result, as_at=as_at)
