"""Where somebody who holds a letter of ours sees how the case stands: an address short enough to be typed."""
from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext, override

from entitle.claims import queries as claims
from entitle.contacts.models import Message


def short_link(message: Message) -> str:
    """Of the claim that it is about, or else of the letter itself; '' where no address of our pages is set."""
    if not settings.CSRF_TRUSTED_ORIGINS:
        return ""
    about = claims.code_of(claim_id=message.about_id) if message.about_kind == "claim" and message.about_id else ""
    return settings.CSRF_TRUSTED_ORIGINS[0].removeprefix("https://") + reverse("go", args=[about or message.code])


def where_it_stands(message: Message) -> str:
    """The same as a sentence in the message's language; '' where there is no address."""
    link = short_link(message)
    with override(message.language):
        return gettext("See where this stands and what happens next: %(link)s") % {"link": link} if link else ""
