"""A pretend exchange that rings this line, in the test's own transaction."""
from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

import pytest
from django.test import Client

from entitle.gateways.telephony.asking import NoAnswer
from entitle.gateways.telephony.sandbox.exchange import ACCOUNT, KEY, Exchange
from entitle.gateways.telephony.signature import sign

DOOR = "https://agency.example"


class ThroughClient:
    """Posts as the exchange does, by Django's own client."""

    def __init__(self) -> None:
        self._client = Client(enforce_csrf_checks=True)

    def post(self, url: str, form: Mapping[str, str]) -> bytes:
        split = urlsplit(url)
        answer = self._client.post(
            f"{split.path}?{split.query}" if split.query else split.path, dict(form),
            headers={"X-Twilio-Signature": sign(key=KEY, url=url, form=form)})
        if answer.status_code >= 400:
            raise NoAnswer(f"status {answer.status_code}")
        return answer.content


@pytest.fixture
def exchange(db, settings):
    settings.ENTITLE_EXCHANGE_ACCOUNT, settings.ENTITLE_EXCHANGE_KEY = ACCOUNT, KEY
    settings.ENTITLE_EXCHANGE_DOOR = DOOR
    made = Exchange(DOOR, poster=ThroughClient(), kept=[])
    settings.ENTITLE_EXCHANGE_API = made.api.url
    yield made
    made.stop()
