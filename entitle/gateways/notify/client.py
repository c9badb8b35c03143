"""Sends through GOV.UK Notify's API, with its own client."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.conf import settings
from notifications_python_client.errors import APIError
from notifications_python_client.notifications import NotificationsAPIClient

from entitle.gateways.errors import Refused, Retryable
from entitle.gateways.notify.protocol import DELIVERED, FAILED, ON_ITS_WAY

EMAIL_TEMPLATE = "e0000000-0000-4000-8000-000000000001"
TEXT_TEMPLATE = "e0000000-0000-4000-8000-000000000002"
"""The sandbox's. Notify needs an email template of ((subject)) and ((body)) and a text template of ((body)); put their
ids in ENTITLE_NOTIFY_EMAIL_TEMPLATE and ENTITLE_NOTIFY_TEXT_TEMPLATE. The words come from our letters."""
_NOT_THE_MESSAGES_FAULT = frozenset({401, 403, 429})
"""A key that is wrong, or too much at once: it may go once that is put right."""
_DONE = frozenset({"delivered", "sent", "received"})
_FAILED = frozenset({
    "permanent-failure", "temporary-failure", "technical-failure", "validation-failed", "virus-scan-failed",
    "cancelled",
})


@dataclass(frozen=True)
class NotifyClient:
    """One service's key at a URL. A new connection each, because Notify's client is not for several threads."""

    url: str
    key: str
    email_template: str = EMAIL_TEMPLATE
    text_template: str = TEXT_TEMPLATE

    def send_email(self, *, to: str, subject: str, body: str, reference: str) -> str:
        """Send an email whose body is Notify's Markdown."""
        return str(self._ask(lambda api: api.send_email_notification(
            to, self.email_template, personalisation={"subject": subject, "body": body}, reference=reference))["id"])

    def send_sms(self, *, to: str, body: str, reference: str) -> str:
        """Send a text message."""
        return str(self._ask(lambda api: api.send_sms_notification(
            to, self.text_template, personalisation={"body": body}, reference=reference))["id"])

    def send_letter(self, *, pdf: bytes, reference: str) -> str:
        """Have a ready-made A4 letter printed and posted, by the class of mail that is set in Notify."""
        return str(self._ask(lambda api: api.send_precompiled_letter_notification(reference, BytesIO(pdf)))["id"])

    def find(self, *, reference: str) -> str | None:
        """The id of what was sent with our reference, or None: ask before sending again after an answer was lost."""
        found = self._ask(lambda api: api.get_all_notifications(reference=reference))["notifications"]
        return str(found[0]["id"]) if found else None

    def failures(self) -> list[str]:
        """Our references of all that could not be delivered of what Notify still knows: the last seven days."""
        found = self._ask(lambda api: list(api.get_all_notifications_iterator(status=sorted(_FAILED))))
        return [str(each["reference"]) for each in found if each["reference"]]

    def status(self, *, notification_id: str) -> str:
        """'on_its_way', 'delivered' (for a letter: handed to the post) or 'failed'."""
        state = self._ask(lambda api: api.get_notification_by_id(notification_id))["status"]
        return DELIVERED if state in _DONE else FAILED if state in _FAILED else ON_ITS_WAY

    def _ask(self, question: Callable[[NotificationsAPIClient], Any]) -> Any:
        """Put it to Notify, its errors sorted. They carry Notify's words for what is wrong, never what was sent."""
        try:
            return question(NotificationsAPIClient(self.key, base_url=self.url, timeout=20))
        except APIError as error:
            if error.status_code >= 500 or error.status_code in _NOT_THE_MESSAGES_FAULT or error.status_code < 400:
                raise Retryable(f"Notify answered with status {error.status_code}") from None
            raise Refused(f"Notify refused it: {_problems(error)}") from None


def _problems(error: APIError) -> str:
    if isinstance(error.message, str):
        return error.message
    return "; ".join(each.get("message", "") for each in error.message or ())


def _ours() -> NotifyClient:
    return NotifyClient(
        url=settings.ENTITLE_NOTIFY_URL, key=settings.ENTITLE_NOTIFY_KEY,
        email_template=getattr(settings, "ENTITLE_NOTIFY_EMAIL_TEMPLATE", "") or EMAIL_TEMPLATE,
        text_template=getattr(settings, "ENTITLE_NOTIFY_TEXT_TEMPLATE", "") or TEXT_TEMPLATE,
    )


def send_email(*, to: str, subject: str, body: str, reference: str) -> str:
    """Send an email; the id that Notify gave it. Raises Retryable or Refused."""
    return _ours().send_email(to=to, subject=subject, body=body, reference=reference)


def send_sms(*, to: str, body: str, reference: str) -> str:
    """Send a text message; the id that Notify gave it. Raises Retryable or Refused."""
    return _ours().send_sms(to=to, body=body, reference=reference)


def send_letter(*, pdf: bytes, reference: str) -> str:
    """Have a letter printed and posted; the id that Notify gave it. Raises Retryable or Refused."""
    return _ours().send_letter(pdf=pdf, reference=reference)


def find(*, reference: str) -> str | None:
    """What was sent before with that reference. Raises Retryable or Refused."""
    return _ours().find(reference=reference)


def failures() -> list[str]:
    """Our references of what could not be delivered in the last seven days. Raises Retryable or Refused."""
    return _ours().failures()


def status(*, notification_id: str) -> str:
    """What became of it. Raises Retryable or Refused."""
    return _ours().status(notification_id=notification_id)
