"""The lives of a pay run and of a bank file."""
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
