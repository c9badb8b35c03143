"""The digest that history keeps of a payment: over the payment, where it was first sent, and what moved in the ledger.

Made as the payment is made (PAYMENT_DIGEST, over paying.py's made_out) and again from what is stored (STORED_DIGESTS).
Attempt 1 is only ever the one made with the payment: what is sent later is 2 or more, and has its own event.
"""
from __future__ import annotations

_EPOCH = "DATE '1970-01-01'"
_PAYMENT = (
    f"p.id, p.award_id, p.customer_id, p.period_start - {_EPOCH}, p.period_end - {_EPOCH}, p.reason, p.pence, "
    f"p.due_on - {_EPOCH}, p.pay_on - {_EPOCH}, p.run_id, extract(epoch FROM p.created_at)"
)
_MOVED = "t.pence, t.customer_id, extract(epoch FROM t.at)"

PAYMENT_DIGEST = f"""sha256(convert_to(concat_ws('|', {_PAYMENT.replace('p.', 'made_out.')},
    %(entitled)s::text, %(expenditure)s::bigint, %(owed)s::bigint, {_MOVED.replace('t.', 'made_out.')},
    CASE WHEN sort_code IS NOT NULL THEN concat_ws('|',
        %(instructed)s::text, %(owed)s::bigint, %(in_transit)s::bigint, {_MOVED.replace('t.', 'made_out.')},
        made_out.run_id, %(method)s::text, made_out.pence, extract(epoch FROM made_out.at),
        sort_code, account_number, account_name, reference) END), 'UTF8'))"""

STORED_DIGESTS = f"""
SELECT p.id, sha256(convert_to(concat_ws('|', {_PAYMENT},
    (SELECT string_agg(concat_ws('|', t.event, t.debit_account_id, t.credit_account_id, {_MOVED}), '|'
                       ORDER BY t.event, t.id)
     FROM payments_transfer AS t
     WHERE t.about_id = p.id AND t.period_start = p.period_start AND t.about_kind = 'payment' AND t.attempt = 1
        AND t.event IN ('entitled', 'instructed')),
    (SELECT concat_ws('|', a.run_id, a.method, a.pence, extract(epoch FROM a.at),
                      a.sort_code, a.account_number, a.account_name, a.reference)
     FROM payments_paymentattempt AS a
     WHERE a.payment_id = p.id AND a.period_start = p.period_start AND a.attempt = 1)), 'UTF8'))
FROM payments_payment AS p WHERE p.id = ANY(%s)
"""

TRANSFER_DIGESTS = """
SELECT id, sha256(convert_to(concat_ws('|', id, debit_account_id, credit_account_id, pence, about_kind, about_id, event,
    attempt, period_start - DATE '1970-01-01', coalesce(customer_id, 0), extract(epoch FROM at)), 'UTF8'))
FROM payments_transfer WHERE id = ANY(%s)
"""
