"""Awards whose day has come: to end, or to be looked at again before they do."""
from __future__ import annotations

from datetime import date

from entitle.awards.lifecycle import LIVE_STATES
from entitle.awards.models import Award


def over(*, on: date) -> list[int]:
    """Ids of awards past the day that the rules set, still live. The suspended are left out: a person settles them."""
    awards = Award.objects.filter(state__in=("open", "in_payment"), ends_on__lte=on)
    return list(awards.order_by("id").values_list("id", flat=True))


def to_review(*, on: date) -> list[int]:
    """Ids of live awards whose day to be looked at again has come, and that are not over yet."""
    awards = Award.objects.filter(state__in=LIVE_STATES, ends_on__gt=on, basis__review_on__lte=on.isoformat())
    return list(awards.order_by("ends_on", "id").values_list("id", flat=True))
