"""DOMAIN 7e, 'Progress chasing': the date moves; the customer is told within a day, before the old one; fewer ring."""
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


class TestRepeatContactsPerCaseFallInSimulation:
    """Twenty claims, of which most are late. People ring the day after a date that has passed, and each week until they
    know of another; one in four whom we tell of another rings to ask why.
    """

    DAYS = 60

    @staticmethod
    def done(number):
        """After so many days; day 21 was promised."""
        return 12 + 2 * number

    def rings(self, number, known):
        """How often somebody rings of a case, by the date that they know of on each day until it is decided."""
        rang, since = 0, None
        for day in range(self.done(number)):
            if day and known(day) != known(day - 1):
                rang += number % 4 == 0
            if MONDAY.date() + timedelta(days=day) <= known(day):
                since = None
            elif since is None or day - since == 7:
                rang, since = rang + 1, day
        return rang

    @pytest.fixture
    def promised(self, db):
        """The day that each was promised, by its number."""
        for number in range(20):
            who = Customer.objects.create(born_on=date(1960, 1, 1), created_at=MONDAY, language="en")
            made = Claim.objects.create(scheme="state_pension", customer=who, channel="online", state="received",
                                        protected_on=MONDAY.date(), started_at=MONDAY, submitted_at=MONDAY,
                                        decide_by=date(2026, 6, 22))
            work.open(kind="claim.decide", about=Reference("claim", made.pk), customer_id=who.pk, scheme=made.scheme,
                      as_at=MONDAY, origin_at=MONDAY, standard=agency()["complaint"], promise=True, note=str(number))
        return {int(item.note): item.target_on for item in WorkItem.objects.all()}

    def test_to_less_than_half(self, promised):
        told = {number: {} for number in promised}
        for day in range(self.DAYS):
            tell_of_moved_promises(as_at=MONDAY + day * DAY)
            for item in WorkItem.objects.filter(state="open"):
                told[int(item.note)][day] = item.told_on or item.target_on
                if self.done(int(item.note)) == day:
                    work.complete(about=Reference("claim", item.about_id), kind="claim.decide", by=SYSTEM,
                                  as_at=MONDAY + day * DAY)
        nobody_told = sum(self.rings(number, lambda day, on=on: on) for number, on in promised.items())
        as_it_is = sum(self.rings(number, told[number].__getitem__) for number in promised)
        assert 0 < as_it_is < nobody_told / 2
        late = [number for number in promised if self.done(number) > 21]
        assert Message.objects.filter(template="promise_moved").count() >= len(late)
