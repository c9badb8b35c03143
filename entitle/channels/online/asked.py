"""Further questions for a claim: someone's own, or one that they were asked to take part in. Each answers alone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from entitle.channels.online.documents import keeper
from entitle.channels.online.door import NotYours, own_door
from entitle.channels.online.frame import LAYOUT, framed, show
from entitle.channels.online.standing import CHANNEL, OWN, Standing, user_of
from entitle.channels.online.who_you_are import INVITED
from entitle.claims import queries as claims
from entitle.claims.models import SetAsked
from entitle.customers import queries as customers
from entitle.gateways import clock
from entitle.pages.access import customer_only
from entitle.pages.actor import actor_of
from entitle.pages.answer_checks import answer_checks
from entitle.pages.further_walk import about_further, further_walk
from entitle.pages.walk_view import Walk, ask, check, slug_of
from entitle.procedures.errors import Incomplete, NotDone, NotFound, NotPermitted
from entitle.procedures.gather_further import FurtherDraft, gather_further
from entitle.procedures.join_claim import join_claim
from entitle.procedures.open_invitation import open_invitation
from entitle.procedures.send_further import send_further


@own_door(OWN)
@require_safe
def start(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    """What is asked, by whom, why, and by when."""
    draft = _draft(standing, code)
    if draft.asked.state == "answered":
        return redirect("online_asked_sent", code)
    path = draft.path
    return show(request, "asked.html", standing, **about_further(draft), next_url=_walk(standing, draft).next_url,
                begun=bool(path.asked), back_url=reverse("online_account"))


@own_door(OWN)
def question(request: HttpRequest, standing: Standing, code: str, slug: str) -> HttpResponse:
    draft = _draft(standing, code)
    if draft.asked.state == "answered":
        return redirect("online_asked_sent", code)
    return ask(request, walk=_walk(standing, draft, slug), slug=slug)


@own_door(OWN)
def check_answers(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    """GET shows every answer; POST sends them. Sent twice, they are sent once."""
    draft = _draft(standing, code)
    if draft.asked.state == "answered":
        return redirect("online_asked_sent", code)

    def send() -> HttpResponse:
        try:
            send_further(asked_code=code, by=standing.by, as_at=clock.now())
        except Incomplete:
            return redirect("online_asked", code)
        return redirect("online_asked_sent", code)

    return check(request, walk=_walk(standing, draft), send=send, submit_words=gettext("Agree and send"))


@own_door(OWN)
@require_safe
def sent(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    draft = _draft(standing, code)
    if draft.asked.state != "answered":
        return redirect("online_asked", code)
    heading = gettext("We have your answers")
    return show(request, "asked_sent.html", standing, heading=heading, page_title=heading, reference=code,
                **about_further(draft))


@customer_only
def join(request: HttpRequest) -> HttpResponse:
    """GET asks for the code in the letter; POST reads it. Who someone is, is asked after, unless we know it."""
    typed = request.POST.get("code", "").strip()
    if request.method != "POST":
        return _join_page(request, typed)
    by = actor_of(request, CHANNEL)
    if not typed:
        return _join_page(request, typed, gettext("Enter the code that is in your letter"))
    try:
        asked = open_invitation(code=typed, by=by, as_at=clock.now())
        digest = bytes(asked.code_digest or b"")
        if customers.of_user(user_of(request).pk) is not None:
            join_claim(asked_code=asked.code, digest=digest, by=by, as_at=clock.now())
            return redirect("online_asked", asked.code)
    except NotFound:
        wrong = gettext("That code is not right, or it has been used. Check it in your letter")
        return _join_page(request, typed, wrong)
    except NotPermitted as refusal:
        return _join_page(request, typed, _why(refusal))
    request.session[INVITED] = {"asked": asked.code, "digest": digest.hex()}
    return redirect(f"{reverse('online_who')}?next={reverse('online_asked', args=[asked.code])}")


def _why(refusal: NotDone) -> str:
    """The only two: too many tries, or not the person invited."""
    if "hour" in str(refusal):
        return gettext("Too many codes were wrong. Wait an hour, or call us")
    return gettext("That invitation is not for you. If you think it is, call us and we will help")


def _join_page(request: HttpRequest, typed: str, error: str = "") -> HttpResponse:
    return show(request, "join.html", status=422 if error else 200, typed=typed, error=error,
                heading=gettext("Enter the code in your letter"),
                hint=gettext("It begins with INV. We wrote to you because someone named you in their claim."),
                error_list=[{"text": error, "href": "#code"}] if error else [], back_url=reverse("online_home"))


def _draft(standing: Standing, code: str) -> FurtherDraft:
    return gather_further(asked=_own(standing, code), as_at=clock.now())


def _own(standing: Standing, code: str) -> SetAsked:
    """Raises NotYours for what is asked of anyone else, the claimant included; NotDone where it is no longer needed."""
    asked = claims.asked(code=code)
    if asked is None or asked.customer_id != standing.customer.id:
        raise NotYours("Nothing is asked with that reference.")
    if asked.state == "cancelled":
        raise NotDone("These questions no longer need an answer.")
    return asked


def _walk(standing: Standing, draft: FurtherDraft, slug: str = "") -> Walk:
    code = draft.asked.code
    asked = next((each for each in draft.questions if slug_of(each.fact) == slug), None)
    return further_walk(
        draft=draft,
        by=standing.by,
        now=clock.now,
        question_url=lambda slug: reverse("online_asked_question", args=[code, slug]),
        check_url=reverse("online_asked_check", args=[code]),
        start_url=reverse("online_asked", args=[code]),
        leave_url=reverse("online_asked", args=[code]),
        checks=answer_checks(today=clock.today(), keep=keeper(standing, kind=(asked and asked.proof) or "letter")),
        layout=LAYOUT,
        extra=framed(standing),
    )
