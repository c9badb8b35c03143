"""A complaint that came on paper or at the counter: its clock runs from the day that it reached us."""
from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from entitle.channels.clerical.frame import Paper, of_customer, page_context
from entitle.channels.clerical.received_day import RECEIVED_PARTS, received_day
from entitle.contacts.complaint_kinds import complaint_questions
from entitle.kernel.periods import london_date
from entitle.pages.access import permission
from entitle.pages.many_questions import Read, error_list, fields_of, read_all
from entitle.procedures.errors import NotDone
from entitle.procedures.make_complaint import make_complaint


@permission("paper.enter")
@of_customer
def complain(request: HttpRequest, paper: Paper) -> HttpResponse:
    """The day it reached us and what it says; the reference is on the page that follows, to be said or written down."""
    today = london_date(paper.as_at)
    questions = complaint_questions(on=today)
    read, wrong_day = Read(), ""
    if request.method == "POST":
        read = read_all(request, questions)
        received_on, wrong_day = received_day(request, today, "the complaint")
        if not read.errors and received_on is not None:
            try:
                made = make_complaint(
                    customer_code=paper.customer.code, category=read.answers["complaint.category"],
                    happened=read.answers["complaint.happened"], wanted=read.answers["complaint.wanted"] or "",
                    received_on=received_on, by=paper.by, as_at=paper.as_at)
            except NotDone as refusal:
                wrong_day = str(refusal)
            else:
                messages.success(request, f"Complaint recorded. Its reference is {made.code}: tell them now if they "
                                          "are here. We are writing to them with it.")
                return redirect(paper.url)
    errors = [*([{"text": wrong_day, "href": "#received-day"}] if wrong_day else []), *error_list(read.errors)]
    return render(request, "clerical/complaint.html", page_context(
        page_title="Record a complaint", paper=paper, fields=fields_of(questions, {}, read), error_list=errors,
        typed={part: request.POST.get(f"received-{part}", "") for part in RECEIVED_PARTS}, wrong_day=wrong_day,
        back_url=paper.url), status=422 if errors else 200)
