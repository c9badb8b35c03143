"""What comes back from a person: what was written, what the world is asked about it, and what was wrong with it."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from entitle.kernel.words import Words


@dataclass(frozen=True)
class FieldError:
    """What is wrong with one field, in words that say how to put it right."""

    field_id: str
    message: Words


class Unanswerable(Exception):
    """What was posted is not an answer yet.

    `errors` say why, one a field. They are empty where a person only asked for another row of an "add another" list, or
    to take one away. `posted` is what to show again.
    """

    def __init__(self, errors: Sequence[FieldError], posted: Mapping[str, str] | None = None) -> None:
        super().__init__("; ".join(f"{error.field_id}: {error.message.en}" for error in errors))
        self.errors = tuple(errors)
        self.posted = posted


class NotKept(Exception):
    """A document that cannot be taken (a virus, a kind of file not allowed): `words` tell the person why."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


@dataclass(frozen=True)
class Upload:
    """A file as it arrived."""

    file_name: str
    content: bytes = field(repr=False)


def _keep_nothing(upload: Upload) -> str:
    raise NotKept(Words("Files cannot be sent this way. Send it by post instead.",
                        cy="Ni ellir anfon ffeiliau fel hyn. Anfonwch ef drwy'r post yn lle hynny."))


def _any_account(sort_code: str, account_number: str) -> bool:
    return True


@dataclass(frozen=True)
class Checks:
    """What the world is asked about an answer; the door hands it in, since nothing here reads a clock or a network."""

    today: date | None = None
    """London's date. Without it, nothing is refused for being in the past or in the future."""
    uploads: Mapping[str, Upload] = field(default_factory=dict)
    """Files by the name of their field."""
    keep: Callable[[Upload], str] = _keep_nothing
    """Scan a file, store it and give back its reference. Raises NotKept."""
    held: Mapping[str, str] = field(default_factory=dict)
    """References of files already kept for this person, by the name of their field: sending nothing keeps them."""
    account_can_exist: Callable[[str, str], bool] = _any_account
    """Whether a sort code and account number pass the banks' modulus check."""


NO_CHECKS = Checks()

# Marks that steer the direction of text, or show nothing at all: pasted by accident, or to deceive.
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def clean(text: str) -> str:
    """Text as typed, less what nobody means: control characters, unseen marks, half characters, outer spaces."""
    text = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"})
    return unicodedata.normalize("NFC", kept).strip()


def written(posted: Mapping[str, Any], name: str) -> str:
    """What was typed in a field; empty where nothing was, or where it is not text."""
    value = posted.get(name, "")
    return clean(value) if isinstance(value, str) else ""


def on_one_line(text: str) -> str:
    """The text with every run of space made one space."""
    return " ".join(text.split())


def shortened(text: str) -> str:
    """What was written, short enough to be said back in an error message."""
    one_line = on_one_line(text)
    return one_line if len(one_line) <= 60 else one_line[:59] + "…"
