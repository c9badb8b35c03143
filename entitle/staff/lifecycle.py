"""The life of a check of a look."""
from __future__ import annotations

from entitle.kernel.lifecycle import Lifecycle

LOOK_CHECK = Lifecycle("look check", (
    ("chosen",     "found_proper", "proper"),
    ("chosen",     "questioned",   "questioned"),
    ("questioned", "found_proper", "proper"),
    ("questioned", "found_misuse", "misuse"),
))

CONTINGENCY = Lifecycle("contingency", (("on", "ended", "over"),))
"""An office that works without the system, until it works again."""
