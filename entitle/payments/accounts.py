"""The accounts of the ledger, and the events that move money between them."""
from __future__ import annotations

OWED = "owed"
IN_TRANSIT = "in_transit"
BANK = "bank"
EXPENDITURE = "expenditure"
CASH_ORDERS = "cash_orders"

FIXED = {
    OWED: ("liability", "Owed to customers"),
    IN_TRANSIT: ("liability", "Told to the bank, not yet taken by it"),
    BANK: ("asset", "The agency's account at the bank"),
}

WHEN_NEEDED = {CASH_ORDERS: ("liability", "Vouchers and cheques given, not yet turned into money")}
"""Opened when something first goes there."""

ENTITLED = "entitled"
"""Expenditure of the scheme to owed: the customer became owed a payment."""
INSTRUCTED = "instructed"
"""Owed to in transit: an attempt to pay it was made out."""
SENT = "sent"
"""In transit to bank, one for a whole file: the bank took the file."""
RETURNED = "returned"
"""Bank to owed: the bank sent one attempt back. Cash orders to owed: a voucher or cheque ran out."""
CASHED = "cashed"
"""Cash orders to bank: one was turned into money."""


def expenditure(scheme: str) -> str:
    """The code of the account that a scheme's money comes from."""
    return f"{EXPENDITURE}:{scheme}"
