"""Claims that tests begin from."""
from __future__ import annotations

from datetime import date

from entitle.claims import operations
from entitle.claims.models import Claim
from entitle.contacts.tests.cast import NOON
from entitle.customers.models import Customer
from entitle.kernel.references import Actor

ONLINE = Actor(role="customer", channel="online")
TELEPHONE = Actor(role="staff", channel="telephone")
SCHEME = "made_up_benefit"


def draft(of: Customer, *, scheme: str = SCHEME, channel: str = "online") -> Claim:
    return operations.start(
        scheme=scheme, customer_id=of.id, channel=channel, protected_on=date(2026, 11, 20), as_at=NOON)


def submitted(of: Customer, *, scheme: str = SCHEME) -> Claim:
    claim = draft(of, scheme=scheme)
    operations.submit(claim=claim, decide_by=date(2026, 12, 7), channel="online", as_at=NOON)
    return claim
