"""Take in a document, by any door: its fingerprint is recorded, and someone is asked to look at it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.customers import queries as customers
from entitle.evidence import operations as evidence
from entitle.evidence import queries
from entitle.evidence.models import EvidenceItem
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotFound
from entitle.procedures.guard_record import guard_record
from entitle.standards import agency
from entitle.work import operations as work


@dataclass(frozen=True)
class Document:
    """A file already in the file store (by its sha256), or a paper original seen at a counter (no sha256)."""

    kind: str
    sha256: str = ""
    file_name: str = ""
    media_type: str = ""
    size: int = 0


def receive_evidence(
    *, document: Document, customer_code: str, request_code: str = "", by: Actor, as_at: Instant
) -> EvidenceItem:
    """Record the document against what was asked for, if it was, and open its review. The scan follows as a job."""
    customer = customers.get(customer_code)
    guard_record(customer_id=customer.id, by=by, as_at=as_at)
    with transaction.atomic():
        asked = queries.request(code=request_code) if request_code else None
        if request_code and (asked is None or asked.customer_id != customer.id):
            raise NotFound("We did not ask for anything with that reference.")
        item = evidence.receive(
            request=asked,
            customer_id=customer.id,
            document_kind=document.kind,
            sha256=document.sha256,
            file_name=document.file_name,
            media_type=document.media_type,
            size=document.size,
            channel=by.channel,
            as_at=as_at,
        )
        about = Reference("evidence_item", item.id)
        work.open(
            kind="claim.evidence_review",
            about=about,
            customer_id=customer.id,
            as_at=as_at,
            origin_at=as_at,
            standard=agency()["evidence_review"],
            division=customer.division,
        )
        history.write(code="evidence.received", about=about, customer_id=customer.id, by=by, at=as_at)
        if item.sha256:
            app.configure_task("scan_evidence", queue="decisions").defer(item_id=item.id, sha256=item.sha256)
        return item
