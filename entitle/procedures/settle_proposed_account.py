"""Say whether an account that a bank gave is the customer's, once they were asked."""
from __future__ import annotations

from django.db import transaction

from entitle.customers import queries as customers
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments.work_kinds import ACCOUNT_CHANGED
from entitle.procedures.guard_record import guard_record
from entitle.procedures.report_change import report_change
from entitle.work import operations as work


def settle_proposed_account(*, proposal_id: int, is_theirs: bool, by: Actor, as_at: Instant) -> None:
    """Theirs, it is held as any change of account is, told to the contact points of before; else nothing changes.

    Raises NotAllowedNow where it was settled before.
    """
    with transaction.atomic():
        proposal = payments.lock_proposal(proposal_id=proposal_id)
        guard_record(customer_id=proposal.customer_id, by=by, as_at=as_at)
        payments.settle_proposal(proposal=proposal, event="confirmed" if is_theirs else "refused")
        if is_theirs:
            account = {"sort_code": proposal.sort_code, "account_number": proposal.account_number,
                       "account_name": proposal.account_name, "roll_number": ""}
            report_change(kind="bank", answers={"person.bank_account": account}, by=by, as_at=as_at,
                          customer_code=customers.by_id(proposal.customer_id).code)
        about = Reference("proposed_account", proposal.id)
        work.complete(about=about, kind=ACCOUNT_CHANGED, as_at=as_at, by=by,
                      outcome="The account is theirs" if is_theirs else "Not their account")
        history.write(code=f"account.{proposal.state}", about=about, customer_id=proposal.customer_id, by=by, at=as_at)
