"""Short ways to write the many plain questions of Universal Credit: each still says its words in both languages."""
from __future__ import annotations

from dataclasses import replace

from entitle.kernel.words import Words
from entitle.questions.bank.household import of_partner
from entitle.questions.conditions import Condition, all_of
from entitle.questions.kinds import Choice, Count, Date, Money, YesNo
from entitle.questions.kinds.kind import Kind
from entitle.questions.question import Question

_MISSING: dict[type[Kind], tuple[str, str]] = {
    YesNo: ("Choose yes or no", "Dewiswch ie neu na"), Choice: ("Choose an answer", "Dewiswch ateb"),
    Money: ("Enter an amount", "Rhowch swm"), Count: ("Enter a number", "Rhowch rif"),
    Date: ("Enter a date", "Rhowch ddyddiad"),
}
"""What is said where a question of a kind was left blank, before the question itself."""


def _missing(kind: Kind, asked: Words) -> Words | None:
    said = _MISSING.get(type(kind))
    return Words(f"{said[0]}: {asked.en}", cy=f"{said[1]}: {asked.cy}") if said else None


def of_their_partner(*questions: Question, when: Condition | None = None) -> tuple[Question, ...]:
    """Questions to staff about someone, put about their partner: each says so. `when` must hold besides its own."""
    turned = []
    for question in (of_partner(question) for question in questions):
        said = Words(f"Their partner. {question.ask.en}", cy=f"Eu partner. {question.ask.cy}")
        turned.append(replace(
            question, ask=said, missing=_missing(question.kind, said),
            when=all_of(when, question.when) if when and question.when else when or question.when))
    return tuple(turned)


def ask(fact: str, kind: Kind, en: str, cy: str, *, hint: tuple[str, str] = ("", ""), when: Condition | None = None,
        optional: bool = False, proof: str | None = None) -> Question:
    """A question of any kind; `hint` is its English and its Welsh."""
    return Question(fact=fact, kind=kind, ask=Words(en, cy=cy), hint=Words(hint[0], cy=hint[1]) if hint[0] else None,
                    when=when, optional=optional, proof=proof, missing=_missing(kind, Words(en, cy=cy)))


def whether(fact: str, en: str, cy: str, *, hint: tuple[str, str] = ("", ""), when: Condition | None = None,
            optional: bool = False) -> Question:
    return ask(fact, YesNo(), en, cy, hint=hint, when=when, optional=optional)


def how_much(fact: str, en: str, cy: str, *, hint: tuple[str, str] = ("", ""), when: Condition | None = None,
             proof: str | None = None) -> Question:
    return ask(fact, Money(), en, cy, hint=hint, when=when, proof=proof)


def how_many(fact: str, en: str, cy: str, *, hint: tuple[str, str] = ("", ""), when: Condition | None = None,
             at_least: int = 0, at_most: int = 100_000) -> Question:
    return ask(fact, Count(at_least=at_least, at_most=at_most), en, cy, hint=hint, when=when)


def which(fact: str, en: str, cy: str, *, hint: tuple[str, str] = ("", ""), when: Condition | None = None) -> Question:
    return ask(fact, Choice(), en, cy, hint=hint, when=when)


def what_day(fact: str, en: str, cy: str, *, hint: tuple[str, str] = ("", ""),
             when: Condition | None = None) -> Question:
    return ask(fact, Date(), en, cy, hint=hint, when=when)
