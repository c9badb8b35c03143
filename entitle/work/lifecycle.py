"""The life of a piece of work."""
from __future__ import annotations

from entitle.kernel.lifecycle import Lifecycle

WORK_ITEM = Lifecycle("work item", (
    ("open",    "taken",             "taken"),
    ("taken",   "handed_back",       "open"),
    ("taken",   "assigned",          "taken"),
    ("open",    "paused",            "waiting"),
    ("taken",   "paused",            "waiting"),
    ("waiting", "resumed",           "open"),
    ("waiting", "resumed_by_owner",  "taken"),
    ("open",    "completed",         "done"),
    ("taken",   "completed",         "done"),
    ("waiting", "completed",         "done"),
    ("open",    "cancelled",         "cancelled"),
    ("taken",   "cancelled",         "cancelled"),
    ("waiting", "cancelled",         "cancelled"),
))

ENDED = ("done", "cancelled")
UNFINISHED = tuple(state for state in WORK_ITEM.states if state not in ENDED)
