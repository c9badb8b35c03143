"""Write to a customer about what they were paid too much, or in advance."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from entitle.blueprint import registry
from entitle.contacts.models import Message
from entitle.customers import queries as customers
from entitle.kernel.periods import Instant, london_date
from entitle.payments import queries
from entitle.payments.models import Debt
from entitle.payments.reasons import ADVANCE
from entitle.procedures.write_as_agency import write_as_agency


def tell_of_debt(
    *, debt: Debt, letter: str, as_at: Instant, known: Mapping[str, Any] | None = None, addressee: str = "customer",
) -> Message:
    """One of the agency's letters, which takes of the debt and of `known` what it quotes. To an estate it is posted."""
    customer = customers.by_id(debt.customer_id)
    return write_as_agency(
        customer=customer, letter=letter, scheme=debt.scheme, as_at=as_at, addressee=addressee,
        channels=() if addressee == "customer" else ("letter",),
        known={"reference": debt.code, "pence": debt.pence, "left": queries.left_of(debt=debt),
               "from_on": debt.period_start, "until_on": debt.period_end, "on": london_date(as_at),
               "in_advance": debt.kind == ADVANCE, "benefit": registry.scheme(debt.scheme).title[customer.language],
               **(known or {})})
