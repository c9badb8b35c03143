"""A complaint by telephone: written down in their own words, and the reference said before they ring off."""
from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from entitle.channels.telephone.calls import Call, in_any_call, note, page_context
from entitle.channels.telephone.script import said_for
from entitle.contacts.complaint_kinds import complaint_questions
from entitle.gateways import clock
from entitle.kernel.references import Reference
from entitle.pages.access import permission
from entitle.pages.formats import weekday_and_day
from entitle.pages.many_questions import Read, error_list, fields_of, read_all
from entitle.procedures.make_complaint import make_complaint
from entitle.work import queries as work


@permission("change.record")
@in_any_call
def complain(request: HttpRequest, call: Call) -> HttpResponse:
    """Whoever is calling may complain: nothing of the record is told, so they need not show who they are first."""
    questions = complaint_questions(on=clock.today())
    read = read_all(request, questions) if request.method == "POST" else Read()
    if request.method != "POST" or read.errors:
        rows = zip([said_for(each, call.language) for each in questions], fields_of(questions, {}, read), strict=True)
        return render(request, "telephone/questions.html", page_context(
            call, page_title="A complaint", rows=list(rows), error_list=error_list(read.errors), back_url=call.url,
            declaration=""), status=422 if read.errors else 200)
    made = make_complaint(
        customer_code=call.customer.code, category=read.answers["complaint.category"],
        happened=read.answers["complaint.happened"], wanted=read.answers["complaint.wanted"] or "",
        contact=call.contact, by=call.by, as_at=call.as_at)
    note(request, call, f"Took a complaint, reference {made.code}.")
    item = work.about(Reference("complaint", made.pk), kind="complaint.answer")[0]
    request.session["telephone_done"] = [
        "Complaint recorded",
        f"Thank you for telling us. Your reference is {made.code}. We will answer by "
        f"{weekday_and_day(item.target_on)}, and we are writing to you to say so.",
    ]
    return redirect("telephone_done", call.code)
