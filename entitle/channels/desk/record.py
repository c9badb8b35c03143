"""The whole customer on one page, and each of its lists in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from entitle.blueprint import registry
from entitle.channels.desk.fact_words import in_words
from entitle.channels.desk.frame import desk, now, show
from entitle.channels.desk.happenings import happenings
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.timing import due
from entitle.claims import queries as claims
from entitle.contacts import queries as contacts
from entitle.customers import queries as customers
from entitle.decisions import queries as decisions
from entitle.evidence import queries as evidence
from entitle.facts.fact import Fact
from entitle.gateways import clock
from entitle.history import queries as history
from entitle.history.events import LOOKS
from entitle.kernel.periods import age_on
from entitle.payments import queries as payments
from entitle.questions.bank.documents import document_words
from entitle.record.queries import every_fact, whole_customer
from entitle.work.kinds import kind_named

SHOWN = 5
PER_PAGE = 50
_MOST = 5_000

LISTS: dict[str, tuple[str, Callable[[int], Sequence[Any]]]] = {
    "claims": ("Claims", lambda who: claims.of_customer(customer_id=who, limit=_MOST)),
    "decisions": ("Decisions", lambda who: decisions.of_customer(customer_id=who, limit=_MOST)),
    "payments": ("Payments", lambda who: payments.of_customer(customer_id=who, limit=_MOST)),
    "documents": ("Documents", lambda who: evidence.of_customer(customer_id=who, limit=_MOST)),
    "contacts": ("Contacts", lambda who: contacts.contacts_of(customer_id=who, limit=_MOST)),
    "messages": ("Letters and messages", lambda who: contacts.messages_of(customer_id=who, limit=_MOST)),
    "history": ("What was done", lambda who: history.of_customer(who, _MOST, but_not=LOOKS)),
    "looks": ("Who looked at this record", lambda who: history.looks(customer_id=who, limit=_MOST)),
}


@desk("customer.look")
def record(request: HttpRequest, code: str) -> HttpResponse:
    """Everything of one customer, the look written first: five of each list, with a link to all of it."""
    customer = open_record(request, customers.get(code).id)
    whole, today = whole_customer(customer_id=customer.id, as_at=now()), clock.today()
    events = happenings([*whole.history[:SHOWN], *whole.looks[:SHOWN]])
    done = len(whole.history[:SHOWN])
    return show(
        request,
        "record.html",
        title=whole.details.name,
        whole=whole,
        customer=customer,
        shown=SHOWN,
        **words(),
        age=age_on(customer.born_on, customer.died_on or today),
        due=lambda on: due(on, today),
        promises=[item for item in whole.promises if item.state not in ("done", "cancelled")],
        history=events[:done],
        looks=events[done:],
        back_url=reverse("desk-queue"),
    )


@desk("customer.look")
def record_list(request: HttpRequest, code: str, which: str) -> HttpResponse:
    """One list of a record, all of it, fifty lines a page."""
    if which not in LISTS:
        raise Http404
    customer = open_record(request, customers.get(code).id)
    title, read = LISTS[which]
    page = Paginator(read(customer.id), PER_PAGE).get_page(request.GET.get("page"))
    rows = happenings(list(page)) if which in ("history", "looks") else list(page)
    name = customers.names_of([customer.id])[customer.id]
    return show(
        request,
        "record_list.html",
        title=f"{title}: {name}",
        heading=title,
        name=name,
        customer=customer,
        which=which,
        rows=rows,
        page=page,
        back_url=reverse("desk-record", args=[code]),
        **words(),
    )


@desk("customer.look")
def fact(request: HttpRequest, code: str, fact: str) -> HttpResponse:
    """Every value of one fact that was ever held, with its source and when we knew it."""
    declared = every_fact().get(fact)
    if declared is None:
        raise Http404
    customer = open_record(request, customers.get(code).id)
    rows = customers.fact_rows(customer.id, fact)[::-1]
    return show(
        request,
        "fact.html",
        title=declared.label.en,
        fact=declared,
        rows=rows[:PER_PAGE],
        customer=customer,
        back_url=reverse("desk-record", args=[code]),
        **words(),
    )


def words() -> dict[str, Any]:
    """How templates say what the domain names: schemes, documents, kinds of work, facts' values."""
    return {
        "scheme_title": scheme_title,
        "document_words": document_words,
        "kind_named": kind_named,
        "in_words": _in_words,
    }


def scheme_title(name: str) -> str:
    """A scheme's title in English; '' for none."""
    return registry.scheme(name).title.en if name else ""


def _in_words(fact: Fact, value: Any) -> str:
    return in_words(fact, value)
