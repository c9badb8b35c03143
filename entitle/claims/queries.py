"""Reading claims."""
from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Exists, Min, OuterRef, Q, QuerySet

from entitle.claims.errors import AlreadyClaiming, ChangedMeanwhile
from entitle.claims.lifecycle import OPEN_STATES
from entitle.claims.models import Answer, Claim, ClaimParty, CouncilForm, SetAsked, Statement
from entitle.claims.reading.claimants import caseload_by_channel, how_claimed, submitted_between
from entitle.claims.reading.couples import partners_of
from entitle.claims.reading.form_packs import PackCount, form_pack, pack_counts, pack_form, pack_forms
from entitle.claims.reading.handovers import (
    FeedbackCount,
    HandoverCount,
    feedback_counts,
    feedback_of,
    handover,
    handover_by_id,
    handover_code_of,
    handover_counts,
    handovers_accepted,
    handovers_of,
    handovers_rejected,
    handovers_waiting,
)
from entitle.claims.reading.intakes import (
    IntakeCount,
    claim_in,
    intake,
    intake_code_of,
    intake_counts,
    intake_sent,
    intakes_from,
    intakes_stopped,
    intakes_waiting,
)
from entitle.kernel.periods import Instant

__all__ = ["AlreadyClaiming", "AnswerGiven", "ChangedMeanwhile", "FeedbackCount", "HandoverCount", "IntakeCount",
           "PackCount", "answers_in", "answers_in_sets", "answers_of", "answers_that_count", "asked",
           "asked_by_digest", "asked_by_id", "asked_ever", "asked_in_claim", "asked_in_claims", "asked_of", "by_id",
           "caseload_by_channel", "channels_of", "claim_in", "code_of", "council_forms_of", "draft_of",
           "feedback_counts", "feedback_of", "form_pack", "get", "handover", "handover_by_id", "handover_code_of",
           "handover_counts", "handovers_accepted", "handovers_of", "handovers_rejected", "handovers_waiting",
           "has_claimed", "how_claimed", "intake", "intake_code_of", "intake_counts", "intake_sent", "intakes_from",
           "intakes_stopped", "intakes_waiting", "of_customer", "open_claim", "open_claims", "overdue_sets",
           "pack_counts", "pack_form", "pack_forms", "parties_of", "partners_of", "statement", "statements_of",
           "submitted_between", "waits_for_answers"]


_CLAIMANTS = """select distinct on (fact) fact, value, answered_at, channel from claims_answer
                where claim_id = %s and asked_in is null order by fact, id desc"""


@dataclass(frozen=True)
class AnswerGiven:
    """The latest answer for a fact (as JSON), when it was given, and by which channel."""

    value: Any
    answered_at: Instant
    channel: str


def get(*, code: str) -> Claim | None:
    """The claim with its customer, by its public code; None where there is none."""
    return Claim.objects.select_related("customer").filter(code=code).first()


def by_id(*, claim_id: int) -> Claim:
    """The claim with its customer. Raises Claim.DoesNotExist."""
    return Claim.objects.select_related("customer").get(id=claim_id)


def code_of(*, claim_id: int) -> str:
    """The public code of a claim. Raises Claim.DoesNotExist."""
    return Claim.objects.values_list("code", flat=True).get(id=claim_id)


def of_customer(*, customer_id: int, limit: int = 50) -> list[Claim]:
    """A customer's claims, newest first: one statement."""
    return list(Claim.objects.filter(customer_id=customer_id).order_by("-started_at", "-id")[:limit])


def open_claims(*, customer_id: int) -> list[Claim]:
    """The customer's claims that are not over, oldest first."""
    return list(Claim.objects.filter(customer_id=customer_id, state__in=OPEN_STATES).order_by("id"))


def open_claim(*, customer_id: int, scheme: str) -> Claim | None:
    """The customer's open claim for a benefit, of which there can be only one."""
    return (
        Claim.objects.select_related("customer")
        .filter(customer_id=customer_id, scheme=scheme, state__in=OPEN_STATES).first()
    )


def has_claimed(*, customer_id: int, scheme: str) -> bool:
    """Whether they have a claim for a benefit that was not withdrawn."""
    return Claim.objects.filter(customer_id=customer_id, scheme=scheme).exclude(state="withdrawn").exists()


def has_sent(*, customer_id: int, scheme: str) -> bool:
    """Whether they have sent in a claim for a benefit that was not withdrawn."""
    theirs = Claim.objects.filter(customer_id=customer_id, scheme=scheme)
    return theirs.exclude(state__in=("draft", "withdrawn")).exists()


def answers_of(*, claim_id: int) -> dict[str, AnswerGiven]:
    """The claimant's latest answer for each fact, and when and how: one statement. None is one left blank.

    What others answered in further sets is not among them.
    """
    with connection.cursor() as cursor:
        cursor.execute(_CLAIMANTS, [claim_id])
        return {fact: AnswerGiven(None if value is None else json.loads(value), at, channel)
                for fact, value, at, channel in cursor.fetchall()}


def answers_in(*, asked_id: int) -> dict[str, AnswerGiven]:
    """The latest answer for each fact of one further set, sent or not: one statement."""
    claim_id = SetAsked.objects.filter(id=asked_id).values("claim_id")
    return _latest(Answer.objects.filter(claim_id__in=claim_id, asked_in=asked_id))


def answers_in_sets(*, claim_ids: Collection[int]) -> dict[int, dict[str, AnswerGiven]]:
    """The latest answer for each fact of every further set of some claims, by the set: one statement."""
    rows = (
        Answer.objects.filter(claim_id__in=claim_ids, asked_in__isnull=False)
        .order_by("asked_in", "fact", "-id").distinct("asked_in", "fact")
        .values_list("asked_in", "fact", "value", "answered_at", "channel")
    )
    found: dict[int, dict[str, AnswerGiven]] = {}
    for asked_id, fact, value, at, channel in rows:
        found.setdefault(asked_id or 0, {})[fact] = AnswerGiven(value, at, channel)
    return found


def answers_that_count(*, claim_id: int) -> dict[str, AnswerGiven]:
    """The latest answer for each fact by anyone: of further sets, those that were sent and are of no one period."""
    sent = SetAsked.objects.filter(id=OuterRef("asked_in"), state="answered", period_from__isnull=True)
    return _latest(Answer.objects.filter(Q(asked_in__isnull=True) | Exists(sent), claim_id=claim_id))


def _latest(answers: QuerySet[Answer]) -> dict[str, AnswerGiven]:
    rows = answers.order_by("fact", "-id").distinct("fact").values_list("fact", "value", "answered_at", "channel")
    return {fact: AnswerGiven(value, at, channel) for fact, value, at, channel in rows}


def draft_of(*, claim_id: int) -> dict[str, Any]:
    """The claimant's latest answer for each fact, as JSON: one statement."""
    return {fact: given.value for fact, given in answers_of(claim_id=claim_id).items()}


def channels_of(*, claim_id: int) -> list[str]:
    """The channels that a claim came through, in the order they were first used."""
    started = Claim.objects.values_list("channel", flat=True).get(id=claim_id)
    answered = (
        Answer.objects.filter(claim_id=claim_id).values("channel").annotate(first=Min("id"))
        .order_by("first").values_list("channel", flat=True)
    )
    return list(dict.fromkeys([started, *answered]))


def parties_of(*, claim_id: int) -> list[ClaimParty]:
    """The people a claim is about, with their records, claimant first."""
    return list(ClaimParty.objects.filter(claim_id=claim_id).select_related("customer").order_by("id"))


def asked(*, code: str) -> SetAsked | None:
    """A further set by its public code, with its claim and whoever answers it; None where there is none."""
    return _asked().filter(code=code).first()


def asked_by_id(*, asked_id: int) -> SetAsked:
    """Raises SetAsked.DoesNotExist."""
    return _asked().get(id=asked_id)


def asked_by_digest(*, code_digest: bytes) -> SetAsked | None:
    """The set that an invitation's code opens, while it has not been used."""
    return _asked().filter(code_digest=code_digest, state="asked").first()


def asked_in_claim(*, claim_id: int, state: str = "") -> list[SetAsked]:
    """The further sets asked in a claim, oldest first: one statement."""
    found = _asked().filter(claim_id=claim_id)
    return list((found.filter(state=state) if state else found).order_by("asked_at", "id"))


def asked_of(*, customer_id: int) -> list[SetAsked]:
    """What a customer is asked, and has not answered, in claims that are not withdrawn: one statement."""
    found = _asked().filter(customer_id=customer_id, state="asked").exclude(claim__state="withdrawn")
    return list(found.order_by("due_on", "id"))


def asked_ever(*, customer_id: int) -> list[SetAsked]:
    """Every further set ever asked of a customer, oldest first: one statement."""
    return list(_asked().filter(customer_id=customer_id).order_by("asked_at", "id"))


def asked_in_claims(*, claim_ids: Collection[int]) -> dict[int, list[SetAsked]]:
    """What several claims wait for, by claim: one statement."""
    found: dict[int, list[SetAsked]] = {}
    for each in _asked().filter(claim_id__in=claim_ids, state="asked").order_by("asked_at", "id"):
        found.setdefault(each.claim_id, []).append(each)
    return found


def waits_for_answers(*, claim_code: str) -> bool:
    """Whether somebody was asked something for a claim's decision, and has not answered: one statement."""
    return SetAsked.objects.filter(claim__code=claim_code, state="asked", period_from__isnull=True).exists()


def overdue_sets(*, on: date, limit: int = 500) -> list[SetAsked]:
    """Further sets that nobody has answered by their date, longest waiting first."""
    return list(_asked().filter(state="asked", due_on__lt=on).order_by("due_on", "id")[:limit])


def _asked() -> QuerySet[SetAsked]:
    return SetAsked.objects.select_related("claim__customer", "customer")


def council_forms_of(*, claim_ids: Collection[int]) -> list[CouncilForm]:
    """The councils' housing forms made with some claims: one statement."""
    return list(CouncilForm.objects.filter(claim_id__in=claim_ids).select_related("claim").order_by("id"))


def statement(*, code: str) -> Statement | None:
    """A statement by its public code, with its claim and customer; None where there is none."""
    return Statement.objects.select_related("claim__customer", "agreed").filter(code=code).first()


def statements_of(*, claim_id: int) -> list[Statement]:
    """A claim's statements with how each was agreed to, newest first: one statement."""
    return list(Statement.objects.filter(claim_id=claim_id).select_related("agreed").order_by("-made_at", "-id"))
