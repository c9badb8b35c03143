"""A nation's payday: assessed, paid, ledgered, in history, filed and reconciled, beside a raw COPY of the same rows.

    .venv/bin/python bench/payday.py [AWARDS ...] [--workers 2] [--json]        (10000 and 100000 where not said)

An embedded server of its own, with its usual durable settings. Workers are processes that pay bucket after bucket, as
the jobs do; then one makes the bank file while another runs every check. Afterwards all rows that the run wrote are
copied out, and back by binary COPY on one connection into tables with the same indexes: that is the baseline. One in
eight awards is assessed first, from what was reported of its month. Times are by the clock and of processor: all that
the server and the workers used, which other work on the machine disturbs less.
"""
from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path

VAR = Path(tempfile.mkdtemp(prefix="bench-payday-"))
VAR.chmod(0o755)
os.environ |= {"DJANGO_SETTINGS_MODULE": "entitle.config.settings", "ENTITLE_DEMO": "1", "ENTITLE_VAR": str(VAR)}
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import django  # noqa: E402
from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, connections  # noqa: E402
from procrastinate.contrib.django import app  # noqa: E402

from bench.figures import Figure  # noqa: E402
from bench.processor import Took, timed  # noqa: E402
from entitle.config.database import settings_for  # noqa: E402
from entitle.config.embedded.cluster import Cluster  # noqa: E402

settings.DATABASES["default"] = settings_for("", var=VAR, as_owner=True)
django.setup()

from bench.payday_caseload import NOW, ONE_IN, PAYDAY, load, one_assessment  # noqa: E402
from entitle.kernel.references import SYSTEM  # noqa: E402
from entitle.payments import queries  # noqa: E402
from entitle.procedures.make_bank_file import make_bank_file  # noqa: E402
from entitle.procedures.pay_buckets import pay_buckets  # noqa: E402
from entitle.procedures.start_pay_run import start_pay_run  # noqa: E402

SIZES = (10_000, 100_000)
_ALONE = 100_000
"""The most awards of which one worker is tried by itself."""
PEERS = {"openIMIS 1.5.0": 13.1, "OpenG2P's bridge 1.1.0 (no award, ledger or history)": 5_343.0}
"""Payments a second of others in a trial on two such cores, as published: they are not run here."""
TABLES = ("payments_payment", "payments_paymentattempt", "payments_transfer", "history_event", "awards_awardamount",
          "decisions_decision")


@dataclass(frozen=True)
class Paid:
    """One run, in two parts, and the most bytes that any worker held."""

    awards: int
    paying: Took
    filing: Took
    held: int

    @property
    def seconds(self) -> float:
        return self.paying.seconds + self.filing.seconds

    @property
    def processor(self) -> float:
        return self.paying.processor + self.filing.processor


def measure(sizes: Sequence[int], workers: int) -> Iterator[Figure]:
    """The figures of each size, and of one worker beside several. Raises RuntimeError where all is not paid."""
    call_command("migrate", verbosity=0)
    runs: list[Paid] = []
    for size in sorted(sizes):
        marks = load(size)
        paid = _pay(size, workers)
        yield from _figures(paid, _copy(marks), runs[-1] if runs else None, workers)
        runs.append(paid)
    together = max((each for each in runs if each.awards <= _ALONE), key=lambda each: each.awards, default=runs[0])
    load(together.awards)
    alone = _pay(together.awards, 1)
    times = alone.seconds / together.seconds
    yield Figure(f"{together.awards:,} awards, one worker: seconds", f"{alone.seconds:.1f}",
                 f"{workers} workers: {together.seconds:.1f}", f"{times:.2f}",
                 "at least 1.4 times as fast", times >= 1.4)


def _pay(awards: int, workers: int) -> Paid:
    code = start_pay_run(on=PAYDAY, by=SYSTEM, as_at=NOW, in_background=False).code
    connections.close_all()
    with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool:
        list(pool.map(_warm, range(workers)))
        paying, made = timed(lambda: sum(pool.map(_pay_some, [(code, part) for part in queries.parts()])), var=VAR)
        filing, (filed, checked) = timed(lambda: _file_and_check(pool, code), var=VAR)
        held = max(pool.map(_held, range(workers * 4)))
    if (made, filed) != (awards, awards) or checked:
        raise RuntimeError(f"{made} of {awards} were paid and {filed} filed; {checked[:3]}")
    return Paid(awards, paying, filing, held)


def _file_and_check(pool: ProcessPoolExecutor, code: str) -> tuple[int, list[str]]:
    file, checks = pool.submit(_file, code), pool.submit(_check, code)
    return file.result(), checks.result()


def _pay_some(part: tuple[str, Sequence[int]]) -> int:
    return pay_buckets(run_code=part[0], buckets=part[1], as_at=NOW).payments


def _file(code: str) -> int:
    file = make_bank_file(run_code=code, by=SYSTEM, as_at=NOW)
    return file.payments if file else 0


def _check(code: str) -> list[str]:
    return [f"{each.where}: {each.what}" for each in queries.problems(run_id=queries.run(code=code).id)]


def _warm(_: int) -> None:
    """Connect, and read every scheme and job, before the clock starts, as a worker has long done."""
    connection.ensure_connection()
    app.perform_import_paths()
    one_assessment()
    time.sleep(0.2)


def _held(_: int) -> int:
    time.sleep(0.05)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _copy(marks: dict[str, int]) -> Took:
    """Every row that the run wrote, by binary COPY on one connection, into tables with the same indexes."""
    total = Took(0, 0)
    for table in TABLES:
        file = VAR / "rows"
        with connection.cursor() as cursor, file.open("wb") as out:
            cursor.execute(f"DROP TABLE IF EXISTS copied; CREATE TABLE copied (LIKE {table} INCLUDING ALL)")
            with cursor.copy(f"COPY (SELECT * FROM {table} WHERE id > {marks.get(table, 0)} ORDER BY id) "
                             "TO STDOUT (FORMAT BINARY)") as rows:
                for some in rows:
                    out.write(some)
        took, _ = timed(lambda: _copy_in(file), var=VAR)  # noqa: B023 - called at once
        total = Took(total.seconds + took.seconds, total.processor + took.processor)
        file.unlink()
    return total


def _copy_in(file: Path) -> None:
    statement = "COPY copied FROM STDIN (FORMAT BINARY)"
    with connection.cursor() as cursor, file.open("rb") as rows, cursor.copy(statement) as into:
        while some := rows.read(1 << 20):
            into.write(some)


def _figures(paid: Paid, copied: Took, before: Paid | None, workers: int) -> Iterator[Figure]:
    awards, assessed = f"{paid.awards:,} awards", paid.awards // ONE_IN
    rate = paid.awards / paid.seconds
    limit = 120 * paid.awards / 3_000_000
    yield Figure(f"{awards} ({assessed:,} assessed) by {workers} workers, to the file and the checks: seconds",
                 f"{paid.seconds:.1f}", f"of which the file and the checks {paid.filing.seconds:.1f}",
                 wanted="3,000,000 in 120" if paid.awards == 3_000_000 else "",
                 met=paid.seconds <= limit if paid.awards == 3_000_000 else None)
    yield Figure(f"{awards}: seconds", f"{paid.seconds:.1f}", f"raw COPY of the same rows: {copied.seconds:.1f}",
                 f"{paid.seconds / copied.seconds:.2f}", "at most 2.5 times", paid.seconds <= 2.5 * copied.seconds)
    yield Figure(f"{awards}: seconds of processor", f"{paid.processor:.1f}", f"that COPY: {copied.processor:.1f}",
                 f"{paid.processor / copied.processor:.2f}")
    for peer, theirs in PEERS.items():
        wanted = 1_000 if peer.startswith("openIMIS") and paid.awards == SIZES[0] else 1
        yield Figure(f"{awards}: payments a second", f"{rate:,.0f}", f"{peer}: {theirs:,}", f"{rate / theirs:,.1f}",
                     f"at least {wanted:,} times" if wanted > 1 else "more", rate >= wanted * theirs)
    each = paid.processor / paid.awards * 1e6
    if before is not None:
        then = before.processor / before.awards * 1e6
        yield Figure(f"{awards}: microseconds of processor each", f"{each:.0f}",
                     f"of {before.awards:,}: {then:.0f}", f"{each / then:.2f}", "at most 1.25", each <= 1.25 * then)
    else:
        yield Figure(f"{awards}: microseconds of processor each", f"{each:.0f}")
    yield Figure(f"{awards}: most memory of a worker", f"{paid.held / (1 << 20):,.0f} MiB",
                 f"of {before.awards:,}: {before.held / (1 << 20):,.0f} MiB" if before else "",
                 f"{paid.held / before.held:.2f}" if before else "")


if __name__ == "__main__":
    told = argparse.ArgumentParser(description="A payday, measured.")
    told.add_argument("awards", nargs="*", type=int, default=SIZES)
    told.add_argument("--workers", type=int, default=2)
    told.add_argument("--json", action="store_true")
    chosen = told.parse_args()
    try:
        for figure in measure(chosen.awards, chosen.workers):
            print(json.dumps(asdict(figure)) if chosen.json else figure, flush=True)
    finally:
        connections.close_all()
        Cluster(VAR / "postgresql").stop()
        shutil.rmtree(VAR)
