"""A caller who has no record yet."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from entitle.channels.telephone.calls import CHANNEL, page_context
from entitle.facts.fact import from_json
from entitle.gateways import clock
from entitle.pages.access import permission
from entitle.pages.actor import actor_of
from entitle.pages.answer_checks import answer_checks
from entitle.pages.many_questions import Read, error_list, fields_of, read_all
from entitle.procedures.errors import NotDone
from entitle.procedures.register_customer import register_customer
from entitle.questions.bank import contact
from entitle.questions.bank.first_contact import IDENTITY

_LANGUAGE = contact.LANGUAGE.bound_to(IDENTITY.dictionary)
QUESTIONS = (*IDENTITY, _LANGUAGE)


@permission("claim.take")
def register(request: HttpRequest) -> HttpResponse:
    """Who they say they are; then their new record is opened like any other."""
    if request.method != "POST":
        return _page(request, Read())
    if request.POST.get("typed") == "search":
        return _page(request, Read(posted={name: str(text) for name, text in request.POST.items()}))
    now = clock.now()
    read = read_all(request, QUESTIONS, checks=answer_checks(today=clock.today()))
    if read.errors:
        return _page(request, read)
    said = {name: from_json(IDENTITY.dictionary[name], value) for name, value in read.answers.items()}
    try:
        customer = register_customer(
            name=said["person.name"],
            born_on=said["person.born_on"],
            nino=said["person.nino"],
            postcode=said["home.postcode"],
            language=said["person.language"],
            by=actor_of(request, CHANNEL),
            as_at=now,
        )
    except NotDone as problem:
        return _page(request, read, error=str(problem))
    return redirect("telephone_open", customer.code)


def _page(request: HttpRequest, read: Read, error: str = "") -> HttpResponse:
    errors: list[dict[str, Any]] = [*error_list(read.errors), *([{"text": error}] if error else [])]
    return render(
        request,
        "telephone/register.html",
        page_context(
            page_title="Register a new customer",
            fields=fields_of(QUESTIONS, {}, read),
            error_list=errors,
            back_url=reverse("telephone_find"),
        ),
        status=422 if errors else 200,
    )
