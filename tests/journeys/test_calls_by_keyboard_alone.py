"""An agent at a keyboard alone: ready, a caller comes to the screen, who they are, what it came to, and the next."""
from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from django.db import connection
from playwright.sync_api import Page

from entitle.config.serving import calls_address, calls_command
from entitle.contacts.models import Call
from entitle.contacts.wrap_up import wrap_up_codes
from entitle.customers.models import ContactPoint
from entitle.gateways import clock
from entitle.kernel.periods import london_date
from entitle.kernel.references import SYSTEM
from entitle.procedures.queue_call import queue_call
from entitle.procedures.receive_call_event import receive_call_event
from entitle.procedures.register_customer import register_customer
from entitle.staff import operations as staff
from entitle.staff.models import User

NUMBER = "+441632960001"


@pytest.fixture
def stream(service: str, settings) -> Iterator[str]:
    """The process that tells browsers of calls, on the test's own database; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings.ENTITLE_CALLS_URL = calls_address(host="127.0.0.1", port=port)["ENTITLE_CALLS_URL"]
    known = connection.get_connection_params()
    url = f"postgresql://{known['user']}@/{known['dbname']}?host={known['host']}"
    process = subprocess.Popen(calls_command(host="127.0.0.1", port=port), env=os.environ | {
        "DATABASE_URL": url, "ENTITLE_SECRET_KEY": settings.SECRET_KEY, "ENTITLE_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "entitle.config.settings"},
        start_new_session=True)
    try:
        yield _up(settings.ENTITLE_CALLS_URL)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(20)


def _up(address: str) -> str:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            urlopen(f"{address}?token=made-up", timeout=5)
        except HTTPError as refused:
            assert refused.status == 403, "whoever shows no token of ours hears nothing"
            return address
        except URLError:
            time.sleep(0.05)
    raise AssertionError("the stream did not start")


def rings(number: str, says: str) -> Call:
    call = tells(says, "initiated", number=number)
    queue_call(call=call, queue="Q_PENSION", priority=3, language="en", summary=says, as_at=clock.now())
    return call


def tells(says: str, name: str, **more: Any) -> Call:
    """The exchange tells of the call of whoever says that."""
    return receive_call_event(provider="webhook", event_id=f"{says}-{name}", call_id=says, name=name, at=clock.now(),
                              as_at=clock.now(), **more)


def alt(page: Page, key: str) -> None:
    """Alt and a letter, as the keys of a page are pressed: Playwright's own keyboard leaves out which letter it was."""
    keys = page.context.new_cdp_session(page)
    pressed = {"modifiers": 1, "key": key, "code": f"Key{key.upper()}", "windowsVirtualKeyCode": ord(key.upper())}
    keys.send("Input.dispatchKeyEvent", {"type": "keyDown", "text": key, "unmodifiedText": key} | pressed)
    keys.send("Input.dispatchKeyEvent", {"type": "keyUp"} | pressed)
    keys.detach()


def test_ready_identify_note_wrap_up_and_the_next(
    page: Page, stream: str, an_officer: Callable[..., User], sign_in_browser: Callable[[Page, User], str],
    usable: Callable[[Page], None], tab_to: Callable[[Page, str], None],
) -> None:
    page.set_default_timeout(40_000)
    seán = register_customer(name={"given": "Seán", "family": "O'Neill"}, born_on=date(1960, 1, 4), nino="AB123400A",
                             postcode="SA1 1AA", by=SYSTEM, as_at=clock.now())
    agent = an_officer()
    staff.give_skills(user_id=agent.pk, skills=["telephone"])
    ContactPoint.objects.create(customer=seán, kind="phone", value=NUMBER, is_safe=True, from_on=seán.born_on)
    page.goto(f"{sign_in_browser(page, agent)}/telephone/ready/")
    tab_to(page, "I am ready for calls")
    page.keyboard.press("Enter")
    page.get_by_text("You are ready.").wait_for()
    usable(page)
    call = rings(NUMBER, "Where is my payment?")
    page.wait_for_url(f"**/telephone/line/{call.code}/")
    page.get_by_text("Where is my payment?").wait_for()
    tab_to(page, "Answer")
    page.keyboard.press("Enter")
    page.wait_for_url("**/telephone/call/**")
    page.get_by_text("Joining you").wait_for()
    assert not page.get_by_role("button", name="Hold").is_visible()
    tells("Where is my payment?", "connected_to_agent", agent_id=agent.pk)
    page.get_by_text("Joining you").wait_for(state="detached")
    assert all(page.get_by_role(role, name=name).is_visible() for role, name in (
        ("button", "Hold"), ("link", "Pass them on"), ("link", "Close the call"))), "without a page load"
    alt(page, "y")
    page.get_by_role("heading", name="Seán O'Neill").wait_for()
    alt(page, "h")
    page.get_by_text("On hold").wait_for()
    alt(page, "h")
    page.get_by_role("button", name="Hold").wait_for()
    tells("Where is my payment?", "ended")
    page.get_by_role("status").filter(has_text="The caller has gone.").wait_for()
    alt(page, "w")
    page.wait_for_url("**/wrap-up/")
    usable(page)
    tab_to(page, next(iter(wrap_up_codes(on=london_date(clock.now())).values())).about.en)
    page.keyboard.press("Space")
    tab_to(page, "In a line")
    page.keyboard.type("Told him: Tuesday")
    alt(page, "r")
    page.get_by_text("You are ready.").wait_for()
    call.refresh_from_db()
    assert (call.state, call.contact.summary) == ("ended", "Told him: Tuesday")
    following = rings("", "I moved house")
    page.wait_for_url(f"**/telephone/line/{following.code}/")
    page.get_by_text("I moved house").wait_for()
