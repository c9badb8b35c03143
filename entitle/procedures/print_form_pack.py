"""Print blank forms for an office, each numbered, with a reference of its own, and accounted for from now on."""
from __future__ import annotations

from django.db import transaction

from entitle.blueprint import registry
from entitle.claims import operations as claims
from entitle.claims.models import FormPack
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound, NotPermitted
from entitle.staff import queries as staff

MOST = 200
"""Of one printing: what one person can carry, and key in a day."""


def print_form_pack(
    *, office_code: str, scheme: str, language: str, large_print: bool, count: int, by: Actor, as_at: Instant
) -> FormPack:
    """Before the system is needed or while an office works without it. Raises NotDone for no number of forms."""
    if by.user_id is None:
        raise NotPermitted("A person prints forms: nothing else does.")
    office = next((each for each in staff.offices() if each.code == office_code), None)
    if office is None:
        raise NotFound("There is no office with that reference.")
    if scheme not in registry.schemes():
        raise NotFound("There is no such benefit.")
    if not 1 <= count <= MOST:
        raise NotDone(f"Print between 1 and {MOST} forms at a time.")
    with transaction.atomic():
        pack = claims.make_form_pack(
            office_id=office.id, scheme=scheme, language="cy" if language == "cy" else "en", large_print=large_print,
            count=count, user_id=by.user_id, as_at=as_at)
        history.write(code="form_pack.printed", about=Reference("form_pack", pack.id), by=by, at=as_at,
                      reason=f"{count} forms")
        return pack
