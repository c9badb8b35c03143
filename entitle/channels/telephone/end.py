"""The end of a call: a line on what it came to, written for the next colleague."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from entitle.channels.telephone.calls import Call, in_any_call, notes_of, page_context
from entitle.pages.access import permission
from entitle.procedures.end_call import end_call
from entitle.procedures.errors import NotDone


@permission("customer.look")
@in_any_call
def end(request: HttpRequest, call: Call) -> HttpResponse:
    """What was done in the call is offered as the summary, to put into better words.

    A call off our queues is closed with what it came to, on a page of its own.
    """
    if call.line is not None:
        return redirect("telephone_wrap_up", call.line.code)
    typed, problem = request.POST.get("summary", ""), ""
    if request.method == "POST":
        try:
            end_call(contact_code=call.code, summary=typed, by=call.by, as_at=call.as_at)
        except NotDone as refusal:
            problem = str(refusal)
        else:
            request.session.pop("calls", None)
            messages.success(request, f"Call {call.code} ended.")
            return redirect("telephone_find")
    return render(
        request,
        "telephone/end.html",
        page_context(
            call,
            page_title="End the call",
            typed=typed or notes_of(request, call),
            problem=problem,
            back_url=call.url,
            error_list=[{"text": problem, "href": "#summary"}] if problem else [],
        ),
        status=422 if problem else 200,
    )
