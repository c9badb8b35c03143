"""Submitting a claim, from the HTTP request to the durable commit: how many a second, and how long each takes.

    .venv/bin/python -m bench.submissions [claims a round, 600]

The drafts are filled and their customers signed in beforehand. The server is granian with two workers, PostgreSQL
beside it with fsync on, eight connections at once; the jobs that each claim defers are committed with it and wait.
Turn about with it runs a bare Django view on the same server that commits one row, and once, psycopg that commits one.
"""
from __future__ import annotations

import sys
import time

import psycopg

from bench import bare
from bench.client import NOTHING, Answer, Browser, measure
from bench.deployment import Deployment, free_port
from bench.figures import Figure

ROUNDS, WARM = 3, 100
ENOUGH_A_SECOND, LONGEST_MS = 100, 150


def run(claims: int = 600) -> list[Figure]:
    """The figures of one run."""
    with Deployment() as here:
        ready = here.ask("bench.loading", str(WARM + ROUNDS * claims))
        with psycopg.connect(**here.cluster.connection("entitle")) as owner:
            owner.execute(bare.TABLES)
        bare_port = free_port()
        here.start()
        here.start(port=bare_port, settings="bench.bare_settings")
        ours, theirs = NOTHING, NOTHING
        measure(here.port, [ready.pop() for _ in range(WARM)], _submit, wanted=302)
        measure(bare_port, range(WARM), _insert)
        for _ in range(ROUNDS):
            ours += measure(here.port, [ready.pop() for _ in range(claims)], _submit, wanted=302)
            theirs += measure(bare_port, range(claims), _insert)
        _all_there(here, WARM + ROUNDS * claims)
        raw = _raw_inserts(here)
    return [
        Figure("claims submitted a second (HTTP to durable commit)", f"{ours.rate:.0f}",
               f"a bare Django view that commits one row: {theirs.rate:.0f}", f"{ours.rate / theirs.rate:.2f}",
               f"at least {ENOUGH_A_SECOND}", ours.rate >= ENOUGH_A_SECOND),
        Figure("a submission, p95 (p50), ms", f"{ours.within(95):.0f} ({ours.within(50):.0f})",
               f"the bare view: {theirs.within(95):.0f} ({theirs.within(50):.0f})",
               f"{ours.within(95) / theirs.within(95):.1f}", f"under {LONGEST_MS}", ours.within(95) < LONGEST_MS),
        Figure("claims submitted a second, against psycopg alone", f"{ours.rate:.0f}",
               f"one row committed by psycopg, one connection: {raw:.0f}", f"{ours.rate / raw:.2f}"),
    ]


def _submit(browser: Browser, ready: dict[str, str]) -> Answer:
    return browser.post(f"/online/claims/{ready['claim_code']}/check", session=ready["session"], declared="yes")


def _insert(browser: Browser, number: int) -> Answer:
    return browser.post("/insert", said=f"row {number}")


def _all_there(here: Deployment, number: int) -> None:
    with psycopg.connect(**here.cluster.connection("entitle")) as owner:
        kept = owner.execute("SELECT count(*) FROM claims_claim WHERE state = 'received'").fetchone()
    if kept != (number,):
        raise RuntimeError(f"{number} claims were acknowledged and {kept} are there")


def _raw_inserts(here: Deployment, number: int = 1000) -> float:
    with psycopg.connect(**here.cluster.connection("entitle"), autocommit=True) as owner:
        began = time.perf_counter()
        for each in range(number):
            owner.execute("INSERT INTO bench_row (said) VALUES (%s)", [f"row {each}"])
        return number / (time.perf_counter() - began)


if __name__ == "__main__":
    for figure in run(*map(int, sys.argv[1:])):
        print(figure)
