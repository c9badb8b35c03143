"""Reading payments, the ledger and the runs."""
from entitle.awards.models import BUCKETS
from entitle.payments.bacs.calendar import NotABacsDay, earliest_entry, paid_on, processing_day
from entitle.payments.cash_orders import CHEQUE, VOUCHER
from entitle.payments.checks import Problem
from entitle.payments.faster import same_day
from entitle.payments.files_folder import file_folder
from entitle.payments.methods import BACS, FASTER
from entitle.payments.queries.advances import (
    advance,
    advance_by_id,
    advance_of_claim,
    advances_asked,
    advances_paid,
    owes_one_off,
)
from entitle.payments.queries.cash_orders import cash_orders_of, cheques_of
from entitle.payments.queries.checking import problems
from entitle.payments.queries.debts import (
    DebtAtAGlance,
    debt_at_a_glance,
    debt_code_of,
    debts_at_a_glance,
    gone_of,
    kept_from,
    most_kept,
    notice_days,
    periods_of,
    planned_each,
)
from entitle.payments.queries.digests import digests, transfer_digests, unproved
from entitle.payments.queries.estates import Estate, estate_of
from entitle.payments.queries.explaining import awards_explained, debts_explained, debts_of, left_of
from entitle.payments.queries.held_back import instructed_in
from entitle.payments.queries.ledger import balances, owed_of, owed_payments, owed_to
from entitle.payments.queries.payments import PaymentAtAGlance, at_a_glance, of_customer, paid_beyond
from entitle.payments.queries.proposals import proposed_account
from entitle.payments.queries.reconciling import Reconciliation, days_reconciled, last_nights, reconcile
from entitle.payments.queries.runs import (
    buckets_left,
    file,
    file_code_of,
    file_of_run,
    files_waiting,
    joinable_run,
    last_run_that_paid,
    late_runs,
    parts,
    run,
    run_total,
    runs,
    runs_to_file,
)

__all__ = [
    "BACS", "BUCKETS", "CHEQUE", "DebtAtAGlance", "Estate", "FASTER", "NotABacsDay", "PaymentAtAGlance", "Problem",
    "Reconciliation", "VOUCHER", "advance", "advance_by_id", "advance_of_claim", "advances_asked", "advances_paid",
    "at_a_glance", "awards_explained", "balances", "buckets_left", "cash_orders_of", "cheques_of", "days_reconciled",
    "debt_at_a_glance", "debt_code_of", "debts_at_a_glance", "debts_explained", "debts_of", "digests",
    "earliest_entry", "estate_of", "file", "file_code_of", "file_folder", "file_of_run", "files_waiting", "gone_of",
    "instructed_in", "joinable_run", "kept_from", "last_nights", "last_run_that_paid", "late_runs", "left_of",
    "most_kept", "notice_days", "of_customer", "owed_of", "owed_payments", "owed_to", "owes_one_off", "paid_beyond",
    "paid_on", "parts", "periods_of", "planned_each", "problems", "processing_day", "proposed_account", "reconcile",
    "run", "run_total", "runs", "runs_to_file", "same_day", "transfer_digests", "unproved",
]
