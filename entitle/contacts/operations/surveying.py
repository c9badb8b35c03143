"""People are asked what it was like, and what they say is kept apart from who they are."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from entitle.contacts.models import SurveyOffer, SurveyReply
from entitle.kernel.periods import Instant


def offer_survey(*, customer_id: int, occasion: str, channel: str, scheme: str, as_at: Instant) -> SurveyOffer:
    return SurveyOffer.objects.create(customer_id=customer_id, occasion=occasion, channel=channel, scheme=scheme,
                                      offered_at=as_at)


def keep_reply(*, code: str, scores: Mapping[str, int], words: str, replied_by: str, on: date) -> bool:
    """Keep it once for one offer; False where the code was used already or is nobody's."""
    offers = SurveyOffer.objects.select_for_update().filter(code=code, is_used=False)
    offer = offers.first()
    if offer is None:
        return False
    offer.is_used = True
    offer.save(update_fields=["is_used"])
    SurveyReply.objects.create(occasion=offer.occasion, channel=offer.channel, scheme=offer.scheme, replied_on=on,
                               replied_by=replied_by, words=words, **scores)
    return True
