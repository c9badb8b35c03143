"""A thousand claims handed to an older system that looks at every letter, the worker and that system killed half-way.

    .venv/bin/python -m bench.transfers [how many, 1000]

It knows everyone under another spelling of their name. One in 125 it knows as somebody else, for a person to settle.
It answers late, refuses one in eleven for now, and of one in seven does what is asked and loses the answer. Nothing may
be lost, nothing done twice, and 99 in 100 go straight through.
"""
from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import django
from rich.progress import track

from bench.deployment import Deployment, free_port
from bench.intakes import SCHEME, TAKEN, answers, names
from entitle.gateways.handovers.sandbox.books import Books
from entitle.gateways.handovers.sandbox.server import KEY

ONE_FAULT_IN = 125
FAULTS: Mapping[str, Any] = {"person.name": {"given": "Nobody", "family": "Else"}, "person.born_on": "1931-01-01"}
_ADDRESS = {"lines": ["1 Heol y Parc", "Cardiff"], "postcode": "CF10 1AA"}
_ACCOUNT = {"sort_code": "309430", "account_number": "12345678", "account_name": "A N ONEILL", "roll_number": ""}
_MOST_SECONDS = 900


@dataclass(frozen=True)
class HandedOver:
    """One person as we hold them and as they do, what they answer, and the field that is wrong, if one is."""

    ours: dict[str, Any]
    theirs: dict[str, Any]
    answers: dict[str, Any]
    fault: str


def handed_over(number: int) -> Iterator[HandedOver]:
    """So many people, in every pair of spellings in turn."""
    for place, (theirs, ours) in enumerate(names(number)):
        born_on = date(1960, 6, 1) + timedelta(days=place % 300)
        known = {"person.name": theirs, "person.born_on": born_on.isoformat()}
        fault = ""
        if place % ONE_FAULT_IN == ONE_FAULT_IN // 2:
            fault = sorted(FAULTS)[place // ONE_FAULT_IN % len(FAULTS)]
            known[fault] = FAULTS[fault]
        yield HandedOver({"name": ours, "born_on": born_on, "nino": f"SX{place:06d}A"}, known,
                         answers(place) | {"home.address": _ADDRESS, "person.bank_account": _ACCOUNT}, fault)


def load(number: int) -> int:
    """Each is on record and sends a claim, by the agency's own verbs; how many. It must be of what is handed over."""
    from entitle.customers import operations as customers
    from entitle.kernel.references import Actor
    from entitle.procedures.answer_questions import answer_questions
    from entitle.procedures.start_claim import start_claim
    from entitle.procedures.submit_claim import submit_claim

    by = Actor(role="system", channel="online")
    for each in handed_over(number):
        person = customers.register(**each.ours, as_at=TAKEN)
        claim = start_claim(scheme=SCHEME, customer_id=person.pk, by=by, as_at=TAKEN)
        answer_questions(claim_code=claim.code, answers=each.answers, by=by, as_at=TAKEN)
        submit_claim(claim_code=claim.code, by=by, as_at=TAKEN)
    return number


def people(number: int) -> dict[str, Any]:
    """Whom they know, by number."""
    return {each.ours["nino"]: each.theirs for each in handed_over(number)}


def run(number: int) -> Mapping[str, Any]:
    """What came of them."""
    port = free_port()
    surroundings = {"ENTITLE_LEGACY_SCHEMES": SCHEME, "ENTITLE_LEGACY_KEY": KEY,
                    "ENTITLE_LEGACY_URL": f"http://127.0.0.1:{port}/legacy"}
    with Deployment(environment=surroundings) as here:
        (here.var / "people.json").write_text(json.dumps(people(number)), encoding="utf-8")
        here.ask("bench.transfers", "load", str(number))
        receiver = _receiver(here.var, port)
        supervisor = here.start(web=False, queues="handovers,sweeps")
        began, workers, receivers, done = time.monotonic(), 0, 0, 0
        for step in track(range(number), description="Handed over", disable=not sys.stdout.isatty()):
            while done <= step and time.monotonic() - began < _MOST_SECONDS:
                done = number - here.number("select count(*) from claims_handover where state = 'pending'")
                if workers < 3 and done * 4 > number * (workers + 1):
                    workers += here.kill_worker(supervisor.pid)
                if not receivers and done * 2 > number:
                    receiver.kill()
                    receiver.wait()
                    receiver, receivers = _receiver(here.var, port), 1
                _waits_are_over(here)
                time.sleep(0.25)
        took = time.monotonic() - began
        receiver.kill()
        receiver.wait()
        return _found(here, number) | {
            "workers killed": workers, "receivers killed": receivers, "handed over a second": round(number / took, 1)}


def _receiver(folder: Path, port: int) -> subprocess.Popen[str]:
    """A process of its own, having a bad day. It is listening."""
    process = subprocess.Popen(
        [sys.executable, "-m", "entitle.gateways.handovers.sandbox", "--port", str(port), "--folder", folder / "them",
         "--people", folder / "people.json", "--slow", "0.005", "--fail-one-in", "11", "--lose-one-in", "7"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    return process


def _waits_are_over(here: Deployment) -> None:
    """What waits to be tried again need not wait as long as it would: the waits grow to half an hour."""
    here.rows("""update procrastinate_jobs set scheduled_at = now()
        where task_name = 'send_handover' and status = 'todo' and scheduled_at > now() returning 1""")


def _found(here: Deployment, number: int) -> dict[str, Any]:
    states = dict(here.rows("select state, count(*) from claims_handover group by 1"))
    books = Books("legacy", exact=True, journal=here.var / "them" / "legacy.jsonl")
    ours = here.rows("select code, payload, mended, state, attempts from claims_handover")
    same = sum({**json.loads(payload), **mended} == books.held[code].fields for code, payload, mended, state, _ in ours
               if state == "accepted" and code in books.held)
    times = [len(held.answers) for held in books.held.values()]
    return {
        "out": number, "states": states, "straight through, per cent": 100 * states.get("accepted", 0) / number,
        "held by them": len(books.held), "held letter for letter": same,
        "spelt their way": here.number("select count(*) from claims_handover where mended <> '{}'"),
        "attempts": sum(row[4] for row in ours), "most writings of one": max(times, default=0),
        "sent and in history": here.number("select count(*) from history_event where code = 'handover.made'"),
        "accepted twice": here.number("""select count(*) from (select about_id from history_event
            where code = 'handover.accepted' group by 1 having count(*) > 1) as twice"""),
        "fields named": sorted(here.rows("""select problem ->> 'field', count(*) from claims_handover,
            jsonb_array_elements(problems) as problem where state = 'rejected' group by 1""")),
        "to settle": here.number("select count(*) from work_workitem where kind = 'handover.settle'")}


def is_good(found: Mapping[str, Any]) -> bool:
    """None lost, none done twice, all held as they were said, and what was not taken is work that names its field."""
    accepted, rejected = (found["states"].get(state, 0) for state in ("accepted", "rejected"))
    return bool(accepted + rejected == found["out"] == found["held by them"] == found["sent and in history"]
                and found["held letter for letter"] == accepted and found["straight through, per cent"] >= 99
                and not found["accepted twice"] and found["to settle"] == rejected
                == sum(count for _, count in found["fields named"]))


if __name__ == "__main__":
    if sys.argv[1:2] == ["load"]:
        django.setup()
        print(load(int(sys.argv[2])))
    else:
        result = run(int(sys.argv[1]) if sys.argv[1:] else 1000)
        print("\n".join(f"{name}: {value}" for name, value in result.items()))
        sys.exit(not is_good(result))
