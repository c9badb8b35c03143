"""What must be true after a payday, whatever was killed: asked of the tables, of the files, and of the bank."""
from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from bench.agency import Agency
from bench.chaos.payday import Payday, digest
from entitle.gateways.banking.sandbox.server import Books

_CHECKS = """
import django; django.setup()
import json, tempfile
from pathlib import Path
from django.conf import settings
from entitle.payments import queries
from entitle.payments.operations.files import write_file
run = queries.run(code="{run}")
file = queries.file_of_run(run_id=run.id)
settings.ENTITLE_VAR = Path(tempfile.mkdtemp(dir=settings.ENTITLE_VAR))
again = write_file(run=run, processing_on=file.processing_on)
print(json.dumps([[str(problem) for problem in queries.problems(run_id=run.id)], again.sha256,
                  sum(queries.balances().values())]))
"""
_DUE = """SELECT count(*) FROM awards_award
    WHERE CASE WHEN each_period THEN first_payday = %s ELSE first_payday <= %s END"""
"""Of what is assessed each month there is a report for the first payday only."""
_PAID = """SELECT count(*), count(DISTINCT payment.award_id), coalesce(sum(attempts.number), 0)::int,
        coalesce(sum(moved.number), 0)::int, coalesce(sum(told.number), 0)::int, coalesce(sum(pence), 0)::bigint
    FROM payments_payment AS payment
    LEFT JOIN (SELECT payment_id, count(*) AS number FROM payments_paymentattempt GROUP BY 1) AS attempts
        ON attempts.payment_id = payment.id
    LEFT JOIN (SELECT about_id, count(*) AS number FROM payments_transfer WHERE about_kind = 'payment' GROUP BY 1)
        AS moved ON moved.about_id = payment.id
    LEFT JOIN (SELECT about_id, count(*) AS number FROM history_event WHERE code = 'payment.made' GROUP BY 1) AS told
        ON told.about_id = payment.id
    WHERE payment.pay_on = %s"""


def problems(agency: Agency, payday: Payday) -> Iterator[str]:
    """Whatever is wrong with a payday: someone not paid exactly once, a ledger out of balance, a file in part."""
    due, [counted] = agency.one(_DUE, payday.on, payday.on), agency.rows(_PAID, payday.on)
    wanted = (due, due, due, 2 * due, due)
    if counted[:5] != wanted:
        yield f"{payday.on}: payments, awards, attempts, transfers and events are {counted[:5]}, not {wanted}"
    [(path, sha256, payments, pence)] = agency.rows("""SELECT path, sha256, payments, pence FROM payments_bankfile
        WHERE run_id = (SELECT id FROM payments_payrun WHERE code = %s)""", payday.run_code)
    if (payments, pence) != (due, counted[5]):
        yield f"{payday.on}: the file has {payments} payments of {pence} pence, not {due} of {counted[5]}"
    found, again, balance = agency.ask(_CHECKS.format(run=payday.run_code))
    yield from found
    if balance:
        yield f"{payday.on}: the ledger's accounts sum to {balance}"
    digests = {sha256, digest(Path(path)), again, *payday.seen}
    if len(digests) != 1:
        yield f"{payday.on}: the file was not the same at every look and made again: {sorted(digests)}"
    parts = [each.name for each in Path(path).parent.iterdir() if each.suffix != ".txt" or each.name.startswith(".")]
    if parts:
        yield f"{payday.on}: parts of files were left: {parts}"


def problems_at_the_bank(agency: Agency, books: Books) -> Iterator[str]:
    """The bank took each file that was sent once, and paid in to the penny what the payments say."""
    sent = agency.one("""SELECT coalesce(sum(pence), 0)::bigint FROM payments_paymentattempt
        WHERE run_id IN (SELECT run_id FROM payments_bankfile WHERE state = 'accepted')""")
    if sum(books.balances.values()) != sent:
        yield f"the bank paid in {sum(books.balances.values())} pence, not {sent}"
    wrong = [code for code, (_, report) in books.files.items() if not report.accepted]
    if wrong:
        yield f"the bank refused {wrong}"


def history_stands(agency: Agency) -> Iterator[str]:
    """`entitle verify` finds every event and payment as it was written."""
    verified = agency.here.run("-m", "entitle", "verify", check=False)
    if verified.returncode:
        yield json.dumps(verified.stdout + verified.stderr)

