"""A request for evidence's life."""
from __future__ import annotations

from entitle.kernel.lifecycle import Lifecycle

EVIDENCE_REQUEST = Lifecycle("request for evidence", (
    ("asked",    "received",  "received"),
    ("received", "accepted",  "accepted"),
    ("received", "rejected",  "rejected"),
    ("rejected", "received",  "received"),
    ("rejected", "accepted",  "accepted"),
    ("asked",    "cancelled", "cancelled"),
    ("received", "cancelled", "cancelled"),
    ("rejected", "cancelled", "cancelled"),
))

OUTSTANDING_STATES = ("asked", "received", "rejected")
