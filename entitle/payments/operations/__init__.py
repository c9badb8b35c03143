"""Writing payments: for procedures, inside their transaction."""
from entitle.payments.operations.answers import (
    FileAnswer,
    ReportDisagrees,
    ReturnedCredit,
    SecondOfficerNeeded,
    answered,
    lock_file,
    release,
    submitted,
    take_return,
)
from entitle.payments.operations.due_source import schemes_in
from entitle.payments.operations.files import make_file, redate_file, write_file
from entitle.payments.operations.ledger import open_accounts, post
from entitle.payments.operations.paying import Outcome, pay_due, staged
from entitle.payments.operations.runs import RunNotOpen, finish_bucket, hold_open_run, lock_run, start_run
from entitle.payments.reasons import NotOurReference

__all__ = [
    "FileAnswer", "NotOurReference", "Outcome", "ReportDisagrees", "ReturnedCredit", "RunNotOpen",
    "SecondOfficerNeeded", "answered", "finish_bucket", "hold_open_run", "lock_file", "lock_run", "make_file",
    "open_accounts", "pay_due", "post", "redate_file", "release", "schemes_in", "staged", "start_run", "submitted",
    "take_return", "write_file",
]
