"""The queue: what is next, in words, at a fixed cost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from entitle.channels.desk.tests.cast import NOON, at_the_desk_of, claim_of, customer, officer
from entitle.kernel.references import Reference
from entitle.work import operations as work
from entitle.work.models import WorkItem

pytestmark = pytest.mark.django_db


def open_work(number, **details):
    return work.open(
        kind="claim.hand_off",
        about=Reference("claim", 10_000 + number),
        **{"customer_id": None} | details,
        origin_at=NOON - timedelta(days=number),
        as_at=NOON,
    )


class TestTheQueue:
    def test_shows_first_what_is_due_soonest_and_says_how_near_it_is(self, desk, claim):
        page = desk.get(reverse("desk-queue")).content.decode()
        assert "Take and open" in page and "Decide a claim" in page and "Olwen Llŷr" in page
        assert "Due in" in page and "We promised the customer this date" in page

    def test_says_overdue_in_words(self, desk):
        open_work(60)
        assert " days late" in desk.get(reverse("desk-queue")).content.decode()

    def test_costs_the_same_statements_at_any_length(self, desk, claim):
        with CaptureQueriesContext(connection) as few:
            desk.get(reverse("desk-queue"))
        for number in range(230):
            open_work(number, customer_id=claim.customer_id)
        for _ in range(12):
            claim_of(customer(), record={})
        with CaptureQueriesContext(connection) as many:
            assert "243" in desk.get(reverse("desk-queue")).content.decode()
        assert len(many) == len(few) <= 14

    def test_a_page_number_that_is_nonsense_is_no_error(self, desk):
        for number in ("0", "-1", "9999999999999", "x"):
            assert desk.get(reverse("desk-queue"), {"page": number}).status_code == 200

    def test_someone_with_no_skills_is_told_so(self, db):
        bob = at_the_desk_of(officer("bob", "caseworker", skills=()))
        assert "No skills are recorded" in bob.get(reverse("desk-queue")).content.decode()

    def test_a_skill_for_work_that_the_role_may_not_do_shows_nothing(self, claim):
        paula = at_the_desk_of(officer("paula", "payment_officer"))
        assert "Decide a claim" not in paula.get(reverse("desk-queue")).content.decode()


class TestTakingWork:
    def test_leads_to_the_claim_with_no_reason_to_give(self, desk, claim, ann):
        item = WorkItem.objects.get(kind="claim.decide")
        reply = desk.post(reverse("desk-take", args=[item.code]), follow=True)
        assert reply.redirect_chain == [(reverse("desk-claim", args=[claim.code]), 302)]
        assert reply.status_code == 200
        item.refresh_from_db()
        assert item.owner_user_id == ann.pk

    def test_the_second_to_take_is_told_who_has_it(self, desk, claim):
        item = WorkItem.objects.get(kind="claim.decide")
        desk.post(reverse("desk-take", args=[item.code]))
        bob = at_the_desk_of(officer("bob", "caseworker"))
        assert (
            "Ann has already taken this"
            in bob.post(reverse("desk-take", args=[item.code]), follow=True).content.decode()
        )

    def test_it_can_be_handed_back(self, desk, claim):
        item = WorkItem.objects.get(kind="claim.decide")
        desk.post(reverse("desk-take", args=[item.code]))
        assert (
            "back in the queue" in desk.post(reverse("desk-hand-back", args=[item.code]), follow=True).content.decode()
        )
        item.refresh_from_db()
        assert (item.state, item.owner_user_id) == ("open", None)

    def test_work_that_the_role_may_not_do_is_refused(self, claim):
        paula = at_the_desk_of(officer("paula", "payment_officer"))
        item = WorkItem.objects.get(kind="claim.decide")
        assert paula.post(reverse("desk-take", args=[item.code])).status_code == 403
        item.refresh_from_db()
        assert item.state == "open"

    def test_a_team_leader_gives_it_to_someone_who_may_do_it(self, claim, ann):
        lee, item = at_the_desk_of(officer("lee", "team_leader")), WorkItem.objects.get(kind="claim.decide")
        paula = officer("paula", "payment_officer")
        refused = lee.post(reverse("desk-give", args=[item.code]), {"give-to": paula.code})
        assert refused.status_code == 422 and "may not do this kind of work" in refused.content.decode()
        lee.post(reverse("desk-give", args=[item.code]), {"give-to": ann.code})
        item.refresh_from_db()
        assert item.owner_user_id == ann.pk
