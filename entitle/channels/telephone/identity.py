"""The caller shows who they are: asked once in a call."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from entitle.channels.telephone.calls import Call, in_any_call, note
from entitle.pages.access import permission
from entitle.pages.typed import whole_number
from entitle.procedures.confirm_caller import confirm_caller
from entitle.procedures.hear_representative import hear_representative


@permission("customer.look")
@require_POST
@in_any_call
def confirm(request: HttpRequest, call: Call) -> HttpResponse:
    """They answered as the record says."""
    confirm_caller(contact_code=call.code, by=call.by, as_at=call.as_at)
    return redirect(call.url)


@permission("customer.look")
@require_POST
@in_any_call
def representative(request: HttpRequest, call: Call) -> HttpResponse:
    """Somebody who may speak for the customer rings by themselves, and answered who they are."""
    heard = hear_representative(
        contact_code=call.code, representative_id=whole_number(request.POST.get("representative", "")) or 0,
        by=call.by, as_at=call.as_at)
    note(request, call, f"Spoke with {heard.name}, who may speak for the customer.")
    return redirect(call.url)
