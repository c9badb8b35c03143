"""At the desk one benefit is stopped, kept stopped, paid again or ended, for a reason that the customer is told."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from entitle.awards.models import Award, Suspension
from entitle.channels.desk.tests.cast import NOON, at_the_desk_of
from entitle.channels.desk.tests.conftest import TODAY
from entitle.gateways.clock.sandbox import pretend
from entitle.kernel.periods import midday
from entitle.kernel.references import SYSTEM
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.review_suspensions import review_suspensions
from entitle.work.models import WorkItem

pytestmark = pytest.mark.django_db
WHY = {"stop-because": "We do not know where you live"}


@pytest.fixture
def award(claim):
    decide_claim(claim_code=claim.code, by=SYSTEM, as_at=NOON)
    return Award.objects.get()


def on(name, day):
    return {f"stop-{name}-{part}": str(getattr(day, part)) for part in ("day", "month", "year")}


def post(browser, award, what, **said):
    return browser.post(reverse("desk-stop", args=[award.code]), {"stop-what": what, **said}, follow=True)


def state(award):
    award.refresh_from_db()
    return award.state


def test_it_is_stopped_looked_at_on_its_day_and_paid_again_or_ended(desk, ann, award, olwen):
    desk.post(reverse("desk-look", args=[olwen.code]), {"reason": "checking_a_claim"})
    assert post(desk, award, "stop", **WHY).status_code == 422
    assert post(desk, award, "stop", **on("review_on", date(2026, 6, 9))).status_code == 422
    assert state(award) == "open"
    page = post(desk, award, "stop", **WHY, **on("review_on", date(2026, 6, 9))).content.decode()
    assert "Suspended" in page and "Pay it again, or keep it stopped" in page and state(award) == "suspended"
    with pretend.at(midday(date(2026, 6, 9))):
        review_suspensions(as_at=midday(date(2026, 6, 9)))
        browser = at_the_desk_of(ann)
        item = WorkItem.objects.get(kind="award.stopped")
        page = browser.post(reverse("desk-take", args=[item.code]), follow=True).content.decode()
        assert "Keep it stopped until another day" in page and "Stop paying it for now" not in page
        post(browser, award, "keep", **WHY, **on("review_on", date(2026, 6, 16)))
        assert Suspension.objects.get().review_on == date(2026, 6, 16)
        post(browser, award, "resume", **WHY)
        assert state(award) == "in_payment"
        post(browser, award, "end", **WHY, **on("ends_on", TODAY.date()))
        assert (state(award), award.ends_on) == ("ended", TODAY.date())
