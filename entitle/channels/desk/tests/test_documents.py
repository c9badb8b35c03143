"""A document is opened only when scanned clean, only as an attachment, only by those who may; then judged."""

from __future__ import annotations

import pytest
from django.urls import reverse

from entitle.channels.desk.tests.cast import NOON, acting, at_the_desk_of, officer
from entitle.contacts.models import Message
from entitle.evidence.models import EvidenceItem, EvidenceVerdict
from entitle.gateways import files
from entitle.kernel.references import SYSTEM
from entitle.procedures.ask_for_evidence import ask_for_evidence
from entitle.procedures.receive_evidence import Document, receive_evidence
from entitle.procedures.record_scan import record_scan
from entitle.procedures.take_work import take_work
from entitle.work.models import WorkItem

pytestmark = pytest.mark.django_db
CONTENT = b"%PDF-1.4 a passport, with <script>alert(1)</script> in it"


@pytest.fixture
def item(claim, ann, settings, tmp_path) -> EvidenceItem:
    settings.ENTITLE_VAR = tmp_path
    stored = files.store(CONTENT)
    asked = ask_for_evidence(
        claim_code=claim.code, fact="person.born_on", document_kind="passport", by=acting(ann), as_at=NOON
    )
    document = Document(
        kind="passport", sha256=stored.sha256, file_name="pass port.html", media_type="text/html", size=stored.size
    )
    received = receive_evidence(
        document=document, customer_code=claim.customer.code, request_code=asked.code, by=SYSTEM, as_at=NOON
    )
    take_work(work_code=WorkItem.objects.get(kind="claim.evidence_review").code, by=acting(ann), as_at=NOON)
    return received


class TestOpeningADocument:
    def test_a_clean_one_comes_as_an_attachment_that_no_browser_runs(self, desk, item):
        record_scan(item_id=item.id, result="clean", as_at=NOON)
        reply = desk.get(reverse("desk-download", args=[item.code]))
        assert reply.content == CONTENT
        assert reply.headers["Content-Disposition"] == 'attachment; filename="pass port.html"'
        assert reply.headers["Content-Type"] == "application/octet-stream"
        assert reply.headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in reply.headers["Content-Security-Policy"]

    @pytest.mark.parametrize("scan", [None, "unscanned", "infected"])
    def test_one_that_was_not_passed_cannot_be_opened(self, desk, item, scan):
        if scan:
            record_scan(item_id=item.id, result=scan, as_at=NOON)
        assert desk.get(reverse("desk-download", args=[item.code])).status_code == 403
        page = desk.get(reverse("desk-evidence", args=[item.code])).content.decode()
        assert "cannot be opened" in page and reverse("desk-download", args=[item.code]) not in page

    def test_those_without_the_permission_get_nothing(self, item):
        record_scan(item_id=item.id, result="clean", as_at=NOON)
        paula = at_the_desk_of(officer("paula", "payment_officer"))
        assert paula.get(reverse("desk-download", args=[item.code])).status_code == 403

    def test_one_whose_bytes_are_gone_is_not_found(self, desk, item, settings, tmp_path):
        record_scan(item_id=item.id, result="clean", as_at=NOON)
        settings.ENTITLE_VAR = tmp_path / "elsewhere"
        assert desk.get(reverse("desk-download", args=[item.code])).status_code == 404


class TestTheVerdict:
    def test_accepting_lets_the_claim_go_on(self, desk, item, claim):
        record_scan(item_id=item.id, result="clean", as_at=NOON)
        desk.post(reverse("desk-evidence", args=[item.code]), {"verdict-accepted": "yes"})
        assert EvidenceVerdict.objects.get(item=item).accepted
        claim.refresh_from_db()
        assert claim.state == "received"

    def test_what_was_not_scanned_cannot_be_accepted(self, desk, item):
        reply = desk.post(reverse("desk-evidence", args=[item.code]), {"verdict-accepted": "yes"})
        assert reply.status_code == 422 and "has not passed this file" in reply.content.decode()

    def test_not_accepting_needs_a_reason_and_keeps_what_was_chosen(self, desk, item):
        reply = desk.post(reverse("desk-evidence", args=[item.code]), {"verdict-accepted": "no"})
        assert reply.status_code == 422 and 'value="no" checked' in reply.content.decode()
        desk.post(
            reverse("desk-evidence", args=[item.code]), {"verdict-accepted": "no", "verdict-reason": "Too dark to read"}
        )
        assert EvidenceVerdict.objects.get(item=item).reason == "Too dark to read"
        told = Message.objects.filter(template="evidence_needed").latest("id")
        assert "Too dark to read" in told.body_html
