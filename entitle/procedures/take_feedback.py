"""Take what someone says of a page. Nothing of who they are is asked or kept, and what looks like it is taken out."""
from __future__ import annotations

import re

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotDone
from entitle.procedures.heed_words import heed_words

_STEP = re.compile(r"[a-z0-9_-]{1,60}(/[a-z0-9_-]{1,80})?")
_PERSONAL = re.compile(r"\S+@\S+|\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b|\b[A-Z]{3}(-[0-9A-Z]{4}){3}\b|\d[\d -]{4,}\d",
                       re.IGNORECASE)
_LONGEST = 1_200
TAKEN_OUT = "[taken out]"


def take_feedback(*, step: str, release: str, language: str, was_useful: bool, words: str, customer_id: int | None,
                  by: Actor, as_at: Instant) -> None:
    """`step` is a page's name, and perhaps a question's. `customer_id` is whoever is signed in: looked at only where
    their words mean danger, and never kept. Raises NotDone for what is no step.
    """
    if not _STEP.fullmatch(step):
        raise NotDone("There is no such page.")
    with transaction.atomic():
        if customer_id is not None:
            heed_words(words=words, customer_id=customer_id, channel=by.channel, by=by, as_at=as_at)
        contacts.keep_feedback(step=step, release=release, language=language, was_useful=was_useful,
                               words=_PERSONAL.sub(TAKEN_OUT, words.strip()[:_LONGEST]), on=london_date(as_at))
