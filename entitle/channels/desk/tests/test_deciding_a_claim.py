"""A claim at the desk: read, decided as shown, once; or handed on, and back."""

from __future__ import annotations

import threading
from datetime import date

import pytest
from django.db import connection
from django.urls import reverse

from entitle.channels.desk.tests.cast import FULL_RECORD, NOON, acting, claim_of, customer, officer
from entitle.claims.models import Answer, Claim
from entitle.contacts.models import Message
from entitle.customers.models import HeldFact
from entitle.customers.queries import facts_known
from entitle.decisions.models import Decision
from entitle.decisions.queries import AlreadyDecided
from entitle.evidence.models import EvidenceRequest
from entitle.history.models import Event
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.refer_claim import refer_claim
from entitle.procedures.take_work import take_work
from entitle.work.models import WorkItem

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_hand(request, ann):
    """Ann has the work in hand, so nobody asks why she looks."""
    if "claim" in request.fixturenames:
        request.getfixturevalue("claim")
        take_work(work_code=WorkItem.objects.get(kind="claim.decide").code, by=acting(ann), as_at=NOON)


def taken(claim, user):
    take_work(work_code=WorkItem.objects.get(about_id=claim.id, kind="claim.decide").code, by=acting(user), as_at=NOON)


def seen(page):
    return page.content.decode().split('name="seen" value="')[1].split('"')[0]


class TestReading:
    def test_the_answers_the_facts_and_what_the_rules_say_are_on_one_page(self, desk, claim):
        page = desk.get(reverse("desk-claim", args=[claim.code])).content.decode()
        for words in (
            "£241.30 a week",
            "Qualifying years",
            "National Insurance record",
            "Verified",
            "Decide this claim",
            "You sent your claim",
            "Pensions Act",
            "We promised to decide by",
        ):
            assert words in page or (words == "Pensions Act" and "PA 2014" in page), words

    def test_the_look_is_written_with_the_work_as_its_reason(self, desk, claim):
        desk.get(reverse("desk-claim", args=[claim.code]))
        look = Event.objects.filter(code="customer.looked").latest("id")
        assert look.reason == f"working on {WorkItem.objects.get(kind='claim.decide').code}"
        assert (look.customer_id, look.channel) == (claim.customer_id, "desk")


class TestDeciding:
    def test_an_award_is_what_the_page_said(self, desk, claim, ann):
        address = reverse("desk-decide", args=[claim.code])
        page = desk.get(address)
        assert "entitled to £241.30 a week from" in page.content.decode()
        reply = desk.post(address, {"seen": seen(page)}, follow=True)
        assert "Decided: entitled" in reply.content.decode()
        made = Decision.objects.get(claim=claim)
        assert (made.pence, made.decided_by_user_id, made.by_person) == (24130, ann.pk, True)
        assert Message.objects.filter(template="decision_awarded").count() == 1

    def test_a_start_in_an_earlier_year_is_shown_with_what_each_year_pays(self, desk, ann):
        claim = claim_of(customer("Ada", "Madeup", born_on=date(1959, 12, 22)), record=FULL_RECORD)
        taken(claim, ann)
        page = desk.get(reverse("desk-claim", args=[claim.code])).content.decode()
        assert "<li>£230.25 a week from 22 December 2025</li>" in page
        assert "<li>£241.30 a week from 6 April 2026</li>" in page
        page = desk.get(reverse("desk-decide", args=[claim.code]))
        assert "entitled to £241.30 a week; the first day is 22 December 2025" in page.content.decode()
        desk.post(reverse("desk-decide", args=[claim.code]), {"seen": seen(page)})
        made = desk.get(reverse("desk-decision", args=[Decision.objects.get(claim=claim).code])).content.decode()
        assert "<li>£230.25 a week from 22 December 2025</li>" in made
        assert made.count("from 22 December 2025") == 1, "today's rate is not said of the first day"
        assert "The steps show how we came to £241.30." in made

    def test_nothing_else_is_decided_than_what_was_shown(self, desk, claim):
        address = reverse("desk-decide", args=[claim.code])
        reply = desk.post(address, {"seen": "something else"})
        assert reply.status_code == 422 and "has changed since you opened this page" in reply.content.decode()
        assert not Decision.objects.exists()

    def test_a_refusal_needs_each_reason_to_be_confirmed(self, desk, ann):
        claim = claim_of(customer(), record={**FULL_RECORD, "national_insurance.qualifying_years": 4})
        taken(claim, ann)
        address = reverse("desk-decide", args=[claim.code])
        page = desk.get(address)
        assert "fewer than 10 qualifying years" in page.content.decode()
        reply = desk.post(address, {"seen": seen(page)})
        assert reply.status_code == 422 and not Decision.objects.exists()
        desk.post(address, {"seen": seen(page), "reason": "too_few_years"})
        assert Decision.objects.get(claim=claim).result == "refused"

    def test_the_second_officer_is_told_who_was_first(self, desk, claim):
        address = reverse("desk-decide", args=[claim.code])
        page = desk.get(address)
        decide_claim(claim_code=claim.code, by=acting(officer("bob", "caseworker")), as_at=NOON)
        reply = desk.post(address, {"seen": seen(page)})
        assert reply.status_code == 422 and "already decided by Bob" in reply.content.decode()
        assert Decision.objects.count() == 1


class TestHandingOn:
    def test_a_specialist_puts_a_fact_right_and_the_rules_then_decide(self, desk, ann):
        claim = claim_of(customer(), record={**FULL_RECORD, "national_insurance.has_transitional_record": True})
        taken(claim, ann)
        page = desk.get(reverse("desk-claim", args=[claim.code])).content.decode()
        assert "A specialist must look at this" in page and "Ask a specialist" in page
        reply = desk.post(
            reverse("desk-refer", args=[claim.code]),
            {"refer-reason": "transitional_record", "refer-note": "Please see"},
            follow=True,
        )
        assert "A specialist now has this claim" in reply.content.decode()
        returning = reverse("desk-return", args=[claim.code])
        page = desk.get(returning).content.decode()
        assert "national_insurance-has_transitional_record" in page and "qualifying_years" not in page
        refused = desk.post(returning, {"national_insurance-has_transitional_record": "no"})
        assert refused.status_code == 422 and 'value="no" checked' in refused.content.decode()
        desk.post(returning, {"national_insurance-has_transitional_record": "no", "return-reason": "There was none"})
        held = facts_known(customer_id=claim.customer_id, as_at=NOON.replace(year=2027))[
            "national_insurance.has_transitional_record"
        ]
        assert (held.value, held.source, held.verified) == (False, "specialist", True)
        assert Claim.objects.get(id=claim.id).state == "received"

    def test_what_is_refused_is_said_on_the_page_with_what_was_typed(self, desk, claim, ann):
        desk.post(reverse("desk-look", args=[claim.customer.code]), {"reason": "customer_asked"})
        refer_claim(claim_code=claim.code, reasons=("time_abroad",), by=acting(ann), as_at=NOON)
        reply = desk.post(
            reverse("desk-refer", args=[claim.code]), {"refer-reason": "time_abroad", "refer-note": "Typed already"}
        )
        assert reply.status_code == 422
        assert "Typed already" in reply.content.decode() and "cannot be" in reply.content.decode()

    def test_a_document_can_be_asked_for_and_the_clock_waits(self, desk, claim):
        desk.post(reverse("desk-ask-evidence", args=[claim.code]), {"ask-document": "person.born_on|passport"})
        assert EvidenceRequest.objects.get().document_kind == "passport"
        assert WorkItem.objects.get(kind="claim.decide").state == "waiting"

    def test_a_document_that_the_scheme_does_not_ask_for_is_refused(self, desk, claim):
        reply = desk.post(
            reverse("desk-ask-evidence", args=[claim.code]), {"ask-document": "person.born_on|tenancy_agreement"}
        )
        assert reply.status_code == 422 and not EvidenceRequest.objects.exists()

    def test_what_another_bodys_record_lacks_is_not_asked_of_the_customer(self, desk, ann):
        claim = claim_of(customer(), record={})
        taken(claim, ann)
        assert "Qualifying years" in desk.get(reverse("desk-ask-missing", args=[claim.code])).content.decode()
        reply = desk.post(reverse("desk-ask-missing", args=[claim.code]))
        assert reply.status_code == 422 and "a specialist must get" in reply.content.decode()

    def test_what_the_customer_can_tell_us_is_asked_in_one_letter(self, desk, ann):
        claim = claim_of(customer())
        taken(claim, ann)
        Answer.objects.filter(fact="state_pension.lived_abroad").delete()
        HeldFact.objects.filter(fact="state_pension.lived_abroad").delete()
        page = desk.get(reverse("desk-claim", args=[claim.code])).content.decode()
        assert "Something is not known yet" in page and "Ask the customer for what is missing" in page
        desk.post(reverse("desk-ask-missing", args=[claim.code]))
        assert Claim.objects.get(id=claim.id).state == "waiting"
        assert "Lived or worked outside the United Kingdom" in Message.objects.get(template="evidence_needed").body_html

    def test_the_customer_can_withdraw(self, desk, claim):
        desk.post(reverse("desk-withdraw", args=[claim.code]), {"withdraw-reason": "They changed their mind"})
        assert Claim.objects.get(id=claim.id).state == "withdrawn"


class TestTwoOfficersAtOnce:
    @pytest.mark.django_db(transaction=True)
    def test_one_wins_and_the_other_sees_who(self):
        claim = claim_of(customer())
        officers = [officer("carol", "caseworker"), officer("dave", "caseworker")]
        gate, won, lost = threading.Barrier(2), [], []

        def decide(user):
            try:
                gate.wait(5)
                won.append(decide_claim(claim_code=claim.code, by=acting(user), as_at=NOON))
            except AlreadyDecided as first:
                lost.append(first)
            finally:
                connection.close()

        threads = [threading.Thread(target=decide, args=[user]) for user in officers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(won) == len(lost) == Decision.objects.count() == 1
        assert lost[0].decided_by == str(won[0].decided_by_user)
