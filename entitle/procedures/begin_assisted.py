"""The customer lets somebody help on the customer's own pages: noted with who helps, and that the customer agreed."""
from __future__ import annotations

from django.db import transaction

from entitle.customers import queries as customers
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference, read_code
from entitle.procedures.errors import NotDone, NotPermitted
from entitle.procedures.guard_record import guard_record
from entitle.staff import queries as staff
from entitle.staff.models import User


def begin_assisted(*, customer_code: str, helper_code: str, agreed: bool, by: Actor, as_at: Instant) -> User:
    """The helper, by the code of their own sign-in: they are given none of the customer's, and sign in nowhere.

    Raises NotPermitted for anyone but the customer, and NotDone without their agreement or somebody to help them.
    """
    customer = customers.get(customer_code)
    guard_record(customer_id=customer.id, by=by, as_at=as_at)
    if by.role != "customer":
        raise NotPermitted("Only the customer can let somebody help them on their own pages.")
    if not agreed:
        raise NotDone("Say that you agree to be helped.")
    try:
        helper = staff.get(read_code(helper_code) or helper_code)
    except User.DoesNotExist as nobody:
        raise NotDone("Enter the code of the helper's own sign-in, like USR-1234-5678.") from nobody
    if helper.pk == by.user_id:
        raise NotDone("That is your own code. Enter the helper's.")
    with transaction.atomic():
        history.write(code="assisted.began", about=Reference("customer", customer.id), customer_id=customer.id, by=by,
                      at=as_at, refers_to=Reference("user", helper.pk), reason="the customer agreed")
        return helper
