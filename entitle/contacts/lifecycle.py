"""The lives of a contact and of a message."""
from __future__ import annotations

from entitle.kernel.lifecycle import Lifecycle

CONTACT = Lifecycle("contact", (
    ("open", "ended", "ended"),
))

MESSAGE = Lifecycle("message", (
    ("queued", "sent",       "sent"),
    ("queued", "failed",     "failed"),
    ("queued", "suppressed", "suppressed"),
    ("sent",   "delivered",  "delivered"),
    ("sent",   "failed",     "failed"),
    ("failed", "retried",    "queued"),
    ("failed", "suppressed", "suppressed"),
))
