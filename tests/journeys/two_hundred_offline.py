"""`make offline`: 200 claims with the server stopped, the browser killed half-way; all arrive once within a minute."""
from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, expect

from entitle.channels.clerical.reconciling import reconcile
from entitle.channels.clerical.tests.test_claims_taken_offline import WHO
from entitle.channels.clerical.tests.test_forms_out_and_back import FORM
from entitle.claims.models import Intake
from entitle.gateways import clock
from entitle.staff import queries as staff
from tests.conftest import CHROMIUM, FLAGS
from tests.journeys.taking_offline import Server, set_up, take, unlock

pytestmark = pytest.mark.browser

CLAIMS, SECONDS = 200, 60
LETTERS = "abcdefghijklmnopqrst"
FAMILIES = ("O’Neill", "Ní Dhomhnaill", "d’Arcy-Jones", "Llŷr", "O'Neill")


@pytest.fixture
def server(transactional_db, _collected) -> Iterator[Server]:
    made = Server()
    yield made
    made.stop()


@pytest.fixture
def kept_browser(browser: Browser, tmp_path: Path) -> Callable[[], BrowserContext]:
    """Opens a browser that keeps what it holds on the disk, as an adviser's does."""
    return lambda: browser.browser_type.launch_persistent_context(
        tmp_path / "profile", executable_path=CHROMIUM, args=FLAGS, locale="en-GB")


def kill_browser(profile: Path) -> None:
    """The power fails: every process of that browser, and of no other, ends at once."""
    for found in Path("/proc").iterdir():
        try:
            started = (found / "cmdline").read_bytes()
        except OSError:
            continue
        if str(profile).encode() in started:
            os.kill(int(found.name), signal.SIGKILL)


def person(number: int) -> dict[str, str]:
    return {"person-name-given": f"Made{LETTERS[number // 20 % 20]}{LETTERS[number % 20]}",
            "person-name-family": FAMILIES[number % len(FAMILIES)],
            "person-born_on-year": str(1940 + number % 20), "person-nino": ""}


class TestTwoHundredClaims:
    def test_taken_without_the_server_all_arrive_once_with_their_times(
            self, server: Server, kept_browser: Any, tmp_path: Path, as_user: Any, an_officer: Any, settings: Any):
        offline = server.address + reverse("clerical_offline")
        began = clock.now()
        context = kept_browser()
        page = context.new_page()
        set_up(page, offline)
        server.stop()
        numbers = [take(page, "State Pension", WHO | FORM | person(number)) for number in range(CLAIMS // 2)]
        kill_browser(tmp_path / "profile")
        context = kept_browser()
        page = context.new_page()
        unlock(page, offline)
        numbers += [take(page, "State Pension", WHO | FORM | person(number)) for number in range(CLAIMS // 2, CLAIMS)]
        assert numbers == [*range(1, CLAIMS + 1)]
        ended = clock.now()
        name = settings.SESSION_COOKIE_NAME
        value = as_user(an_officer("agent")).cookies[name].value
        context.add_cookies([{"name": name, "value": value, "url": server.address}])
        server.start()
        returned = time.monotonic()
        expect(page.get_by_text("All that was taken has arrived.")).to_be_visible(timeout=SECONDS * 1000)
        print(f"{CLAIMS} claims arrived {time.monotonic() - returned:.1f} seconds after the server came back")
        context.close()
        intakes = list(Intake.objects.order_by("id"))
        assert [each.who["name"]["given"] for each in intakes] == [
            person(number)["person-name-given"] for number in range(CLAIMS)]
        times = [each.taken_at for each in intakes]
        assert times == sorted(times) and began <= times[0] and times[-1] <= ended
        [found] = reconcile(staff.devices())
        assert (len(found.arrived), found.pending, found.refused) == (CLAIMS, (), ())
