"""Write to a customer about one award of theirs."""
from __future__ import annotations

from typing import Any

from entitle.awards.models import Award
from entitle.blueprint import registry
from entitle.contacts.models import Message
from entitle.customers import queries as customers
from entitle.kernel.periods import Instant, london_date
from entitle.procedures.write_as_agency import write_as_agency


def tell_of_award(*, award: Award, letter: str, as_at: Instant, **known: Any) -> Message:
    """One of the agency's letters about an award, which takes of `known` what it quotes."""
    customer = customers.by_id(award.customer_id)
    return write_as_agency(customer=customer, letter=letter, scheme=award.scheme, as_at=as_at, known={
        "reference": award.code, "on": london_date(as_at),
        "benefit": registry.scheme(award.scheme).title[customer.language], **known})
