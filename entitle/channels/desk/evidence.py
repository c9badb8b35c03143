"""One document: what it is for, the scanner's word on it, its bytes as an attachment, and the officer's verdict."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from entitle.channels.desk import forms
from entitle.channels.desk.claim_steps import form_page
from entitle.channels.desk.frame import desk, now, officer
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.refusals import attempt
from entitle.claims import queries as claims
from entitle.evidence import queries as evidence
from entitle.evidence.models import EvidenceItem
from entitle.gateways import files
from entitle.procedures.judge_evidence import judge_evidence
from entitle.questions.bank.documents import document_words
from entitle.record.queries import every_fact

CLEAN = "clean"
_VERDICT = (
    forms.one_of(
        "verdict.accepted", "Do you accept this document?", {"yes": "Yes, it proves what it is for", "no": "No"}
    ),
    forms.words("verdict.reason", "If not, why not", long=True, optional=True, hint="The customer will be told."),
)


@desk("evidence.record")
def document(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows it; POST records the verdict."""
    item = _item(code)
    customer = open_record(request, item.customer_id)
    seen = evidence.seen(items=[item])[0]
    filled = forms.fill(request, _VERDICT)
    errors = filled.errors
    if request.method == "POST" and not errors:
        errors = attempt(
            lambda: judge_evidence(
                item_code=code,
                accepted=filled.values["verdict.accepted"] == "yes",
                reason=filled.values["verdict.reason"] or "",
                by=officer(request),
                as_at=now(),
            )
        )
        if not errors:
            messages.success(request, "Your verdict is recorded.")
            return redirect("desk-queue")
    asked = item.request
    claim_code = claims.code_of(claim_id=asked.about_id) if asked and asked.about_kind == "claim" else ""
    fact = every_fact().get(asked.fact) if asked else None
    return form_page(
        request,
        filled,
        customer=customer,
        template="document.html",
        title=document_words(item.document_kind).en,
        button="Record the verdict",
        errors=errors,
        item=item,
        seen=seen,
        claim_code=claim_code,
        asked=asked,
        proves=fact.label.en if fact else "",
        caption=code,
        back_url=reverse("desk-queue"),
    )


@desk("evidence.record")
@require_safe
def download(request: HttpRequest, code: str) -> HttpResponse:
    """The bytes, only as an attachment and only once the scanner found nothing. Opening it is a look like any other."""
    item = _item(code)
    open_record(request, item.customer_id)
    if not item.sha256:
        raise Http404
    if evidence.scan_result(item_id=item.id) != CLEAN:
        raise PermissionDenied
    try:
        content = files.read(item.sha256)
    except FileNotFoundError as gone:
        raise Http404 from gone
    return HttpResponse(
        content,
        content_type="application/octet-stream",
        headers={
            "Content-Disposition": content_disposition_header(True, item.file_name or item.code) or "attachment",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cache-Control": "no-store",
        },
    )


def _item(code: str) -> EvidenceItem:
    item = evidence.item(code=code)
    if item is None:
        raise Http404
    return item
