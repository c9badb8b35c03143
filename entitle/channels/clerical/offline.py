"""The page that takes claims without the server, and where it delivers them when the server is back."""
from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.http import require_POST

from entitle.blueprint import registry
from entitle.channels.clerical import offline_data
from entitle.channels.clerical.frame import CHANNEL
from entitle.channels.clerical.offline_words import WORDS
from entitle.channels.clerical.read_offline import read_offline, who_of
from entitle.channels.clerical.reconciling import intake_key, sender_of
from entitle.gateways import clock
from entitle.kernel.periods import london_date
from entitle.pages.access import permission, public
from entitle.pages.actor import actor_of
from entitle.procedures.errors import NotDone
from entitle.procedures.hear_offline_device import hear_offline_device
from entitle.procedures.receive_offline_claim import receive_offline_claim


@public
def page(request: HttpRequest) -> HttpResponse:
    """The page itself: nobody's details are on it, and it is the same for everyone."""
    return render(request, "clerical/offline.html", {"words": WORDS})


@public
def questions(request: HttpRequest) -> HttpResponse:
    """Every benefit's questions, which anyone may read."""
    return HttpResponse(offline_data.questions_json(), content_type="application/json")


@public
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker, never itself from a cache."""
    return HttpResponse(offline_data.worker_script(), content_type="text/javascript",
                        headers={"Cache-Control": "no-cache"})


@public
def manifest(request: HttpRequest) -> HttpResponse:
    """What makes it installable."""
    return JsonResponse(offline_data.manifest(), content_type="application/manifest+json")


@permission("paper.enter")
def session(request: HttpRequest) -> HttpResponse:
    """Whether whoever has the browser may deliver now, and the token to do it with."""
    return JsonResponse({"token": get_token(request)})


@permission("paper.enter")
@require_POST
def tell(request: HttpRequest) -> HttpResponse:
    """How many claims the browser has taken."""
    try:
        sent = _sent(request)
        hear_offline_device(device_key=sent.get("device", ""), taken=sent.get("taken", 0),
                            by=actor_of(request, CHANNEL), as_at=clock.now())
    except NotDone as problem:
        return JsonResponse({"reason": str(problem)}, status=422)
    return JsonResponse({})


@permission("paper.enter")
@require_POST
def deliver(request: HttpRequest) -> HttpResponse:
    """One claim: 200 with its reference however often it is sent; 422 with the reason where it cannot be received."""
    try:
        sent = _sent(request)
        device, number = str(sent.get("device", "")), sent.get("number", 0)
        taken_at = _moment(sent.get("taken_at"))
        answers = read_offline(scheme=str(sent.get("scheme", "")), fields=_texts(sent), passed=sent.get("passed", []),
                               taken_on=london_date(taken_at))
        intake = receive_offline_claim(
            device_key=device, number=number, sender=sender_of(device), key=intake_key(device, number),
            scheme=str(sent.get("scheme", "")), taken_at=taken_at, who=who_of(answers),
            answers=_of_claim(str(sent.get("scheme", "")), answers), declared=sent.get("declared") is True,
            by=actor_of(request, CHANNEL), as_at=clock.now())
    except NotDone as problem:
        return JsonResponse({"reason": str(problem)}, status=422)
    return JsonResponse({"code": intake.code})


def _of_claim(scheme: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    if scheme not in registry.schemes():
        return {}
    asked = set(registry.scheme(scheme).claim.facts)
    return {fact: value for fact, value in answers.items() if fact in asked}


def _sent(request: HttpRequest) -> dict[str, Any]:
    try:
        sent = json.loads(request.body)
    except ValueError as wrong:
        raise NotDone("What was sent is not JSON.") from wrong
    if not isinstance(sent, dict):
        raise NotDone("What was sent is not an object.")
    return sent


def _texts(sent: Mapping[str, Any]) -> dict[str, str]:
    fields = sent.get("fields")
    if not isinstance(fields, dict):
        raise NotDone("fields: must be an object.")
    return {name: text for name, text in fields.items() if isinstance(text, str)}


def _moment(written: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(written)
    except (TypeError, ValueError) as wrong:
        raise NotDone("taken_at: must be a time, like 2026-11-03T10:15:00+00:00.") from wrong
    if moment.tzinfo is None:
        raise NotDone("taken_at: must say its time zone.")
    return moment
