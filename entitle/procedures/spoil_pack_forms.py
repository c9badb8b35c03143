"""Say that numbered forms will not come back: torn, misprinted, or never given out."""
from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from entitle.claims import operations as claims
from entitle.claims import queries
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound

_LONGEST = 200


def spoil_pack_forms(
    *, pack_code: str, numbers: Collection[int], reason: str, by: Actor, as_at: Instant
) -> list[int]:
    """Their numbers. All of them or none: raises NotDone where one is not out, or without a reason."""
    pack = queries.form_pack(code=pack_code)
    if pack is None:
        raise NotFound("There is no pack with that reference.")
    if not 0 < len(reason.strip()) <= _LONGEST:
        raise NotDone(f"Say why, in {_LONGEST} characters or fewer.")
    if not numbers:
        raise NotDone("Enter the numbers of the forms.")
    with transaction.atomic():
        spoiled = claims.spoil_pack_forms(
            pack_id=pack.id, numbers=numbers, reason=reason.strip(), user_id=by.user_id, as_at=as_at)
        not_out = sorted(set(numbers) - set(spoiled))
        if not_out:
            raise NotDone(f"Not out, or not of this pack: {', '.join(map(str, not_out))}.")
        history.write(code="form.spoiled", about=Reference("form_pack", pack.id), by=by, at=as_at,
                      reason=", ".join(map(str, spoiled))[:500])
        return spoiled
