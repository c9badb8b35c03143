"""Find someone's record. That a search was made is history; what was typed is not kept, and never in an address."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.channels.desk import forms
from entitle.channels.desk.frame import desk, now, officer, show
from entitle.kernel.references import read_code
from entitle.pages.find_person import Search, result_rows, search

_PAGES = {"CUS": "desk-record", "CLM": "desk-claim", "EVI": "desk-evidence", "WRK": "desk-work", "DEC": "desk-decision"}


@desk("customer.find")
def find(request: HttpRequest) -> HttpResponse:
    """A reference goes straight to its page; anything else lists the likeliest people."""
    reference = forms.fill(
        request, (forms.words("find.reference", "Reference", hint="For example, CLM-7K3M-9QX2", optional=True),)
    )
    written = reference.values.get("find.reference") or ""
    if written:
        code = read_code(written) or ""
        if code[:3] in _PAGES:
            return redirect(_PAGES[code[:3]], code=code)
        return _page(
            request,
            reference,
            errors=[{"text": "Check the reference: it was misread or mistyped", "href": "#find-reference"}],
        )
    return _page(request, reference)


def _page(request: HttpRequest, reference: forms.Filled, *, errors: list[dict[str, str]] | None = None) -> HttpResponse:
    found = Search({}) if errors else search(request, by=officer(request), as_at=now())
    rows = result_rows(found.matches or [], lambda code: reverse("desk-record", args=[code]))
    return show(
        request,
        "find.html",
        title="Find someone",
        reference=reference.fields(),
        person=found,
        rows=rows,
        searched=found.matches is not None,
        error_list=errors or list(found.errors),
        back_url=reverse("desk-queue"),
    )
