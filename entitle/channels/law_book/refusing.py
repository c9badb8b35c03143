"""Why a rule could not be worked out, said at the field where it is put right."""

from __future__ import annotations

from collections.abc import Sequence

from entitle.blueprint.scheme import Scheme
from entitle.channels.law_book.fields import Field
from entitle.channels.law_book.words import WORDS
from entitle.kernel.words import Words
from entitle.law.amount import NoLawForDate
from entitle.questions.kinds.answering import FieldError
from entitle.rules.book import FactsMissing
from entitle.rules.units import FactsContradict

NOT_WORKED_OUT = (LookupError, ValueError, ArithmeticError)
"""A fact or a law that is missing, facts that contradict, a key outside a table, a date past the end of time."""


def why_not(
    refusal: Exception, scheme: Scheme, fields: Sequence[Field], law: Field
) -> tuple[FieldError, ...]:
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
