"""The exchange's side of the webhook shape: the verbs of an answer, in order."""
from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError, fromstring

KNOWN = frozenset({"Say", "Gather", "Enqueue", "Leave", "Pause", "Redirect", "Dial", "Hangup"})


@dataclass(frozen=True)
class Verb:
    """One verb: its words, its attributes, and the verbs or nouns inside it."""

    name: str
    words: str = ""
    says: dict[str, str] = field(default_factory=dict)
    inside: tuple[Verb, ...] = ()


class NotVerbs(ValueError):
    """An exchange would tell the caller that something went wrong, and end the call."""


def read(answer: bytes) -> tuple[Verb, ...]:
    """The verbs of an answer. Raises NotVerbs for what an exchange would not take."""
    try:
        response = fromstring(answer)
    except ParseError:
        raise NotVerbs("not XML") from None
    found = tuple(_verb(element) for element in response)
    if response.tag != "Response" or not {verb.name for verb in found} <= KNOWN:
        raise NotVerbs("not a response of known verbs")
    return found


def _verb(element: Element) -> Verb:
    return Verb(element.tag, (element.text or "").strip(), dict(element.attrib), tuple(_verb(each) for each in element))
