"""DOMAIN 7e, 'Progress chasing': the date moves, and the customer is told within a day, before the old date passes."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from entitle.claims.models import Claim
from entitle.contacts.models import Message
from entitle.customers.models import ContactPoint, Customer
from entitle.kernel.references import SYSTEM, Reference
from entitle.procedures.make_complaint import make_complaint
from entitle.procedures.tell_of_moved_promises import tell_of_moved_promises
from entitle.staff.models import User
from entitle.standards import agency
from entitle.work import operations as work
from entitle.work.models import WorkItem

MONDAY = datetime(2026, 6, 1, 9, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def gwen(db):
    """Gwen Ní Dhomhnaill reads our messages on her telephone."""
    user = User.objects.create_user("gwen", None, name="Gwen", kind="customer")
    made = Customer.objects.create(born_on=date(1960, 1, 1), created_at=MONDAY, language="en", user=user)
    ContactPoint.objects.create(customer=made, kind="phone", value="01632960001", is_safe=True, is_preferred=True,
                                from_on=MONDAY.date())
    return made


@pytest.fixture
def claim(gwen):
    """To be decided by Monday 22 June."""
    made = Claim.objects.create(scheme="state_pension", customer=gwen, channel="online", state="received",
                                protected_on=MONDAY.date(), started_at=MONDAY, submitted_at=MONDAY,
                                decide_by=date(2026, 6, 22))
    work.open(kind="claim.decide", about=Reference("claim", made.pk), customer_id=gwen.pk, scheme=made.scheme,
              as_at=MONDAY, origin_at=MONDAY, standard=agency()["complaint"], promise=True)
    return made


def told():
    return [(each.template, each.body_text) for each in Message.objects.filter(template="promise_moved").order_by("id")]


class TestMoveDateCustomerToldWithinADayBeforeTheOldDatePasses:
    def test_a_day_that_cannot_be_kept_is_told_on_its_eve_once(self, claim):
        friday = MONDAY + 18 * DAY
        assert tell_of_moved_promises(as_at=friday - DAY) == 0, "there is a working day left"
        assert (tell_of_moved_promises(as_at=friday), tell_of_moved_promises(as_at=friday)) == (1, 0)
        [(_, words)] = told()
        assert "by 22 June 2026" in words and "by 6 July 2026" in words and "sorry" in words
        assert Claim.objects.get().decide_by == date(2026, 7, 6)
        assert WorkItem.objects.get().target_on == date(2026, 6, 22), "whether the standard was met stands as it is"

    def test_and_told_again_where_the_new_one_cannot_be_kept_either(self, claim):
        tell_of_moved_promises(as_at=MONDAY + 18 * DAY)
        assert tell_of_moved_promises(as_at=MONDAY + 32 * DAY) == 1
        assert "by 20 July 2026" in told()[1][1]

    def test_a_day_that_moved_while_we_waited_is_told_within_the_hour(self, claim):
        about = Reference("claim", claim.pk)
        work.pause(about=about, kind="claim.decide", as_at=MONDAY + DAY)
        assert tell_of_moved_promises(as_at=MONDAY + 30 * DAY) == 0, "they know that we wait for them"
        back = MONDAY + 8 * DAY
        work.resume(about=about, kind="claim.decide", as_at=back)
        assert tell_of_moved_promises(as_at=back + timedelta(hours=1)) == 1
        assert "by 29 June 2026" in told()[0][1] and "while we waited" in told()[0][1]

    def test_whom_only_a_letter_reaches_is_told_in_time_for_the_post(self, gwen):
        ContactPoint.objects.all().delete()
        Customer.objects.update(user=None)
        made = make_complaint(customer_code=gwen.code, category="mistake", happened="It was wrong.", by=SYSTEM,
                              as_at=MONDAY)
        assert tell_of_moved_promises(as_at=MONDAY + 15 * DAY) == 0
        assert tell_of_moved_promises(as_at=MONDAY + 16 * DAY) == 1
        assert made.code in told()[0][1] and "answer your complaint" in told()[0][1]

    def test_nobody_is_told_of_what_was_done(self, claim):
        work.complete(about=Reference("claim", claim.pk), kind="claim.decide", as_at=MONDAY + DAY, by=SYSTEM)
        assert tell_of_moved_promises(as_at=MONDAY + 18 * DAY) == 0
