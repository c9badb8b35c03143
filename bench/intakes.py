"""A thousand claims taken elsewhere and sent on, with every trap of spelling, the worker killed in the middle.

    .venv/bin/python -m bench.intakes [how many, 1000]

Two in three are of people on record under another spelling of their name, so that each must find its one record. One in
125 has a fault that a person must settle. Nothing may be lost, nothing done twice, and 99 in 100 go straight through.
"""
from __future__ import annotations

import json
import sys
import time
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import django

from bench.deployment import Deployment

SCHEME = "state_pension"
TAKEN = datetime(2026, 11, 2, 9, tzinfo=UTC)
SPELLINGS = (
    ("O'Neill", "O’Neill", "ONEILL", "O Neill", "O‘Neill", "Oʼneill", "o`neill", "O´NEILL"),
    ("Ní Dhomhnaill", "Ni Dhomhnaill", "NÍ DHOMHNAILL", "ni dhomhnaill", "NiDhomhnaill"),
    ("d’Arcy-Jones", "DARCY JONES", "d'Arcy-Jones", "D’Arcy Jones", "Darcy‐Jones", "D ARCY–JONES"),
    ("Llŷr", "Llyr", "LLŶR", " Llŷr "),
    ("Featherstone-Haugh", "FEATHERSTONE HAUGH", "Featherstonehaugh"),
    ("Zieliński", "Zielinski", "ZIELIŃSKI"),
    ("al-Sayed", "Al Sayed", "ALSAYED", "al‑Sayed"),
    ("Ó Briain", "O Briain", "Ó  BRIAIN", "O'Briain"),
    ("St. John-Smythe", "St John Smythe", "ST JOHN-SMYTHE"),
)
GIVEN = (("Seán", "SEAN"), ("Siân Eluned", "Sian"), ("Aoife", "AOIFE"), ("Zoë", "Zoe"), ("Éamon", "eamon"))
FAULTS = ("person.name", "person.born_on", "person.sex", "person.bank_account")
ONE_FAULT_IN = 125


@dataclass(frozen=True)
class SentOn:
    """One claim as it is sent, the person as they are on record already if they are, and the field that is wrong."""

    sent: dict[str, Any]
    held: dict[str, Any] | None
    fault: str


def sent_on(number: int) -> Iterator[SentOn]:
    """So many claims, no two of one person: the pairs of spellings in turn, as they are held and as they are sent."""
    faults = 0
    for place, (held_name, name) in enumerate(names(number)):
        born_on, nino = date(1960, 6, 1) + timedelta(days=place % 300), f"SX{place:06d}A"
        fault = ""
        if place % ONE_FAULT_IN == ONE_FAULT_IN // 2:
            fault, faults = FAULTS[faults % len(FAULTS)], faults + 1
        held = None if place % 3 == 2 and not fault else {
            "name": held_name, "born_on": born_on, "nino": nino}
        yield SentOn(_sent(place, name, born_on, nino, fault), held, fault)


def names(number: int) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    """So many names, each as it is held and as it is sent: every pair of spellings in turn."""
    pairs = [(held, sent) for spelt in SPELLINGS for held in _also_apart(spelt) for sent in _also_apart(spelt)]
    for place in range(number):
        (held_family, family), (held_given, given) = pairs[place * 7 % len(pairs)], GIVEN[place % len(GIVEN)]
        yield {"given": held_given, "family": held_family}, {"given": given, "family": family}


def _also_apart(spelt: tuple[str, ...]) -> tuple[str, ...]:
    """With the first as some keyboards send it: each accent a letter of its own."""
    apart = unicodedata.normalize("NFD", spelt[0])
    return spelt if apart == spelt[0] else (*spelt, apart)


def _sent(place: int, name: dict[str, str], born_on: date, nino: str, fault: str) -> dict[str, Any]:
    who = {"name": {**name, "family": "Nobody"} if fault == "person.name" else name, "nino": nino,
           "born_on": (born_on + timedelta(days=fault == "person.born_on")).isoformat()}
    return {"key": f"form-{place}", "scheme": SCHEME, "channel": "offline", "declared": True, "who": who,
            "answers": answers(place, fault), "taken_at": (TAKEN + timedelta(minutes=place)).isoformat()}


def answers(place: int, fault: str = "") -> dict[str, Any]:
    """What one person answers, as it is typed."""
    return {
        "person.sex": "f" if fault == "person.sex" else "female",
        "home.address": {"lines": [f"{place + 1} Heol y Parc", "Cardiff"],
                         "postcode": f"cf{place % 90 + 10}{place // 90 % 9 + 1}aa"},
        "person.phone": None, "person.email": None, "person.language": "en", "person.letter_format": "standard",
        "person.relationship": "never", "state_pension.lived_abroad": False,
        "state_pension.when_to_start": "as_soon_as_possible", "state_pension.benefits_while_delaying": False,
        "person.bank_account": {"sort_code": "30943" if fault == "person.bank_account" else "30-94-30",
                                "account_number": "12345678", "account_name": "A N ONEILL", "roll_number": ""},
        "person.has_helper": False, "person.access_needs": None, "state_pension.birth_certificate": None}


def load(number: int) -> int:
    """Put on record those who are; how many."""
    from entitle.customers import operations as customers

    held = [each.held for each in sent_on(number) if each.held]
    for record in held:
        customers.register(**record, as_at=TAKEN - timedelta(days=500))
    return len(held)


def run(number: int) -> Mapping[str, Any]:
    """What came of them."""
    everyone = list(sent_on(number))
    with Deployment() as here:
        held = here.ask("bench.intakes", "load", str(number))
        file = here.var / "sent.jsonl"
        file.write_text("".join(json.dumps(each.sent) + "\n" for each in everyone), encoding="utf-8")
        began = time.monotonic()
        said = [here.run("-m", "entitle", "intake", str(file), "--sender", "Hall").stdout.strip() for _ in range(2)]
        received_in = time.monotonic() - began
        supervisor = here.start(web=False, queues="decisions,sweeps")
        began, kills = time.monotonic(), 0
        while (left := here.number("select count(*) from claims_intake where state = 'waiting'")) and (
                time.monotonic() - began < 600):
            if kills < 3 and left < number * (3 - kills) // 4:
                kills += here.kill_worker(supervisor.pid)
            time.sleep(0.5)
        passed_in = time.monotonic() - began
        states = dict(here.rows("select state, count(*) from claims_intake group by 1"))
        return {
            "sent": number, "said": said, "held before": held, "states": states, "workers killed": kills,
            "straight through, per cent": 100 * states.get("passed", 0) / number,
            "records": here.number("select count(*) from customers_customer"), "records wanted": number,
            "claims": here.number("select count(*) from claims_claim"),
            "claims sent in twice": here.number("""select count(*) from (select about_id from history_event
                where code = 'claim.submitted' group by 1 having count(*) > 1) as twice"""),
            "fields named": sorted(here.rows("""select problem ->> 'field', count(*) from claims_intake,
                jsonb_array_elements(problems) as problem where state = 'stopped' group by 1""")),
            "to settle": here.number("select count(*) from work_workitem where kind = 'intake.settle'"),
            "received a second": round(number / received_in * 2), "passed a second": round(number / passed_in, 1)}


if __name__ == "__main__":
    if sys.argv[1:2] == ["load"]:
        django.setup()
        print(load(int(sys.argv[2])))
    else:
        found = run(int(sys.argv[1]) if sys.argv[1:] else 1000)
        print("\n".join(f"{name}: {value}" for name, value in found.items()))
        good = (found["states"].get("waiting", 0) == 0 and found["records"] == found["records wanted"]
                and found["straight through, per cent"] >= 99 and not found["claims sent in twice"]
                and found["to settle"] == found["states"].get("stopped", 0))
        sys.exit(not good)
