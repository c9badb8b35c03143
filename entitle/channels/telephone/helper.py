"""Someone who helps the customer: agreed to aloud, on chosen topics, and marked when they are on the line."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from entitle.channels.telephone.calls import OWN, Call, in_call_on, note, page_context
from entitle.kernel.periods import add_months, london_date
from entitle.pages.access import permission
from entitle.pages.typed import whole_number
from entitle.procedures.add_helper import add_helper
from entitle.procedures.bring_helper import bring_helper
from entitle.procedures.errors import NotDone

TOPICS = {
    "claims": "Claims and decisions",
    "payments": "Payments",
    "letters": "Letters and messages",
    "changes": "Changes in their life",
}
PERIODS = {"": "Until the customer says otherwise", "1": "For a month", "3": "For three months", "12": "For a year"}


@permission("change.record")
@in_call_on(OWN)
def add(request: HttpRequest, call: Call) -> HttpResponse:
    """Name, topics, and the customer's own agreement."""
    name = request.POST.get("helper", "").strip()
    topics = tuple(topic for topic in request.POST.getlist("topics") if topic in TOPICS)
    errors = _errors(name, topics, request.POST.get("agreed") == "yes") if request.method == "POST" else []
    if request.method == "POST" and not errors:
        try:
            add_helper(contact_code=call.code, name=name, scope=topics, by=call.by, as_at=call.as_at,
                       until_on=_until(request, london_date(call.as_at)))
        except NotDone as problem:
            errors = [{"text": str(problem)}]
        else:
            note(request, call, "A helper joined the call; the customer agreed to it aloud.")
            return redirect(call.url)
    return render(
        request,
        "telephone/helper.html",
        page_context(
            call,
            page_title="Add a helper",
            topics=TOPICS,
            periods=PERIODS,
            months=request.POST.get("months", ""),
            typed=name,
            chosen=topics,
            error_list=errors,
            wrong={error.get("href", ""): {"text": error["text"]} for error in errors},
            back_url=call.url,
        ),
        status=422 if errors else 200,
    )


@permission("change.record")
@require_POST
@in_call_on(OWN)
def here(request: HttpRequest, call: Call) -> HttpResponse:
    """A helper agreed to before is on the line."""
    bring_helper(
        contact_code=call.code,
        representative_id=whole_number(request.POST.get("representative", "")) or 0,
        by=call.by,
        as_at=call.as_at,
    )
    note(request, call, "A helper was on the line.")
    return redirect(call.url)


def _until(request: HttpRequest, today: date) -> date | None:
    """The day that their consent ends by itself; None where they set no end."""
    months = request.POST.get("months", "")
    return add_months(today, int(months)) if months in PERIODS and months else None


def _errors(name: str, topics: tuple[str, ...], agreed: bool) -> list[dict[str, str]]:
    found = []
    if not name:
        found.append({"text": "Enter the helper's name", "href": "#helper"})
    if not topics:
        found.append({"text": "Choose what the helper may speak about", "href": "#topics"})
    if not agreed:
        found.append({"text": "Confirm that the customer agreed aloud", "href": "#agreed"})
    return found
