"""Tell whoever was promised something by a day that the day moves: within a day, and before the old one passes."""
from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from entitle.claims import operations as claim_operations
from entitle.claims import queries as claims
from entitle.contacts import queries as contacts
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import SYSTEM, Reference
from entitle.kernel.words import Words
from entitle.kernel.working_days import working_days
from entitle.procedures.write_as_agency import write_as_agency
from entitle.standards import agency, target_on
from entitle.work import operations as work
from entitle.work import queries
from entitle.work.models import WorkItem

PROMISED = {
    "claim.decide": Words("decide your claim", cy="penderfynu ar eich hawliad"),
    "change.act_on": Words("act on the change that you told us of",
                           cy="gweithredu ar y newid y dywedoch wrthym amdano"),
    "reconsideration.decide": Words("look again at our decision", cy="edrych eto ar ein penderfyniad"),
    "complaint.answer": Words("answer your complaint", cy="ateb eich cwyn"),
}
"""What is told of here. An interview or a call that moves is told of as it is moved."""
_LONGEST_AHEAD = timedelta(days=14)
_EVE, _POST_TAKES = 1, 3


def tell_of_moved_promises(*, as_at: Instant) -> int:
    """How many were told. Run again, it tells nobody twice.

    A day that moved because we waited for the customer is told with its new day; one that will not be kept, on the
    last working day before it, or three before where only a letter reaches them. What our standard was, and whether
    it was met, stays as it is.
    """
    today = london_date(as_at)
    found = queries.promises_to_tell(kinds=tuple(PROMISED), until=today + _LONGEST_AHEAD)
    return sum(_tell(item, today, as_at) for item in found)


def _tell(item: WorkItem, today: date, as_at: Instant) -> bool:
    was_on, customer = item.told_on or item.target_on, item.customer
    assert customer is not None, "a promise is to somebody"
    has_waited = was_on < item.target_on
    calendar = working_days(item.division)
    at_once = set(contacts.channels_for(customer_id=customer.pk)) & {contacts.SMS, contacts.EMAIL}
    if has_waited:
        now_on = item.target_on
    elif was_on > calendar.add(today, _EVE if at_once else _POST_TAKES):
        return False
    else:
        now_on = target_on(agency()["promise_moved"], max(was_on, today), division=item.division)
    with transaction.atomic():
        if work.tell_anew(work_item_id=item.pk, was_on=was_on, now_on=now_on) is None:
            return False
        if item.about_kind == "claim":
            claim_operations.promise_by(claim_id=item.about_id, decide_by=now_on)
        write_as_agency(customer=customer, letter="promise_moved", scheme=item.scheme, as_at=as_at, known={
            "reference": _reference(item), "what": PROMISED[item.kind][customer.language], "was_on": was_on,
            "now_on": now_on, "has_waited": has_waited})
        history.write(code="promise.moved", about=Reference("work_item", item.pk), customer_id=customer.pk, by=SYSTEM,
                      at=as_at, reason=f"{was_on} to {now_on}")
        return True


def _reference(item: WorkItem) -> str:
    if item.about_kind == "claim":
        return claims.code_of(claim_id=item.about_id)
    return contacts.complaint_code_of(complaint_id=item.about_id) if item.about_kind == "complaint" else item.code
