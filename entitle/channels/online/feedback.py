"""Is this page useful? Asked from the foot of every page, and joined to the step and the release."""
from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from entitle.channels.online.frame import show
from entitle.customers import queries as customers
from entitle.gateways import clock
from entitle.kernel.references import Actor
from entitle.pages.access import public
from entitle.pages.language import language
from entitle.procedures.errors import NotDone
from entitle.procedures.take_feedback import take_feedback
from entitle.staff.models import User


@public
def feedback(request: HttpRequest) -> HttpResponse:
    """GET asks two things; POST keeps them."""
    step = request.POST.get("step") or request.GET.get("step") or "feedback"
    useful, words = request.POST.get("useful", ""), request.POST.get("words", "")
    problem = ""
    if request.method == "POST":
        try:
            if useful not in ("yes", "no"):
                raise NotDone("Choose yes or no")
            take_feedback(step=step, release=settings.ENTITLE_RELEASE, language=language(), was_useful=useful == "yes",
                          words=words, customer_id=_customer_of(request), as_at=clock.now(),
                          by=Actor(role="customer", channel="online"))
        except NotDone:
            problem = gettext("Choose yes or no")
        else:
            return show(request, "feedback_thanks.html", page_title=gettext("Thank you"))
    return show(request, "feedback.html", page_title=gettext("Is that page useful?"), step=step, useful=useful,
                words=words, problem=problem, status=422 if problem else 200,
                error_list=[{"text": problem, "href": "#useful"}] if problem else [])


def _customer_of(request: HttpRequest) -> int | None:
    """Whoever is signed in as a customer."""
    user = request.user
    if not isinstance(user, User) or user.kind != User.CUSTOMER:
        return None
    own = customers.of_user(user.pk)
    return own.id if own is not None else None
