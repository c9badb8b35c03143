"""What is asked of someone whom we may or may not know: enough to find them, or to begin their record."""
from __future__ import annotations

from dataclasses import replace

from entitle.kernel.words import Words
from entitle.questions.bank import contact, identity
from entitle.questions.question_set import QuestionSet

IDENTITY = QuestionSet(
    name="first_contact",
    title=Words("Who you are", cy="Pwy ydych chi"),
    questions=(identity.NAME, identity.BORN_ON, identity.NINO_IF_KNOWN, contact.POSTCODE),
)
SENT_ON = QuestionSet(
    name="sent_on",
    title=IDENTITY.title,
    questions=(identity.NAME, identity.BORN_ON, identity.NINO_IF_KNOWN, replace(contact.POSTCODE, optional=True),
               replace(contact.ADDRESS, optional=True), contact.PHONE),
)
"""What comes with a claim that was taken elsewhere: more than a name and a birth date only where it was said."""
SENT_AS = {"person.name": "name", "person.born_on": "born_on", "person.nino": "nino", "home.postcode": "postcode",
           "home.address": "address", "person.phone": "phone"}
"""What each is called there."""
