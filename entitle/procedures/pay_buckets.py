"""Pay every award in some buckets that is due, once."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from entitle.awards import operations as awards
from entitle.blueprint import registry
from entitle.history import operations as history
from entitle.history.operations import Happened
from entitle.kernel.periods import Instant
from entitle.kernel.references import SYSTEM, Reference
from entitle.payments import operations as payments
from entitle.payments.work_kinds import NO_AMOUNT
from entitle.procedures.assess_buckets import assess_buckets
from entitle.procedures.moving_money import moving_money
from entitle.procedures.wait_for_account import wait_for_account
from entitle.work import operations as work


@dataclass(frozen=True)
class BucketsPaid:
    """What was paid now: nothing, when it was all paid before. `problems` counts the work opened for people."""

    payments: int
    pence: int
    problems: int


def pay_buckets(*, run_code: str, buckets: Sequence[int], as_at: Instant) -> BucketsPaid:
    """First whatever was reported is assessed, where the rules alone can; then it is paid.

    All of it is one transaction, and one wait for the disk: killed at any moment, it did all or nothing.

    Run twice, or by two workers at once, the unique keys let each payment in once. Raises RunNotOpen once the run's
    file is made.
    """
    with moving_money(by=SYSTEM, as_at=as_at):
        run = payments.hold_open_run(code=run_code)
        schemes = payments.schemes_in(buckets=buckets)
        for scheme in schemes:
            if (sheet := registry.schemes().get(scheme)) and sheet.cycle and sheet.cycle.each_period:
                assess_buckets(scheme=scheme, buckets=buckets, as_at=as_at)
        outcome = payments.pay_due(run=run, buckets=buckets, as_at=as_at) if schemes else payments.Outcome()
        if outcome.payments:
            made = outcome.made
            history.write_mass(code="payment.made", by=SYSTEM, at=as_at, kind="payment", refers_kind="payment",
                               each=Happened(made.ids, made.customers, made.ids, made.digests))
            awards.mark_paid(award_ids=outcome.first)
        wait_for_account(owed=outcome.owed, as_at=as_at)
        for award_id, customer_id in outcome.without_amount:
            work.open(kind=NO_AMOUNT, about=Reference("award", award_id), customer_id=customer_id, origin_at=as_at,
                      as_at=as_at)
        payments.finish_buckets(run=run, buckets=buckets, as_at=as_at)
    return BucketsPaid(
        payments=outcome.payments, pence=outcome.pence, problems=len(outcome.owed) + len(outcome.without_amount))
