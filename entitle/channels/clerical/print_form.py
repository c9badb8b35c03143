"""A form as a PDF: blank, or with only the questions that a claim still asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from entitle.blueprint import registry
from entitle.channels.clerical.frame import Paper, of_claim, page_context
from entitle.letters.code import qr_code
from entitle.letters.form_pdf import form_to_pdf
from entitle.pages.access import permission
from entitle.pages.claim_draft import ClaimDraft
from entitle.procedures.print_form import print_form as print_it
from entitle.questions.channels import left_to_ask, printed_form
from entitle.questions.question_set import QuestionSet


@permission("paper.enter")
def blank(request: HttpRequest, scheme: str) -> HttpResponse:
    """A form for anyone, with no reference: whoever fills it in says who they are."""
    if scheme not in registry.schemes():
        raise Http404
    return as_pdf(
        registry.scheme(scheme).claim,
        "cy" if request.GET.get("in") == "cy" else "en",
        name=f"{scheme}-form",
        large="large" in request.GET,
    )


@permission("paper.enter")
@of_claim
def rest(request: HttpRequest, paper: Paper, draft: ClaimDraft) -> HttpResponse:
    """The rest of a claim: GET offers its language and size, POST gives the file."""
    answered = {**draft.known, **draft.answers}
    if request.method == "POST":
        claim = print_it(claim_code=draft.claim.code, by=paper.by, as_at=paper.as_at)
        return as_pdf(
            draft.scheme.claim,
            "cy" if request.POST.get("language") == "cy" else "en",
            name=claim.code,
            reference=claim.code,
            answers=answered,
            large=request.POST.get("large") == "yes",
        )
    return render(
        request,
        "clerical/print.html",
        page_context(
            page_title="Print the rest of the claim",
            paper=paper,
            claim=draft.claim,
            back_url=paper.url,
            questions=left_to_ask(draft.scheme.claim, answered),
            numbers=draft.scheme.claim.numbers,
        ),
    )


def as_pdf(
    questions: QuestionSet,
    language: str,
    *,
    name: str,
    reference: str = "",
    answers: Mapping[str, Any] | None = None,
    large: bool = False,
) -> HttpResponse:
    """A form to download: only what `answers` leave to ask, and bearing its reference."""
    html = printed_form(
        questions,
        language,
        reference,
        qr_image=qr_code(reference) if reference else "",
        answers=answers or {},
        large_print=large,
    )
    return HttpResponse(
        form_to_pdf(html),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}-{language}.pdf"', "Cache-Control": "no-store"},
    )
