"""The page of a call: who the caller is, then the one record in brief and all that can be done about it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from entitle.blueprint import registry
from entitle.channels.telephone.asked import asked_in_call
from entitle.channels.telephone.calls import Call, in_any_call, page_context
from entitle.channels.telephone.harder import topic_of
from entitle.channels.telephone.helper import TOPICS
from entitle.channels.telephone.promises import promises_among
from entitle.claims import queries as claims
from entitle.claims.models import Claim
from entitle.customers import queries as customers
from entitle.customers.models import Representative
from entitle.history import queries as history
from entitle.kernel.periods import london_date
from entitle.kernel.references import Reference
from entitle.pages.access import permission, permissions
from entitle.pages.formats import day, moment, money, say
from entitle.record.queries import whole_customer
from entitle.record.whole import CustomerRecord

STATES = {
    "draft": "Not finished",
    "received": "Waiting for our decision",
    "waiting": "Waiting for something from the customer",
    "handed_off": "With a specialist",
    "decided": "Decided",
    "withdrawn": "Withdrawn",
}
CHANGES = {
    "address": "A new address",
    "contact": "How to reach them, and when it is safe",
    "bank": "A new bank or building society account",
    "relationship": "A marriage or civil partnership begun or ended",
}


@permission("customer.look")
@in_any_call
def caller(request: HttpRequest, call: Call) -> HttpResponse:
    """Before the caller has shown who they are, only what to check them against is read."""
    if call.contact.identity_confirmed_at is None:
        return _who_are_they(request, call)
    record = whole_customer(customer_id=call.customer.id, as_at=call.as_at)
    return render(
        request,
        "telephone/caller.html",
        _page_of(call)
        | {
            "record": record,
            "today": london_date(call.as_at),
            "allowed": permissions(request),
            "promises": [] if not call.may("claims") else [[each.words, f"by {day(each.by_on)}", each.clock]
                         for each in promises_among(record.promises, as_at=call.as_at)],
            "claims": _claims(record) if call.may("claims") else [],
            "asked": asked_in_call(call) if call.may("claims") else [],
            "to_claim": _to_claim(record) if call.may("claims") else [],
            "decisions": record.decisions if call.may("claims") else [],
            "payments": _payments(record) if call.may("payments") else [],
            "contacts": _contacts(record, call) if call.may("letters") else [],
            "helpers": _helpers(record, call),
            "changes": {kind: words for kind, words in CHANGES.items() if call.may(topic_of(kind))},
            "speaker": _person(call.speaker, call) if call.speaker else None,
            "scheme_titles": _titles(),
            "awards": [award for award in record.awards
                       if award.award.state != "ended" and call.may("payments")],
        },
    )


def _who_are_they(request: HttpRequest, call: Call) -> HttpResponse:
    address = customers.address_for_letters(call.customer.id)
    return render(request, "telephone/identity.html", _page_of(call) | {
        "postcode": address.postcode if address else "",
        "people": [_person(each, call) for each in customers.representatives(call.customer.id)]})


def _page_of(call: Call) -> dict[str, Any]:
    return page_context(call, page_title=call.name or call.customer.code)


def _claims(record: CustomerRecord) -> list[dict[str, Any]]:
    titles = _titles()
    waited_for = claims.asked_in_claims(claim_ids=[claim.id for claim in record.claims])
    return [
        {
            "title": titles.get(claim.scheme, claim.scheme),
            "claim": claim,
            "state": STATES.get(claim.state, claim.state),
            "is_draft": claim.state == "draft",
            "told": _told(claim),
            "waits": [f"We wait for the answers of the {each.role.replace('_', ' ')}, asked on "
                      f"{day(london_date(each.asked_at))}, due by {day(each.due_on)}."
                      for each in waited_for.get(claim.id, [])],
        }
        for claim in record.claims
    ]


def _told(claim: Claim) -> str:
    if claim.state == "draft":
        return f"Counts from {day(claim.protected_on)}"
    return f"We said we would decide by {day(claim.decide_by)}" if claim.decide_by and claim.closed_at is None else ""


def _to_claim(record: CustomerRecord) -> list[tuple[str, str]]:
    """The benefits that the customer has no open claim for."""
    is_open = {claim.scheme for claim in record.claims if claim.closed_at is None}
    return [(name, title) for name, title in _titles().items() if name not in is_open]


def _titles() -> dict[str, str]:
    return {name: say(scheme.title) for name, scheme in registry.schemes().items()}


def _payments(record: CustomerRecord) -> list[list[dict[str, Any]]]:
    said = {"sent": "Sent to the bank", "owed": "Owed: no account to pay", "returned": "Sent back by the bank"}
    return [
        [
            {"text": day(each.payment.pay_on)},
            {"text": said.get(each.state, each.state)},
            {"text": money(each.payment.pence), "numeric": True},
        ]
        for each in record.payments[:3]
    ]


def _contacts(record: CustomerRecord, call: Call) -> list[list[str]]:
    return [
        [moment(each.began_at), each.channel.capitalize(), each.summary or each.reason.replace("_", " ").capitalize()]
        for each in record.contacts
        if each.id != call.contact.id
    ][:5]


def _helpers(record: CustomerRecord, call: Call) -> list[dict[str, Any]]:
    """Who may speak for the customer, and whether they are on the line."""
    events = history.about(Reference("contact", call.contact.id))
    here = {event.refers_id for event in events if event.refers_kind == "representative"}
    return [
        {
            "id": each.id,
            "name": each.name,
            "kind": each.kind,
            "is_here": each.id in here,
            "scope": ", ".join(topic.replace("_", " ") for topic in each.scope),
        }
        for each in record.representatives
        if each.acts_on(london_date(call.as_at))
    ]


def _person(each: Representative, call: Call) -> dict[str, Any]:
    """Someone who was agreed to speak, on what and until when; or that they may not now."""
    may = each.acts_on(london_date(call.as_at))
    topics = [TOPICS.get(topic, topic).lower() for topic in each.scope]
    until = f", until {day(each.until_on)}" if each.until_on and may else ""
    told = f"may speak about {', '.join(topics) or 'everything'}{until}." if may else {
        "proposed": "nobody has agreed to it yet."}.get(each.state, "may no longer speak for the customer.")
    return {"id": each.id, "name": each.name, "kind": each.kind, "may": may, "told": told}
