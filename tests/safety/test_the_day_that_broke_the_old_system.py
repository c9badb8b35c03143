"""The day that broke the old system, in short: three callers for each that staff can answer, and the database killed.

A short form of `make replay`, which lives whole days on an installation, over sockets and by the procedures.
"""
from __future__ import annotations

import pytest
from django.db import connection

from bench.replay import short
from entitle.contacts import queries as contacts

pytestmark = pytest.mark.django_db(transaction=True)

ATTEMPTS, SECONDS = 80, 960


def test_no_contact_vanishes_and_every_attempt_is_accounted_for_to_the_unit(settings, tmp_path):
    """DOMAIN 1c: arrivals three times the staffed capacity; each ends answered, abandoned, or holding a call-back."""
    connection.ensure_connection()
    lived = short.live(ATTEMPTS, within=SECONDS, settings=settings, folder=tmp_path)
    assert connection.is_usable(), "what was connected before the day belongs to others, and outlives its kill"
    day = lived.account
    assert day.problems == []
    assert lived.killed == ["database"]
    assert sum(day.outcomes.values()) == day.offered == ATTEMPTS
    counts = contacts.day_counts(short.OPENS.date())
    assert (counts.offered, counts.in_progress, counts.reconciles) == (ATTEMPTS, 0, True)
    assert counts.answered == day.outcomes["answered"] > 0
