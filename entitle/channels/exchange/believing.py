"""Whether a post came from our exchange: by its signature, or by the key of its event stream."""
from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from entitle.gateways.telephony.signature import is_key, is_signed


def signed_by_exchange(request: HttpRequest) -> bool:
    """The webhook shape: signed over the address as the exchange knows it, and the form."""
    return is_signed(key=settings.ENTITLE_EXCHANGE_KEY, form=request.POST.dict(),
                     url=settings.ENTITLE_EXCHANGE_DOOR.rstrip("/") + request.get_full_path(),
                     signature=request.headers.get("X-Twilio-Signature", ""))


def shows_stream_key(request: HttpRequest) -> bool:
    """The event stream: a key of its own."""
    return is_key(key=settings.ENTITLE_EXCHANGE_STREAM_KEY,
                  shown=request.headers.get("Authorization", "").removeprefix("Bearer "))
