"""Keeping what a reconciliation found."""
from __future__ import annotations

from dataclasses import asdict
from datetime import date

from entitle.kernel.periods import Instant
from entitle.payments.checks import Problem, Total
from entitle.payments.models import ReconciledDay

_KEPT = 1_000
"""Problems kept of one look: whoever has more looks for their common cause, and looks again."""


def keep_reconciled(
    *, on: date, totals: tuple[Total, ...], problems: tuple[Problem, ...], as_at: Instant
) -> ReconciledDay:
    """What was found of a day, added to what was found of it before."""
    kept = [asdict(problem) for problem in problems[:_KEPT]]
    if len(problems) > _KEPT:
        kept.append(asdict(Problem(f"{len(problems) - _KEPT} more", "the day")))
    return ReconciledDay.objects.create(on=on, at=as_at, totals=[asdict(each) for each in totals], problems=kept)
