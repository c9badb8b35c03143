"""The digest that history keeps of a payment: over the payment, where it was first sent, and what moved in the ledger.

Made as the payment is made (STAGED_DIGEST, over what paying.py has staged) and again from what is stored
(STORED_DIGESTS): the same bytes, whole numbers in eight of them and days in four. Attempt 1 is only ever the one made
with the payment: what is sent later is 2 or more, and has its own event.
"""
from __future__ import annotations

_EPOCH = "DATE '1970-01-01'"
_INSTANT = "int8send((extract(epoch FROM {}) * 1000000)::bigint)"
_NOW = "int8send(%(microseconds)s::bigint)"


def _payment(at: str, *, of: str = "", run: str, pay_on: str, reason: str) -> str:
    days = (f"{of}period_start", f"{of}period_end", f"{of}due_on", pay_on)
    return " || ".join([
        *(f"int8send({of}{name})" for name in ("id", "award_id", "customer_id", "pence")),
        *(f"int4send({day} - {_EPOCH})" for day in days), f"int8send({run})", at, f"convert_to({reason}, 'UTF8')"])


def _moved(event: str, at: str, *, of: str = "", debit: str, credit: str) -> str:
    numbers = (debit, credit, f"{of}pence", f"{of}customer_id")
    return " || ".join([f"convert_to({event}, 'UTF8')", *(f"int8send({each})" for each in numbers), at])


def _attempt(at: str, *, of: str = "", run: str, method: str) -> str:
    words = ", ".join(f"{of}{name}" for name in ("sort_code", "account_number", "account_name", "reference"))
    return f"int8send({run}) || int8send({of}pence) || {at} || convert_to(concat_ws('|', {method}, {words}), 'UTF8')"


_OWED, _RUN = "%(owed)s::bigint", "%(run_id)s::bigint"
STAGED_DIGEST = f"""sha256(
    {_payment(_NOW, run=_RUN, pay_on="%(pay_on)s::date", reason="%(reason)s::text")}
    || {_moved("%(entitled)s::text", _NOW, debit="spent_from", credit=_OWED)}
    || CASE WHEN sort_code IS NULL THEN ''::bytea ELSE
        {_moved("%(instructed)s::text", _NOW, debit=_OWED, credit="%(in_transit)s::bigint")}
        || {_attempt(_NOW, run=_RUN, method="%(method)s::text")} END)"""

STORED_DIGESTS = f"""
SELECT p.id, sha256(
    {_payment(_INSTANT.format("p.created_at"), of="p.", run="p.run_id", pay_on="p.pay_on", reason="p.reason")}
    || coalesce((
        SELECT string_agg({_moved("t.event", _INSTANT.format("t.at"), of="t.", debit="t.debit_account_id",
                                  credit="t.credit_account_id")}, ''::bytea ORDER BY t.event, t.id)
        FROM payments_transfer AS t
        WHERE t.about_id = p.id AND t.period_start = p.period_start AND t.about_kind = 'payment' AND t.attempt = 1
          AND t.event IN ('entitled', 'instructed')), ''::bytea)
    || coalesce((
        SELECT {_attempt(_INSTANT.format("a.at"), of="a.", run="a.run_id", method="a.method")}
        FROM payments_paymentattempt AS a
        WHERE a.payment_id = p.id AND a.period_start = p.period_start AND a.attempt = 1), ''::bytea))
FROM payments_payment AS p WHERE p.id = ANY(%s)
"""

TRANSFER_DIGEST = """sha256(convert_to(concat_ws('|', t.id, t.debit_account_id, t.credit_account_id, t.pence,
    t.about_kind, t.about_id, t.event, t.attempt, t.period_start - DATE '1970-01-01', coalesce(t.customer_id, 0),
    extract(epoch FROM t.at)), 'UTF8'))"""
TRANSFER_DIGESTS = f"SELECT t.id, {TRANSFER_DIGEST} FROM payments_transfer AS t WHERE t.id = ANY(%s)"
