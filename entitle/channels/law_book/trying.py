"""A rule worked out with the reader's own numbers, or what is wrong with them. Nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from entitle.blueprint.scheme import Scheme
from entitle.channels.law_book.fields import Field
from entitle.channels.law_book.words import WORDS
from entitle.kernel.words import Words
from entitle.law.amount import NoLawForDate
from entitle.pages import formats
from entitle.pages.explanation import Explanation, explain, value_in_words
from entitle.questions.kinds.answering import FieldError, Unanswerable
from entitle.rules.book import FactsMissing
from entitle.rules.trace import Step, Trace
from entitle.rules.units import FactsContradict


@dataclass(frozen=True)
class Tried:
    """What came of trying: `values` of the rule (one, or one each of a unit: whose, and what), or else `errors`.

    `posted` is what to show in the fields again. Neither where somebody only asked for another row of a list.
    """

    posted: Mapping[str, str]
    on: date
    values: tuple[tuple[str, str], ...] = ()
    explanation: Explanation | None = None
    errors: tuple[FieldError, ...] = ()


def typed(fields: Sequence[Field], facts: Mapping[str, Any]) -> dict[str, str]:
    """Facts as somebody would have typed them."""
    found: dict[str, str] = {}
    for field in fields:
        if facts.get(field.fact) is not None:
            found.update(field.question.kind.typed(field.show(facts[field.fact]), field.question.field_id))
    return found


def try_rule(scheme: Scheme, rule: str, *, fields: Sequence[Field], law: Field, posted: Mapping[str, str],
             today: date) -> Tried:
    """Read what was typed and work the rule out by it."""
    answers: dict[str, Any] = {}
    errors: list[FieldError] = []
    for field in (*fields, law):
        question = field.question
        asks_for_a_row = any(f"{question.field_id}-{change}" in posted for change in ("add", "remove"))
        if question.kind.is_blank(posted, question.field_id) and not asks_for_a_row:
            answers[field.fact] = field.blank
            continue
        try:
            answers[field.fact] = field.read(question.parse(posted))
        except Unanswerable as problem:
            if not problem.errors:
                others = {name: text for name, text in posted.items() if not name.startswith(question.field_id)}
                return Tried({**others, **(problem.posted or {})}, today)
            errors += problem.errors
    on = answers.pop(law.fact, None) or today
    if errors:
        return Tried(posted, on, errors=tuple(errors))
    facts = {name: value for name, value in answers.items() if value is not None}
    try:
        trace = _worked_out(scheme, rule, facts, on)
    except _NOT_WORKED_OUT as refusal:
        return Tried(posted, on, errors=_why(refusal, scheme, fields, law))
    labels = {fact.name: fact.label for fact in scheme.dictionary.values()}
    values = tuple((formats.say(step.of), _value(step)) for step in trace.each(rule))
    return Tried(posted, on, values=values, explanation=explain(trace=trace, labels=labels))


_NOT_WORKED_OUT = (LookupError, ValueError, ArithmeticError)
"""A fact or a law that is missing, facts that contradict, a key outside a table, a date past the end of time."""


def _worked_out(scheme: Scheme, rule: str, facts: Mapping[str, Any], on: date) -> Trace:
    missing = scheme.rules.missing(facts, (rule,), on=on)
    if missing:
        raise FactsMissing(missing)
    return scheme.rules.run(facts, on=on, want=(rule,), trace=True).trace()


def _why(refusal: Exception, scheme: Scheme, fields: Sequence[Field], law: Field) -> tuple[FieldError, ...]:
    """What to put right, at the field where it is put right."""
    if isinstance(refusal, FactsMissing):
        return tuple(_needed(name, scheme, fields) for name in refusal.names)
    if isinstance(refusal, FactsContradict):
        one, other = (scheme.dictionary[name].label for name in refusal.names)
        where = next((field for field in fields if field.fact in refusal.names), law)
        return (FieldError(_first_box(where), _filled("contradict", one=one, other=other)),)
    if isinstance(refusal, NoLawForDate):
        return (FieldError(_first_box(law), WORDS["outside_law"]),)
    return (FieldError(_first_box(fields[0] if fields else law), WORDS["outside"]),)


def _needed(name: str, scheme: Scheme, fields: Sequence[Field]) -> FieldError:
    asking = next((field for field in fields if field.fact == name), None)
    if asking is not None:
        return asking.question.kind.nothing_said(asking.question.field_id)
    listing = next(field for field in fields if field.question.kind.name == "repeat")
    return FieldError(_first_box(listing), _filled("needed", label=scheme.dictionary[name].label))


def _first_box(field: Field) -> str:
    return field.question.kind.nothing_said(field.question.field_id).field_id


def _filled(name: str, **labels: Words) -> Words:
    words = WORDS[name]
    return Words(words.en.format(**{key: label.en for key, label in labels.items()}),
                 words.cy.format(**{key: label["cy"] for key, label in labels.items()}))


def _value(step: Step) -> str:
    return value_in_words(step.value, step.unit)
