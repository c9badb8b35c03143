"""Suspensions that someone must look at again."""
from __future__ import annotations

from datetime import date

from entitle.awards.lifecycle import SUSPENSION
from entitle.awards.models import Suspension


def suspensions_to_review(*, on: date, limit: int = 500) -> list[Suspension]:
    """Running suspensions whose review date has come, longest waiting first, with their awards."""
    due = Suspension.objects.filter(state=SUSPENSION.first, review_on__lte=on)
    return list(due.select_related("award").order_by("review_on", "id")[:limit])
