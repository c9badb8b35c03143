"""Bank files that wait for an officer: what is in one, what the checks found, and its release by a second person."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.channels.desk.frame import desk, now, officer, said, show
from entitle.channels.desk.refusals import Problem, attempt
from entitle.payments import queries as payments
from entitle.payments.models import BankFile
from entitle.procedures.release_bank_file import release_bank_file
from entitle.staff import queries as staff


@desk("payment.release")
def bank_files(request: HttpRequest) -> HttpResponse:
    """Those that wait, the oldest first."""
    return show(request, "bank_files.html", title="Bank files", files=list(payments.files_waiting()))


@desk("payment.release")
def bank_file(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows it with the checks of its whole run; POST releases it, if nothing is wrong and the officer may."""
    try:
        file = payments.file(code=code)
    except BankFile.DoesNotExist as none:
        raise Http404 from none
    problems = payments.problems(run_id=file.run.id)
    errors: list[Problem] = []
    if request.method == "POST":
        if said(request, "pence") != str(file.pence):
            errors = [{"text": "The file changed since you opened this page. Read it again."}]
        elif problems:
            errors = [{"text": "The checks found something wrong with this run. It cannot be released."}]
        else:
            errors = attempt(lambda: release_bank_file(file_code=code, by=officer(request), as_at=now()))
        if not errors:
            messages.success(request, "Released. It is on its way to the bank.")
            return redirect("desk-bank-file", code=code)
    who = [number for number in (file.run.started_by_user_id, file.released_by_user_id) if number]
    names = staff.names_of(who)
    return show(
        request,
        "bank_file.html",
        title=f"Bank file {code}",
        file=file,
        problems=problems,
        error_list=errors,
        total=payments.run_total(run_id=file.run.id),
        may_release=file.state in ("made", "rejected"),
        started_by=names.get(file.run.started_by_user_id or 0, "Entitle"),
        released_by=names.get(file.released_by_user_id or 0, ""),
        arrives_on=file.run.pay_on,
        back_url=reverse("desk-bank-files"),
    )
