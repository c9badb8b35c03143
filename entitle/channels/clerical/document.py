"""A document that came by post: recorded, with its scan where there is one, for somebody to look at."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from entitle.channels.clerical.frame import Paper, of_customer, page_context
from entitle.evidence import queries as evidence
from entitle.gateways import files
from entitle.pages.access import permission
from entitle.pages.formats import day, say
from entitle.procedures.errors import NotDone
from entitle.procedures.receive_evidence import Document, receive_evidence
from entitle.questions.bank.documents import DOCUMENTS, document_words


@permission("evidence.record")
@of_customer
def document(request: HttpRequest, paper: Paper) -> HttpResponse:
    """What it is, what it answers, and its scan."""
    kind, asked_for = request.POST.get("kind", ""), request.POST.get("request", "")
    errors: list[dict[str, str]] = []
    if request.method == "POST":
        try:
            received = _received(request, kind)
            item = receive_evidence(
                document=received,
                customer_code=paper.customer.code,
                request_code=asked_for,
                by=paper.by,
                as_at=paper.as_at,
            )
        except files.NotAccepted as refusal:
            errors = [{"text": say(refusal.words), "href": "#scan"}]
        except NotDone as problem:
            errors = [{"text": str(problem), "href": "#kind"}]
        else:
            messages.success(request, f"{say(document_words(kind))} recorded, reference {item.code}.")
            return redirect(paper.url)
    waiting = [each for each in evidence.requests_of(customer_id=paper.customer.id) if each.state == "asked"]
    return render(
        request,
        "clerical/document.html",
        page_context(
            page_title="Record a document",
            paper=paper,
            error_list=errors,
            back_url=paper.url,
            chosen=kind,
            asked_for=asked_for,
            kinds=[(name, say(words)) for name, words in DOCUMENTS.items()],
            waiting=[
                (each.code, f"{say(document_words(each.document_kind))}, asked for on {day(each.asked_at)}")
                for each in waiting
            ],
            wrong={error["href"]: {"text": error["text"]} for error in errors},
        ),
        status=422 if errors else 200,
    )


def _received(request: HttpRequest, kind: str) -> Document:
    """Raises NotDone without a kind, and NotAccepted for a file that we do not take."""
    if kind not in DOCUMENTS:
        raise NotDone("Choose what the document is")
    scan = request.FILES.get("scan")
    if scan is None or not scan.name:
        return Document(kind=kind)
    content = scan.read()
    media_type = files.check(scan.name, content)
    kept = files.store(content)
    return Document(kind=kind, sha256=kept.sha256, file_name=scan.name, media_type=media_type, size=kept.size)
