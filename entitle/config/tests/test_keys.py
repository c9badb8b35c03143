"""Entitle does not start with keys that others know, and a demonstration listens on this machine only."""
from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from entitle.config.serving import ExposedDemonstration, web_command
from entitle.config.tests.conftest import KEYS, Run, environment

ROOT = Path(__file__).resolve().parents[3]
START = "from entitle.config import wsgi"


def started(place: Path, *command: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Any application server does this first, whatever its own command line."""
    return subprocess.run([sys.executable, *(command or ("-c", START))], env=environment(place, **settings), text=True,
                          capture_output=True, check=False)


class TestOutsideDemoMode:
    @pytest.mark.parametrize(("settings", "says"), [
        ({}, "ENTITLE_SECRET_KEY is not set"),
        ({"ENTITLE_SECRET_KEY": KEYS["ENTITLE_SECRET_KEY"]}, "ENTITLE_SEAL_KEY is not set"),
        (KEYS | {"ENTITLE_SEAL_KEY": "demo-entitle_seal_key-for-this-machine-only"}, "is a demonstration key"),
        (KEYS | {"ENTITLE_SECRET_KEY": "short"}, "too short"),
        ({"ENTITLE_DEMO": "0"}, "ENTITLE_SECRET_KEY is not set"),
    ], ids=["no keys", "one key", "a demonstration key", "a short key", "demo mode off"])
    def test_no_application_server_starts(self, place: Path, settings: dict[str, str], says: str) -> None:
        answer = started(place, **settings)
        assert answer.returncode != 0 and says in answer.stderr
        assert not (place / "postgresql").exists()

    def test_it_starts_with_keys_of_its_own_and_asks_nothing_of_the_database(self, place: Path) -> None:
        answer = started(place, **KEYS)
        assert (answer.returncode, (place / "postgresql").exists()) == (0, False), answer.stderr


class TestDemoMode:
    def test_starts_with_no_keys(self, place: Path) -> None:
        assert started(place, ENTITLE_DEMO="1").returncode == 0

    def test_refuses_to_listen_to_other_machines(self, entitle: Run) -> None:
        answer = entitle("serve", "--host", "0.0.0.0", ENTITLE_DEMO="1")
        assert answer.returncode == 1
        assert "demo mode signs anyone in, so it will not listen on 0.0.0.0" in answer.stderr

    @pytest.mark.parametrize("host", ["::", "192.0.2.7", "entitle.example", ""])
    def test_knows_every_other_address_for_what_it_is(self, host: str) -> None:
        with pytest.raises(ExposedDemonstration):
            web_command(host=host, port=8000, workers=1, demonstration=True)
        assert host in web_command(host=host, port=8000, workers=1, demonstration=False)


class TestTheHandbook:
    def test_names_every_setting_that_is_read_from_the_environment(self) -> None:
        read = re.compile(r"""(?:environ(?:\.get|\.setdefault)?[\[(]|_(?:secret|number|json|folders)\()\s*"""
                          r'''"((?:ENTITLE|OIDC|DATABASE)_\w+)"''')
        settings = {name for path in (ROOT / "entitle").rglob("*.py") if "tests" not in path.parts
                    for name in read.findall(path.read_text())}
        table = (ROOT / "docs" / "handbook" / "operate.md").read_text()
        documented = set(re.findall(r"^\| `((?:ENTITLE|OIDC|DATABASE)_\w+)` \|", table, re.MULTILINE))
        assert {"ENTITLE_SECRET_KEY", "DATABASE_URL", "OIDC_ISSUER", "ENTITLE_VAR"} <= settings
        assert documented == settings
