"""A customer statement: what someone has said so far, and every item that they have not answered, said as such."""
from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from entitle.facts.fact import from_json
from entitle.kernel.words import ENGLISH, Words
from entitle.questions.channels import left_to_ask
from entitle.questions.question_set import QuestionSet
from entitle.questions.walk import walk

NOT_ANSWERED = Words("Not answered", cy="Heb ei ateb")


@dataclass(frozen=True)
class Item:
    """One line: what was asked and what was said, in words. `only_if` is for an item that may turn out not to apply."""

    fact: str
    asked: str
    said: str
    is_answered: bool
    is_from_record: bool = False
    only_if: str = ""


def statement(question_set: QuestionSet, answers: Mapping[str, Any], known: Mapping[str, Any],
              language: str = ENGLISH) -> tuple[Item, ...]:
    """Every question that was answered or may have to be, in the order of the set. Values are as stored.

    A blank is a blank: it reads "not answered", and never "no" or nothing.
    """
    path = walk(question_set, answers, known)
    asked, held = set(path.asked), set(path.known)
    open_still = set(left_to_ask(question_set, {**known, **answers}))
    items = []
    for question in question_set:
        if question in asked or question in held:
            value = answers.get(question.fact) if question in asked else known[question.fact]
            said = question.summary(from_json(question_set.dictionary[question.fact], value), language)
            items.append(Item(question.fact, question.ask[language], said, True, question in held))
        elif question in open_still:
            condition = question.when
            unsure = condition is not None and not condition.holds({**known, **answers})
            items.append(Item(question.fact, question.ask[language], NOT_ANSWERED[language], False,
                              only_if=condition.in_words(language) if condition and unsure else ""))
    return tuple(items)


def digest_of(items: tuple[Item, ...]) -> bytes:
    """Of every word that was shown, in order: the same words have the same digest."""
    shown = [[item.fact, item.asked, item.said, item.only_if] for item in items]
    return hashlib.sha256(json.dumps(shown, ensure_ascii=False).encode()).digest()
