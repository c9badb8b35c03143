"""Who is paid for a customer: their appointee from the day they may act, and they themselves again afterwards."""

from __future__ import annotations

from collections.abc import Mapping

from entitle.customers.models import BankAccount
from entitle.customers.operations.rows import close, lock
from entitle.customers.reading.holds import ACCOUNT_PARTS
from entitle.kernel.periods import Instant, london_date


def pay_representative(
    *, customer_id: int, representative_id: int, account: Mapping[str, str], as_at: Instant
) -> BankAccount:
    """What is paid from now goes into this account. The customer's own is kept for when the appointment ends."""
    lock(customer_id)
    close(BankAccount.objects.filter(customer_id=customer_id), on=london_date(as_at))
    fields = {part: str(account.get(part) or "").strip() for part in ACCOUNT_PARTS}
    fields["sort_code"] = fields["sort_code"].replace("-", "").replace(" ", "")
    return BankAccount.objects.create(
        customer_id=customer_id, representative_id=representative_id, **fields, from_on=london_date(as_at))


def pay_customer_again(*, customer_id: int, representative_id: int, as_at: Instant) -> bool:
    """What is paid from now goes into the last account of their own; where they had none, nowhere until they say.

    False where this representative was not the one paid, and nothing changes.
    """
    lock(customer_id)
    theirs = BankAccount.objects.filter(customer_id=customer_id, representative_id=representative_id)
    if not close(theirs, on=london_date(as_at)):
        return False
    own = BankAccount.objects.filter(customer_id=customer_id, representative__isnull=True)
    last = own.order_by("-from_on", "-id").first()
    if last is not None:
        BankAccount.objects.create(
            customer_id=customer_id, **{part: getattr(last, part) for part in ACCOUNT_PARTS}, verified=last.verified,
            from_on=london_date(as_at))
    return True
