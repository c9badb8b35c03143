"""Holding an account back, and what becomes of it."""

from __future__ import annotations

from collections.abc import Collection

from entitle.customers.lifecycle import ACCOUNT_HOLD
from entitle.customers.models import AccountHold, BankAccount
from entitle.customers.operations.rows import close, lock
from entitle.customers.reading.holds import ACCOUNT_PARTS
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor


def hold_account(
    *, account: BankAccount, because: Collection[str], until: Instant | None, by: Actor, as_at: Instant
) -> tuple[AccountHold, AccountHold | None]:
    """Nothing is paid into this account, the one of now, until it is settled: the hold, and the one it replaces."""
    before = replace_hold(customer_id=account.customer_id, by=by, as_at=as_at)
    BankAccount.objects.filter(id=account.id).update(is_held=True)
    made = AccountHold.objects.create(customer_id=account.customer_id, bank_account=account, because=sorted(because),
                                      until=until, made_at=as_at, made_by_user_id=by.user_id)
    return made, before


def replace_hold(*, customer_id: int, by: Actor, as_at: Instant) -> AccountHold | None:
    """Another account took the place of the one held back: that hold; None where there was none."""
    lock(customer_id)
    before = AccountHold.objects.select_for_update().filter(customer_id=customer_id, state=ACCOUNT_HOLD.first).first()
    if before is not None:
        _settle(before, "replaced", by, as_at)
    return before


def lock_hold(*, hold_id: int) -> AccountHold:
    """Held until the transaction ends. Raises AccountHold.DoesNotExist."""
    hold = AccountHold.objects.get(id=hold_id)
    lock(hold.customer_id)
    return AccountHold.objects.select_for_update().get(id=hold_id)


def open_account(*, hold: AccountHold, event: str, by: Actor, as_at: Instant) -> None:
    """It is paid into from now: "agreed" or "lapsed". Raises NotAllowedNow where it was settled before."""
    _settle(hold, event, by, as_at)
    BankAccount.objects.filter(customer_id=hold.customer_id, until_on__isnull=True).update(is_held=False)


def put_account_back(*, hold: AccountHold, by: Actor, as_at: Instant) -> BankAccount | None:
    """It was not theirs: what they were paid into before is again; None where there was nothing. Raises NotAllowedNow.
    """
    _settle(hold, "refused", by, as_at)
    close(BankAccount.objects.filter(customer_id=hold.customer_id), on=london_date(as_at))
    payee = hold.bank_account.representative_id
    before = BankAccount.objects.filter(customer_id=hold.customer_id, is_held=False).order_by("-until_on", "-id")
    last = next((each for each in before if each.representative_id == payee), None)
    if last is None:
        return None
    return BankAccount.objects.create(
        customer_id=hold.customer_id, representative_id=payee, verified=last.verified,
        from_on=london_date(as_at), **{part: getattr(last, part) for part in ACCOUNT_PARTS})


def _settle(hold: AccountHold, event: str, by: Actor, as_at: Instant) -> None:
    hold.state = ACCOUNT_HOLD.after(hold.state, event)
    hold.settled_at, hold.settled_by_user_id = as_at, by.user_id
    hold.save(update_fields=["state", "settled_at", "settled_by_user_id"])
