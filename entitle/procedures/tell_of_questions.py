"""Write to someone that questions wait for them: on their account, by letter or by email."""

from __future__ import annotations

from typing import Any

from procrastinate.contrib.django import app

from entitle.blueprint import registry
from entitle.claims.models import SetAsked
from entitle.contacts import operations as contacts
from entitle.customers import queries as customers
from entitle.kernel.periods import Instant
from entitle.kernel.references import SECRET
from entitle.letters.agency import agency_letters

_CLAIMANT = "claimant"


def tell_of_questions(*, asked: SetAsked, as_at: Instant, with_code: bool = False) -> None:
    """Queue the letter: the scheme's own where it has one, else the agency's. `asked.customer` is who it goes to.

    With a code it goes by post, and by email where an address was given; to someone who signs in, as they chose.
    """
    customer, claim = asked.customer, asked.claim
    assert customer is not None, "someone is found before they are written to"
    scheme = registry.scheme(claim.scheme)
    further = next(each for each in scheme.further if each.questions.name == asked.questions)
    name = "questions_to_answer" if asked.role == _CLAIMANT else "questions_asked"
    own = scheme.letters if scheme.letters is not None and name in scheme.letters.names else None
    book, language = own or agency_letters(), customer.language
    said = customers.names_of([customer.id, claim.customer_id])
    details = {key: words[language] for key, words in (scheme.letters.details if scheme.letters else {}).items()}
    known: dict[str, Any] = {
        "phone": "", "website": "", "address": "", "agency": "", **details,
        "person_name": said[customer.id],
        "claimant_name": said[claim.customer_id],
        "benefit": scheme.title[language],
        "questions": further.questions.title[language],
        "reference": asked.code,
        "due_on": asked.due_on,
        "confidential": further.confidential,
        "invitation_code": SECRET if with_code else "",
        "period_from": asked.period_from,
        "period_last": asked.last_day,
    }
    written = book.render(name, language, book.pick(name, known))
    message = contacts.write_message(
        customer_id=customer.id,
        claim_id=claim.id,
        template=name,
        scheme=claim.scheme,
        language=language,
        subject=written.subject,
        body_html=written.html,
        body_text=written.markdown,
        text_message=written.text_message,
        channels=_channels(customer.id) if with_code else (),
        as_at=as_at,
    )
    if message.state == "queued":
        app.configure_task("send_message", queue="messages").defer(message_id=message.id)


def _channels(customer_id: int) -> tuple[str, ...]:
    """By post where an address is known, and by email where one was given."""
    to = customers.contact_details(customer_id)
    found = (("letter",) if to.address_lines else ()) + (("email",) if to.email else ())
    return found or ("letter",)
