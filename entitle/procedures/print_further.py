"""Put a further set of questions on paper: whoever is asked may answer by hand and post it."""

from __future__ import annotations

from django.db import transaction

from entitle.claims import queries as claims
from entitle.claims.models import SetAsked
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.guard_further import guard_further


def print_further(*, asked_code: str, by: Actor, as_at: Instant) -> SetAsked:
    """Write that the form was printed. Raises NotDone once it was answered."""
    asked = claims.asked(code=asked_code)
    if asked is None:
        raise NotFound("Nothing is asked with that reference.")
    guard_further(asked=asked, by=by, as_at=as_at)
    if asked.state != "asked":
        raise NotDone("These questions have been answered, so there is nothing left to ask.")
    with transaction.atomic():
        history.write(code="questions.form_printed", about=Reference("set_asked", asked.id),
                      customer_id=asked.customer_id, by=by, at=as_at)
    return asked
