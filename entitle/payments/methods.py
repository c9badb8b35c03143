"""The ways in which a payment is sent."""
from __future__ import annotations

BACS = "bacs"
"""In a run's file, into an account, two working days after it was sent."""
FASTER = "faster"
"""Faster Payments: in a file of its own, into an account, on the day it is sent."""
