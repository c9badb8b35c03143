"""A run that is too late for Bacs: all that it was to send goes by Faster Payments instead, once each."""
from __future__ import annotations

from django.db import connection
from django.db.models import Max

from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.periods import Instant, london_date
from entitle.payments import accounts
from entitle.payments.lifecycle import BANK_FILE, PAY_RUN
from entitle.payments.methods import FASTER
from entitle.payments.models import BankFile, PaymentAttempt, PayRun
from entitle.payments.operations.ledger import note_moved, open_accounts
from entitle.payments.queries.held_back import held_back_in
from entitle.payments.reasons import MOST_ATTEMPTS, TOO_LATE

_AGAIN = """
WITH sent AS MATERIALIZED (
    SELECT a.*, p.customer_id FROM payments_paymentattempt AS a
    JOIN payments_payment AS p ON p.id = a.payment_id AND p.period_start = a.period_start
    WHERE a.run_id = %(late)s AND a.method = %(method)s AND NOT a.payment_id = ANY(%(held)s)
), back AS (
    INSERT INTO payments_returnedpayment (payment_id, attempt, customer_id, pence, reason_code, returned_on, at)
    SELECT payment_id, attempt, customer_id, pence, %(too_late)s, %(today)s, %(at)s FROM sent
), again AS (
    INSERT INTO payments_paymentattempt (payment_id, period_start, attempt, run_id, method, sort_code, account_number,
        account_name, reference, pence, at)
    SELECT payment_id, period_start, attempt + 1, %(run)s, %(faster)s, sort_code, account_number, account_name,
           left(reference, -2) || lpad((attempt + 1)::text, 2, '0'), pence, %(at)s FROM sent ORDER BY payment_id
)
INSERT INTO payments_transfer (period_start, at, debit_account_id, credit_account_id, pence, about_kind, about_id,
    event, attempt, customer_id)
SELECT period_start, %(at)s, each.debit, each.credit, pence, 'payment', payment_id, each.event, each.number, customer_id
FROM sent CROSS JOIN LATERAL (
    VALUES (%(returned)s::text, attempt, %(in_transit)s::bigint, %(owed)s::bigint),
           (%(instructed)s, attempt + 1, %(owed)s, %(in_transit)s)
) AS each (event, number, debit, credit)
RETURNING id
"""


def send_faster(*, late: PayRun, file: BankFile | None, run: PayRun, as_at: Instant) -> int:
    """Whatever a run was to send becomes the next attempt of another, in three statements. How many payments.

    The caller holds both runs and the file, which never went. Raises NotAllowedNow where it did, or one of its payments
    was tried as often as a reference can say.
    """
    attempts = PaymentAttempt.objects.filter(run_id=late.id, method=late.method)
    if (attempts.aggregate(most=Max("attempt"))["most"] or 0) >= MOST_ATTEMPTS:
        raise NotAllowedNow(f"a payment of {late.code} was tried {MOST_ATTEMPTS} times: choose a later day for it")
    if file is None:
        late.state = PAY_RUN.after(late.state, "nothing_to_send")
        late.save(update_fields=["state"])
    else:
        file.state = BANK_FILE.after(file.state, "overtaken")
        file.save(update_fields=["state"])
    ids = open_accounts(schemes=())
    with connection.cursor() as cursor:
        cursor.execute(_AGAIN, {
            "late": late.id, "method": late.method, "held": held_back_in(run_id=late.id), "too_late": TOO_LATE,
            "today": london_date(as_at), "at": as_at, "run": run.id, "faster": FASTER, "returned": accounts.RETURNED,
            "instructed": accounts.INSTRUCTED, "owed": ids[accounts.OWED], "in_transit": ids[accounts.IN_TRANSIT]})
        note_moved(number for number, in cursor)
        return int(cursor.rowcount) // 2
