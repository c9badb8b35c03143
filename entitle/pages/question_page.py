"""One question on one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from entitle.kernel.words import Words
from entitle.pages.formats import say
from entitle.pages.language import language
from entitle.pages.unsaved import seal_owner
from entitle.questions.kinds.answering import FieldError
from entitle.questions.question import Question


def question_page(
    request: HttpRequest,
    *,
    question: Question,
    value: Any = None,
    posted: Mapping[str, str] | None = None,
    errors: Sequence[FieldError] = (),
    caption: Words | str = "",
    progress: Words | str = "",
    back_url: str = "",
    leave_url: str = "",
    notice: str = "",
    layout: str = "layout.html",
    template: str = "question_page.html",
    service_name: str = "",
    by_staff: bool = False,
    extra: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """The page that asks one question: status 200, or 422 with an error summary and what was typed kept.

    `errors` are the FieldErrors that the question's kind raised. A staff door passes its layout and `extra` context.
    """
    spoken = language()
    field = question.web(value, posted, errors, spoken, by_staff=by_staff)
    context = {
        "page_title": question.ask[spoken],
        "field": field,
        "error_list": [{"text": say(error.message), "href": f"#{error.field_id}"} for error in errors],
        "caption": say(caption),
        "progress": say(progress),
        "back_url": back_url,
        "leave_url": leave_url,
        "notice": notice,
        "action": request.get_full_path(),
        "keeps_typing": template == "question_page.html",
        "has_file": 'type="file"' in field,
        "kept_for": seal_owner(request),
        "layout": layout,
        "service_name": service_name,
        **(extra or {}),
    }
    return render(request, template, context, status=422 if errors else 200)
