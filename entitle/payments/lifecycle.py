"""The lives of a pay run, a bank file, a voucher or cheque, a debt, and of writing one off."""
from __future__ import annotations

from entitle.kernel.lifecycle import Lifecycle

PAY_RUN = Lifecycle(
    "pay run",
    (
        ("open", "file_made", "filed"),
        ("open", "nothing_to_send", "closed"),
        ("closed", "reopened", "open"),
    ),
)

CASH_ORDER = Lifecycle(
    "voucher or cheque",
    (
        ("given", "cashed", "cashed"),
        ("given", "ran_out", "ran_out"),
        ("given", "stopped", "stopped"),
    ),
)

PROPOSED_ACCOUNT = Lifecycle(
    "account that a bank proposes",
    (
        ("proposed", "confirmed", "confirmed"),
        ("proposed", "refused", "refused"),
    ),
)

BANK_FILE = Lifecycle(
    "bank file",
    (
        ("made", "released", "released"),
        ("made", "redated", "made"),
        ("made", "emptied", "emptied"),
        ("rejected", "emptied", "emptied"),
        ("made", "overtaken", "overtaken"),
        ("rejected", "overtaken", "overtaken"),
        ("released", "submitted", "submitted"),
        ("submitted", "accepted", "accepted"),
        ("submitted", "rejected", "rejected"),
        ("rejected", "redated", "made"),
        ("rejected", "released", "released"),
    ),
)

ADVANCE = Lifecycle(
    "advance",
    (
        ("asked", "agreed", "paid"),
        ("asked", "refused", "refused"),
    ),
)

DEBT = Lifecycle(
    "debt",
    (
        ("found", "planned", "recovering"),
        ("found", "cleared", "settled"),
        ("found", "given_up", "written_off"),
        ("found", "customer_died", "with_estate"),
        ("recovering", "stopped", "found"),
        ("recovering", "cleared", "settled"),
        ("recovering", "given_up", "written_off"),
        ("recovering", "customer_died", "with_estate"),
        ("with_estate", "cleared", "settled"),
        ("with_estate", "given_up", "written_off"),
    ),
)
OPEN_DEBTS = ("found", "recovering", "with_estate")

WRITE_OFF = Lifecycle(
    "write-off",
    (
        ("proposed", "agreed", "agreed"),
        ("proposed", "refused", "refused"),
    ),
)
