"""What could I get? Every benefit's answer on one page, from what is known and a few questions. Nothing is kept."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from entitle.blueprint import registry
from entitle.blueprint.possibilities import Possibility, still_to_ask, what_could_i_get
from entitle.channels.online.benefits import slug_of as address_of
from entitle.channels.online.frame import LAYOUT, framed, show
from entitle.channels.online.standing import Standing, standing_of
from entitle.facts.fact import from_json
from entitle.gateways import clock
from entitle.pages.access import public
from entitle.pages.answer_checks import answer_checks
from entitle.pages.possible_words import change_in_words
from entitle.pages.walk_view import Walk, ask
from entitle.record.queries import every_fact, facts_of
from entitle.staff.models import User

_KEY = "what_could_i_get"


@public
@require_http_methods(["GET", "HEAD", "POST"])
def answers(request: HttpRequest) -> HttpResponse:
    """GET tells what each benefit says so far; POST forgets the answers and begins again."""
    if request.method == "POST":
        request.session.pop(_KEY, None)
        return redirect("online_what_could_i_get")
    standing = _standing(request)
    found, walk = _found(request, standing)
    return show(
        request, "what_could_i_get.html", standing,
        possible=[(each, change_in_words(each.change), reverse("online_benefit", args=[address_of(each.scheme)]))
                  for each in found],
        answered=len(request.session.get(_KEY, {})), left=len(walk.question_set) - len(walk.path.asked),
        next_url=walk.next_url if walk.path.next else "", known=bool(standing),
        back_url=reverse("online_account" if standing else "online_home"))


@public
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, slug: str) -> HttpResponse:
    """One question; after it the next, or what they come to."""
    _, walk = _found(request, _standing(request))
    return ask(request, walk=walk, slug=slug)


def _standing(request: HttpRequest) -> Standing | None:
    """Their own record, for someone who has shown who they are."""
    signed_in = isinstance(request.user, User) and request.user.kind == User.CUSTOMER
    standing = standing_of(request) if signed_in else None
    return standing if standing is None or standing.may("claims") else None


def _found(request: HttpRequest, standing: Standing | None) -> tuple[tuple[Possibility, ...], Walk]:
    held = request.session.get(_KEY, {})
    known = facts_of(customer_id=standing.customer.id, as_at=clock.now()) if standing else {}
    facts = known | {name: from_json(every_fact()[name], value) for name, value in held.items()}
    found = what_could_i_get(registry.schemes().values(), facts, on=clock.today())
    return found, Walk(
        question_set=still_to_ask(found, held),
        answers=held,
        known={name: value for name, value in known.items() if name not in held},
        save=lambda answers: _keep(request, answers),
        question_url=lambda slug: reverse("online_what_could_i_get_question", args=[slug]),
        check_url=reverse("online_what_could_i_get"),
        start_url=reverse("online_what_could_i_get"),
        leave_url=reverse("online_what_could_i_get"),
        checks=answer_checks(today=clock.today()),
        layout=LAYOUT,
        extra=framed(standing),
    )


def _keep(request: HttpRequest, answers: dict[str, Any]) -> None:
    request.session[_KEY] = {**request.session.get(_KEY, {}), **answers}
