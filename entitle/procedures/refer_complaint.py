"""A complaint goes to the independent examiner, or comes back from them with what they found."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts.models import Complaint
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.move_complaint import move_complaint


def refer_complaint(*, code: str, is_back: bool, noted: str, by: Actor, as_at: Instant) -> Complaint:
    """`noted` is the examiner's own reference as it goes, and what they found as it comes back."""
    with transaction.atomic():
        return move_complaint(code=code, event="examined" if is_back else "referred", body=noted, by=by, as_at=as_at)
