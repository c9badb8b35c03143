"""The digest that history keeps of a payment: over the payment, where it was first sent, and what moved in the ledger.

Made as payments are put in (`made_digests`) and again from what is stored (STORED_DIGESTS): the same bytes, whole
numbers in eight of them and days in four. Attempt 1 is only ever the one made with the payment: what is sent later is 2
or more, and has its own event, as every other transfer has: with where it was sent, where it sends anything.
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from entitle.history.marks import microseconds
from entitle.kernel.mass_rows import Column, in_pieces, packed
from entitle.kernel.periods import Instant

_EPOCH = "DATE '1970-01-01'"


def _whole(*names: str) -> str:
    return " || ".join(f"int8send({name})" for name in names)


def _days(*names: str) -> str:
    return " || ".join(f"int4send({name} - {_EPOCH})" for name in names)


def _instant(name: str) -> str:
    return f"int8send((extract(epoch FROM {name}) * 1000000)::bigint)"


STORED_DIGESTS = f"""
SELECT p.id, sha256(
    {_whole("p.id", "p.award_id", "p.customer_id", "p.pence")}
    || {_days("p.period_start", "p.period_end", "p.due_on", "p.pay_on")}
    || {_whole("p.run_id")} || {_instant("p.created_at")} || convert_to(p.reason, 'UTF8')
    || coalesce((
        SELECT string_agg(convert_to(t.event, 'UTF8')
                          || {_whole("t.debit_account_id", "t.credit_account_id", "t.pence", "t.customer_id")}
                          || {_instant("t.at")}, ''::bytea ORDER BY t.event, t.id)
        FROM payments_transfer AS t
        WHERE t.about_id = p.id AND t.period_start = p.period_start AND t.about_kind = 'payment' AND t.attempt = 1
          AND t.event IN ('entitled', 'instructed')), ''::bytea)
    || coalesce((
        SELECT {_whole("a.run_id", "a.pence")} || {_instant("a.at")}
               || convert_to(concat_ws('|', a.method, a.sort_code, a.account_number, a.account_name, a.reference),
                             'UTF8')
        FROM payments_paymentattempt AS a
        WHERE a.payment_id = p.id AND a.period_start = p.period_start AND a.attempt = 1), ''::bytea))
FROM payments_payment AS p WHERE p.id = ANY(%s)
"""

TRANSFER_DIGEST = """sha256(convert_to(concat_ws('|', t.id, t.debit_account_id, t.credit_account_id, t.pence,
    t.about_kind, t.about_id, t.event, t.attempt, t.period_start - DATE '1970-01-01', coalesce(t.customer_id, 0),
    extract(epoch FROM t.at), (
        SELECT concat_ws('|', a.run_id, a.pence, extract(epoch FROM a.at), a.method, a.sort_code, a.account_number,
                         a.account_name, a.reference)
        FROM payments_paymentattempt AS a
        WHERE t.event = 'instructed' AND t.about_kind = 'payment' AND a.payment_id = t.about_id
          AND a.period_start = t.period_start AND a.attempt = t.attempt)), 'UTF8'))"""
TRANSFER_DIGESTS = f"SELECT t.id, {TRANSFER_DIGEST} FROM payments_transfer AS t WHERE t.id = ANY(%s)"


def made_digests(
    count: int, *, payment: Mapping[str, Column], sent: Mapping[str, Column], attempts: Sequence[bytes | None]
) -> list[bytes]:
    """Of payments as they are put in: the columns of each and of what it moved to be owed, those of sending it, in the
    order of STORED_DIGESTS; and the words of each one's attempt, None where there is no account to send it to."""
    numbers = in_pieces(*packed({**payment, **sent}, count))
    short = sum(each.length for each in payment.values())
    return [sha256(each[:short] if words is None else each + words).digest()
            for each, words in zip(numbers, attempts, strict=True)]


def moved_digests(transfers: Iterable[Sequence[object]], *, at: Instant) -> list[bytes]:
    """Of transfers that send nothing, as they are put in: what each says but its moment, as TRANSFER_DIGEST has it."""
    seconds, rest = divmod(microseconds(at), 1_000_000)
    then = f"|{seconds}.{rest:06d}"
    return [sha256(("|".join(map(str, each)) + then).encode()).digest() for each in transfers]
