"""The lives of a reconsideration and of a quality check. A decision has none: it is written once."""
from __future__ import annotations

from entitle.kernel.lifecycle import Lifecycle

RECONSIDERATION = Lifecycle("reconsideration", (
    ("asked",    "taken",       "deciding"),
    ("deciding", "handed_back", "asked"),
    ("deciding", "upheld",      "upheld"),
    ("deciding", "changed",     "changed"),
    ("asked",    "withdrawn",   "withdrawn"),
    ("deciding", "withdrawn",   "withdrawn"),
))

QUALITY_CHECK = Lifecycle("quality check", (
    ("chosen", "checked", "checked"),
))

RECONSIDERATION_OPEN = ("asked", "deciding")
