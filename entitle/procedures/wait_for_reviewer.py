"""Before a decision takes money from someone of whom care is taken, another named officer must agree."""

from __future__ import annotations

from django.db import transaction

from entitle.claims.models import Claim
from entitle.contacts import queries as contacts
from entitle.customers import queries as customers
from entitle.decisions import queries as decisions
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.work import operations as work
from entitle.work import queries as queue


def wait_for_reviewer(*, claim: Claim, by: Actor, as_at: Instant) -> bool:
    """Whether the decision must wait: then someone is asked. False where nothing calls for care, or another officer
    than `by` has agreed since the last thing that does was noted."""
    flags = customers.vulnerabilities(claim.customer_id, on=london_date(as_at))
    plan = contacts.open_plan_of(customer_id=claim.customer_id)
    if not flags and plan is None:
        return False
    found = decisions.last_review(claim_id=claim.id)
    since = max([flag.from_on for flag in flags] + ([london_date(plan.opened_at)] if plan else []))
    is_agreed = (found is not None and found.agrees and found.reviewed_by_user_id != by.user_id
                 and london_date(found.at) >= since and (plan is None or found.at >= plan.opened_at))
    about = Reference("claim", claim.id)
    if not is_agreed and not queue.is_open(about=about, kind="decision.review"):
        with transaction.atomic():
            work.open(kind="decision.review", about=about, customer_id=claim.customer_id, scheme=claim.scheme,
                      division=claim.customer.division, origin_at=as_at, as_at=as_at)
            history.write(code="decision.review_asked", about=about, customer_id=claim.customer_id, by=by, at=as_at)
    return not is_agreed
