"""Plans for people who may be in danger: opened, added to, followed point by point, and closed with an outcome."""
from __future__ import annotations

from entitle.contacts.lifecycle import SAFEGUARDING
from entitle.contacts.models import SafeguardingPlan, SafeguardingPoint, SafeguardingWords
from entitle.kernel.periods import Instant


def open_plan(*, customer_id: int | None, contact_id: int | None, call_id: int | None, as_at: Instant,
              ) -> tuple[SafeguardingPlan, bool]:
    """The open plan for a customer, else for a call, held; and whether it was made now.

    A call's plan becomes its customer's, once it is known who is calling.
    """
    made = SafeguardingPlan(customer_id=customer_id, contact_id=contact_id, call_id=call_id, opened_at=as_at)
    # Nobody waits: of two who hear danger at once, one makes the plan and both find it.
    SafeguardingPlan.objects.bulk_create([made], ignore_conflicts=True)
    plans = SafeguardingPlan.objects.select_for_update(of=("self",)).exclude(state="closed")
    plan = plans.filter(code=made.code).first()
    if plan is not None:
        return plan, True
    theirs = plans.filter(customer_id=customer_id).first() if customer_id is not None else None
    if theirs is not None:
        return theirs, False
    assert call_id is not None, "only a plan of the same customer or call keeps another out"
    plan = plans.get(call_id=call_id)
    if customer_id is not None:
        plan.customer_id = customer_id
        plan.save(update_fields=["customer"])
    return plan, False


def keep_words(*, plan: SafeguardingPlan, kind: str, said: str, words: str, channel: str, user_id: int | None,
               as_at: Instant) -> bool:
    """Put down what was said; False where this plan has those words already."""
    if plan.words.filter(words=words, kind=kind).exists():
        return False
    SafeguardingWords.objects.create(plan=plan, kind=kind, said=said, words=words, channel=channel,
                                     heard_by_user_id=user_id, at=as_at)
    return True


def do_point(*, plan: SafeguardingPlan, point: str, was_needed: bool, note: str, user_id: int, as_at: Instant,
             ) -> SafeguardingPoint:
    """A point is done, or found not to be needed. Raises NotAllowedNow once the plan is closed."""
    plan = _locked(plan)
    plan.state = SAFEGUARDING.after(plan.state, "point_done")
    plan.save(update_fields=["state"])
    done, _ = SafeguardingPoint.objects.get_or_create(
        plan=plan, point=point, defaults={"was_needed": was_needed, "note": note, "user_id": user_id, "at": as_at})
    return done


def close_plan(*, plan: SafeguardingPlan, outcome: str, because: str, user_id: int, as_at: Instant,
               ) -> SafeguardingPlan:
    """It ends with an outcome. Raises NotAllowedNow where it was closed already."""
    plan = _locked(plan)
    plan.state = SAFEGUARDING.after(plan.state, "closed")
    plan.outcome, plan.because, plan.closed_by_user_id, plan.closed_at = outcome, because, user_id, as_at
    plan.save(update_fields=["state", "outcome", "because", "closed_by_user", "closed_at"])
    return plan


def _locked(plan: SafeguardingPlan) -> SafeguardingPlan:
    return SafeguardingPlan.objects.select_for_update(of=("self",)).get(id=plan.pk)
