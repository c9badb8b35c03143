"""While a caller waits, little is asked of the database: how many statements each step of a call's life takes."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from entitle.contacts.models import Call
from entitle.procedures.answer_call import answer_call
from entitle.procedures.queue_call import queue_call
from entitle.procedures.take_next_call import take_next_call
from entitle.procedures.tests.calling import after, agent, heard
from entitle.procedures.wrap_up_call import wrap_up_call

pytestmark = pytest.mark.django_db


def asked(do: Callable[[], Any]) -> int:
    """How many statements something takes, but for those that only begin and end a transaction."""
    with CaptureQueriesContext(connection) as statements:
        do()
    return len([each for each in statements if "SAVEPOINT" not in each["sql"]])


def test_each_step_of_a_call_asks_a_handful_of_statements() -> None:
    """Raise a number only with a reason: every call of a day of 150,000 pays for it."""
    precious = agent("precious")
    assert asked(lambda: heard("seán", "initiated", 0, "first ring")) == 1
    assert asked(lambda: heard("seán", "dtmf", 5, digits="1")) == 2
    call = Call.objects.get()
    assert asked(lambda: queue_call(call=call, queue="Q_GENERAL", priority=3, language="en", summary="Rent",
                                    as_at=after(9))) == 5
    assert asked(lambda: take_next_call(agent=precious, as_at=after(60))) == 7
    assert asked(lambda: answer_call(call=call, agent=precious, as_at=after(65))) == 5
    assert asked(lambda: heard("seán", "ended", 300)) == 2
    assert asked(lambda: wrap_up_call(call=call, agent=precious, code="settled", as_at=after(360))) == 4
    call.refresh_from_db()
    assert (call.state, call.outcome, call.wrap_up_code) == ("ended", "answered", "settled")


def test_what_was_heard_before_moves_nothing_however_often_it_comes() -> None:
    heard("seán", "initiated", 0, "first ring")
    heard("seán", "blocked", 1, "no line")
    told = Call.objects.values().get()
    assert heard("seán", "initiated", 0, "first ring").state == "blocked"
    assert heard("seán", "blocked", 1, "no line").outcome == "blocked"
    assert heard("seán", "blocked", 1, "no line").told_until == told["told_until"]
    assert Call.objects.values().get() == told
    assert Call.objects.get().events.count() == 2
