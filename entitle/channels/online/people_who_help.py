"""Who may act for a customer: agreed by the customer, topic by topic, and ended at once when they say so."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from entitle.channels.online.door import NotYours, own_door
from entitle.channels.online.frame import show
from entitle.channels.online.standing import OWN, TOPICS, Standing
from entitle.customers import queries as customers
from entitle.customers.models import Representative
from entitle.gateways import clock
from entitle.kernel.references import read_code
from entitle.kernel.words import Words
from entitle.procedures.confirm_representative import confirm_representative
from entitle.procedures.end_representative import end_representative
from entitle.procedures.propose_representative import propose_representative
from entitle.staff import queries as staff
from entitle.staff.models import User

KINDS = {
    "helper": Words("Helps you", cy="Yn eich helpu"),
    "appointee": Words("Your appointee", cy="Eich penodai"),
    "attorney": Words("Your attorney", cy="Eich atwrnai"),
}
_LONGEST_NAME = 200


@own_door(OWN)
@require_safe
def people(request: HttpRequest, standing: Standing) -> HttpResponse:
    now = [each for each in customers.representatives(standing.customer.id) if each.state == "active"]
    return show(request, "people_who_help.html", standing, current="online_details", people=now, kinds=KINDS,
                topics=TOPICS, back_url=reverse("online_details"))


@own_door(OWN)
def add(request: HttpRequest, standing: Standing) -> HttpResponse:
    """GET asks for a name, topics and their sign-in's code; POST is the customer's own consent."""
    if request.method != "POST":
        return _form(request, standing, {})
    name = " ".join(request.POST.get("name", "").split())
    scope = tuple(topic for topic in TOPICS if topic in request.POST.getlist("scope"))
    written = request.POST.get("code", "").strip()
    errors, helper = {}, None
    if not name or len(name) > _LONGEST_NAME:
        errors["name"] = gettext("Enter their name")
    if not scope:
        errors["scope"] = gettext("Choose at least one thing they may help you with")
    if written:
        helper = _sign_in(written)
        if helper is None or helper.pk == request.user.pk:
            errors["code"] = gettext("Enter the code as it is on their details page, like USR-1234-5678")
    if errors:
        return _form(request, standing, errors)
    proposed = propose_representative(customer_code=standing.customer.code, name=name, kind=Representative.HELPER,
                                      scope=scope, user_id=helper.pk if helper else None, by=standing.by,
                                      as_at=clock.now())
    confirm_representative(representative_id=proposed.id, by=standing.by, as_at=clock.now())
    return redirect("online_people")


@own_door(OWN)
@require_POST
def end(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Asks once whether they are sure, then ends it at once. An appointee is ended by an officer, not here."""
    found = next((each for each in customers.representatives(standing.customer.id)
                  if str(each.id) == request.POST.get("who") and each.state == "active"
                  and each.kind == Representative.HELPER), None)
    if found is None:
        raise NotYours("There is nobody to end.")
    if request.POST.get("sure") != "yes":
        return show(request, "end_help.html", standing, person=found, back_url=reverse("online_people"))
    end_representative(representative_id=found.id, reason="the customer's own wish", by=standing.by, as_at=clock.now())
    return redirect("online_people")


def _sign_in(written: str) -> User | None:
    """The customer sign-in that has that code, however it was typed."""
    code = read_code(written) or written
    try:
        found = staff.get(code)
    except User.DoesNotExist:
        return None
    return found if found.kind == User.CUSTOMER else None


def _form(request: HttpRequest, standing: Standing, errors: dict[str, str]) -> HttpResponse:
    return show(request, "add_help.html", standing, status=422 if errors else 200, errors=errors, topics=TOPICS,
                typed={"name": request.POST.get("name", ""), "code": request.POST.get("code", ""),
                       "scope": request.POST.getlist("scope")},
                error_list=[{"text": words, "href": f"#{field}"} for field, words in errors.items()],
                back_url=reverse("online_people"))
