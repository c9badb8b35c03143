"""Take in the accounts that a bank says have changed. None is used before a person has checked it."""
from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments.models import PaymentAttempt
from entitle.payments.operations import NewAccount
from entitle.payments.reasons import NotOurReference
from entitle.payments.work_kinds import ACCOUNT_CHANGED
from entitle.work import operations as work


def propose_accounts(*, proposed: Sequence[NewAccount], by: Actor, as_at: Instant) -> tuple[int, tuple[str, ...]]:
    """How many are new, each with work to check it; and the references that are not ours, in words."""
    new, problems = 0, []
    with transaction.atomic():
        for each in proposed:
            try:
                proposal = payments.propose_account(said=each, as_at=as_at)
            except (NotOurReference, PaymentAttempt.DoesNotExist):
                problems.append(f"no payment of ours carries the reference '{each.reference}'")
                continue
            if proposal is None:
                continue
            new += 1
            about = Reference("proposed_account", proposal.id)
            history.write(code="account.proposed", about=about, customer_id=proposal.customer_id, by=by, at=as_at)
            work.open(kind=ACCOUNT_CHANGED, about=about, customer_id=proposal.customer_id, origin_at=as_at, as_at=as_at)
    return new, tuple(problems)
