"""The job that sends a message by each of its channels, and the sweep that asks what became of those sent."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from django.conf import settings
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.contacts import queries as contacts
from entitle.contacts.models import Message
from entitle.customers import queries as customers
from entitle.customers.queries import ContactDetails
from entitle.gateways import clock, files, notify
from entitle.kernel.periods import london_date
from entitle.kernel.references import SECRET, secret_code
from entitle.letters.pdf import to_pdf
from entitle.letters.templates import RenderedLetter
from entitle.procedures.record_sending import record_sending
from entitle.record.short_link import where_it_stands

_RETRY = RetryStrategy(max_attempts=10, exponential_wait=4, retry_exceptions={notify.Retryable})


@app.task(name="send_message", queue="messages", retry=_RETRY)
def send_message(message_id: int) -> None:
    """Send it once by each channel: after a lost answer, what was sent with the same reference is looked for first.

    What Notify will not take by one channel goes by the others; what goes by none is work.
    """
    message = contacts.message(message_id=message_id)
    if message.state != "queued":
        return
    to = customers.contact_details(message.customer_id, on=message.as_known_on)
    pdf = letter_pdf(message, to) if "letter" in message.channels else b""
    taken = ""
    for channel, send in _ways(message, to, pdf).items():
        reference = _reference(message, channel)
        with suppress(notify.Refused):
            taken = notify.find(reference=reference) or send(reference=reference)
    is_told = bool(taken) or set(message.channels) == {"online"}
    record_sending(message_id=message_id, outcome="sent" if is_told else "failed", as_at=clock.now(),
                   gateway_reference=taken, document_sha256=files.store(pdf).sha256 if pdf else "")


@app.periodic(cron="*/30 * * * *")
@app.task(name="find_undelivered", queue="sweeps", queueing_lock="find_undelivered", retry=_RETRY)
def find_undelivered(timestamp: int = 0) -> None:
    """What was taken and could not be delivered is work, where it did not go by another way as well."""
    failed = frozenset(notify.failures())
    for message in contacts.sent_among(codes={_code(reference) for reference in failed}):
        went_by = {_reference(message, channel) for channel in message.channels if channel != contacts.ONLINE}
        if went_by & failed and not any(notify.find(reference=each) for each in went_by - failed):
            record_sending(message_id=message.id, outcome="failed", as_at=clock.now())


def _ways(message: Message, to: ContactDetails, pdf: bytes) -> dict[str, Callable[..., str]]:
    """How it goes out by each of its channels that they can be reached by now."""
    body = "\n\n".join(filter(None, (_whole(message, message.body_text), where_it_stands(message))))
    ways: dict[str, Callable[..., str]] = {}
    if pdf:
        ways["letter"] = partial(notify.send_letter, pdf=pdf)
    if "email" in message.channels and to.email:
        ways["email"] = partial(notify.send_email, to=to.email, subject=message.subject, body=body)
    if "sms" in message.channels and to.numbers and message.text_message:
        ways["sms"] = partial(notify.send_sms, to=to.numbers[0], body=message.text_message)
    return ways


def letter_pdf(message: Message, to: ContactDetails) -> bytes:
    """The message as a letter on paper, addressed as the record says now."""
    book = registry.scheme(message.scheme).letters if message.scheme else None
    details = {key: words[message.language] for key, words in book.details.items()} if book else {}
    letter = RenderedLetter(
        name=message.template,
        language=message.language,
        subject=message.subject,
        html=_whole(message, message.body_html),
        markdown=_whole(message, message.body_text),
        text_message=message.text_message,
        details=details,
    )
    return to_pdf(
        letter,
        message.language,
        message.code,
        large_print=to.letter_format == "large_print",
        written_on=london_date(message.created_at),
        ends=where_it_stands(message),
        recipient=(to.name, *to.address_lines, to.postcode),
    )


def _whole(message: Message, text: str) -> str:
    """The text as it goes out: with the secret code of an invitation, which is kept nowhere, in its place."""
    if SECRET not in text:
        return text
    about = claims.code_of(claim_id=message.about_id) if message.about_id is not None else message.scheme
    return text.replace(SECRET, secret_code("INV", key=settings.SECRET_KEY, about=f"{about} {message.customer.code}"))


def _reference(message: Message, channel: str) -> str:
    """What Notify knows it by: it names no one. Each further try has one of its own, which only that try looks for."""
    again = f".{message.sent_again}" if message.sent_again else ""
    return f"{message.code}{again}-{channel}"


def _code(reference: str) -> str:
    """The message's, out of what Notify knows it by."""
    return reference.rpartition("-")[0].partition(".")[0]
