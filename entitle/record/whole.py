"""The shape of one customer's whole record, as every channel shows it."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from entitle.awards.queries import AwardAtAGlance, Payday
from entitle.claims.models import Claim, SetAsked
from entitle.contacts.models import Contact, Message, SafeguardingPlan
from entitle.customers.models import BankAccount, Customer, PersonName, Relationship, Representative, Vulnerability
from entitle.customers.queries import ContactDetails, KnownFact
from entitle.decisions.models import Decision, Reconsideration
from entitle.evidence.models import EvidenceRequest
from entitle.evidence.queries import ItemSeen
from entitle.facts.fact import Fact
from entitle.history.models import Event
from entitle.payments.queries import DebtAtAGlance, Estate, PaymentAtAGlance
from entitle.work.models import WorkItem


@dataclass(frozen=True)
class FactHeld:
    """One fact of the record with what it is, where it came from and when we knew it."""

    fact: Fact
    known: KnownFact


@dataclass(frozen=True)
class CustomerRecord:
    """One customer, everything: newest first in every list, promises soonest first."""

    customer: Customer
    details: ContactDetails
    names: list[PersonName]
    bank_account: BankAccount | None
    vulnerabilities: list[Vulnerability]
    safeguarding: SafeguardingPlan | None
    """The plan that is being followed, because someone may be in danger. For staff alone."""
    representatives: list[Representative]
    relationships: list[Relationship]
    facts: list[FactHeld]
    claims: list[Claim]
    waited_for: list[SetAsked]
    """Whose answers those claims wait for, since when and by when: longest waiting first."""
    decisions: list[Decision]
    reconsiderations: list[Reconsideration]
    awards: list[AwardAtAGlance]
    paydays: Mapping[int, list[Payday]]
    """By award."""
    payments: list[PaymentAtAGlance]
    debts: list[DebtAtAGlance]
    """What they were paid too much, the oldest first."""
    estate: Estate | None
    """What somebody who died left with the agency."""
    evidence_asked: list[EvidenceRequest]
    evidence: list[ItemSeen]
    contacts: list[Contact]
    messages: list[Message]
    promises: list[WorkItem]
    work: list[WorkItem]
    history: list[Event]
    """What was done. Looks are apart, so that they do not crowd it out."""
    looks: list[Event]
