"""One piece of work: take it, hand it back, do it where it is done, or close it with what was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from entitle.awards import queries as awards
from entitle.blueprint import registry
from entitle.channels.desk.frame import desk, now, officer, said, show
from entitle.channels.desk.looking import is_barred, open_record
from entitle.channels.desk.owed_payments import KINDS as OWED_PAYMENTS
from entitle.channels.desk.refusals import attempt
from entitle.channels.desk.telling import Told, what_was_told
from entitle.channels.desk.timing import due
from entitle.claims import queries as claims
from entitle.contacts import queries as contacts
from entitle.contacts.queries import appointments
from entitle.customers import queries as customers
from entitle.decisions import queries as decisions
from entitle.evidence import queries as evidence
from entitle.gateways import clock
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.pages.access import permissions
from entitle.pages.refusal import sentence
from entitle.payments import queries as payments
from entitle.procedures.errors import NotPermitted, OwnRecord, RestrictedRecord
from entitle.procedures.finish_work import DONE_BY_THEIR_OWN_VERB, finish_work
from entitle.procedures.hand_back_work import hand_back_work
from entitle.procedures.take_work import take_work
from entitle.work import queries as work
from entitle.work.guided import guided
from entitle.work.kinds import WorkKind, kind_named
from entitle.work.models import WorkItem

_NOT_THEIRS = "Your role does not do this kind of work."
_OF_A_LOOK = "look.check"
"""Work that shows nothing of the record that was looked at."""


@dataclass(frozen=True)
class Place:
    """Where a piece of work is done."""

    text: str
    href: str


@desk("work.see")
def work_item(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows it; POST closes it with its outcome, for work that no decision or verdict closes."""
    item = work.get(code)
    if item.customer is not None and item.kind != _OF_A_LOOK and is_barred(request, item.customer):
        open_record(request, item.customer.id, work_code=code)  # writes the refused look, tells a team leader, raises
    kind = kind_named(item.kind)
    if not kind.may_be_opened(permissions(request)):
        raise NotPermitted(_NOT_THEIRS)
    may_do_it = kind.permission in permissions(request)
    errors: list[dict[str, str]] = []
    if request.method == "POST":
        _kind_for(request, item)
        errors = attempt(
            lambda: finish_work(work_code=code, outcome=said(request, "outcome"), by=officer(request), as_at=now())
        )
        if not errors:
            messages.success(request, f"{kind.words.en}: done.")
            return redirect("desk-queue")
    mine = item.owner_user_id == request.user.pk and item.state == "taken"
    name, told = _about_whom(request, item) if mine else ("", None)
    return show(
        request,
        "work_item.html",
        title=kind.words.en,
        item=item,
        kind=kind,
        guided=guided(item.kind),
        due=due(item.target_on, clock.today()),
        scheme=registry.scheme(item.scheme).title.en if item.scheme else "",
        mine=mine,
        may_do_it=may_do_it,
        name=name,
        told=told,
        place=place_of(item) if mine else None,
        closes_itself=item.kind in DONE_BY_THEIR_OWN_VERB,
        error_list=errors,
        posted=request.POST,
        back_url=reverse("desk-queue"),
    )


@desk("work.see")
@require_POST
def take(request: HttpRequest, code: str) -> HttpResponse:
    """Take it and go straight to where it is done. Someone who was later is told who has it."""
    item = work.get(code)
    _kind_for(request, item)
    try:
        taken = take_work(work_code=code, by=officer(request), as_at=now())
    except (OwnRecord, RestrictedRecord):
        assert item.customer_id is not None
        open_record(request, item.customer_id, work_code=code)  # writes the refused look, tells a team leader, raises
        raise
    except NotAllowedNow as refusal:
        owner = work.get(code).owner_user
        messages.warning(request, f"{owner} has already taken this." if owner else sentence(refusal))
        return redirect("desk-queue")
    place = place_of(taken)
    return redirect(place.href if place else reverse("desk-work", args=[code]))


@desk("work.see")
@require_POST
def hand_back(request: HttpRequest, code: str) -> HttpResponse:
    """Put it back in the queue."""
    errors = attempt(lambda: hand_back_work(work_code=code, by=officer(request), as_at=now()))
    if errors:
        messages.warning(request, errors[0]["text"])
    else:
        messages.success(request, "The work is back in the queue.")
    return redirect("desk-queue")


BY_ITS_OWN_CODE = {
    "advance.decide": ("Decide the advance", "desk-decide-advance"),
    "account.held": ("Check the change", "desk-held-account"),
    "account.changed": ("Check the account", "desk-new-account"),
}
"""Work done on a page that the work's own code leads to."""


BY_WHAT_IT_IS_ABOUT: dict[str, tuple[str, str, Callable[[int], str]]] = {
    "appointment": ("Open the interview", "desk-interview",
                    lambda number: appointments.appointment_code_of(appointment_id=number)),
    "claim": ("Open the claim", "desk-claim", lambda number: claims.code_of(claim_id=number)),
    "complaint": ("Open the complaint", "desk-complaint",
                  lambda number: contacts.complaint_code_of(complaint_id=number)),
    "debt": ("Open the debt", "desk-debt", lambda number: payments.debt_code_of(debt_id=number)),
    "evidence_item": ("Open the document", "desk-evidence", lambda number: evidence.code_of(item_id=number)),
    "handover": ("Put it right", "clerical_handover", lambda number: claims.handover_code_of(handover_id=number)),
    "intake": ("Put it right", "clerical_intake", lambda number: claims.intake_code_of(intake_id=number)),
    "message": ("Open the letter", "desk-message", lambda number: contacts.message(message_id=number).code),
    "outside_complaint": ("Open the complaint", "desk-outside-complaint",
                          lambda number: contacts.outside_code_of(complaint_id=number)),
    "reconsideration": ("Open the reconsideration", "desk-reconsideration",
                        lambda number: decisions.reconsideration_code_of(reconsideration_id=number)),
    "safeguarding_plan": ("Open the plan", "desk-safeguarding", lambda number: contacts.plan_code_of(plan_id=number)),
}
"""Work done on the page of what it is about: its link, its page, and the code of a number."""


def place_of(item: WorkItem) -> Place | None:
    """The page on which a kind of work is done; None for work that is done and then closed here."""
    if item.kind == "vulnerability.review" and item.customer is not None:
        return Place("Look at it again", reverse("desk-review-care", args=[item.customer.code, item.about_id]))
    if item.kind == "decision.review":
        return Place("Read it and say", reverse("desk-before-stop", args=[claims.code_of(claim_id=item.about_id)]))
    if item.kind in BY_ITS_OWN_CODE:
        text, page = BY_ITS_OWN_CODE[item.kind]
        return Place(text, reverse(page, args=[item.code]))
    if item.kind in OWED_PAYMENTS:
        return Place("Send it again", reverse("desk-owed-payment", args=[item.code]))
    if item.kind == "payment.disagrees":
        return Place("Open the day", reverse("desk-reconciled", args=[date.fromordinal(item.about_id)]))
    if item.about_kind in BY_WHAT_IT_IS_ABOUT:
        text, page, code_of = BY_WHAT_IT_IS_ABOUT[item.about_kind]
        return Place(text, reverse(page, args=[code_of(item.about_id)]))
    if item.about_kind == "set_asked" and item.kind != "questions.chase":
        asked = claims.asked_by_id(asked_id=item.about_id)
        if item.kind == "party.find":
            return Place("Find them", reverse("desk-find-party", args=[asked.code]))
        return Place("Open the questions", reverse("desk-questions", args=[asked.code]))
    if item.kind == "award.stopped":
        return Place("Look at it again", reverse("desk-stop", args=[awards.code_of(award_id=item.about_id)]))
    if item.kind == "period.assess":
        return Place("Open the period", reverse("desk-period", args=[awards.code_of(award_id=item.about_id)]))
    return Place("Open the check", reverse("desk-looks")) if item.about_kind == "look_check" else None


def _kind_for(request: HttpRequest, item: WorkItem) -> WorkKind:
    kind = kind_named(item.kind)
    if kind.permission not in permissions(request):
        raise NotPermitted(_NOT_THEIRS)
    return kind


def _about_whom(request: HttpRequest, item: WorkItem) -> tuple[str, Told | None]:
    """Whose it is and what was told, once the look is in history. A check of a look shows nothing of the record."""
    if item.customer_id is None or item.kind == _OF_A_LOOK:
        return "", None
    customer = open_record(request, item.customer_id, work_code=item.code)
    told = (
        what_was_told(contact_id=item.about_id, customer_id=customer.id, as_at=now())
        if item.about_kind == "contact"
        else None
    )
    return customers.names_of([customer.id])[customer.id], told
