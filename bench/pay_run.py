"""How fast a pay run is: payments a second, against a raw binary COPY of the same payment rows in the same minute.

    python bench/pay_run.py [awards, 100000] [workers, 2]

It starts an embedded server of its own with its usual, durable settings, makes a caseload, pays it by bucket as the
jobs do (each worker a process), makes the bank file and checks the ledger. The COPY writes the payments, with the same
keys, and nothing else: no transfers, attempts or events.
"""
from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime
from multiprocessing import get_context
from pathlib import Path

VAR = Path(tempfile.mkdtemp(prefix="bench-pay-run-"))
VAR.chmod(0o755)
os.environ |= {"DJANGO_SETTINGS_MODULE": "entitle.config.settings", "ENTITLE_DEMO": "1", "ENTITLE_VAR": str(VAR)}
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import django  # noqa: E402
from django.conf import settings  # noqa: E402
from django.db import connection, connections  # noqa: E402

from entitle.config.database import settings_for  # noqa: E402
from entitle.config.embedded.cluster import Cluster  # noqa: E402

PAYDAY, NOW = date(2026, 11, 25), datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
COLUMNS = "award_id, customer_id, period_start, period_end, reason, pence, due_on, pay_on, run_id, created_at"
TYPES = ["int8", "int8", "date", "date", "varchar", "int8", "date", "date", "int8", "timestamptz"]

CASELOAD = """
INSERT INTO customers_customer (id, code, born_on, sex, language, letter_format, access_needs, is_restricted, division,
    created_at, version)
SELECT n, 'CUS-' || n, '1958-03-04', '', 'en', 'standard', '', false, 'england-and-wales', %(at)s, 1
FROM generate_series(1, %(awards)s) AS n;
INSERT INTO customers_bankaccount (customer_id, sort_code, account_number, account_name, roll_number, verified, from_on)
SELECT n, '202959', lpad((n %% 100000000)::text, 8, '0'), 'Kathleen O''Neill ' || n, '', true, '2026-01-01'
FROM generate_series(1, %(awards)s) AS n;
INSERT INTO claims_claim (id, code, scheme, customer_id, state, protected_on, started_at, submitted_at, channel,
    version)
SELECT n, 'CLM-' || n, 'a_pension', n, 'decided', '2026-10-01', %(at)s, %(at)s, 'telephone', 1
FROM generate_series(1, %(awards)s) AS n;
INSERT INTO decisions_decision (id, code, claim_id, sequence, customer_id, scheme, result, pence, starts_on,
    reasons, facts, law_on, rules_version, decided_at, by_person, digest)
SELECT n, 'DEC-' || n, n, 1, n, 'a_pension', 'entitled', 24130, '2026-10-26', '[]', '{}', '2026-10-26', '1', %(at)s,
    false, ''
FROM generate_series(1, %(awards)s) AS n;
INSERT INTO awards_award (id, code, scheme, customer_id, claim_id, decision_id, state, starts_on, end_reason,
    cycle_weeks, weekday, first_payday, basis, opened_at, version)
SELECT n, 'AWD-' || n, 'a_pension', n, n, n, 'in_payment', '2026-10-26', '', 4, 2, '2026-11-25', '{}', %(at)s, 1
FROM generate_series(1, %(awards)s) AS n;
INSERT INTO awards_awardamount (award_id, from_on, pence, decision_id, made_at)
SELECT n, '2026-10-26', 10000 + n %% 20000, n, %(at)s FROM generate_series(1, %(awards)s) AS n;
"""


def pay(share: tuple[str, int, int]) -> int:
    """One worker's buckets: every so-manyth, from its own."""
    from entitle.procedures.pay_bucket import pay_bucket

    code, first, step = share
    return sum(pay_bucket(run_code=code, bucket=bucket, as_at=NOW).payments for bucket in range(first, 64, step))


def timed(act):
    began = time.perf_counter()
    result = act()
    return time.perf_counter() - began, result


def copy_in(rows: list[tuple]) -> None:
    """Write the payments again with binary COPY, into a table with the same keys."""
    statement = f"COPY copied ({COLUMNS}) FROM STDIN (FORMAT BINARY)"
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        copy.set_types(TYPES)
        for row in rows:
            copy.write_row(row)


def main(awards: int, workers: int) -> None:
    from django.core.management import call_command

    from entitle.kernel.references import SYSTEM
    from entitle.payments import queries
    from entitle.procedures.make_bank_file import make_bank_file
    from entitle.procedures.start_pay_run import start_pay_run

    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute(CASELOAD, {"awards": awards, "at": NOW})
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CREATE TABLE copied (LIKE payments_payment INCLUDING ALL)")
    run = start_pay_run(on=PAYDAY, by=SYSTEM, as_at=NOW, in_background=False)
    connections.close_all()
    with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool:
        list(pool.map(_warm, range(workers)))
        seconds, counts = timed(lambda: list(pool.map(pay, [(run.code, n, workers) for n in range(workers)])))
    made = sum(counts)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {COLUMNS} FROM payments_payment ORDER BY id")
        rows = cursor.fetchall()
    copy_seconds, _ = timed(lambda: copy_in(rows))
    file_seconds, file = timed(lambda: make_bank_file(run_code=run.code, by=SYSTEM, as_at=NOW))
    check_seconds, problems = timed(lambda: queries.problems(run_id=run.id))
    assert made == awards == file.payments and not problems
    print(f"{made:,} payments by {workers} workers in {seconds:.2f} s: {made / seconds:,.0f} a second")
    print(f"the same payment rows by one raw binary COPY: {copy_seconds:.2f} s, {made / copy_seconds:,.0f} a second")
    print(f"ratio of the run's time to the COPY's: {seconds / copy_seconds:.2f}")
    print(f"the bank file: {file_seconds:.2f} s, {made / file_seconds:,.0f} lines a second")
    print(f"the checks of every payment: {check_seconds:.2f} s")


def _warm(_: int) -> None:
    """Connect and import before the clock starts."""
    connection.ensure_connection()
    time.sleep(0.2)


if __name__ == "__main__":
    settings.DATABASES["default"] = settings_for("", var=VAR, as_owner=True)
    django.setup()
    try:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, int(sys.argv[2]) if len(sys.argv) > 2 else 2)
    finally:
        connections.close_all()
        Cluster(VAR / "postgresql").stop()
        shutil.rmtree(VAR)
