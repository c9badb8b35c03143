"""What can be sent, and what became of it."""
from __future__ import annotations

from typing import Protocol

ON_ITS_WAY, DELIVERED, FAILED = "on_its_way", "delivered", "failed"


class Notify(Protocol):
    """Each `send` gives Notify's own id for what it took. Raises Retryable or Refused.

    `reference` is ours (a message's code): it names no one, and finds what was sent when the answer was lost.
    """

    def send_email(self, *, to: str, subject: str, body: str, reference: str) -> str: ...

    def send_sms(self, *, to: str, body: str, reference: str) -> str: ...

    def send_letter(self, *, pdf: bytes, reference: str) -> str: ...

    def find(self, *, reference: str) -> str | None: ...

    def failures(self) -> list[str]: ...

    def status(self, *, notification_id: str) -> str: ...
