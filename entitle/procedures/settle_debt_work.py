"""A step that several verbs share: whoever waited to settle a debt need not wait any more."""
from __future__ import annotations

from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments.models import Debt
from entitle.payments.work_kinds import DEBT
from entitle.work import operations as work
from entitle.work import queries as waiting


def settle_debt_work(*, debt: Debt, how: str, by: Actor, as_at: Instant) -> None:
    """Inside the caller's transaction: the work about the debt, if there is any, is done."""
    about = Reference("debt", debt.id)
    if waiting.is_open(about=about, kind=DEBT):
        work.complete(about=about, kind=DEBT, as_at=as_at, outcome=how, by=by)
