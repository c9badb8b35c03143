"""One call starts a whole pretend world, and its settings lead every client to it."""
from __future__ import annotations

from datetime import date

import pytest
import requests

from entitle.gateways import banking, national_insurance, notify, sandboxes, virus
from entitle.gateways.calling import call
from entitle.gateways.errors import Refused, Retryable
from entitle.gateways.loopback import Reply, serve_http

ANY_PORT = dict.fromkeys(sandboxes.PORTS, 0)


@pytest.fixture
def world(settings):
    running = sandboxes.start(ports=ANY_PORT, records={"AB123456C": {"qualifying_years": 12}})
    for name, value in running.settings.items():
        setattr(settings, name, value)
    yield running
    running.stop()


class TestThePretendWorld:
    def test_every_client_finds_its_server(self, world):
        assert national_insurance.fetch("AB123456C")["national_insurance.qualifying_years"] == 12
        assert virus.scan(b"hello").result == virus.CLEAN
        assert banking.returns(up_to=date(2026, 12, 1)) == ()
        notify.send_sms(to="07700900123", body="Hello", reference="MSG-1")
        assert [post.body for post in world.servers["notify"].posts] == ["Hello"]

    def test_a_port_that_is_taken_leaves_nothing_running(self, world):
        taken = int(world.settings["ENTITLE_BANK_URL"].rsplit(":", 1)[1])
        with pytest.raises(OSError, match="in use"):
            sandboxes.start(ports={**ANY_PORT, "banking": taken})
        assert banking.returns(up_to=date(2026, 12, 1)) == ()

    def test_once_stopped_nothing_answers(self, settings):
        running = sandboxes.start(ports=ANY_PORT)
        running.stop()
        with pytest.raises(requests.ConnectionError):
            requests.get(running.settings["ENTITLE_NOTIFY_URL"], timeout=1)


class TestACall:
    @pytest.fixture
    def server(self):
        running = serve_http(lambda request: Reply(200, request.json()))
        yield running
        running.stop()

    def test_sorts_what_can_be_tried_again_from_what_cannot(self, server):
        for status, error in ((500, Retryable), (429, Retryable), (400, Refused), (403, Refused)):
            server.fail_next(status)
            with pytest.raises(error, match=f"it .*{status}"):
                call("POST", server.url, what="it", content=b"{}")

    def test_a_sandbox_answers_even_what_makes_no_sense(self, server):
        with pytest.raises(Retryable, match="500"):
            call("POST", server.url, what="it", content=b"not json")
