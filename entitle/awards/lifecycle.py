"""An award's life."""
from __future__ import annotations

from entitle.kernel.lifecycle import Lifecycle

AWARD = Lifecycle("award", (
    ("open",       "first_paid", "in_payment"),
    ("open",       "suspended",  "suspended"),
    ("in_payment", "suspended",  "suspended"),
    ("suspended",  "resumed",    "in_payment"),
    ("open",       "ended",      "ended"),
    ("in_payment", "ended",      "ended"),
    ("suspended",  "ended",      "ended"),
))

LIVE_STATES = ("open", "in_payment", "suspended")
