"""The benefits there are, what each asks for, and beginning a claim: all of it from the scheme's own sheet."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from entitle.blueprint import registry
from entitle.blueprint.scheme import Scheme
from entitle.channels.online.door import answered, own_door
from entitle.channels.online.frame import show
from entitle.channels.online.standing import Standing
from entitle.claims import queries as claims
from entitle.gateways import clock
from entitle.pages.access import public
from entitle.procedures.start_claim import start_claim
from entitle.questions.bank.documents import document_words
from entitle.staff.models import User

NEEDED_KINDS = ("nino", "bank_account", "address")


@public
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The benefits, and signing in. Someone signed in comes to their account instead."""
    if isinstance(request.user, User) and request.user.kind == User.CUSTOMER:
        return redirect("online_account")
    benefits = [{"title": scheme.title, "href": reverse("online_benefit", args=[slug_of(scheme)])}
                for scheme in registry.schemes().values()]
    return show(request, "home.html", benefits=benefits)


@public
@require_safe
def benefit(request: HttpRequest, benefit: str) -> HttpResponse:
    """What a benefit is, what to have ready, and the ways to claim it."""
    return answered(request, None, lambda: _benefit(request, scheme_at(benefit)))


@own_door("claims")
def begin(request: HttpRequest, standing: Standing, benefit: str) -> HttpResponse:
    """GET says what will happen; POST begins the claim, or goes on with the one already begun."""
    scheme = scheme_at(benefit)
    opened = claims.open_claim(customer_id=standing.customer.id, scheme=scheme.name)
    if request.method == "POST":
        claim = start_claim(scheme=scheme.name, customer_id=standing.customer.id, by=standing.by, as_at=clock.now())
        return redirect("online_claim_next", claim.code)
    if opened is not None:
        return redirect("online_claim", opened.code)
    return show(request, "begin.html", standing, scheme=scheme, back_url=reverse("online_benefit", args=[benefit]))


def scheme_at(slug: str) -> Scheme:
    """The scheme at an address. Raises NoSuchScheme."""
    return registry.scheme(slug.replace("-", "_"))


def slug_of(scheme: Scheme) -> str:
    """How a scheme is addressed."""
    return scheme.name.replace("_", "-")


def _benefit(request: HttpRequest, scheme: Scheme) -> HttpResponse:
    dictionary = scheme.dictionary
    needed = [dictionary[question.fact].label for question in scheme.claim
              if question.kind.name in NEEDED_KINDS and not question.when and not question.optional]
    proofs = [document_words(kind) for fact, kinds in scheme.evidence.items() for kind in kinds]
    return show(request, "benefit.html", scheme=scheme, needed=needed, proofs=proofs,
                questions=len(scheme.claim), standard=scheme.decision_standard,
                begin_url=reverse("online_begin", args=[slug_of(scheme)]), back_url=reverse("online_home"))
