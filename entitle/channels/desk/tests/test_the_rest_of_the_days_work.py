"""Reconsiderations, changes, people, looks, money and figures at the desk."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from entitle.awards.queries import next_paydays
from entitle.channels.desk.tests.cast import FULL_RECORD, NOON, acting, at_the_desk_of, claim_of, customer, officer
from entitle.customers.models import Customer, Representative, Vulnerability
from entitle.customers.operations import link_staff
from entitle.decisions.models import Reconsideration
from entitle.gateways.clock.sandbox import pretend
from entitle.history.models import Event
from entitle.kernel.periods import midday
from entitle.kernel.references import SYSTEM, Reference
from entitle.payments.models import BankFile, PayRun
from entitle.procedures.ask_to_look_again import ask_to_look_again
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.report_change import report_change
from entitle.procedures.take_record_facts import take_record_facts
from entitle.staff.models import LookCheck
from entitle.work import operations as work
from entitle.work.models import WorkItem

pytestmark = pytest.mark.django_db


def take(client, kind):
    return client.post(reverse("desk-take", args=[WorkItem.objects.get(kind=kind, state="open").code]), follow=True)


def looking(client, code):
    client.post(reverse("desk-look", args=[code]), {"reason": "customer_asked"})


class TestLookingAgain:
    @pytest.fixture
    def asked(self, ann):
        claim = claim_of(customer(), record={**FULL_RECORD, "national_insurance.qualifying_years": 4})
        decision = decide_claim(claim_code=claim.code, by=acting(ann), as_at=NOON)
        return ask_to_look_again(decision_code=decision.code, why="I worked for 20 years", by=SYSTEM, as_at=NOON)

    def test_another_officer_sees_both_and_changes_it_when_the_facts_have(self, asked):
        take_record_facts(
            claim_code=asked.decision.claim.code,
            facts={"national_insurance.qualifying_years": 20},
            source="National Insurance record",
            as_at=NOON + timedelta(hours=1),
        )
        dot = at_the_desk_of(officer("dot", "decision_maker"))
        assert "Olwen Llŷr" in dot.get(reverse("desk-reconsiderations")).content.decode()
        page = take(dot, "reconsideration.decide").content.decode()
        assert (
            "I worked for 20 years" in page
            and "fewer than 10 qualifying years" in page
            and "Change the decision" in page
        )
        dot.post(reverse("desk-reconsideration", args=[asked.code]), {"again-because": "Sixteen more years were found"})
        assert Reconsideration.objects.get(id=asked.id).state == "changed"

    def test_it_stands_where_nothing_has_changed(self, asked):
        dot = at_the_desk_of(officer("dot", "decision_maker"))
        assert "Let the decision stand" in take(dot, "reconsideration.decide").content.decode()
        dot.post(reverse("desk-reconsideration", args=[asked.code]), {"again-because": "The record holds four years"})
        assert Reconsideration.objects.get(id=asked.id).state == "upheld"
        assert "The decision stands" in dot.get(reverse("desk-reconsideration", args=[asked.code])).content.decode()

    def test_the_first_officer_is_refused(self, asked, ann):
        first = at_the_desk_of(officer("first", "decision_maker"))
        Reconsideration.objects.filter(id=asked.id)
        from_first = officer("second", "decision_maker")
        claim = claim_of(customer(), record={**FULL_RECORD, "national_insurance.qualifying_years": 3})
        made = decide_claim(claim_code=claim.code, by=acting(from_first), as_at=NOON)
        again = ask_to_look_again(decision_code=made.code, why="No", by=SYSTEM, as_at=NOON)
        own = at_the_desk_of(from_first)
        looking(own, claim.customer.code)
        assert (
            "another officer must look" in own.get(reverse("desk-reconsideration", args=[again.code])).content.decode()
        )
        reply = own.post(reverse("desk-reconsideration", args=[again.code]), {"again-because": "It is right"})
        assert reply.status_code == 422 and "another officer must look at it again" in reply.content.decode()
        assert first.get(reverse("desk-reconsiderations")).status_code == 200


class TestChanges:
    def test_what_was_told_and_what_it_touches_are_shown_and_the_work_is_closed(self, desk, claim):
        decide_claim(claim_code=claim.code, by=SYSTEM, as_at=NOON)
        report_change(
            kind="relationship",
            answers={"person.relationship": "widowed", "person.relationship_changed_on": date(2026, 5, 1)},
            customer_code=claim.customer.code,
            by=SYSTEM,
            as_at=NOON + timedelta(hours=1),
        )
        page = take(desk, "change.act_on").content.decode()
        assert "Widowed" in page and "Never married" in page and "the rules read Marriage or civil partnership" in page
        address = reverse("desk-work", args=[WorkItem.objects.get(kind="change.act_on").code])
        assert desk.post(address, {"outcome": ""}).status_code == 422
        assert desk.post(address, {"outcome": "x" * 101}).status_code == 422
        assert "done" in desk.post(address, {"outcome": "Referred to a specialist"}, follow=True).content.decode()
        assert WorkItem.objects.get(kind="change.act_on").outcome == "Referred to a specialist"

    def test_a_claim_is_not_closed_by_closing_its_work(self, desk, claim):
        take(desk, "claim.decide")
        address = reverse("desk-work", args=[WorkItem.objects.get(kind="claim.decide").code])
        reply = desk.post(address, {"outcome": "done"})
        assert reply.status_code == 422 and "when it is decided" in reply.content.decode()


class TestThePerson:
    def test_something_to_take_care_over_is_noted(self, desk, olwen):
        looking(desk, olwen.code)
        address = reverse("desk-vulnerability", args=[olwen.code])
        reply = desk.post(address, {"care-kind": "memory", "care-reason": "Speak slowly"})
        assert reply.status_code == 422 and "Speak slowly" in reply.content.decode()
        desk.post(
            address,
            {
                "care-kind": "memory",
                "care-reason": "Speak slowly",
                "care-consent": "yes",
                "care-review_on-day": "1",
                "care-review_on-month": "9",
                "care-review_on-year": "2026",
            },
        )
        assert Vulnerability.objects.get().review_on == date(2026, 9, 1)

    def test_a_death_is_recorded_and_its_confirming_is_work(self, desk, olwen):
        looking(desk, olwen.code)
        desk.post(
            reverse("desk-death", args=[olwen.code]),
            {
                "person-died_on-day": "1",
                "person-died_on-month": "6",
                "person-died_on-year": "2026",
                "informant-name-given": "Siân",
                "informant-name-family": "Ní Dhomhnaill",
                "informant-relationship": "registrar",
            },
        )
        assert Customer.objects.get(id=olwen.id).died_on == date(2026, 6, 1)
        assert "Close this work" in take(desk, "death.confirm").content.decode()

    def test_an_appointee_acts_only_after_a_visit_and_an_interview(self, desk, olwen):
        looking(desk, olwen.code)
        desk.post(
            reverse("desk-representatives", args=[olwen.code]),
            {"person-name": "Mair Llŷr", "person-kind": "appointee", "person-scope": "all"},
        )
        proposed = Representative.objects.get()
        confirm = reverse("desk-representative-confirm", args=[olwen.code, proposed.id])
        assert desk.post(confirm, {}).status_code == 422
        desk.post(
            confirm,
            {
                f"seen-{what}-{part}": value
                for what in ("visited_on", "interviewed_on")
                for part, value in (("day", "1"), ("month", "5"), ("year", "2026"))
            }
            | {"payee-account-account-name": "M Llyr", "payee-account-sort-code": "202959",
               "payee-account-account-number": "63748472"},
        )
        assert Representative.objects.get().state == "active"
        desk.post(
            reverse("desk-representative-end", args=[olwen.code, proposed.id]), {"end-reason": "The customer is well"}
        )
        assert Representative.objects.get().state == "revoked"

    def test_another_customers_representative_is_not_found_here(self, desk, olwen):
        looking(desk, olwen.code)
        assert desk.get(reverse("desk-representative-confirm", args=[olwen.code, 99])).status_code == 404

    def test_a_team_leader_restricts_a_record(self, olwen):
        lee = at_the_desk_of(officer("lee", "team_leader"))
        looking(lee, olwen.code)
        lee.post(reverse("desk-restrict", args=[olwen.code]), {"restrict-reason": "At risk"})
        assert Customer.objects.get(id=olwen.id).is_restricted
        assert lee.get(reverse("desk-record", args=[olwen.code])).status_code == 404


class TestLooks:
    def test_a_refused_look_is_an_alert_that_a_team_leader_settles(self, desk, olwen, ann):
        link_staff(user_id=ann.pk, customer_id=olwen.id, as_at=NOON)
        desk.get(reverse("desk-record", args=[olwen.code]))
        lee = at_the_desk_of(officer("lee", "team_leader"))
        assert "Someone was refused: own record" in lee.get(reverse("desk-looks")).content.decode()
        page = take(lee, "look.check").content.decode()
        assert "Olwen" not in page and "Close this work" in page
        lee.post(
            reverse("desk-work", args=[WorkItem.objects.get(kind="look.check").code]), {"outcome": "Opened by mistake"}
        )
        assert WorkItem.objects.get(kind="look.check").state == "done"

    def test_one_chosen_by_chance_is_checked_but_never_by_whoever_looked(self, ann, olwen):
        lee = officer("lee", "team_leader")
        event = Event.objects.latest("id")
        for user in (ann, lee):
            LookCheck.objects.create(
                event_id=event.id + user.pk,
                customer_id=olwen.id,
                looked_at=NOON,
                user=user,
                month=date(2026, 5, 1),
                team=lee.memberships.get().team,
                chosen_at=NOON,
            )
        browser = at_the_desk_of(lee)
        assert browser.get(reverse("desk-looks")).content.decode().count("A look by") == 2
        posted = {"look-outcome": "found_proper", "look-note": "She had the claim"}
        browser.post(reverse("desk-look-check", args=[LookCheck.objects.get(user=ann).id]), posted)
        assert LookCheck.objects.get(user=ann).state == "proper"
        reply = browser.post(reverse("desk-look-check", args=[LookCheck.objects.get(user=lee).id]), posted)
        assert reply.status_code == 422 and LookCheck.objects.get(user=lee).state == "chosen"


class TestMoney:
    @pytest.fixture
    def file(self, claim, settings, tmp_path):
        settings.ENTITLE_VAR, settings.ENTITLE_RELEASE_LIMIT_PENCE = tmp_path, 100
        decide_claim(claim_code=claim.code, by=SYSTEM, as_at=NOON)
        self.pat = officer("pat", "payment_officer", "payment_releaser")
        pay_on = next_paydays(claim_id=claim.id, as_at=NOON)[0].paid_on
        self.day = midday(pay_on) - timedelta(days=7)
        pay_due_awards(on=pay_on, by=acting(self.pat), as_at=self.day)
        return BankFile.objects.get()

    def test_a_file_is_released_by_another_than_who_started_its_run(self, file):
        address = reverse("desk-bank-file", args=[file.code])
        with pretend.at(self.day):
            own = at_the_desk_of(self.pat)
            assert file.code in own.get(reverse("desk-bank-files")).content.decode()
            refused = own.post(address, {"pence": file.pence})
            assert refused.status_code == 422 and "someone other than the officer" in refused.content.decode()
            rob = at_the_desk_of(officer("rob", "payment_releaser"))
            assert rob.post(address, {"pence": file.pence + 1}).status_code == 422
            assert "Every payment agrees" in rob.get(address).content.decode()
            assert "Released" in rob.post(address, {"pence": file.pence}, follow=True).content.decode()
            assert rob.post(address, {"pence": file.pence}).status_code == 422
        file.refresh_from_db()
        assert file.state == "released"
        page = own.get(reverse("desk-pay-run", args=[file.run.code])).content.decode()
        assert "64 of 64" in page and "Released" in page

    def test_a_run_is_started_and_its_progress_shown(self, db):
        pat = at_the_desk_of(officer("pat", "payment_officer"))
        assert pat.get(reverse("desk-pay-runs")).status_code == 200
        late = pat.post(reverse("desk-pay-runs"), {"run-on-day": "2", "run-on-month": "6", "run-on-year": "2026"})
        assert late.status_code == 422
        page = pat.post(
            reverse("desk-pay-runs"), {"run-on-day": "8", "run-on-month": "6", "run-on-year": "2026"}, follow=True
        )
        assert "0 of 64" in page.content.decode() and PayRun.objects.get().pay_on == date(2026, 6, 8)
        checked = pat.get(reverse("desk-pay-run", args=[PayRun.objects.get().code]), {"check": "yes"})
        assert "Every payment agrees with the ledger" in checked.content.decode()

    def test_figures_for_a_team_leader_come_from_the_queue(self, claim, django_assert_max_num_queries):
        decide_claim(claim_code=claim.code, by=SYSTEM, as_at=NOON)
        work.open(
            kind="change.act_on",
            about=Reference("contact", 1),
            customer_id=None,
            origin_at=NOON - timedelta(days=90),
            as_at=NOON,
            promise=True,
        )
        lee = at_the_desk_of(officer("lee", "team_leader"))
        with django_assert_max_num_queries(10):
            page = lee.get(reverse("desk-figures")).content.decode()
        assert "100% of 1 claims were decided in time" in page and " days late" in page and "41 days or more" in page


class TestFinding:
    def test_by_name_or_reference_and_nothing_typed_is_in_an_address(self, desk, olwen):
        page = desk.post(reverse("desk-find"), {"name": "Olwen Llyr"})
        assert (
            "Olwen Llŷr" in page.content.decode() and reverse("desk-record", args=[olwen.code]) in page.content.decode()
        )
        assert desk.post(reverse("desk-find"), {"find-reference": olwen.code.lower()}).url == reverse(
            "desk-record", args=[olwen.code]
        )
        assert desk.post(reverse("desk-find"), {"find-reference": "CUS-1"}).status_code == 422
        assert desk.post(reverse("desk-find"), {}).status_code == 422
