"""Accounts that a bank says have changed."""
from __future__ import annotations

from entitle.payments.models import ProposedAccount


def proposed_account(*, proposal_id: int) -> ProposedAccount:
    """Raises ProposedAccount.DoesNotExist."""
    return ProposedAccount.objects.get(id=proposal_id)
