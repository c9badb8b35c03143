"""Making the bank file of a run: streamed from the attempts, written whole or not at all, the same bytes each time."""
from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from django.db import connection, transaction
from django.db.models import Count, QuerySet, Sum

from entitle.kernel.periods import LONDON, Instant, london_date
from entitle.payments.bacs.standard18 import Credit, Heading, Totals, lines
from entitle.payments.faster import day_to_write
from entitle.payments.files_folder import file_folder
from entitle.payments.iso20022.pain001 import parts
from entitle.payments.lifecycle import BANK_FILE, PAY_RUN
from entitle.payments.methods import FASTER
from entitle.payments.models import BankFile, PaymentAttempt, PayRun
from entitle.payments.originator import originator
from entitle.payments.queries.held_back import held_back_in

_LINES_AT_ONCE = 2_000
_TO_SORT = "64MB"
_CREDITS = """SELECT sort_code, account_number, account_name, pence, reference FROM payments_paymentattempt
              WHERE run_id = %s AND method = %s AND NOT payment_id = ANY(%s) ORDER BY reference COLLATE "C" """
_KEPT_DAYS = 7
"""After the processing day, the file may be overwritten at the bank."""


@dataclass(frozen=True)
class WrittenFile:
    """What was put on the disk."""

    path: Path
    sha256: str
    payments: int
    pence: int


def make_file(*, run: PayRun, as_at: Instant, entry_on: date | None = None) -> BankFile | None:
    """Write a run's file and record it; the run is then filed and takes no more payments. None if nothing is to go.

    The caller holds the run's row (operations.lock_run). Raises NotABacsDay where it is too late for the run's day: an
    officer may then choose a later one (`entry_on`), so that nothing owed is left behind.
    """
    if not _to_send(run).exists():
        _move_run(run, "nothing_to_send")
        return None
    processing_on = day_to_write(method=run.method, entry_on=entry_on or run.pay_on, as_at=as_at)
    written = write_file(run=run, processing_on=processing_on)
    _move_run(run, "file_made")
    return BankFile.objects.create(
        code=file_code(run), run=run, state=BANK_FILE.first, name=written.path.name, path=str(written.path),
        sha256=written.sha256, payments=written.payments, pence=written.pence, processing_on=processing_on,
        made_at=as_at,
    )


def file_code(run: PayRun) -> str:
    """The code of a run's file: the run's own, of another kind, so that a file made again says the same of itself."""
    return run.code.replace("RUN-", "FIL-", 1)


def redate_file(*, file: BankFile, entry_on: date, as_at: Instant) -> BankFile:
    """Write a file that waits for release again, for a later day. The caller holds its row. Raises NotABacsDay."""
    processing_on = day_to_write(method=file.run.method, entry_on=entry_on, as_at=as_at)
    written = write_file(run=file.run, processing_on=processing_on)
    file.state = BANK_FILE.after(file.state, "redated")
    file.sha256, file.processing_on, file.made_at = written.sha256, processing_on, as_at
    file.save(update_fields=["state", "sha256", "processing_on", "made_at"])
    return file


def write_file(*, run: PayRun, processing_on: date) -> WrittenFile:
    """Write a run's file to `<file_folder()>/<run code>`, .txt or .xml: a temporary name, flushed to the disk, renamed.

    Nothing in it depends on when it is written, so a file that was lost or doubted is made again with the same sha256.
    The caller holds the run's or the file's row, so nobody else is writing it.
    """
    folder = file_folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for left_by_a_crash in folder.glob(f".{run.code}-*"):
        left_by_a_crash.unlink(missing_ok=True)
    ending = "xml" if run.method == FASTER else "txt"
    totals, digest, path = Totals(), hashlib.sha256(), folder / f"{run.code}.{ending}"
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=f".{run.code}-")
    try:
        with os.fdopen(handle, "wb") as out:
            for some in _in_blocks(_document(run, processing_on, totals)):
                digest.update(some)
                out.write(some)
            out.flush()
            os.fsync(out.fileno())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _flush_folder(folder)
    return WrittenFile(path, digest.hexdigest(), totals.payments, totals.pence)


def _document(run: PayRun, processing_on: date, totals: Totals) -> Iterator[str]:
    """Standard 18 for Bacs; for Faster Payments a credit transfer initiation, urgent."""
    if run.method == FASTER:
        found = _to_send(run).aggregate(payments=Count("id"), pence=Sum("pence"))
        return parts(
            message_id=file_code(run), made_at=run.started_at.astimezone(LONDON), on=processing_on, route="URGP",
            originator=originator(), credits=_credits(run), expected=Totals(found["payments"], int(found["pence"])),
            written=totals,
        )
    heading = Heading(
        serial=run.id, created_on=london_date(run.started_at), processing_on=processing_on,
        expires_on=processing_on + timedelta(days=_KEPT_DAYS),
    )
    return lines(heading, originator(), _credits(run), totals)


def _to_send(run: PayRun) -> QuerySet[PaymentAttempt]:
    sent = PaymentAttempt.objects.filter(run_id=run.id, method=run.method)
    return sent.exclude(payment_id__in=held_back_in(run_id=run.id))


def _credits(run: PayRun) -> Iterator[Credit]:
    """The run's attempts by reference, letter by letter, so that the order is that of no machine or moment."""
    with transaction.atomic(), connection.cursor() as first, connection.chunked_cursor() as cursor:
        first.execute(f"SET LOCAL work_mem = '{_TO_SORT}'")
        cursor.execute(_CREDITS, [run.id, run.method, held_back_in(run_id=run.id)])
        while some := cursor.fetchmany(_LINES_AT_ONCE):
            yield from some


def _in_blocks(written: Iterator[str]) -> Iterator[bytes]:
    block: list[str] = []
    for line in written:
        block.append(line)
        if len(block) == _LINES_AT_ONCE:
            yield "".join(block).encode("ascii")
            block.clear()
    yield "".join(block).encode("ascii")


def _flush_folder(folder: Path) -> None:
    """Make the rename itself survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _move_run(run: PayRun, event: str) -> None:
    run.state = PAY_RUN.after(run.state, event)
    run.save(update_fields=["state"])
