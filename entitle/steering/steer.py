"""From a person's own words to what they are in touch about, who answers, how soon, and what that person is told."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from entitle.kernel.words import ENGLISH, WELSH
from entitle.steering.asking import asks_for_a_person, only_asks_for_a_person
from entitle.steering.fitting import Floats, chances
from entitle.steering.intent import LANGUAGE_INTENT
from entitle.steering.language import language_of
from entitle.steering.learned import WITH_SENTENCES, Learned, features, learned, mode_here
from entitle.steering.normal_words import as_read
from entitle.steering.safeguarding import ABUSE, Risk, risk_in
from entitle.steering.sentence import sentence_model
from entitle.steering.urgency import is_urgent

IN_DANGER, ABUSED = "safeguarding_risk", "domestic_abuse"
ANYONE = "Q_GENERAL"
"""The queue of whoever asks for a person and does not say what about."""
_QUOTED = re.compile(r"“(.*)”", re.DOTALL)
_LONG_NUMBER = re.compile(r"\d(?:[\d \-]{4,}\d)")
_LONGEST_SUMMARY = 240
URGENT, ORDINARY = 1, 3
HARDLY_LIKELY = 0.4
"""Less than this, and danger that no rule heard is the answer of no model."""


@dataclass(frozen=True)
class Steered:
    """Where somebody goes, and why."""

    intent: str
    queue: str
    priority: int
    """0, someone may be in danger, to 4."""
    language: str
    confidence: float
    """How often an answer this sure is right, from 0 to 1."""
    accepted: bool
    """Whether to act on it. Where not, a person asks; and always where the caller asks for one."""
    summary: str
    """What the person who answers sees, and what is read back: in the language of the words."""
    self_service: str
    """The address where they can do it themselves; empty where they cannot, or where a person must."""


def steer(words: str, *, channel: str = "", language: str = "") -> Steered:
    """What somebody said, typed or wrote, steered. Danger is heard by rule, whatever a model makes of the words.

    `language` is 'cy' where it is known that they use Welsh; words in Welsh are told from others all the same.
    `channel` changes nothing yet: what is said at every door is heard alike.
    """
    return steer_all([words], languages=[language])[0]


def steer_all(said: Sequence[str], *, languages: Sequence[str]) -> list[Steered]:
    """The same for many at once, in their order."""
    kept = learned()
    texts = [as_read(words) for words in said]
    mode = mode_here()
    sentences = sentence_model().vectors(texts) if mode == WITH_SENTENCES else None
    scores = features(texts, kept.counted, sentences) @ kept.modes[mode].weights
    likely = chances(scores / np.float32(kept.modes[mode].temperature))
    return [judged(words, kept, row, language=language)
            for words, row, language in zip(said, likely, languages, strict=True)]


def judged(words: str, kept: Learned, likely: Floats, *, language: str = "") -> Steered:
    """One answer, from the chance of each intent."""
    language = WELSH if language == WELSH else language_of(words)
    risk = risk_in(words)
    intent, confidence = _at_risk(risk, kept, likely) if risk else _likeliest(kept, likely)
    route = kept.routes[intent]
    says_what = any(mark.isalpha() for mark in words) and not only_asks_for_a_person(words)
    accepted = risk is not None or (says_what and not asks_for_a_person(words) and confidence >= kept.threshold)
    queue, priority = route.queue, min(route.priority, URGENT) if is_urgent(words) else route.priority
    if risk is None and not says_what:
        queue, priority = ANYONE, ORDINARY
    if language == WELSH and queue != kept.routes[IN_DANGER].queue:
        queue = kept.routes[LANGUAGE_INTENT].queue
    return Steered(intent=intent, queue=queue, priority=priority, language=language, confidence=round(confidence, 4),
                   accepted=accepted, summary=_summary(words, route.about[language], accepted, language),
                   self_service=route.self_service if accepted else "")


def _likeliest(kept: Learned, likely: Floats) -> tuple[str, float]:
    """The likeliest intent and its chance. Danger that no rule heard is not guessed at: others wait behind it."""
    for place in np.argsort(likely)[::-1]:
        if kept.names[place] not in (IN_DANGER, ABUSED) or likely[place] >= HARDLY_LIKELY:
            return kept.names[place], float(likely[place])
    raise ValueError("every intent is of danger")


def _at_risk(risk: Risk, kept: Learned, likely: Floats) -> tuple[str, float]:
    """Which of the two intents of danger, and certain: a rule said so."""
    in_danger, abused = (likely[kept.names.index(name)] for name in (IN_DANGER, ABUSED))
    return (ABUSED if risk.kind == ABUSE and abused > in_danger else IN_DANGER), 1.0


def said_in(summary: str) -> str:
    """Their own words, out of a summary."""
    quoted = _QUOTED.search(summary)
    return quoted[1] if quoted else summary


def _summary(words: str, about: str, accepted: bool, language: str) -> str:
    """In their own words, without long numbers: a bank account is not for a screen that anyone may pass."""
    said = _LONG_NUMBER.sub("…", " ".join(words.split()))
    said = said if len(said) <= _LONGEST_SUMMARY else said[:_LONGEST_SUMMARY].rsplit(" ", 1)[0] + "…"
    unsure = {ENGLISH: "Ask what it is about", WELSH: "Gofynnwch am beth y mae"}
    if not said:
        return unsure[language]
    return f"{about if accepted else unsure[language]}: “{said}”"
