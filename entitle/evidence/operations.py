"""Writing evidence: for procedures, inside their transaction."""
from __future__ import annotations

from datetime import date

from django.db.models import F

from entitle.evidence.lifecycle import EVIDENCE_REQUEST, OUTSTANDING_STATES
from entitle.evidence.models import EvidenceItem, EvidenceRequest, EvidenceScan, EvidenceVerdict
from entitle.evidence.queries import scan_result
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference

CLEAN = "clean"


class NotClean(Exception):
    """A file that the scanner has not passed cannot be accepted."""


def ask(
    *, about: Reference, customer_id: int, fact: str, document_kind: str, due_on: date, as_at: Instant
) -> EvidenceRequest:
    """Ask for what proves a fact. Asked again while it is outstanding, it is the same request."""
    outstanding = EvidenceRequest.objects.filter(
        about_kind=about.kind, about_id=about.id, fact=fact, state__in=OUTSTANDING_STATES
    ).first()
    return outstanding or EvidenceRequest.objects.create(
        about_kind=about.kind, about_id=about.id, customer_id=customer_id, fact=fact, document_kind=document_kind,
        due_on=due_on, asked_at=as_at,
    )


def receive(
    *, customer_id: int, document_kind: str, channel: str, as_at: Instant, request: EvidenceRequest | None = None,
    sha256: str = "", file_name: str = "", media_type: str = "", size: int = 0,
) -> EvidenceItem:
    """A document came in, asked for or not. Its bytes are in the file store under `sha256`; paper seen has none.

    A second document for one request leaves it received. Raises NotAllowedNow for a request that is over.
    """
    item = EvidenceItem.objects.create(
        request=request, customer_id=customer_id, document_kind=document_kind, sha256=sha256, file_name=file_name,
        media_type=media_type, size=size, received_at=as_at, channel=channel,
    )
    if request is not None:
        locked = EvidenceRequest.objects.select_for_update().get(id=request.id)
        if locked.state != "received":
            _move(locked, "received")
        request.state = locked.state
    return item


def record_scan(*, item_id: int, result: str, as_at: Instant) -> None:
    """What the virus scanner said: 'clean', 'infected' or 'unscanned' (it could not be reached)."""
    EvidenceScan.objects.create(item_id=item_id, result=result, at=as_at)


def judge(*, item: EvidenceItem, accepted: bool, reason: str, by: Actor, as_at: Instant) -> EvidenceVerdict:
    """A person accepts a document, or not and says why; the request follows. Each verdict is kept.

    Raises NotClean where a file was not passed by the scanner, and IntegrityError for a rejection that gives no reason.
    """
    if accepted and item.sha256 and scan_result(item_id=item.id) != CLEAN:
        raise NotClean(f"{item.code} has not been passed by the virus scanner, so it cannot be accepted")
    verdict = EvidenceVerdict.objects.create(
        item=item, accepted=accepted, reason=reason.strip(), by_user_id=by.user_id, at=as_at
    )
    if item.request_id is not None:
        locked = EvidenceRequest.objects.select_for_update().get(id=item.request_id)
        event = "accepted" if accepted else "rejected"
        if EVIDENCE_REQUEST.can(locked.state, event):
            _move(locked, event)
    return verdict


def cancel(*, request_id: int) -> EvidenceRequest:
    """It is no longer needed. Raises NotAllowedNow."""
    return _move(EvidenceRequest.objects.select_for_update().get(id=request_id), "cancelled")


def _move(request: EvidenceRequest, event: str) -> EvidenceRequest:
    request.state = EVIDENCE_REQUEST.after(request.state, event)
    EvidenceRequest.objects.filter(id=request.id).update(state=request.state, version=F("version") + 1)
    return request
