"""Reading payments, the ledger and the runs."""
from entitle.awards.models import BUCKETS
from entitle.payments.bacs.calendar import NotABacsDay, earliest_entry, paid_on, processing_day
from entitle.payments.checks import Problem
from entitle.payments.files_folder import file_folder
from entitle.payments.queries.checking import problems
from entitle.payments.queries.digests import digests, transfer_digests
from entitle.payments.queries.ledger import balances, owed_to
from entitle.payments.queries.payments import PaymentAtAGlance, of_customer
from entitle.payments.queries.runs import (
    buckets_left,
    file,
    file_code_of,
    file_of_run,
    files_waiting,
    last_run_that_paid,
    run,
    run_total,
    runs,
)

__all__ = [
    "BUCKETS", "NotABacsDay", "PaymentAtAGlance", "Problem", "balances", "buckets_left",
    "digests", "earliest_entry", "file", "file_code_of", "file_folder", "file_of_run", "files_waiting",
    "last_run_that_paid", "of_customer", "owed_to", "paid_on", "problems",
    "processing_day", "run", "run_total", "runs", "transfer_digests",
]
