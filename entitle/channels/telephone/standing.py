"""Where an agent stands: the call that they have, and where their browser hears of the next."""
from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from entitle.channels.telephone.calls import CHANNEL, line_in_hand
from entitle.channels.telephone.stream_token import stream_for
from entitle.gateways import clock
from entitle.pages.access import permission
from entitle.pages.actor import actor_of
from entitle.pages.refusal import says_why_not
from entitle.procedures.be_ready import be_ready
from entitle.procedures.stop_being_ready import stop_being_ready


@permission("call.take")
def standing(request: HttpRequest) -> HttpResponse:
    """For the page's script, when the stream was lost or begins: what it may have missed, and a token to go on."""
    by = actor_of(request, CHANNEL)
    assert by.user_id is not None
    held = line_in_hand(by)
    return JsonResponse({"stream": stream_for(by.user_id), "line": held.code if held else "",
                         "state": held.state if held else ""})


@permission("call.take")
@require_POST
@says_why_not
def begin(request: HttpRequest) -> HttpResponse:
    """Ready: whoever waits for them comes at once."""
    be_ready(agent=actor_of(request, CHANNEL), as_at=clock.now())
    return redirect("telephone_ready")


@permission("call.take")
@require_POST
@says_why_not
def stop(request: HttpRequest) -> HttpResponse:
    """Ready no longer; a call that came to them first is still theirs."""
    stop_being_ready(agent=actor_of(request, CHANNEL))
    return redirect("telephone_ready")
