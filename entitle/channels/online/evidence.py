"""Something we asked for: what, why and by when, and a page to send it on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from entitle.channels.online.documents import keeper
from entitle.channels.online.door import NotYours, own_door
from entitle.channels.online.frame import show
from entitle.channels.online.standing import Standing
from entitle.evidence import queries as evidence
from entitle.evidence.models import EvidenceRequest
from entitle.kernel.words import Words
from entitle.pages.language import language
from entitle.questions.bank.documents import document_words
from entitle.questions.kinds import Document
from entitle.questions.kinds.answering import NO_CHECKS, Unanswerable, Upload
from entitle.record.queries import every_fact

CAN_BE_SENT = ("asked", "received", "rejected")
_FIELD = "document"
_MOST_READ = Document().at_most_bytes + 1
_NOTHING_CHOSEN = Words("Choose a file to send", cy="Dewiswch ffeil i'w hanfon")


@own_door("claims")
def send_document(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    """GET shows what we asked for; POST takes the file, records it, and says so on a page of its own."""
    asked = own_request(standing, code)
    if asked.state not in CAN_BE_SENT:
        return redirect("online_account")
    if request.method != "POST":
        return _page(request, standing, asked)
    try:
        Document().read({}, _FIELD, replace(NO_CHECKS, uploads=_uploads(request), keep=keeper(
            standing, kind=asked.document_kind, request_code=asked.code)))
    except Unanswerable as refusal:
        return _page(request, standing, asked, error=refusal.errors[0].message)
    if not request.FILES.get(_FIELD):
        return _page(request, standing, asked, error=_NOTHING_CHOSEN)
    return redirect("online_document_sent", asked.code)


@own_door("claims")
@require_safe
def document_sent(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    asked = own_request(standing, code)
    return show(request, "document_sent.html", standing, **wanted(asked))


def own_request(standing: Standing, code: str) -> EvidenceRequest:
    """Raises NotYours."""
    asked = evidence.request(code=code)
    if asked is None or asked.customer_id != standing.customer.id:
        raise NotYours("We did not ask for anything with that reference.")
    return asked


def wanted(asked: EvidenceRequest) -> dict[str, Any]:
    """A request in words: what to send, what it proves, and by when."""
    fact = every_fact().get(asked.fact)
    due_on: date = asked.due_on
    return {"code": asked.code, "what": document_words(asked.document_kind), "why": fact.label if fact else "",
            "due_on": due_on, "sent_back": asked.state == "rejected"}


def _page(request: HttpRequest, standing: Standing, asked: EvidenceRequest, error: Words | None = None) -> HttpResponse:
    message = error[language()] if error else ""
    return show(request, "send_document.html", standing, status=422 if error else 200, field=_FIELD, error=message,
                error_list=[{"text": message, "href": f"#{_FIELD}"}] if error else [],
                back_url=reverse("online_account"), **wanted(asked))


def _uploads(request: HttpRequest) -> dict[str, Upload]:
    sent = request.FILES.get(_FIELD)
    if not isinstance(sent, UploadedFile):
        return {}
    return {_FIELD: Upload(file_name=sent.name or "", content=sent.read(_MOST_READ))}
