"""Reading evidence."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from entitle.evidence.lifecycle import OUTSTANDING_STATES
from entitle.evidence.models import EvidenceItem, EvidenceRequest, EvidenceScan, EvidenceVerdict
from entitle.kernel.references import Reference

NOT_SCANNED = "unscanned"


@dataclass(frozen=True)
class ItemSeen:
    """A document with the latest that the scanner and a person said of it. Paper has no scan, and '' for it."""

    item: EvidenceItem
    scan: str
    verdict: EvidenceVerdict | None


def request(*, code: str) -> EvidenceRequest | None:
    """What was asked for, by its public code; None where there is none."""
    return EvidenceRequest.objects.select_related("customer").filter(code=code).first()


def item(*, code: str) -> EvidenceItem | None:
    """A document with its request and customer, by its public code; None where there is none."""
    return EvidenceItem.objects.select_related("request", "customer").filter(code=code).first()


def code_of(*, item_id: int) -> str:
    """The public code of a document. Raises EvidenceItem.DoesNotExist."""
    return EvidenceItem.objects.values_list("code", flat=True).get(id=item_id)


def of_thing(*, about: Reference) -> list[EvidenceRequest]:
    """Everything that was ever asked for on something, newest first: one statement."""
    found = EvidenceRequest.objects.filter(about_kind=about.kind, about_id=about.id)
    return list(found.order_by("-asked_at", "-id"))


def items_for(*, about: Reference) -> list[ItemSeen]:
    """The documents that came in for something, newest first: three statements however many."""
    found = EvidenceItem.objects.filter(request__about_kind=about.kind, request__about_id=about.id)
    return seen(items=list(found.select_related("request").order_by("-received_at", "-id")))


def outstanding(*, about: Reference) -> list[EvidenceRequest]:
    """What was asked for on something (a claim, an award) and is not yet accepted, oldest first."""
    found = EvidenceRequest.objects.filter(about_kind=about.kind, about_id=about.id, state__in=OUTSTANDING_STATES)
    return list(found.order_by("asked_at", "id"))


def overdue(*, on: date, limit: int = 500) -> list[EvidenceRequest]:
    """Requests that nothing has come in for by their date, longest waiting first."""
    return list(EvidenceRequest.objects.filter(state="asked", due_on__lt=on).order_by("due_on", "id")[:limit])


def requests_of(*, customer_id: int, limit: int = 50) -> list[EvidenceRequest]:
    """What a customer was asked for, newest first: one statement."""
    found = EvidenceRequest.objects.filter(customer_id=customer_id)
    return list(found.order_by("-asked_at", "-id")[:limit])


def of_customer(*, customer_id: int, limit: int = 50) -> list[ItemSeen]:
    """A customer's documents, newest first: three statements however many."""
    found = EvidenceItem.objects.filter(customer_id=customer_id).select_related("request")
    return seen(items=list(found.order_by("-received_at", "-id")[:limit]))


def seen(*, items: Iterable[EvidenceItem]) -> list[ItemSeen]:
    """Documents with their latest scan and verdict: two statements however many."""
    items = list(items)
    numbers = [each.id for each in items]
    scans = dict(EvidenceScan.objects.filter(item_id__in=numbers).order_by("id").values_list("item_id", "result"))
    verdicts = EvidenceVerdict.objects.filter(item_id__in=numbers).select_related("by_user").order_by("id")
    said = {verdict.item_id: verdict for verdict in verdicts}
    return [
        ItemSeen(each, scans.get(each.id, NOT_SCANNED if each.sha256 else ""), said.get(each.id)) for each in items
    ]


def scan_result(*, item_id: int) -> str:
    """'clean', 'infected' or 'unscanned': the latest that the scanner said. A scanner out of reach is not 'clean'."""
    latest = EvidenceScan.objects.filter(item_id=item_id).order_by("-id").values_list("result", flat=True).first()
    return latest or NOT_SCANNED
