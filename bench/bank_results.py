"""What a bank sends back, taken in: 100,000 returned credits, one in a hundred of them not ours, each of those named.

    .venv/bin/python bench/bank_results.py [RESULTS, 100000] [--json]

An embedded server of its own, with its usual durable settings. The file is read, each credit found by its reference,
owed again in the ledger, told to history, and work is opened on it. Afterwards all rows that this wrote are
copied out, and back by binary COPY on one connection into tables with the same indexes: that is the baseline.
"""
from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

VAR = Path(tempfile.mkdtemp(prefix="bench-bank-results-"))
VAR.chmod(0o755)
os.environ |= {"DJANGO_SETTINGS_MODULE": "entitle.config.settings", "ENTITLE_DEMO": "1", "ENTITLE_VAR": str(VAR)}
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import django  # noqa: E402
from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, connections  # noqa: E402

from bench.figures import Figure  # noqa: E402
from bench.processor import Took, timed  # noqa: E402
from entitle.config.database import settings_for  # noqa: E402
from entitle.config.embedded.cluster import Cluster  # noqa: E402

settings.DATABASES["default"] = settings_for("", var=VAR, as_owner=True)
django.setup()

from entitle.gateways.banking.arucs import Unapplied, write_arucs  # noqa: E402
from entitle.gateways.banking.protocol import ReturnedCredit  # noqa: E402
from entitle.kernel.references import SYSTEM  # noqa: E402
from entitle.payments.reasons import REGULAR, PaymentKey, bank_reference  # noqa: E402
from entitle.procedures.jobs.bank_files import take_in  # noqa: E402

STARTS, BACK, NOW = date(2026, 10, 29), date(2026, 11, 26), datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
NOT_OURS = 100
SECONDS = 5
TABLES = ("payments_returnedpayment", "payments_transfer", "history_event", "work_workitem")
_SENT = """
INSERT INTO customers_customer (id, code, born_on, sex, language, letter_format, access_needs, is_restricted, division,
    created_at, version)
SELECT n, 'CUS-' || n, '1958-03-04', '', 'en', 'standard', '', false, 'england-and-wales', %(at)s, 1
FROM generate_series(1, %(results)s) AS n;
INSERT INTO payments_payment (award_id, customer_id, period_start, period_end, reason, pence, due_on, pay_on, run_id,
    created_at)
SELECT n, n, %(starts)s, '2026-11-26', 'regular', 10000 + n, '2026-11-25', '2026-11-25', 1, %(at)s
FROM generate_series(1, %(results)s) AS n;
INSERT INTO payments_paymentattempt (payment_id, period_start, attempt, run_id, method, sort_code, account_number,
    account_name, reference, pence, at)
SELECT id, period_start, 1, 1, 'bacs', '202959', lpad(award_id::text, 8, '0'), 'Kathleen O''Neill',
    'R' || lpad(award_id::text, 9, '0') || to_char(period_start, 'YYMMDD') || '01', pence, %(at)s
FROM payments_payment ORDER BY id;
"""


def measure(results: int) -> list[Figure]:
    """The file taken in, and again. Raises RuntimeError where anything is lost, done twice or not named."""
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute(_SENT, {"results": results, "starts": STARTS, "at": NOW})
        cursor.execute("VACUUM ANALYZE")
    content, strange = _file(results), results // NOT_OURS
    took, taken = timed(lambda: take_in(content=content, by=SYSTEM, as_at=NOW), var=VAR)
    took_again, again = timed(lambda: take_in(content=content, by=SYSTEM, as_at=NOW), var=VAR)
    if (taken.returned, len(taken.problems)) != (results - strange, strange) or again.returned:
        raise RuntimeError(f"{taken.returned} came back, {len(taken.problems)} were named, {again.returned} twice")
    copies = [_copy(table) for table in TABLES]
    copied, processor = sum(each.seconds for each in copies), sum(each.processor for each in copies)
    return [
        Figure(f"{results:,} results of a bank, {strange:,} not ours and each named: seconds", f"{took.seconds:.1f}",
               f"raw COPY of the rows it wrote: {copied:.1f}", f"{took.seconds / copied:.2f}", f"at most {SECONDS}",
               took.seconds <= SECONDS),
        Figure("the same: seconds of processor", f"{took.processor:.1f}", f"that COPY: {processor:.1f}",
               f"{took.processor / processor:.2f}"),
        Figure("the same file again, no new rows: seconds", f"{took_again.seconds:.1f}"),
    ]


def _file(results: int) -> bytes:
    """The advice: each hundredth reference is one of nobody's."""
    credits = (
        ReturnedCredit(bank_reference(PaymentKey(REGULAR, n if n % NOT_OURS else results + n, STARTS)), 10_000 + n, "B",
                       BACK) for n in range(1, results + 1))
    unapplied = (Unapplied(credit, BACK, "202959", "12345678", "KATHLEEN O NEILL") for credit in credits)
    return write_arucs(unapplied, user_number="999999", user_name="ENTITLE")


def _copy(table: str) -> Took:
    """What a table's rows take by binary COPY into one with the same indexes."""
    rows = VAR / "rows"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS copied; CREATE TABLE copied (LIKE {table} INCLUDING ALL)")
        with rows.open("wb") as out, cursor.copy(f"COPY (SELECT * FROM {table}) TO STDOUT (FORMAT BINARY)") as some:
            for each in some:
                out.write(each)
        return timed(lambda: _copy_in(cursor, rows), var=VAR)[0]


def _copy_in(cursor: Any, rows: Path) -> None:
    with rows.open("rb") as given, cursor.copy("COPY copied FROM STDIN (FORMAT BINARY)") as into:
        while some := given.read(1 << 20):
            into.write(some)


if __name__ == "__main__":
    told = argparse.ArgumentParser(description="A bank's results, measured.")
    told.add_argument("results", nargs="?", type=int, default=100_000)
    told.add_argument("--json", action="store_true")
    chosen = told.parse_args()
    try:
        for figure in measure(chosen.results):
            print(json.dumps(asdict(figure)) if chosen.json else figure, flush=True)
    finally:
        connections.close_all()
        Cluster(VAR / "postgresql").stop()
        shutil.rmtree(VAR)
