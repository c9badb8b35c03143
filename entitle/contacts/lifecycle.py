"""The lives of a contact, a message, an appointment, a call, a call-back, a safeguarding plan and a complaint."""
from __future__ import annotations

from entitle.kernel.lifecycle import Lifecycle

CONTACT = Lifecycle("contact", (
    ("open", "ended", "ended"),
))

MESSAGE = Lifecycle("message", (
    ("queued", "sent",       "sent"),
    ("queued", "failed",     "failed"),
    ("queued", "suppressed", "suppressed"),
    ("sent",   "failed",     "failed"),
    ("failed", "retried",    "queued"),
    ("failed", "suppressed", "suppressed"),
))

CALL = Lifecycle("call", (
    ("ringing",      "blocked",            "blocked"),
    ("ringing",      "ended",              "abandoned_before_queue"),
    ("ringing",      "self_served",        "self_served"),
    ("ringing",      "queued",             "queued"),
    ("ringing",      "call_back_promised", "call_back_promised"),
    ("ringing",      "offered",            "offered"),
    ("ringing",      "connected_to_agent", "answered"),
    ("queued",       "queued",             "queued"),
    ("queued",       "offered",            "offered"),
    ("queued",       "connected_to_agent", "answered"),
    ("queued",       "ended",              "abandoned_in_queue"),
    ("queued",       "self_served",        "self_served"),
    ("queued",       "call_back_promised", "call_back_promised"),
    ("ringing",      "accepted",           "offered"),
    ("queued",       "accepted",           "offered"),
    ("offered",      "accepted",           "offered"),
    ("offered",      "offer_lapsed",       "queued"),
    ("offered",      "connected_to_agent", "answered"),
    ("offered",      "ended",              "abandoned_in_queue"),
    ("offered",      "self_served",        "self_served"),
    ("offered",      "call_back_promised", "call_back_promised"),
    ("answered",     "connected_to_agent", "answered"),
    ("answered",     "held",               "answered"),
    ("answered",     "transferred",        "queued"),
    ("answered",     "wrap_up",            "wrapping_up"),
    ("answered",     "ended",              "wrapping_up"),
    ("answered",     "closed",             "ended"),
    ("wrapping_up",  "connected_to_agent", "answered"),
    ("wrapping_up",  "closed",             "ended"),
))

WITH_AN_AGENT = ("offered", "answered", "wrapping_up")

CALLS_CHANNEL = "entitle_calls"
"""Where PostgreSQL notifies whoever listens of calls that come to an agent, or leave one."""

CALL_BACK = Lifecycle("call-back", (
    ("promised", "reached",   "reached"),
    ("promised", "missed",    "trying"),
    ("trying",   "missed",    "trying"),
    ("trying",   "reached",   "reached"),
    ("trying",   "failed",    "contact_failed"),
    ("promised", "moved",     "promised"),
    ("trying",   "moved",     "promised"),
    ("promised", "cancelled", "cancelled"),
    ("trying",   "cancelled", "cancelled"),
))

APPOINTMENT = Lifecycle("appointment", (
    ("booked", "moved",                "booked"),
    ("booked", "cancelled",            "cancelled"),
    ("booked", "attended",             "attended"),
    ("booked", "missed",               "missed"),
    ("missed", "cause_given",          "missed"),
    ("missed", "good_cause_found",     "excused"),
    ("missed", "good_cause_not_found", "not_excused"),
))

SAFEGUARDING = Lifecycle("safeguarding plan", (
    ("open",   "point_done", "acting"),
    ("acting", "point_done", "acting"),
    ("open",   "closed",     "closed"),
    ("acting", "closed",     "closed"),
))

COMPLAINT = Lifecycle("complaint", (
    ("received",      "added_to",       "received"),
    ("received",      "talked_over",    "received"),
    ("received",      "held",           "received"),
    ("received",      "customer_asked", "waiting"),
    ("waiting",       "added_to",       "received"),
    ("waiting",       "not_replied",    "received"),
    ("received",      "resolved",       "resolved"),
    ("received",      "answered",       "answered"),
    ("waiting",       "answered",       "answered"),
    ("resolved",      "added_to",       "received"),
    ("resolved",      "referred",       "with_examiner"),
    ("answered",      "referred",       "with_examiner"),
    ("with_examiner", "examined",       "examined"),
))
