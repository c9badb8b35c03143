"""Hear from a browser on which claims are taken offline how many it has taken, whether or not they have been sent."""
from __future__ import annotations

from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotDone, NotPermitted
from entitle.staff import operations as staff
from entitle.staff import queries
from entitle.staff.models import OfflineDevice

_LONGEST_KEY = 40
_MOST = 1_000_000


def hear_offline_device(*, device_key: str, taken: int, by: Actor, as_at: Instant) -> OfflineDevice:
    """The browser, kept at the office where whoever uses it works. Raises NotDone for what is no key or no count."""
    if by.user_id is None:
        raise NotPermitted("Only a member of staff takes claims offline.")
    if not isinstance(device_key, str) or not 8 <= len(device_key) <= _LONGEST_KEY:
        raise NotDone(f"device: must be 8 to {_LONGEST_KEY} characters.")
    if not isinstance(taken, int) or not 0 <= taken <= _MOST:
        raise NotDone("taken: must be a number of claims.")
    office = queries.office_of(by.user_id)
    return staff.hear_device(key=device_key, office_id=office.id if office else None, user_id=by.user_id, taken=taken,
                             as_at=as_at)
