"""Reading complaints: one, a customer's, those to answer, and how their clocks were kept."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection
from django.db.models import OuterRef, Subquery

from entitle.contacts.models import Complaint, ComplaintStep, OutsideComplaint, OutsideComplaintStep
from entitle.kernel.periods import LONDON, Instant


def complaint(*, code: str) -> Complaint | None:
    """The complaint with its customer, by its public code; None where there is none."""
    return Complaint.objects.select_related("customer").filter(code=code).first()


def outside_complaint(*, code: str) -> OutsideComplaint | None:
    """A complaint of someone who has no record; None where there is none."""
    return OutsideComplaint.objects.filter(code=code).first()


def outside_code_of(*, complaint_id: int) -> str:
    """Raises OutsideComplaint.DoesNotExist."""
    return OutsideComplaint.objects.values_list("code", flat=True).get(id=complaint_id)


def outside_steps_of(*, complaint_id: int) -> list[OutsideComplaintStep]:
    """As `steps_of`, of a complaint of someone who has no record."""
    found = OutsideComplaintStep.objects.filter(complaint_id=complaint_id).select_related("user")
    return list(found.order_by("at", "id"))


def complaint_code_of(*, complaint_id: int) -> str:
    """Raises Complaint.DoesNotExist."""
    return Complaint.objects.values_list("code", flat=True).get(id=complaint_id)


def complaints_of(*, customer_id: int, limit: int = 50) -> list[Complaint]:
    """A customer's complaints, the newest first."""
    return list(Complaint.objects.filter(customer_id=customer_id).order_by("-received_at", "-id")[:limit])


def steps_of(*, complaint_id: int) -> list[ComplaintStep]:
    """All that was said and done about it, with who, the first first."""
    return list(ComplaintStep.objects.filter(complaint_id=complaint_id).select_related("user").order_by("at", "id"))


@dataclass(frozen=True)
class ComplaintsKept:
    """How the complaints of one category were kept: every one of them is in exactly one of the last five counts.

    `told_in_time` had a holding reply on or before the day promised; `breached` had neither answer nor reply by its
    end, whether or not one came later; `open` has days left, or waits for the customer.
    """

    category: str
    made: int
    resolved_in_time: int
    answered_in_time: int
    told_in_time: int
    breached: int
    open: int


_KEPT = """
    select complaint.category, count(*),
           count(*) filter (where not late and first_reply.outcome = 'resolved'),
           count(*) filter (where not late and first_reply.outcome = 'answered'),
           count(*) filter (where not late and first_reply.outcome = 'held'),
           count(*) filter (where late),
           count(*) filter (where not late and done_at is null)
    from (select id, category, received_at, 'complaint' as about, 'complaint.answer' as kind from contacts_complaint
          union all
          select id, category, received_at, 'outside_complaint', 'complaint.outside' from contacts_outsidecomplaint
    ) as complaint cross join lateral (
        select outcome, done_at, state <> 'waiting'
                   and coalesce((done_at at time zone 'Europe/London')::date, %(today)s) > target_on as late
        from work_workitem
        where work_workitem.kind = complaint.kind and about_kind = complaint.about and about_id = complaint.id
        order by work_workitem.id limit 1
    ) as first_reply
    where complaint.received_at >= %(since)s group by complaint.category order by 2 desc, 1
"""


def complaints_kept(*, since: date, on: date) -> list[ComplaintsKept]:
    """How those received since a date stand on another, by category, the most frequent first: one statement.

    Read from the clocks of the work itself, so that the queue and the figures cannot disagree.
    """
    with connection.cursor() as cursor:
        cursor.execute(_KEPT, {"today": on, "since": datetime(since.year, since.month, since.day, tzinfo=LONDON)})
        return [ComplaintsKept(*row) for row in cursor.fetchall()]


def complaints_waiting() -> list[tuple[Complaint, Instant]]:
    """Those that wait for their customer, and when each was asked: one statement."""
    asked = ComplaintStep.objects.filter(complaint=OuterRef("id"), event="customer_asked").order_by("-at", "-id")
    waiting = Complaint.objects.filter(state="waiting").select_related("customer").order_by("id")
    return [(each, each.asked_at) for each in waiting.annotate(asked_at=Subquery(asked.values("at")[:1]))]
