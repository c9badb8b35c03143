"""Who may see and answer a further set of questions: whoever it is asked of, those who act for them, and the agency."""

from __future__ import annotations

from entitle.claims.models import SetAsked
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotPermitted
from entitle.procedures.guard_record import guard_record
from entitle.staff import queries as staff


def guard_further(*, asked: SetAsked, by: Actor, as_at: Instant) -> None:
    """Raises NotPermitted. A professional's set is for staff in that role, who are also kept from their own record.

    Of a set asked of a person, only that person's record matters: the claimant, and whoever acts for them, are
    strangers to it, unless it is asked of the claimant.
    """
    if asked.customer_id is not None:
        guard_record(customer_id=asked.customer_id, by=by, as_at=as_at)
    elif by.role == "staff":
        if asked.role not in staff.roles_of(by.user_id):
            raise NotPermitted("Only someone in that profession answers these questions.")
        guard_record(customer_id=asked.claim.customer_id, by=by, as_at=as_at)
    elif by.role != "system":
        raise NotPermitted("These questions are not for you.")
