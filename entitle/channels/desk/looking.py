"""Why an officer looks at a record: the work they have in hand about it, or a reason that they give."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from entitle.channels.desk.frame import ReasonNeeded, desk, now, officer, said, show, user_id
from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.kernel.periods import Instant
from entitle.pages.access import permissions
from entitle.procedures.look_at_record import look_at_record
from entitle.work import queries as work

REASONS = {
    "customer_asked": "The customer is asking about their case",
    "checking_a_claim": "I am checking something for a claim or an award",
    "colleague_asked": "A colleague asked me to help with this case",
    "complaint": "I am answering a complaint or a Member of Parliament",
    "quality": "I am checking the quality of work",
    "other": "Something else",
}
_HOLDS_FOR = timedelta(minutes=30)
_KEY = "desk_reasons"


def open_record(request: HttpRequest, customer_id: int, *, work_code: str = "") -> Customer:
    """The customer, the look being written in history first.

    The reason is the work in hand (`work_code`, or the officer's own work about this customer), else the one given in
    the last half hour. Raises ReasonNeeded, NotFound for a restricted record, and OwnRecord.
    """
    customer, by, at = customers.by_id(customer_id), officer(request), now()
    if work_code:
        _keep(request, customer.code, f"working on {work_code}", at)
    reason = _reason(request, customer, at)
    if not reason and is_barred(request, customer):
        reason = "refused before a reason was asked for"
    if not reason:
        raise ReasonNeeded(customer.code)
    return look_at_record(customer_code=customer.code, by=by, reason=reason, as_at=at)


def is_barred(request: HttpRequest, customer: Customer) -> bool:
    """A record that will be refused is refused at once: to ask for a reason first would show that it is there."""
    if customer.is_restricted and "customer.look_restricted" not in permissions(request):
        return True
    return customers.is_own_or_relative(user_id(request), customer.id)


def _reason(request: HttpRequest, customer: Customer, at: Instant) -> str:
    given = request.session.get(_KEY, {}).get(customer.code)
    if given and at - datetime.fromisoformat(given["at"]) < _HOLDS_FOR:
        return str(given["reason"])
    item = work.owned_about(user_id=user_id(request), customer_id=customer.id)
    if item is None:
        return ""
    _keep(request, customer.code, f"working on {item.code}", at)
    return f"working on {item.code}"


def _keep(request: HttpRequest, code: str, reason: str, at: Instant) -> None:
    """It holds on when the work is done, so that its result can be read."""
    kept = {**request.session.get(_KEY, {}), code: {"reason": reason, "at": at.isoformat()}}
    request.session[_KEY] = dict(list(kept.items())[-20:])


@desk("customer.look")
def why_look(request: HttpRequest, code: str) -> HttpResponse:
    """GET asks why; POST keeps the reason for half an hour and goes to the record. Nothing of the record is shown."""
    after = request.POST.get("next") or request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(
        after, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        after = reverse("desk-record", args=[code])
    errors = []
    if request.method == "POST":
        errors = _problems(request)
        if not errors:
            note = said(request, "note")
            reason = said(request, "reason") + (f": {note}" if note else "")
            _keep(request, code, reason, now())
            return redirect(after)
    return show(
        request,
        "look.html",
        title="Why do you need to see this record?",
        reasons=REASONS,
        next=after,
        posted=request.POST,
        error_list=errors,
        code=code,
    )


def _problems(request: HttpRequest) -> list[dict[str, str]]:
    reason = said(request, "reason")
    if reason not in REASONS:
        return [{"text": "Choose why you need to see this record", "href": "#reason"}]
    if reason == "other" and not said(request, "note"):
        return [{"text": "Say why you need to see this record", "href": "#note"}]
    return []
