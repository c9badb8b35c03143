"""The life of a representative's authority."""
from __future__ import annotations

from entitle.kernel.lifecycle import Lifecycle

REPRESENTATIVE = Lifecycle("representative", (
    ("proposed", "activated", "active"),
    ("proposed", "refused",   "refused"),
    ("active",   "revoked",   "revoked"),
))
