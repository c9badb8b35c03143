"""The page where someone checks what they said before they send it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from markupsafe import Markup, escape

from entitle.kernel.words import Words
from entitle.pages.formats import say

Row = tuple[str, str, str]
"""What was asked, the answer in words, and where to change it ('' where it cannot be changed)."""


def check_page(
    request: HttpRequest,
    *,
    sections: Sequence[tuple[str, Sequence[Row]]],
    declaration: Words | None = None,
    unconfirmed: bool = False,
    caption: Words | str = "",
    back_url: str = "",
    leave_url: str = "",
    submit_words: str = "",
    layout: str = "layout.html",
    service_name: str = "",
    extra: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Every answer with a link to change it, and the declaration. Status 422 where that was not confirmed."""
    problem = gettext("Confirm that you agree with the declaration") if unconfirmed else ""
    context = {
        "page_title": gettext("Check your answers"),
        "sections": [{"heading": heading, "rows": summary_rows(rows)} for heading, rows in sections if rows],
        "declaration": [part for part in say(declaration).split("\n") if part.strip()],
        "declaration_error": problem,
        "error_list": [{"text": problem, "href": "#declared"}] if problem else [],
        "caption": say(caption),
        "back_url": back_url,
        "leave_url": leave_url,
        "submit_words": submit_words,
        "action": request.get_full_path(),
        "layout": layout,
        "service_name": service_name,
        **(extra or {}),
    }
    return render(request, "check_answers.html", context, status=422 if problem else 200)


def summary_rows(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Rows for the summary list component; an answer of several lines keeps them."""
    made = []
    for label, answer, href in rows:
        lines = Markup("<br>").join(escape(line) for line in answer.split("\n"))
        row: dict[str, Any] = {"key": {"text": label}, "value": {"html": lines}}
        if href:
            row["actions"] = {"items": [{"href": href, "text": gettext("Change"), "visuallyHiddenText": label.lower()}]}
        made.append(row)
    return made
