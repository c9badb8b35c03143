"""Pay runs: start one, and see how far it has got, its totals, its file, and whatever the checks found."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.channels.desk import forms
from entitle.channels.desk.frame import desk, now, officer, show
from entitle.channels.desk.refusals import attempt
from entitle.payments import queries as payments
from entitle.payments.models import PayRun
from entitle.procedures.start_pay_run import start_pay_run
from entitle.staff import queries as staff

_START = (
    forms.day(
        "run.on", "On which day must the money arrive?", hint="A working day, at least two working days from now"
    ),
)


@desk("payment.run")
def pay_runs(request: HttpRequest) -> HttpResponse:
    """GET lists them, the newest first; POST starts one. Started again, a run goes on with what is left of it."""
    filled = forms.fill(request, _START)
    errors = filled.errors
    if request.method == "POST" and not errors:
        started: list[PayRun] = []
        errors = attempt(
            lambda: started.append(start_pay_run(on=filled.values["run.on"], by=officer(request), as_at=now()))
        )
        if not errors:
            messages.success(request, f"Run {started[0].code} is started. It is paid in the background, in parts.")
            return redirect("desk-pay-run", code=started[0].code)
    page = Paginator(payments.runs(), 25).get_page(request.GET.get("page"))
    earliest = payments.earliest_entry(as_at=now())
    return show(
        request,
        "pay_runs.html",
        title="Pay runs",
        fields=filled.fields({"run.on": earliest}),
        button="Start the run",
        error_list=errors,
        page=page,
        earliest=earliest,
    )


@desk("payment.run")
def pay_run(request: HttpRequest, code: str) -> HttpResponse:
    """One run. The checks go over its every payment, so they are asked for and not made each time."""
    run = payments.run(code=code)
    left = len(payments.buckets_left(run_id=run.id))
    names = staff.names_of([run.started_by_user_id] if run.started_by_user_id else [])
    return show(
        request,
        "pay_run.html",
        title=f"Pay run {code}",
        run=run,
        parts=payments.BUCKETS,
        paid=payments.BUCKETS - left,
        total=payments.run_total(run_id=run.id),
        file=payments.file_of_run(run_id=run.id),
        balances=payments.balances(),
        started_by=next(iter(names.values()), "Entitle"),
        checked="check" in request.GET,
        problems=payments.problems(run_id=run.id) if "check" in request.GET else [],
        back_url=reverse("desk-pay-runs"),
    )
