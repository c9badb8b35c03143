"""The client against the sandbox, over a real socket."""
from __future__ import annotations

import os
import socket

import clamd
import pytest

from entitle.gateways import virus
from entitle.gateways.virus.client import ClamdScanner
from entitle.gateways.virus.sandbox.server import EICAR, serve


@pytest.fixture
def scanner(settings):
    running = serve(most=3_000_000)
    settings.ENTITLE_CLAMD = running.address
    yield running
    running.stop()


class TestScanning:
    def test_an_ordinary_file_is_clean(self, scanner):
        assert virus.scan(b"%PDF-1.7 hello") == virus.Verdict("clean")

    def test_an_infected_file_is_named_wherever_in_it_the_virus_is(self, scanner):
        found = virus.scan(os.urandom(50_000) + EICAR + os.urandom(50_000))
        assert found == virus.Verdict("infected", "Eicar-Test-Signature")

    def test_a_large_file_arrives_whole(self, scanner):
        assert virus.scan(os.urandom(2_000_000) + EICAR).result == "infected"

    def test_both_ways_of_ending_a_command_are_understood(self, scanner):
        host, port = scanner.address.split(":")
        with socket.create_connection((host, int(port))) as line:
            line.sendall(b"zPING\0")
            assert line.recv(10) == b"PONG\0"
        assert clamd.ClamdNetworkSocket(host, int(port)).ping() == "PONG"


class TestNoVerdictIsNotClean:
    def test_when_there_is_no_scanner(self, scanner, settings):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            settings.ENTITLE_CLAMD = f"127.0.0.1:{free.getsockname()[1]}"
        assert virus.scan(b"x") == virus.Verdict("unscanned", "ConnectionError")

    def test_when_the_file_is_too_large_for_it(self, scanner):
        assert virus.scan(b"x" * 3_100_000).result == "unscanned"

    def test_when_it_takes_too_long(self):
        with socket.socket() as silent:
            silent.bind(("127.0.0.1", 0))
            silent.listen()
            assert ClamdScanner(f"127.0.0.1:{silent.getsockname()[1]}", seconds=1).scan(b"x").result == "unscanned"

    def test_when_its_address_is_nonsense(self, settings):
        settings.ENTITLE_CLAMD = "nowhere"
        assert virus.scan(b"x").result == "unscanned"
