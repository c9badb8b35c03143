"""An account that a bank says has changed: proposed, and then confirmed or not by a person."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from entitle.kernel.periods import Instant
from entitle.payments.lifecycle import PROPOSED_ACCOUNT
from entitle.payments.models import Payment, PaymentAttempt, ProposedAccount
from entitle.payments.reasons import read_reference


@dataclass(frozen=True)
class NewAccount:
    """What a bank says: our reference of the payment that told it, its reason, and the account to use from a day."""

    reference: str
    reason_code: str
    sort_code: str
    account_number: str
    account_name: str
    effective_on: date


def propose_account(*, said: NewAccount, as_at: Instant) -> ProposedAccount | None:
    """The proposal; None where it was made before. Raises NotOurReference, and PaymentAttempt.DoesNotExist."""
    key = read_reference(said.reference)
    payment = Payment.objects.filter(
        award_id=key.award_id, period_start=key.period_start, reason=key.reason).first()
    if payment is None:
        raise PaymentAttempt.DoesNotExist(said.reference)
    PaymentAttempt.objects.get(payment_id=payment.id, period_start=payment.period_start, attempt=key.attempt)
    made, is_new = ProposedAccount.objects.get_or_create(
        payment_id=payment.id, attempt=key.attempt, sort_code=said.sort_code, account_number=said.account_number,
        defaults={
            "customer_id": payment.customer_id, "account_name": said.account_name[:100],
            "reason_code": said.reason_code[:4], "effective_on": said.effective_on, "state": PROPOSED_ACCOUNT.first,
            "at": as_at,
        },
    )
    return made if is_new else None


def lock_proposal(*, proposal_id: int) -> ProposedAccount:
    """Held until the transaction ends. Raises ProposedAccount.DoesNotExist."""
    return ProposedAccount.objects.select_for_update().get(id=proposal_id)


def settle_proposal(*, proposal: ProposedAccount, event: str) -> None:
    """It is "confirmed" or "refused". Raises NotAllowedNow where it was settled before."""
    proposal.state = PROPOSED_ACCOUNT.after(proposal.state, event)
    proposal.save(update_fields=["state"])
