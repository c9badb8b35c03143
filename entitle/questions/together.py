"""Several question sets asked as one: each fact once, whoever wants to know it."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import WELSH, Words
from entitle.questions.conditions import Condition, any_of
from entitle.questions.kinds import Repeat
from entitle.questions.kinds.kind import Kind
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet


def together(sets: Sequence[QuestionSet]) -> QuestionSet:
    """One set that is at an end when each of these is. One alone is given back as it is.

    What they share comes where they share it (who somebody is first, the account last), and each keeps its own order. A
    question is asked where any of them would ask it, and may be left blank only where all of them allow that. Raises
    ValueError for sets that cannot be put in one order.
    """
    if len(sets) == 1:
        return sets[0]
    dictionary = Dictionary({name: fact for each in sets for name, fact in each.dictionary.items()}.values())
    return QuestionSet(
        name="+".join(each.name for each in sets),
        title=_joined((each.title for each in sets), Words(", ", cy=", ")),
        questions=tuple(_one([question for each in sets for question in each if question.fact == fact])
                        for fact in _in_order(sets)),
        declaration=_declaration([each.declaration for each in sets if each.declaration]),
        dictionary=dictionary,
    )


def _one(asked: Sequence[Question]) -> Question:
    """The same question of several sets."""
    first = asked[0]
    conditions = tuple(dict.fromkeys(question.when for question in asked))
    proof = next((question.proof for question in asked if question.proof), None)
    return replace(first, kind=_kind(asked), when=_any(conditions), proof=proof,
                   optional=all(question.optional for question in asked))


def _kind(asked: Sequence[Question]) -> Kind:
    """Of a list, every part that any of them asks of a row."""
    lists = [question.kind for question in asked if isinstance(question.kind, Repeat)]
    if not lists:
        return asked[0].kind
    parts = {part.fact: part for kind in reversed(lists) for part in kind.questions}
    in_order = dict.fromkeys(part.fact for kind in lists for part in kind.questions)
    return replace(lists[0], questions=tuple(parts[fact] for fact in in_order))


def _any(conditions: Sequence[Condition | None]) -> Condition | None:
    known = [condition for condition in conditions if condition is not None]
    if len(known) < len(conditions):
        return None
    return known[0] if len(known) == 1 else any_of(*known)


def _in_order(sets: Sequence[QuestionSet]) -> Iterable[str]:
    """Their facts, each once: the next is the first that no other set, and no condition, still has something before."""
    left = [list(each.facts) for each in sets]
    reads: dict[str, set[str]] = {}
    for each in sets:
        for question in each:
            reads.setdefault(question.fact, set()).update(question.when.facts if question.when else ())
    while any(left):
        waiting = {fact for facts in left for fact in facts}
        heads = [facts[0] for facts in left if facts]
        able = [fact for fact in heads if not reads[fact] & waiting]
        agreed = [fact for fact in able if all(fact not in facts[1:] for facts in left)]
        if not able:
            named = ", ".join(each.name for each in sets)
            raise ValueError(f"{named} cannot be asked in one order: {heads} wait for each other")
        taken = (agreed or able)[0]
        yield taken
        left = [[fact for fact in facts if fact != taken] for facts in left]


def _declaration(said: Sequence[Words]) -> Words | None:
    """What each asks to be declared: a paragraph that they share, once."""
    if not said:
        return None
    paragraphs = {language: "\n".join(dict.fromkeys(line for words in said for line in words[language].split("\n")
                                                    if line.strip())) for language in ("en", WELSH)}
    return Words(paragraphs["en"], cy=paragraphs[WELSH])


def _joined(words: Iterable[Words], by: Words) -> Words:
    said = list(words)
    return Words(by.en.join(each.en for each in said), cy=by[WELSH].join(each[WELSH] for each in said))
