"""The life of a claim, of further questions, of what was sent on to us and handed over, and of forms printed ahead."""
from __future__ import annotations

from entitle.kernel.lifecycle import Lifecycle

CLAIM = Lifecycle("claim", (
    ("draft",      "submitted",        "received"),
    ("draft",      "withdrawn",        "withdrawn"),
    ("received",   "evidence_awaited", "waiting"),
    ("waiting",    "evidence_in",      "received"),
    ("received",   "handed_off",       "handed_off"),
    ("handed_off", "taken_back",       "received"),
    ("received",   "decided",          "decided"),
    ("received",   "withdrawn",        "withdrawn"),
    ("waiting",    "withdrawn",        "withdrawn"),
    ("handed_off", "withdrawn",        "withdrawn"),
))

OPEN_STATES = ("draft", "received", "waiting", "handed_off")
CLOSING_EVENTS = ("decided", "withdrawn")

SET_ASKED = Lifecycle("set of further questions", (
    ("asked", "answered",  "answered"),
    ("asked", "cancelled", "cancelled"),
))

INTAKE = Lifecycle("claim sent on", (
    ("waiting", "passed",  "passed"),
    ("waiting", "stopped", "stopped"),
    ("stopped", "mended",  "waiting"),
    ("stopped", "refused", "refused"),
))

HANDOVER = Lifecycle("handover", (
    ("pending",  "accepted", "accepted"),
    ("pending",  "rejected", "rejected"),
    ("rejected", "mended",   "pending"),
    ("accepted", "missed",   "pending"),
    ("pending",  "died",     "pending"),
    ("rejected", "died",     "rejected"),
    ("accepted", "died",     "pending"),
))

PACK_FORM = Lifecycle("numbered form", (
    ("out",     "returned", "returned"),
    ("out",     "spoiled",  "spoiled"),
    ("spoiled", "returned", "returned"),
))
