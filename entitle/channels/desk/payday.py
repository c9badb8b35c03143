"""The payments officer's page: what waits to be released, work about money, and how each day reconciled."""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.channels.desk.frame import desk, now, show, user_id
from entitle.channels.desk.queue import lines_of
from entitle.gateways import clock
from entitle.pages.access import permissions
from entitle.payments import queries as payments
from entitle.procedures.reconcile_day import reconcile_day
from entitle.work import queries as work
from entitle.work.kinds import WorkKind, every_kind, kind_named

NIGHTS = 14
_ABOUT_MONEY = "payments"
_SHOWN = 25


@desk("payment.see")
def payday(request: HttpRequest) -> HttpResponse:
    """Everything about money that waits for somebody, on one page."""
    kinds = [kind for kind in every_kind() if kind.skill == _ABOUT_MONEY]
    found = work.queue(
        kinds=[kind.name for kind in kinds],
        limit=_SHOWN,
        see_restricted="customer.look_restricted" in permissions(request),
    )
    return show(
        request,
        "payday.html",
        title="Payments",
        files=list(payments.files_waiting()),
        lines=lines_of(found, user_id(request)),
        kind_named=kind_named,
        total=found.total,
        counts=_counts(kinds),
        nights=payments.last_nights(since=clock.today() - timedelta(days=NIGHTS)),
        balances=payments.balances(),
        yesterday=clock.today() - timedelta(days=1),
    )


@desk("payment.see")
def reconciled(request: HttpRequest, on: date) -> HttpResponse:
    """A day: GET shows what was found of it last; POST holds all of it against each other again."""
    if request.method == "POST":
        found = reconcile_day(on=on, as_at=now())
        messages.success(request, "Something disagrees: it is listed below." if found.problems else "All of it agrees.")
        return redirect("desk-reconciled", on=on)
    return show(
        request,
        "reconciled.html",
        title=f"Reconciliation of {on.isoformat()}",
        on=on,
        found=payments.days_reconciled().filter(on=on).first(),
        is_over=on < clock.today(),
        back_url=reverse("desk-payday"),
    )


def _counts(kinds: list[WorkKind]) -> list[tuple[str, int, int]]:
    """Of each kind of work about money: its words, how many are on hand, and how many of those are late."""
    counted = {count.kind: (count.unfinished, count.past_target) for count in work.counts(on=clock.today())}
    return [(str(kind.words), *counted.get(kind.name, (0, 0))) for kind in kinds]
