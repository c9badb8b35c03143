"""How far a caller has come with the harder questions."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from entitle.contacts.models import Contact, HarderAnswer
from entitle.contacts.step_up import step_up
from entitle.kernel.periods import Instant, london_date


@dataclass(frozen=True)
class Answered:
    """In one contact: what was asked, how many were right and are still needed; until when nothing more is asked."""

    asked: frozenset[str]
    right: int
    needed: int
    closed_until: Instant | None

    @property
    def is_enough(self) -> bool:
        return self.right >= self.needed


def answered_in(*, contact: Contact, as_at: Instant) -> Answered:
    """Wrong answers count whichever contact they were given in, so that ringing again gives no more tries."""
    practice = step_up(on=london_date(as_at))
    window = timedelta(hours=practice.within_hours)
    wrong = list(HarderAnswer.objects.filter(
        customer_id=contact.customer_id, is_right=False, at__gt=as_at - window).order_by("-at").values_list(
            "at", flat=True)[:practice.wrong])
    here = dict(HarderAnswer.objects.filter(contact=contact).values_list("question", "is_right"))
    return Answered(frozenset(here), sum(here.values()), practice.right,
                    wrong[0] + window if len(wrong) >= practice.wrong else None)


def is_stepped_up(*, customer_id: int, user_id: int | None) -> bool:
    """Whether the customer has answered them in the contact that somebody has with them now."""
    return user_id is not None and Contact.objects.filter(
        customer_id=customer_id, user_id=user_id, ended_at__isnull=True, stepped_up_at__isnull=False).exists()
