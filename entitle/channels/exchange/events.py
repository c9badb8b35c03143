"""What became of calls: status callbacks in the webhook shape, and the event stream."""
from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest

from entitle.channels.exchange.believing import shows_stream_key, signed_by_exchange
from entitle.channels.exchange.hearing import hear, heard_form
from entitle.gateways import clock
from entitle.gateways.telephony import NotAnEvent, event_stream
from entitle.pages.access import machines

_TAKEN = 204


@machines(signed_by_exchange)
def events(request: HttpRequest) -> HttpResponse:
    """POST a status callback: taken, though it came before. 400 for one that tells of no call."""
    try:
        heard_form(request)
    except NotAnEvent:
        return HttpResponseBadRequest()
    return HttpResponse(status=_TAKEN)


@machines(shows_stream_key)
def stream(request: HttpRequest) -> HttpResponse:
    """POST a contact event: taken, though it came before or matters not. 400 for what cannot be read."""
    try:
        told = json.loads(request.body)
        event = event_stream.read(told) if isinstance(told, dict) else None
    except (NotAnEvent, ValueError):
        return HttpResponseBadRequest()
    if event is not None:
        hear(event, clock.now())
    return HttpResponse(status=_TAKEN)
