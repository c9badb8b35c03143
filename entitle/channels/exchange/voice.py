"""The line itself: at each step the exchange tells what the caller did, and is told what to do next."""
from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest

from entitle.channels.exchange import flow
from entitle.channels.exchange.agency import OurAgency
from entitle.channels.exchange.believing import signed_by_exchange
from entitle.channels.exchange.hearing import call_of_form
from entitle.channels.exchange.turn import Heard, turn_of
from entitle.gateways import clock, telephony
from entitle.gateways.telephony import NotAnEvent, webhook
from entitle.pages.access import machines


@machines(signed_by_exchange)
def voice(request: HttpRequest) -> HttpResponse:
    """POST: the next verbs. 400 for a form that tells of no call, or an address that is no step of the script."""
    heard = Heard(digits=request.POST.get("Digits", ""), words=request.POST.get("SpeechResult", ""))
    try:
        turn = turn_of(request.GET.dict())
        call = call_of_form(request)
        commands = flow.go_on(turn, heard, OurAgency(call, clock.now()))
    except (NotAnEvent, KeyError, ValueError):
        return HttpResponseBadRequest()
    return HttpResponse(webhook.write(commands, where=telephony.door), content_type="text/xml; charset=utf-8")
