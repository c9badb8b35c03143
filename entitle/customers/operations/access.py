"""Who may open a record, and whose it is."""

from __future__ import annotations

from entitle.customers.models import StaffLink
from entitle.customers.operations.rows import touch
from entitle.kernel.periods import Instant


def restrict(*, customer_id: int) -> None:
    """From now on only those with the permission can find or open it; to others it does not exist."""
    touch(customer_id, is_restricted=True)


def lift_restriction(*, customer_id: int) -> None:
    """Open it to staff again."""
    touch(customer_id, is_restricted=False)


def tie_sign_in(*, customer_id: int, user_id: int | None) -> None:
    """Say which sign-in is the customer's, after proof of identity; None unties. IntegrityError if it has another."""
    touch(customer_id, user_id=user_id)


def link_staff(*, user_id: int, customer_id: int, as_at: Instant) -> StaffLink:
    """Say which customer a member of staff is, so that they cannot open their own record or a relative's."""
    return StaffLink.objects.update_or_create(
        user_id=user_id, defaults={"customer_id": customer_id, "linked_at": as_at}
    )[0]
