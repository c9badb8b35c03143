"""One award at a time is changed by one officer at a time."""
from __future__ import annotations

from django.db.models import F

from entitle.awards.lifecycle import AWARD
from entitle.awards.models import Award


def locked(*, award_id: int) -> Award:
    """The award, held until the transaction ends. Raises Award.DoesNotExist."""
    return Award.objects.select_for_update().get(id=award_id)


def move(*, award: Award, event: str, **changes: object) -> Award:
    """Take a locked award along an edge of its life. Raises NotAllowedNow."""
    return amend(award=award, state=AWARD.after(award.state, event), **changes)


def amend(*, award: Award, **changes: object) -> Award:
    """Write changes to a locked award."""
    Award.objects.filter(id=award.id).update(version=F("version") + 1, **changes)
    for name, value in changes.items():
        setattr(award, name, value)
    award.version += 1
    return award
