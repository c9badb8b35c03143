"""Kill -9 of web, worker and database at random moments: no acknowledged claim is lost, and nobody is paid twice.

A whole installation runs in a folder of its own, as it would for an agency: PostgreSQL with fsync on, granian and a
worker kept up by the Supervisor, the sandboxes of the outside world. 500 customers send a filled draft each, trying
again while nothing answers, and what they are told is kept. The rules decide, a pay run pays, and all the while
processes are killed. The next payday is paid by two hosts over TCP, of which one is lost. Run with -s to see what was
killed in which phase.
"""
from __future__ import annotations

import hashlib
import json
import random
import re
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from http.client import HTTPException
from pathlib import Path
from typing import Any

import pytest

from bench.agency import Agency
from bench.chaos.afterwards import history_stands, problems, problems_at_the_bank
from bench.chaos.hosts import lose_one, on_loopback
from bench.chaos.landing import BUCKETS, FILING, SENDING
from bench.client import Browser
from bench.deployment import Deployment
from entitle.gateways import sandboxes
from entitle.gateways.national_insurance.sandbox.server import made_record
from entitle.kernel.working_days import ENGLAND_AND_WALES, working_days

CLAIMS, AT_ONCE, SEED = 500, 6, 20261102
BEGAN = datetime(2026, 11, 2, 9, tzinfo=UTC)
QUEUES = "decisions,pay_runs,sweeps"
_UNACKNOWLEDGED = """SELECT count(*) FROM procrastinate_jobs
                     WHERE task_name = 'acknowledge_claim' AND status IN ('todo', 'doing')"""
KILLS = {
    "submitting": ("web", "database", "worker", "web", "database", "web process"),
    "deciding": ("worker", "database", "worker"),
    "paying": ("worker", "database", "worker", "database"),
}
FOUR_WEEKS_ON = (("worker", FILING), ("worker", SENDING))
"""Of a second payday, on two hosts: the first is lost as it is paid, and then the other's worker is shot."""
START_PAYING = """
import django; django.setup()
from datetime import date
from entitle.gateways import clock
from entitle.kernel.references import SYSTEM
from entitle.procedures.start_pay_run import start_pay_run
print('"' + start_pay_run(on=date.fromisoformat("{on}"), by=SYSTEM, as_at=clock.now()).code + '"')
"""
CHECK_PAID = """
import django; django.setup()
import json
from entitle.payments import queries
run = queries.run(code="{code}")
print(json.dumps([str(problem) for problem in queries.problems(run_id=run.id)]))
"""


@dataclass
class Told:
    """What a customer was told: that the claim is in, its reference, and the date of the promise."""

    claim_code: str
    reference: str
    decide_by: str
    tries: int


@pytest.fixture(scope="module")
def outside() -> Iterator[sandboxes.Sandboxes]:
    """The bank, and whoever else an agency speaks to."""
    running = sandboxes.start(ports=dict.fromkeys(sandboxes.PORTS, 0))
    yield running
    running.stop()


@pytest.fixture(scope="module")
def agency(
    outside: sandboxes.Sandboxes, tmp_path_factory: pytest.TempPathFactory, new_tables: Path,
) -> Iterator[Agency]:
    clock = tmp_path_factory.mktemp("clock") / "clock.json"
    here = Deployment(environment={**outside.settings, "ENTITLE_CLOCK_FILE": str(clock)})
    subprocess.run(["cp", "-a", f"{new_tables}/.", str(here.var)], check=True)
    with here:
        here.set_clock(BEGAN)
        yield Agency(here, 0)


def under_fire(agency: Agency, phase: str, every: tuple[float, float]) -> AbstractContextManager[None]:
    return agency.under_fire(phase, KILLS[phase], every, random.Random(f"{SEED} {phase}"))


def what_becomes_of(nino: str) -> str:
    """What the rules do with a claim, by the National Insurance record that the sandbox makes up for a number."""
    record = made_record(nino)
    if record["has_transitional_record"] or record["reduced_rate_election"]:
        return "handed_off"
    return "decided" if record["qualifying_years"] >= 10 else "received"


def submit(here: Deployment, ready: list[dict[str, str]]) -> list[Told]:
    """Send every claim, some at once. Whoever gets no answer sends the same again."""
    browsers = threading.local()

    def send(one: dict[str, str]) -> Told:
        if not hasattr(browsers, "mine"):
            browsers.mine = Browser(here.port, timeout=15)
        path, tries = f"/online/claims/{one['claim_code']}", 0
        for _ in Agency.within(90):
            tries += 1
            with suppress(OSError, HTTPException):
                sent = browsers.mine.post(f"{path}/check", session=one["session"], declared="yes")
                if sent.status != 302:
                    continue
                assert sent.location == f"{path}/sent"
                page = browsers.mine.get(sent.location, session=one["session"])
                if page.status == 200:
                    reference = re.search(r"CLM-[0-9A-Z-]+", page.body.partition("govuk-panel")[2])
                    promised = re.search(r"We will decide by \w+ (\d+ \w+ \d{4})", page.body)
                    assert reference and promised, page.body
                    return Told(one["claim_code"], reference[0], promised[1], tries)
        raise AssertionError(f"{one['claim_code']} was never acknowledged")

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(send, ready))


def test_nothing_acknowledged_is_lost_and_nobody_is_paid_twice(
    agency: Agency, outside: sandboxes.Sandboxes, record_property,
) -> None:
    here, marks = agency.here, [time.monotonic()]
    ready = here.ask("bench.loading", str(CLAIMS))
    agency.supervisor = here.start(queues=QUEUES).pid
    marks.append(time.monotonic())

    with under_fire(agency, "submitting", every=(0.6, 2.0)):
        told = submit(here, ready)
    marks.append(time.monotonic())
    every_claim_is_in_once(agency, told)

    with under_fire(agency, "deciding", every=(0.4, 1.5)):
        for_people = [nino for nino, in agency.rows("SELECT nino FROM customers_customer")
                      if what_becomes_of(nino) == "received"]
        undecided = "SELECT count(*) FROM claims_claim WHERE state = 'received'"
        agency.wait(lambda: agency.one(undecided) == len(for_people), 120, "deciding")
        agency.wait(lambda: not agency.one(_UNACKNOWLEDGED), 60, "the letters that acknowledge them")
    marks.append(time.monotonic())
    every_claim_is_decided_once(agency)

    payday = agency.one("SELECT min(first_payday) FROM awards_award")
    here.set_clock(datetime(payday.year, payday.month, payday.day, 10, tzinfo=UTC) - timedelta(days=5))
    with under_fire(agency, "paying", every=(0.2, 1.2)):
        runs = {agency.ask(START_PAYING.format(on=payday)) for _ in ("started", "and once more, by mistake")}
        agency.wait(lambda: bool(agency.rows("SELECT 1 FROM payments_bankfile")), 90, "paying")
    working = "SELECT count(*) FROM procrastinate_jobs WHERE queue_name = 'pay_runs' AND status IN ('todo', 'doing')"
    agency.wait(lambda: not agency.one(working), 60, "the jobs of the pay run")
    marks.append(time.monotonic())
    everyone_is_paid_once(agency, payday)
    assert [agency.ask(CHECK_PAID.format(code=code)) for code in runs] == [[] for _ in runs]
    on = working_days(ENGLAND_AND_WALES).on_or_before(payday + timedelta(weeks=4))
    here.stop()
    later = lose_one(Agency(here, 0, workers=2, silent_after=3), on, on_loopback(), FOUR_WEEKS_ON)
    marks.append(time.monotonic())
    assert later.done < BUCKETS
    books = outside.servers["banking"].books
    assert [*problems(agency, later), *problems_at_the_bank(agency, books), *history_stands(agency)] == []
    assert len(books.files) == 1, "the second payday's: nobody released the first's"

    counted = Counter([*agency.killed, *((each.phase, each.kind) for each in later.landed)])
    record_property("killed", json.dumps([[*what, number] for what, number in counted.items()]))
    lengths = [f"{later - earlier:.0f} s" for earlier, later in zip(marks, marks[1:], strict=False)]
    print(f"\nkilled: {', '.join(f'{kind} while {phase} x{number}' for (phase, kind), number in counted.items())}; "
          f"{sum(each.tries > 1 for each in told)} of {len(told)} customers had to try again; starting, submitting, "
          f"deciding, paying, and paying on two hosts of which one was lost took {', '.join(lengths)}")
    assert {kind for phase, kind in counted if phase == "submitting"} == set(KILLS["submitting"])
    assert sum(counted.values()) >= 9


def every_claim_is_in_once(agency: Agency, told: list[Told]) -> None:
    """Each is there, as it was acknowledged, with one event and one promise, and its letter is written or will be."""
    assert len(told) == CLAIMS and all(each.reference == each.claim_code for each in told)
    kept = {code: (f"{day.day} {day:%B %Y}", *once) for code, day, *once in agency.rows("""
        SELECT code, decide_by,
            (SELECT count(*) FROM history_event WHERE about_kind = 'claim' AND about_id = claim.id
                AND history_event.code = 'claim.submitted'),
            (SELECT count(*) FROM work_workitem WHERE about_kind = 'claim' AND about_id = claim.id
                AND kind = 'claim.decide'),
            greatest((SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'acknowledge_claim'
                         AND args ->> 'claim_code' = claim.code AND status IN ('todo', 'doing')),
                     (SELECT count(*) FROM contacts_message WHERE about_kind = 'claim' AND about_id = claim.id
                         AND template = 'claim_received'))
        FROM claims_claim AS claim WHERE submitted_at IS NOT NULL""")}
    assert kept == {each.claim_code: (each.decide_by, 1, 1, 1) for each in told}


def every_claim_is_decided_once(agency: Agency) -> None:
    """By the rules, or left to people: never both, never twice; and one award and letter for each entitlement."""
    acknowledged = agency.rows("""SELECT about_id FROM contacts_message WHERE template = 'claim_received'""")
    assert len(acknowledged) == len(set(acknowledged)) == CLAIMS
    found: dict[str, list[tuple[Any, ...]]] = {"decided": [], "handed_off": [], "received": []}
    for nino, state, decisions, awards, letters in agency.rows("""
        SELECT nino, state, (SELECT count(*) FROM decisions_decision WHERE claim_id = claim.id),
            (SELECT count(*) FROM awards_award WHERE claim_id = claim.id),
            (SELECT count(*) FROM contacts_message WHERE about_kind = 'claim' AND about_id = claim.id
                AND template = 'decision_awarded')
        FROM claims_claim AS claim JOIN customers_customer AS customer ON customer.id = claim.customer_id"""):
        found[what_becomes_of(nino)].append((state, decisions, awards, letters))
    assert set(found["decided"]) == {("decided", 1, 1, 1)}
    assert set(found["handed_off"]) == {("handed_off", 0, 0, 0)}
    assert set(found["received"]) == {("received", 0, 0, 0)}
    assert sum(map(len, found.values())) == CLAIMS
    assert not agency.rows("""SELECT kind, about_kind, about_id FROM work_workitem WHERE state <> 'cancelled'
        GROUP BY kind, about_kind, about_id HAVING count(*) > 1""")


def everyone_is_paid_once(agency: Agency, payday: date) -> None:
    """A payment an award, its transfers and one attempt each; and the bank file is whole and says the same."""
    paid = agency.rows("""
        SELECT award.id, count(payment.id), sum(payment.pence),
            (SELECT count(*) FROM payments_paymentattempt WHERE payment_id = min(payment.id)),
            (SELECT array_agg(event || ' ' || pence ORDER BY event) FROM payments_transfer
                WHERE about_kind = 'payment' AND about_id = min(payment.id))
        FROM awards_award AS award LEFT JOIN payments_payment AS payment ON payment.award_id = award.id
        GROUP BY award.id""")
    assert paid and all(payments == attempts == 1 for _, payments, _, attempts, _ in paid)
    assert all(transfers == [f"entitled {pence}", f"instructed {pence}"] for _, _, pence, _, transfers in paid)
    assert agency.one("SELECT count(*) FROM payments_payment WHERE pay_on <> %s", payday) == 0

    [(path, sha256, payments, pence)] = agency.rows("SELECT path, sha256, payments, pence FROM payments_bankfile")
    assert (payments, pence) == (len(paid), sum(each[2] for each in paid))
    assert hashlib.sha256(Path(path).read_bytes()).hexdigest() == sha256
    assert [each for each in Path(path).parent.iterdir() if each != Path(path)] == []
