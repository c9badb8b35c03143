"""Two callers ring over real SIP, steered by keypad in Welsh and by text; one is joined to an agent's telephone."""
from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from entitle.contacts.models import Call
from entitle.gateways import clock
from entitle.gateways.telephony.sandbox.exchange import KEY
from entitle.kernel.references import Actor
from entitle.procedures.take_next_call import take_next_call
from entitle.staff import operations as staff
from entitle.steering.steer import steer

HERE = Path(__file__).parent / "sip"
SECONDS = 20
MEDIA_PORTS = 10_000 + os.getpid() % 220 * 80
"""Each telephone needs a few in a row, below those that the system gives out to anyone: this process's own."""
SIGNAL_PORTS = range(MEDIA_PORTS + 60, MEDIA_PORTS + 80)
SOUND = bytes((0x55, 0xD5, 0x35, 0xB5)) * 2000
"""A second of a tone, as a telephone line codes it (G.711 A-law)."""


class Telephones:
    """The exchange's process, and sipp playing the telephones of callers and of an agent."""

    def __init__(self, door: str, folder: Path) -> None:
        self.folder, self.started = folder, []
        self._ports = iter(SIGNAL_PORTS)
        self.port, self.agents = next(self._ports), next(self._ports)
        (folder / "tone.al").write_bytes(SOUND)
        self.exchange = subprocess.Popen(
            [sys.executable, "-m", "entitle.gateways.telephony.sip", "--quick", "--door", door, "--port",
             str(self.port), "--agents", f"sip:{{name}}@127.0.0.1:{self.agents}"],
            env=os.environ | {"ENTITLE_EXCHANGE_KEY": KEY}, stdout=subprocess.PIPE, text=True)
        assert "listening" in self.exchange.stdout.readline()

    def agent(self) -> subprocess.Popen[bytes]:
        return self._sipp("agent", "-p", str(self.agents), "-rtp_echo")

    def rings(self, number: str, *, first: str, second: str, words: str = "") -> subprocess.Popen[bytes]:
        keys = {"number": number, "first": first, "second": second, "words": words}
        return self._sipp("caller", "-p", str(next(self._ports)), f"127.0.0.1:{self.port}",
                          *(part for name, value in keys.items() for part in ("-key", name, value)))

    def _sipp(self, scenario: str, *more: str) -> subprocess.Popen[bytes]:
        self.started.append(subprocess.Popen(
            ["sipp", "-sf", HERE / f"{scenario}.xml", "-i", "127.0.0.1", "-m", "1", "-nostdin",
             "-mp", str(MEDIA_PORTS + 20 * len(self.started)), "-timeout", f"{SECONDS}s", *more],
            cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        return self.started[-1]

    def stop(self) -> str:
        """What the exchange said."""
        for telephone in self.started:
            telephone.kill()
        self.exchange.terminate()
        return self.exchange.communicate(timeout=SECONDS)[0]


@pytest.fixture
def telephones(service, settings, tmp_path) -> Iterator[Telephones]:
    settings.ENTITLE_EXCHANGE_KEY, settings.ENTITLE_EXCHANGE_DOOR = KEY, service
    made = Telephones(service, tmp_path)
    yield made
    for process in (*made.started, made.exchange):
        process.kill()
        process.wait()


def soon(found: Callable[[], Call | None]) -> Call:
    """What the exchange brings about in a moment."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        if call := found():
            return call
        time.sleep(0.05)
    raise AssertionError([(call.number, call.state) for call in Call.objects.all()])


def test_a_call_over_sip_is_steered_waits_and_is_joined_to_an_agent(telephones):
    user = staff.add_user(username="precious", name="Precious Okafor", language="cy", skills=("payments",))
    staff.give_role(user_id=user.pk, team_id=staff.add_team(name="Contact centre 1").pk, role="agent")
    precious = Actor(role="staff", channel="telephone", user_id=user.pk, name=user.name)
    steered = steer("i have moved house")  # what steering has learned is read before anyone rings
    telephone = telephones.agent()
    by_keypad = telephones.rings("07700900123", first="2", second="1")
    by_text = telephones.rings("07700900124", first="1", second="3", words="i have moved house")

    taken = soon(lambda: take_next_call(agent=precious, as_at=clock.now()))
    assert (taken.number, taken.queue, taken.language) == ("07700900123", "Q_PAYMENTS", "cy")
    assert [each.wait(SECONDS) for each in (by_keypad, by_text, telephone)] == [0, 0, 0]

    ended = soon(lambda: Call.objects.filter(number="07700900123", state="wrapping_up").first())
    assert (ended.outcome, ended.agent_id) == ("answered", user.pk)
    other = soon(lambda: Call.objects.filter(number="07700900124", state="self_served").first())
    assert (other.queue, other.language, other.summary) == ("Q_CHANGES", "en", steered.summary)
    [joined] = [line for line in telephones.stop().splitlines() if "joined for a while" in line]
    sound = [int(word) for word in joined.split() if word.isdecimal()]
    assert len(sound) == 2 and all(sound), "sound was carried both ways"
