"""The lives of a pay run, a bank file, and a voucher or cheque."""
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
        ("released", "submitted", "submitted"),
        ("submitted", "accepted", "accepted"),
        ("submitted", "rejected", "rejected"),
        ("rejected", "redated", "made"),
        ("rejected", "released", "released"),
    ),
)
