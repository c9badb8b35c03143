"""A pretend day of calls: each is counted once and comes to something, the same for the same seed."""
from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import cycle

import pytest

from entitle.contacts import queries as contacts
from entitle.contacts.models import Call, CallBack
from entitle.contacts.tests.cast import customer
from entitle.procedures.tests.calling import agent
from entitle.simulation.callers import Caller
from entitle.simulation.contact_centre import ContactCentre
from entitle.simulation.timetable import moment

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 8, 17)


def callers():
    """Seán and Aoife by turns, each about their pension; Aoife is put in the wrong queue."""
    who = [customer("Seán O'Neill"), customer("Aoife Ní Dhomhnaill")]
    for number, each in enumerate(cycle(who)):
        yield Caller(
            customer_id=each.pk, code=each.code, number=f"+44770090{number:04d}", language="en", priority=3,
            words="where is my pension", summary="“where is my pension”", about="Pension.",
            queue=("Q_PENSION", "Q_DEBT")[number % 2], belongs_in="Q_PENSION", could_do_it_online=number % 5 == 0)


@pytest.fixture
def centre():
    return ContactCentre([agent("Daniel Achebe")], agent("Precious Okafor"), callers(), seed=7)


class TestADay:
    def test_every_attempt_comes_to_one_thing_and_each_promise_is_kept_in_the_days_after(self, centre):
        centre.rings(MONDAY, calls=14, until=(9, 25))
        centre.live_until(moment(date(2026, 8, 26), 18))
        counts = contacts.day_counts(MONDAY)
        assert counts.reconciles and (counts.offered, counts.in_progress) == (14, 0)
        assert min(counts.answered, counts.call_back, counts.abandoned_in_queue) > 0
        assert not Call.objects.filter(state__in=("ringing", "queued", "offered", "answered", "wrapping_up"))
        assert set(Call.objects.filter(outcome="answered").values_list("wrap_up_code", flat=True)) == {"settled"}
        states = Counter(CallBack.objects.values_list("state", flat=True))
        assert states["reached"] > 0 and set(states) <= {"reached", "contact_failed"}
