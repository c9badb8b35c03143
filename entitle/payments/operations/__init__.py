"""Writing payments: for procedures, inside their transaction."""
from entitle.payments.operations.advances import ask_advance, lock_advance, pay_advance, refuse_advance
from entitle.payments.operations.answers import (
    FileAnswer,
    ReportDisagrees,
    SecondOfficerNeeded,
    answered,
    lock_file,
    release,
    submitted,
)
from entitle.payments.operations.cash_orders import cash, give_cash_orders, run_out, stop, to_ask_about
from entitle.payments.operations.correcting import Corrected, correct
from entitle.payments.operations.debts import (
    MoreThanIsLeft,
    leave_with_estate,
    lock_debt,
    plan,
    propose_write_off,
    repay,
    settle_write_off,
)
from entitle.payments.operations.due_source import schemes_in
from entitle.payments.operations.files import make_file, redate_file, write_file
from entitle.payments.operations.holding_back import HeldBack, hold_back
from entitle.payments.operations.late_runs import send_faster
from entitle.payments.operations.ledger import gathered, open_accounts, post
from entitle.payments.operations.paying import Outcome, pay_due
from entitle.payments.operations.proposals import NewAccount, lock_proposal, propose_account, settle_proposal
from entitle.payments.operations.reconciled import keep_reconciled
from entitle.payments.operations.returning import Returned, ReturnedCredit, take_returns
from entitle.payments.operations.runs import RunNotOpen, faster_run, finish_buckets, hold_open_run, lock_run, start_run
from entitle.payments.operations.sending import NothingOwed, NotPayableThere, OwedPayment, lock_owed, send_in
from entitle.payments.operations.statements import Line, Statement, keep_statement

__all__ = [
    "Corrected", "FileAnswer", "HeldBack", "Line", "MoreThanIsLeft", "NewAccount", "NotPayableThere", "NothingOwed",
    "Outcome", "OwedPayment", "ReportDisagrees", "Returned", "ReturnedCredit", "RunNotOpen", "SecondOfficerNeeded",
    "Statement", "answered", "ask_advance", "cash", "correct", "faster_run", "finish_buckets", "gathered",
    "give_cash_orders", "hold_back", "hold_open_run", "keep_reconciled", "keep_statement", "leave_with_estate",
    "lock_advance", "lock_debt", "lock_file", "lock_owed", "lock_proposal", "lock_run", "make_file", "open_accounts",
    "pay_advance", "pay_due", "plan", "post", "propose_account", "propose_write_off", "redate_file", "refuse_advance",
    "release", "repay", "run_out", "schemes_in", "send_faster", "send_in", "settle_proposal", "settle_write_off",
    "start_run", "stop", "submitted", "take_returns", "to_ask_about", "write_file",
]
