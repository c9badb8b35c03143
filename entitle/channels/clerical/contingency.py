"""The switch: which offices work without the system, and whether all that was taken meanwhile has arrived."""
from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from entitle.channels.clerical.frame import CHANNEL, page_context
from entitle.channels.clerical.reconciling import reconcile
from entitle.claims import queries as claims
from entitle.gateways import clock
from entitle.pages.access import permission, permissions
from entitle.pages.actor import actor_of
from entitle.pages.refusal import says_why_not
from entitle.procedures.begin_contingency import begin_contingency
from entitle.procedures.end_contingency import end_contingency
from entitle.procedures.errors import NotDone
from entitle.staff import queries as staff

SWITCH = "contingency.switch"


@permission("paper.enter")
def contingencies(request: HttpRequest) -> HttpResponse:
    """The offices that are over, and the reconciliation of every browser."""
    return _page(request)


@permission(SWITCH)
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """An office goes over: everyone there is told on every page, from the next one that they open."""
    try:
        made = begin_contingency(office_code=request.POST.get("office", ""), why=request.POST.get("why", ""),
                                 by=actor_of(request, CHANNEL), as_at=clock.now())
    except NotDone as problem:
        return _page(request, str(problem))
    messages.success(request, f"Everyone at {made.office.name} now reads what to do on every page.")
    return redirect("clerical_contingencies")


@permission(SWITCH)
@require_POST
@says_why_not
def end(request: HttpRequest, contingency: str) -> HttpResponse:
    """An office comes back; what it took is still waited for."""
    ended = end_contingency(code=contingency, by=actor_of(request, CHANNEL), as_at=clock.now())
    messages.success(request, f"{staff.contingency(ended.code).office.name} works as usual again.")
    return redirect("clerical_contingencies")


def _page(request: HttpRequest, problem: str = "") -> HttpResponse:
    offices = staff.offices()
    found = staff.contingencies()
    over = {each.office_id for each in found if each.state == "on"}
    return render(request, "clerical/contingency.html", page_context(
        page_title="Contingency", here="contingency", held=[each for each in found if each.state == "on"],
        past=[each for each in found if each.state != "on"], may_switch=SWITCH in permissions(request),
        others=[office for office in offices if office.id not in over], problem=problem,
        chosen=request.POST.get("office", ""), why=request.POST.get("why", ""), devices=reconcile(staff.devices()),
        packs=claims.pack_counts(),
        error_list=[{"text": problem, "href": "#why"}] if problem else [],
    ), status=422 if problem else 200)
