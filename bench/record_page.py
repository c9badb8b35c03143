"""The one-record page of the desk over HTTP, for customers with ten years behind them among many more.

    .venv/bin/python -m bench.record_page [customers, 200000] [with ten years, 1000]

Each page writes that the officer looked, and why, before it shows anything. Turn about with it runs a bare Django view
on the same server that reads one row by its key. The number of SQL statements is counted for a customer with a year
or so behind them and for one with ten: it must be the same.
"""
from __future__ import annotations

import sys

import psycopg

from bench import bare
from bench.client import NOTHING, Answer, Browser, measure
from bench.deployment import Deployment, free_port
from bench.figures import Figure

CONNECTIONS = 2
"""One for each core: how long a page takes, not how many may wait for one."""
ROUNDS, LONGEST_MS = 3, 200


def run(customers: int = 200_000, with_history: int = 1_000) -> list[Figure]:
    """The figures of one run."""
    with Deployment() as here:
        loaded = here.ask("bench.record_loading", str(customers), str(with_history))
        with psycopg.connect(**here.cluster.connection("entitle")) as owner:
            owner.execute(bare.TABLES)
        bare_port = free_port()
        here.start()
        here.start(port=bare_port, settings="bench.bare_settings")
        ours, theirs, people = NOTHING, NOTHING, loaded["old"]
        measure(here.port, people[:50], _page)
        measure(bare_port, range(1, 51), _row)
        for number in range(ROUNDS):
            ours += measure(here.port, people[number::ROUNDS], _page, connections=CONNECTIONS)
            theirs += measure(bare_port, [1 + each % 1000 for each in range(with_history)], _row,
                              connections=CONNECTIONS)
    young, old = loaded["statements"]
    return [
        Figure(f"the record page, p95 (p50), ms: {with_history:,} customers with {loaded['payments']} payments and "
               f"{loaded['events']} events each, among {customers:,}",
               f"{ours.within(95):.0f} ({ours.within(50):.0f})",
               f"a bare Django view that reads one row: {theirs.within(95):.1f} ({theirs.within(50):.1f})",
               f"{ours.within(95) / theirs.within(95):.0f}", f"under {LONGEST_MS}", ours.within(95) < LONGEST_MS),
        Figure("SQL statements a record page: after a year or so, after ten", f"{young}, {old}", wanted="the same",
               met=young == old),
    ]


def _page(browser: Browser, who: dict[str, str]) -> Answer:
    return browser.get(f"/desk/record/{who['code']}/", session=who["session"])


def _row(browser: Browser, number: int) -> Answer:
    return browser.get(f"/rows/{number}")


if __name__ == "__main__":
    for figure in run(*map(int, sys.argv[1:])):
        print(figure)
