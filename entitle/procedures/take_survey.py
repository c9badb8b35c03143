"""Take what someone says it was like, by any channel, by the code that they were sent. Nobody is asked who they are."""
from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts import queries
from entitle.contacts.survey import survey_rules
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.heed_words import heed_words


def take_survey(*, code: str, scores: Mapping[str, int], words: str = "", by: Actor, as_at: Instant) -> None:
    """Kept once, tied to nobody. Raises NotFound for a code used already or sent to nobody, NotDone for a gap.

    Only where their words mean danger is it looked up whom the code was sent to.
    """
    if any(scores.get(driver.name) not in range(1, 6) for driver in survey_rules().drivers):
        raise NotDone("Choose a number for each.")
    offer = queries.survey_open(code=code)
    if offer is None:
        raise NotFound("That survey has been answered, or the code is not right.")
    with transaction.atomic():
        heed_words(words=words, customer_id=offer.customer_id, channel=by.channel, by=by, as_at=as_at)
        if not contacts.keep_reply(code=code, scores=dict(scores), words=words.strip(), replied_by=by.channel,
                                   on=london_date(as_at)):
            raise NotFound("That survey has been answered, or the code is not right.")
