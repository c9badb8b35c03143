"""DOMAIN 8d: a stop while a flag or a plan is open asks for a named reviewer; a flag past its date says so, as work."""
from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from entitle.channels.desk.tests.cast import FULL_RECORD, NOON, acting, at_the_desk_of, claim_of, officer
from entitle.channels.desk.tests.conftest import TODAY
from entitle.contacts.models import SafeguardingPlan
from entitle.customers.models import Vulnerability
from entitle.decisions.models import Decision, ReviewBeforeStop
from entitle.decisions.operations import note_review
from entitle.history.models import Event
from entitle.kernel.references import SYSTEM
from entitle.procedures.ask_to_look_again import ask_to_look_again
from entitle.procedures.close_safeguarding import close_safeguarding
from entitle.procedures.decide_again import decide_again
from entitle.procedures.decide_claim import A_REVIEWER, NotDecided, decide_claim
from entitle.procedures.errors import NeedsAPerson
from entitle.procedures.flag_vulnerability import flag_vulnerability
from entitle.procedures.open_safeguarding import open_safeguarding
from entitle.procedures.review_vulnerabilities import review_vulnerabilities
from entitle.procedures.settle_vulnerability import settle_vulnerability
from entitle.procedures.take_record_facts import take_record_facts
from entitle.work.models import WorkItem

FOUR_YEARS = {**FULL_RECORD, "national_insurance.qualifying_years": 4}


def flagged(who, by, **more):
    flag_vulnerability(customer_code=who.code, kind="memory", reason="Cannot follow letters", consent=True, as_at=NOON,
                       by=acting(by), **{"review_on": date(2026, 9, 1), **more})


@pytest.fixture
def refused(olwen):
    """A claim that the rules refuse."""
    return claim_of(olwen, record=FOUR_YEARS)


@pytest.fixture
def mair(db):
    return officer("mair", "team_leader")


def decide(claim, by):
    return decide_claim(claim_code=claim.code, by=acting(by), as_at=TODAY)


class TestNothingStopsUnseen:
    def test_a_stop_waits_for_a_named_reviewer_from_the_queue_to_the_decision(self, desk, ann, mair, refused, olwen):
        flagged(olwen, ann)
        desk.post(reverse("desk-look", args=[olwen.code]), {"reason": "checking_a_claim"})
        address = reverse("desk-decide", args=[refused.code])
        page = desk.get(address).content.decode()
        seen = page.split('name="seen" value="')[1].split('"')[0]
        reply = desk.post(address, {"seen": seen, "reason": "too_few_years"}, follow=True)
        assert "another officer must agree" in reply.content.decode() and not Decision.objects.exists()
        asked = WorkItem.objects.get(kind="decision.review")
        at_mairs = at_the_desk_of(mair)
        page = at_mairs.post(reverse("desk-take", args=[asked.code]), follow=True).content.decode()
        assert "Cannot follow letters" in page
        before = reverse("desk-before-stop", args=[refused.code])
        assert at_mairs.post(before, {"stop-agrees": "yes", "stop-because": ""}).status_code == 422
        at_mairs.post(before, {"stop-agrees": "yes", "stop-because": "Pension Credit pays more, and is claimed"})
        desk.post(address, {"seen": seen, "reason": "too_few_years"})
        assert Decision.objects.get().result == "refused"
        found = ReviewBeforeStop.objects.get()
        assert (found.reviewed_by_user, found.claim_id) == (mair, refused.id)
        made = Event.objects.get(code="decision.review_made")
        assert (made.actor_user_id, made.reason) == (mair.pk, "agreed")

    def test_while_a_six_point_plan_is_open_too(self, ann, refused, olwen, mair):
        open_safeguarding(customer=olwen, words="I want to die", channel="online", as_at=NOON)
        assert decide(refused, ann) == NotDecided(reasons=(A_REVIEWER,))
        close_safeguarding(plan_code=SafeguardingPlan.objects.get().code, outcome="no_danger", because="A song",
                           by=acting(mair), as_at=TODAY)
        assert decide(refused, ann).result == "refused"

    @pytest.mark.parametrize(("agrees", "since"), [(False, timedelta()), (True, timedelta(days=-3))],
                             ids=["one who does not agree", "one who agreed before it was noted"])
    def test_it_goes_on_waiting_after(self, ann, mair, refused, olwen, agrees, since):
        flagged(olwen, ann)
        note_review(claim_id=refused.id, agrees=agrees, because="As found", user_id=mair.pk, as_at=TODAY + since)
        assert decide(refused, ann) == NotDecided(reasons=(A_REVIEWER,))

    def test_nobody_is_their_own_reviewer(self, mair, ann, refused, olwen):
        flagged(olwen, ann)
        note_review(claim_id=refused.id, agrees=True, because="As found", user_id=mair.pk, as_at=TODAY)
        assert decide(refused, mair) == NotDecided(reasons=(A_REVIEWER,))
        assert decide(refused, ann).result == "refused"

    def test_what_gives_money_waits_for_nobody(self, ann, claim, olwen):
        flagged(olwen, ann)
        assert decide(claim, ann).result == "entitled"

    def test_a_decision_made_again_that_would_take_it_away_waits(self, ann, claim, olwen):
        first = decide(claim, ann)
        asked = ask_to_look_again(decision_code=first.code, why="It is too little", by=SYSTEM, as_at=TODAY)
        take_record_facts(claim_code=claim.code, facts=FOUR_YEARS, source="National Insurance record", as_at=TODAY)
        flagged(olwen, ann)
        again = {"reconsideration_code": asked.code, "because": "Four years", "as_at": TODAY,
                 "by": acting(officer("dot", "decision_maker"))}
        with pytest.raises(NeedsAPerson, match="A colleague is asked to look first"):
            decide_again(**again)
        note_review(claim_id=claim.id, agrees=True, because="As found", user_id=ann.pk, as_at=TODAY)
        assert decide_again(**again).state == "changed"


class TestAFlagPastItsReviewDate:
    @pytest.fixture
    def due(self, olwen, ann):
        flagged(olwen, ann, review_on=date(2026, 6, 2))
        return Vulnerability.objects.get()

    def test_says_review_due_on_the_record_and_is_work_once(self, desk, olwen, due):
        assert [review_vulnerabilities(as_at=TODAY) for _ in range(2)] == [1, 0]
        item = WorkItem.objects.get(kind="vulnerability.review")
        assert (item.customer_id, item.about_id) == (olwen.id, due.id)
        desk.post(reverse("desk-look", args=[olwen.code]), {"reason": "customer_asked"})
        assert "Review due" in desk.get(reverse("desk-record", args=[olwen.code])).content.decode()

    def test_is_no_work_before_its_day(self, due):
        assert review_vulnerabilities(as_at=TODAY - timedelta(days=1)) == 0

    def test_is_kept_with_a_new_date_or_ended_from_its_page(self, desk, olwen, due, ann):
        review_vulnerabilities(as_at=TODAY)
        item = WorkItem.objects.get(kind="vulnerability.review")
        page = desk.post(reverse("desk-take", args=[item.code]), follow=True).content.decode()
        assert "Cannot follow letters" in page
        address = reverse("desk-review-care", args=[olwen.code, due.id])
        assert desk.post(address, {"review-holds": "yes", "review-reason": "Still so"}).status_code == 422
        desk.post(address, {"review-holds": "yes", "review-reason": "Still so", "review-review_on-day": "1",
                            "review-review_on-month": "12", "review-review_on-year": "2026"})
        held = Vulnerability.objects.get(until_on__isnull=True)
        assert (held.reason, held.review_on) == ("Still so", date(2026, 12, 1))
        assert WorkItem.objects.get(id=item.id).state == "done"
        settle_vulnerability(customer_code=olwen.code, vulnerability_id=held.id, holds=False, reason="She is well",
                             by=acting(ann), as_at=TODAY)
        assert not Vulnerability.objects.filter(until_on__isnull=True).exists()
        assert list(Event.objects.filter(code__startswith="vulnerability.").order_by("id").values_list(
            "code", flat=True)) == ["vulnerability.flagged", "vulnerability.reviewed", "vulnerability.ended"]
