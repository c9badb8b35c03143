"""What a customer told us in one contact, and which of their benefits it may touch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from entitle.awards import queries as awards
from entitle.blueprint import registry
from entitle.channels.desk.fact_words import in_words
from entitle.contacts import queries as contacts
from entitle.contacts.models import Contact
from entitle.customers import queries as customers
from entitle.kernel.periods import Instant
from entitle.record.queries import every_fact


@dataclass(frozen=True)
class Change:
    """One fact as it was told; `before` is what was held until then."""

    label: str
    now: str
    before: str


@dataclass(frozen=True)
class Touched:
    """A benefit in payment, and which of the facts told its rules read: none means that its amount cannot change."""

    title: str
    reads: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """All of one contact."""

    contact: Contact
    changes: tuple[Change, ...]
    touches: tuple[Touched, ...]


def what_was_told(*, contact_id: int, customer_id: int, as_at: Instant) -> Told:
    """Raises Contact.DoesNotExist."""
    contact = contacts.by_id(contact_id=contact_id)
    facts, changes, names = every_fact(), [], []
    before: dict[str, Any] = {}
    for row in customers.fact_rows(customer_id):
        if row.source_kind == "contact" and row.source_id == contact_id and row.fact in facts:
            fact = facts[row.fact]
            changes.append(Change(fact.label.en, in_words(fact, row.value), in_words(fact, before.get(row.fact))))
            names.append(row.fact)
        before[row.fact] = row.value
    return Told(contact, tuple(changes), tuple(_touched(customer_id, names)))


def _touched(customer_id: int, names: list[str]) -> list[Touched]:
    touched = []
    for name in awards.schemes_of(customer_id=customer_id):
        scheme = registry.scheme(name)
        wanted = (scheme.amount, scheme.starts, *(reason.rule for reason in (*scheme.hand_offs, *scheme.refusals)))
        read = set(scheme.rules.facts_read(wanted))
        touched.append(
            Touched(scheme.title.en, tuple(scheme.dictionary[fact].label.en for fact in names if fact in read))
        )
    return touched
