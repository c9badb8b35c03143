"""The lives of an award and of a suspension."""
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

SUSPENSION = Lifecycle("suspension", (
    ("running", "lifted",      "lifted"),
    ("running", "award_ended", "overtaken"),
))

LIVE_STATES = ("open", "in_payment", "suspended")
PAID = "in_payment"
PERIOD_OVER = "award period over"
"""Why an award ends on the day that the rules gave when it was decided."""
