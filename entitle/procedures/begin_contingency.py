"""Send an office over to forms and the offline page, because the system or the network is not to be relied on."""
from __future__ import annotations

from django.db import transaction

from entitle.history import operations as history
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound, NotPermitted
from entitle.staff import operations as staff
from entitle.staff import queries
from entitle.staff.models import Contingency


def begin_contingency(*, office_code: str, why: str, by: Actor, as_at: Instant) -> Contingency:
    """From now every page of everyone there says what to do. Raises NotDone without a reason, or where it holds."""
    if by.user_id is None:
        raise NotPermitted("A person sends an office over: nothing else does.")
    office = next((each for each in queries.offices() if each.code == office_code), None)
    if office is None:
        raise NotFound("There is no office with that reference.")
    if not why.strip():
        raise NotDone("Say why: everyone at the office will read it.")
    try:
        with transaction.atomic():
            made = staff.begin_contingency(office_id=office.id, why=why.strip()[:500], user_id=by.user_id, as_at=as_at)
            history.write(code="contingency.began", about=Reference("contingency", made.id), by=by, at=as_at,
                          reason=made.why)
            return made
    except NotAllowedNow as already:
        raise NotDone(f"{str(already).capitalize()}.") from already
