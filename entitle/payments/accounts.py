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

OVERPAID = "overpaid"
WRITTEN_OFF = "written_off"
OF_DEBTS = {
    OVERPAID: ("asset", "Overpaid to customers, to be had back"),
    WRITTEN_OFF: ("expenditure", "Overpaid, and not asked for any more"),
}

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


FOUND = "found"
"""Overpaid to expenditure of the scheme: a debt was found, and what was spent on it was not spent on the scheme."""
SET_OFF = "set_off"
"""Expenditure of one scheme to overpaid: arrears of one award were paid before, by a debt of another."""
DEDUCTED = "deducted"
"""Expenditure of the scheme to overpaid: part of what was due was kept, for a debt."""
REPAID = "repaid"
"""Bank to overpaid: the customer paid some of a debt back."""
GIVEN_UP = "given_up"
"""Written off to overpaid: an officer with the authority gave the rest of a debt up."""


def expenditure(scheme: str) -> str:
    """The code of the account that a scheme's money comes from."""
    return f"{EXPENDITURE}:{scheme}"
