"""A customer cannot manage on what is left of their payments: nothing is kept until an officer has looked."""
from __future__ import annotations

from django.db import transaction

from entitle.customers import queries as customers
from entitle.history import operations as history
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.money import Pence, pounds
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.kernel.words import Words
from entitle.payments import operations as payments
from entitle.payments import queries
from entitle.payments.work_kinds import DEBT
from entitle.procedures.errors import NotDone
from entitle.procedures.guard_record import guard_record
from entitle.procedures.heed_words import heed_words
from entitle.procedures.tell_of_debt import tell_of_debt
from entitle.standards import agency
from entitle.work import operations as work
from entitle.work import queries as waiting

_ASKED = Words("You told us that you cannot manage on the rest. An officer looks at it.",
               cy="Dywedoch wrthym na allwch ymdopi ar y gweddill. Mae swyddog yn edrych arno.")
_LONGEST_NOTE = 180


def ask_for_less(*, debt_code: str, pence_each: Pence, because: str, by: Actor, as_at: Instant) -> None:
    """`pence_each` is what they can afford of each payment. Asked again before an officer looked, it is one question.

    Raises NotDone without a reason, and NotAllowedNow for a debt that is over.
    """
    if not because.strip():
        raise NotDone("Say why you cannot afford it.")
    with transaction.atomic():
        debt = payments.lock_debt(code=debt_code)
        guard_record(customer_id=debt.customer_id, by=by, as_at=as_at)
        if debt.state not in ("found", "recovering"):
            raise NotAllowedNow(f"{debt.code} is {debt.state}: nothing is kept for it")
        heed_words(words=because, customer_id=debt.customer_id, channel=by.channel, by=by, as_at=as_at)
        about, held = Reference("debt", debt.id), queries.debt_at_a_glance(code=debt_code).plan
        if waiting.is_open(about=about, kind=DEBT):
            work.cancel(about=about, kind=DEBT, as_at=as_at, outcome="They ask for less", by=by)
        if held is not None:
            why = _ASKED[customers.by_id(debt.customer_id).language]
            payments.plan(debt=debt, award_id=held.award_id, pence_each=0, from_on=london_date(as_at), by=by,
                          as_at=as_at, because=why, agreed=True)
            tell_of_debt(debt=debt, letter="debt_not_kept", as_at=as_at, known={"because": why})
        work.open(kind=DEBT, about=about, customer_id=debt.customer_id, origin_at=as_at, as_at=as_at, promise=True,
                  standard=agency()["change_of_circumstances"],
                  note=f"Can afford {pounds(pence_each)} of each payment: {because.strip()}"[:_LONGEST_NOTE])
        history.write(code="debt.less_asked", by=by, at=as_at, about=about, customer_id=debt.customer_id)
