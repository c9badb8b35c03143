"""A hundred kills through paydays: everyone is paid exactly once, the ledger balances, each file is whole or absent.

    .venv/bin/python -m bench.chaos [kills 100] [awards 50000]

A whole installation with fsync on: web, two workers and PostgreSQL are killed with SIGKILL, one or all at once, and
come back by themselves. Paydays follow one another until the kills are spent; who is assessed each month first is paid
on the first of them.
"""
from __future__ import annotations

import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from random import Random

from rich.console import Console
from rich.progress import Progress

from bench.agency import Agency
from bench.chaos.afterwards import history_stands, problems, problems_at_the_bank
from bench.chaos.landing import Landed, table
from bench.chaos.payday import QUEUES, Payday, plan
from bench.deployment import Deployment
from entitle.gateways import sandboxes

SEED = 20261125
_BACK_IN = 0.3
FOUR_WEEKS = timedelta(weeks=4)


def main(kills: int = 100, awards: int = 50_000) -> int:
    """0 where every payday was as it must be."""
    landed, wrong = live(kills, awards)
    console = Console(width=None if sys.stdout.isatty() else 160)
    console.print(table(landed))
    console.print("\n".join(wrong) or
                  f"{len(landed)} kills: everyone paid exactly once, every file whole, ledger and history stand.")
    return bool(wrong) or len(landed) < kills


def live(kills: int, awards: int) -> tuple[list[Landed], list[str]]:
    """Paydays one after another until so many kills have landed; where they did, and everything that was wrong."""
    outside, chance = sandboxes.start(ports=dict.fromkeys(sandboxes.PORTS, 0)), Random(SEED)
    landed: list[Landed] = []
    wrong: list[str] = []
    try:
        with tempfile.TemporaryDirectory() as folder, Progress(disable=not sys.stdout.isatty()) as bar, Deployment(
            environment={**outside.settings, "ENTITLE_CLOCK_FILE": str(Path(folder) / "clock.json")}
        ) as here:
            on, task = date.fromordinal(here.ask("bench.chaos.load", str(awards))), bar.add_task("Kills", total=kills)
            agency = Agency(here, here.start(queues=QUEUES, workers=2, back_in=_BACK_IN).pid, workers=2, silent_after=3)
            while len(landed) < kills and not wrong:
                began = time.monotonic()
                payday = Payday(agency, on, plan(kills - len(landed), chance), chance)
                payday.live()
                wrong += [*problems(agency, payday), *problems_at_the_bank(agency, outside.servers["banking"].books)]
                landed += payday.landed
                bar.update(task, completed=len(landed))
                print(f"{on}: {len(payday.landed)} kills in {time.monotonic() - began:.0f} s", flush=True)
                on += FOUR_WEEKS
            here.wait_until_well()
            wrong += history_stands(agency)
    finally:
        outside.stop()
    return landed, wrong


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
