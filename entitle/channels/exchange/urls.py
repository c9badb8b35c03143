"""The addresses that exchanges post to."""
from __future__ import annotations

from django.urls import path

from entitle.channels.exchange import events, voice

urlpatterns = [
    path("voice/", voice.voice, name="exchange_voice"),
    path("events/", events.events, name="exchange_events"),
    path("stream/", events.stream, name="exchange_stream"),
]
