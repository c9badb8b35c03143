"""Evidence: asked once, received by any door, scanned, and judged by a person."""
from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from entitle.contacts.tests.cast import NOON, customer, officer
from entitle.evidence import operations, queries
from entitle.evidence.lifecycle import EVIDENCE_REQUEST, OUTSTANDING_STATES
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.references import Actor, Reference

pytestmark = pytest.mark.django_db
CLAIM = Reference("claim", 7)
SHA = "ab" * 32


def ask(of, *, fact="person.born_on", due_on=date(2026, 12, 21)):
    return operations.ask(about=CLAIM, customer_id=of.id, fact=fact, document_kind="birth_certificate", due_on=due_on,
                          as_at=NOON)


def receive(request, *, sha256=SHA):
    return operations.receive(
        request=request, customer_id=request.customer_id, document_kind="birth_certificate", sha256=sha256,
        file_name="scan.pdf", media_type="application/pdf", size=1234, channel="online", as_at=NOON)


def by(name):
    return Actor(role="staff", channel="desk", user_id=officer(name).id)


class TestAsking:
    def test_twice_for_one_fact_is_one_request(self):
        fatima = customer("Fatima al-Sayed")
        assert ask(fatima) == ask(fatima)
        assert ask(fatima, fact="person.relationship") != ask(fatima)
        assert len(queries.outstanding(about=CLAIM)) == 2

    def test_what_does_not_come_is_overdue_the_day_after(self):
        asked = ask(customer("Fatima al-Sayed"))
        assert queries.overdue(on=asked.due_on) == []
        assert queries.overdue(on=asked.due_on + timedelta(days=1)) == [asked]

    def test_what_is_no_longer_needed_is_cancelled_and_cannot_be_received(self):
        asked = ask(customer("Fatima al-Sayed"))
        operations.cancel(request_id=asked.id)
        with pytest.raises(NotAllowedNow):
            receive(asked)


class TestAFile:
    def test_that_the_scanner_has_not_passed_cannot_be_accepted(self):
        item, gurpreet = receive(ask(customer("Fatima al-Sayed"))), by("Gurpreet Kaur")
        assert queries.scan_result(item_id=item.id) == "unscanned"
        for result in ("unscanned", "infected"):
            operations.record_scan(item_id=item.id, result=result, as_at=NOON)
            with pytest.raises(operations.NotClean, match=item.code):
                operations.judge(item=item, accepted=True, reason="", by=gurpreet, as_at=NOON)
        operations.record_scan(item_id=item.id, result="clean", as_at=NOON)
        operations.judge(item=item, accepted=True, reason="", by=gurpreet, as_at=NOON)
        assert queries.item(code=item.code).request.state == "accepted"
        assert queries.outstanding(about=CLAIM) == []

    def test_is_known_by_its_fingerprint_and_nothing_else_will_do(self):
        asked = ask(customer("Fatima al-Sayed"))
        with pytest.raises(IntegrityError), transaction.atomic():
            receive(asked, sha256="not a fingerprint")


class TestPaper:
    def test_seen_at_a_counter_needs_no_scan(self):
        item = receive(ask(customer("Joan Black")), sha256="")
        operations.judge(item=item, accepted=True, reason="", by=by("Precious Okafor"), as_at=NOON)
        [seen] = queries.of_customer(customer_id=item.customer_id)
        assert (seen.scan, seen.verdict.accepted, str(seen.verdict.by_user)) == ("", True, "Precious Okafor")


class TestARejection:
    def test_says_why_and_leaves_the_request_open_for_another(self):
        asked, gurpreet = ask(customer("Joan Black")), by("Gurpreet Kaur")
        operations.judge(item=receive(asked, sha256=""), accepted=False, reason="The date cannot be read", by=gurpreet,
                         as_at=NOON)
        assert [request.state for request in queries.outstanding(about=CLAIM)] == ["rejected"]
        better = receive(queries.request(code=asked.code), sha256="")
        operations.judge(item=better, accepted=True, reason="", by=gurpreet, as_at=NOON)
        assert queries.request(code=asked.code).state == "accepted"

    def test_without_a_reason_is_refused_by_the_database(self):
        item = receive(ask(customer("Joan Black")), sha256="")
        with pytest.raises(IntegrityError), transaction.atomic():
            operations.judge(item=item, accepted=False, reason="  ", by=by("Gurpreet Kaur"), as_at=NOON)

    def test_is_kept_when_the_verdict_changes(self):
        item, gurpreet = receive(ask(customer("Joan Black")), sha256=""), by("Gurpreet Kaur")
        operations.judge(item=item, accepted=False, reason="Not a certificate", by=gurpreet, as_at=NOON)
        operations.judge(item=item, accepted=True, reason="It is one, in Welsh", by=gurpreet, as_at=NOON)
        assert [verdict.accepted for verdict in item.verdicts.order_by("id")] == [False, True]
        assert queries.outstanding(about=CLAIM) == []


class TestTheRecordPage:
    def test_reads_documents_in_three_statements_however_many(self, django_assert_num_queries):
        fatima, gurpreet = customer("Fatima al-Sayed"), by("Gurpreet Kaur")
        for fact in ("person.born_on", "person.relationship", "home.address"):
            item = receive(ask(fatima, fact=fact))
            operations.record_scan(item_id=item.id, result="clean", as_at=NOON)
            operations.judge(item=item, accepted=True, reason="", by=gurpreet, as_at=NOON)
        with django_assert_num_queries(3):
            seen = queries.of_customer(customer_id=fatima.id)
        assert [each.scan for each in seen] == ["clean"] * 3


class TestItsLife:
    @given(st.lists(st.sampled_from(sorted({event for _, event, _ in EVIDENCE_REQUEST.edges})), max_size=10))
    @settings(max_examples=50)
    def test_ends_only_accepted_or_cancelled(self, events):
        state = EVIDENCE_REQUEST.first
        for event in events:
            if EVIDENCE_REQUEST.can(state, event):
                state = EVIDENCE_REQUEST.after(state, event)
            else:
                with pytest.raises(NotAllowedNow):
                    EVIDENCE_REQUEST.after(state, event)
        assert state in OUTSTANDING_STATES or state in ("accepted", "cancelled")
