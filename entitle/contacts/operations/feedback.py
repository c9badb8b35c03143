"""What people say of a page is kept."""
from __future__ import annotations

from datetime import date

from entitle.contacts.models import Feedback


def keep_feedback(*, step: str, release: str, language: str, was_useful: bool, words: str, on: date) -> Feedback:
    return Feedback.objects.create(step=step, release=release, language=language, was_useful=was_useful, words=words,
                                   said_on=on)
