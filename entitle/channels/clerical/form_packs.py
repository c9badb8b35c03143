"""Numbered forms printed for an office: packs, the sheets to print, and what has become of every number."""
from __future__ import annotations

import re
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from entitle.blueprint import registry
from entitle.channels.clerical.frame import CHANNEL, page_context
from entitle.channels.clerical.read_back_entry import read_back_entry, template
from entitle.claims import queries as claims
from entitle.claims.models import FormPack
from entitle.gateways import clock
from entitle.letters.numbered_forms import Mark, numbered_forms
from entitle.pages.access import permission
from entitle.pages.actor import actor_of
from entitle.pages.formats import say
from entitle.pages.refusal import says_why_not
from entitle.pages.typed import whole_number
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.key_in_pack_forms import key_in_pack_forms
from entitle.procedures.print_form_pack import MOST, print_form_pack
from entitle.procedures.spoil_pack_forms import spoil_pack_forms
from entitle.questions.channels import printed_form
from entitle.staff import queries as staff

_NUMBERED = {"en": "Form {number} of {count}", "cy": "Ffurflen {number} o {count}"}


@permission("paper.enter")
def packs(request: HttpRequest) -> HttpResponse:
    """Every pack and its reconciliation; POST prints another."""
    problem, by = "", actor_of(request, CHANNEL)
    if request.method == "POST":
        sent = request.POST
        try:
            pack = print_form_pack(
                office_code=sent.get("office", ""), scheme=sent.get("scheme", ""), language=sent.get("language", "en"),
                large_print=sent.get("large") == "yes", count=whole_number(sent.get("count", "")) or 0, by=by,
                as_at=clock.now())
        except NotDone as refused:
            problem = str(refused)
        else:
            return redirect("clerical_pack", pack.code)
    here = staff.office_of(by.user_id) if by.user_id else None
    return render(request, "clerical/packs.html", page_context(
        here="packs", page_title="Packs of forms", counts=claims.pack_counts(), most=MOST, problem=problem,
        offices=staff.offices(), typed=request.POST, chosen=request.POST.get("office") or (here.code if here else ""),
        schemes=_titles(), error_list=[{"text": problem, "href": "#count"}] if problem else [],
    ), status=422 if problem else 200)


@permission("paper.enter")
@says_why_not
def pack(request: HttpRequest, code: str) -> HttpResponse:
    """One pack: its sheets, its file to fill in, and each number."""
    return _page(request, _pack(code))


@permission("paper.enter")
@says_why_not
def sheets(request: HttpRequest, code: str) -> HttpResponse:
    """The whole pack as one PDF to print: every form with its number and its code on every page."""
    found = _pack(code)
    forms = claims.pack_forms(pack_id=found.id)
    words = _NUMBERED[found.language]
    html = printed_form(registry.scheme(found.scheme).claim, found.language, large_print=found.large_print)
    made = numbered_forms(html, [Mark(words.format(number=each.number, count=len(forms)), each.code) for each in forms])
    return _file(made, "application/pdf", f"{found.code}.pdf")


@permission("paper.enter")
@says_why_not
def file(request: HttpRequest, code: str) -> HttpResponse:
    """A file with a line for every form that is still out, to be keyed elsewhere."""
    found = _pack(code)
    out = [each for each in claims.pack_forms(pack_id=found.id) if each.state == "out"]
    return _file(template(found.scheme, out).encode("utf-8-sig"), "text/csv; charset=utf-8", f"{found.code}.csv")


@permission("paper.enter")
@require_POST
@says_why_not
def back_entry(request: HttpRequest, code: str) -> HttpResponse:
    """A file that was filled in: what can be kept is, and each line that cannot is told with why."""
    found, sent = _pack(code), request.FILES.get("file")
    try:
        if sent is None:
            raise NotDone("Choose the file.")
        forms, refused = read_back_entry(sent.read(), scheme=found.scheme)
        refused |= key_in_pack_forms(forms=forms, by=actor_of(request, CHANNEL), as_at=clock.now())
    except NotDone as problem:
        return _page(request, found, {"text": str(problem), "href": "#file"})
    kept = len(forms) - len({form.line for form in forms} & refused.keys())
    messages.success(request, f"{kept} form{'' if kept == 1 else 's'} kept. They go in by themselves.")
    if refused:
        return _page(request, found, {"text": f"Not kept: {len(refused)}. Put them right and send the file again.",
                                      "href": "#file"}, refused)
    return redirect("clerical_pack", found.code)


@permission("paper.enter")
@require_POST
@says_why_not
def spoil(request: HttpRequest, code: str) -> HttpResponse:
    """Some numbers will not come back."""
    found = _pack(code)
    try:
        gone = spoil_pack_forms(pack_code=found.code, numbers=_numbers(request.POST.get("numbers", "")),
                                reason=request.POST.get("reason", ""), by=actor_of(request, CHANNEL), as_at=clock.now())
    except NotDone as problem:
        return _page(request, found, {"text": str(problem), "href": "#numbers"})
    messages.success(request, f"Spoiled: {', '.join(map(str, gone))}.")
    return redirect("clerical_pack", found.code)


def _numbers(written: str) -> set[int]:
    """'3, 7-9' as 3, 7, 8 and 9. Raises NotDone for what is no list of numbers."""
    found: set[int] = set()
    for part in filter(None, re.split(r"[,;\s]+", written.replace("–", "-").strip())):
        match = re.fullmatch(r"([0-9]{1,4})(?:-([0-9]{1,4}))?", part)
        if match is None:
            raise NotDone("Enter numbers like 3, 7-9.")
        found.update(range(int(match[1]), int(match[2] or match[1]) + 1))
    return found


def _pack(code: str) -> FormPack:
    found = claims.form_pack(code=code)
    if found is None:
        raise NotFound("There is no pack with that reference.")
    return found


def _titles() -> dict[str, str]:
    return {name: say(scheme.title) for name, scheme in registry.schemes().items()}


def _page(request: HttpRequest, found: FormPack, problem: dict[str, str] | None = None,
          refused: dict[int, str] | None = None) -> HttpResponse:
    forms = claims.pack_forms(pack_id=found.id)
    counted: dict[str, int] = {state: 0 for state in ("returned", "out", "spoiled")}
    for each in forms:
        counted[each.state] += 1
    context: dict[str, Any] = page_context(
        here="packs", page_title="A pack of forms", pack=found, title=_titles()[found.scheme], forms=forms,
        counted=counted, problem=problem, refused=sorted((refused or {}).items()), typed=request.POST,
        error_list=[problem] if problem else [], back_url=reverse("clerical_packs"))
    return render(request, "clerical/pack.html", context, status=422 if problem else 200)


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=media_type, headers={
        "Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"})
