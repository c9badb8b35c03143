"""A person who wrote to us and has no record yet."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from entitle.channels.clerical.frame import CHANNEL, page_context
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

QUESTIONS = (*IDENTITY, contact.LANGUAGE.bound_to(IDENTITY.dictionary))


@permission("paper.enter")
def register(request: HttpRequest) -> HttpResponse:
    """Who the paper says they are."""
    if request.method != "POST":
        return _page(request, Read())
    if request.POST.get("typed") == "search":
        return _page(request, Read(posted={name: str(text) for name, text in request.POST.items()}))
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
            as_at=clock.now(),
        )
    except NotDone as problem:
        return _page(request, read, str(problem))
    return redirect("clerical_open", customer.code)


def _page(request: HttpRequest, read: Read, problem: str = "") -> HttpResponse:
    errors = [*error_list(read.errors), *([{"text": problem}] if problem else [])]
    return render(
        request,
        "clerical/register.html",
        page_context(
            page_title="Register a new customer",
            fields=fields_of(QUESTIONS, {}, read),
            error_list=errors,
            back_url=reverse("clerical_find"),
        ),
        status=422 if errors else 200,
    )
