"""Reading the plans for people who may be in danger."""
from __future__ import annotations

from django.db.models import Q

from entitle.contacts.models import SafeguardingPlan


def get_plan(*, code: str) -> SafeguardingPlan | None:
    """The plan with its customer and call, by its public code; None where there is none."""
    found = SafeguardingPlan.objects.select_related("customer", "call", "closed_by_user")
    return found.filter(code=code).first()


def plan_code_of(*, plan_id: int) -> str:
    """Raises SafeguardingPlan.DoesNotExist."""
    return SafeguardingPlan.objects.values_list("code", flat=True).get(id=plan_id)


def open_plan_of(*, customer_id: int) -> SafeguardingPlan | None:
    """The plan that is being followed for a customer, if there is one: one statement."""
    return SafeguardingPlan.objects.filter(customer_id=customer_id).exclude(state="closed").first()


def is_in_danger(*, call_id: int, customer_id: int | None) -> bool:
    """Whether words of danger were heard in a call, or of whoever rings, and nobody has settled what they meant."""
    theirs = Q(call_id=call_id) if customer_id is None else Q(call_id=call_id) | Q(customer_id=customer_id)
    return SafeguardingPlan.objects.filter(theirs).exclude(state="closed").exists()


def points_not_done(*, plan: SafeguardingPlan, points: tuple[str, ...]) -> list[str]:
    """Of those points, which nobody has done or found not to be needed."""
    done = set(plan.points.values_list("point", flat=True))
    return [point for point in points if point not in done]
