"""The lives of a representative's authority, and of a hold on an account."""
from __future__ import annotations

from entitle.kernel.lifecycle import Lifecycle

REPRESENTATIVE = Lifecycle("representative", (
    ("proposed", "activated", "active"),
    ("proposed", "refused",   "refused"),
    ("active",   "revoked",   "revoked"),
))

ACCOUNT_HOLD = Lifecycle("hold on an account", (
    ("held", "agreed",   "agreed"),
    ("held", "lapsed",   "lapsed"),
    ("held", "refused",  "refused"),
    ("held", "replaced", "replaced"),
))
