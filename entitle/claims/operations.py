"""Writing claims: for procedures, inside their transaction."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.db.models.functions import Least

from entitle.claims.errors import AlreadyClaiming, ChangedMeanwhile
from entitle.claims.lifecycle import CLAIM, CLOSING_EVENTS, OPEN_STATES, SET_ASKED
from entitle.claims.models import Answer, Claim, ClaimParty, SetAsked, Statement, StatementAgreed
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor

CLAIMANT = "claimant"


def start(*, scheme: str, customer_id: int, channel: str, protected_on: date, as_at: Instant) -> Claim:
    """Begin a draft, counted from the day of first contact. Raises AlreadyClaiming, naming the claim that is open."""
    claim = Claim(
        scheme=scheme, customer_id=customer_id, channel=channel, protected_on=protected_on, started_at=as_at
    )
    try:
        with transaction.atomic():
            claim.save(force_insert=True)
    except IntegrityError as refused:
        code = Claim.objects.filter(
            customer_id=customer_id, scheme=scheme, state__in=OPEN_STATES
        ).values_list("code", flat=True).first()
        if code is None:
            raise
        raise AlreadyClaiming(code) from refused
    add_party(claim_id=claim.id, customer_id=customer_id, role=CLAIMANT)
    return claim


def add_party(*, claim_id: int, customer_id: int, role: str) -> None:
    """Someone a claim is about, in a role that its scheme names. Doing it twice is doing it once."""
    ClaimParty.objects.bulk_create(
        [ClaimParty(claim_id=claim_id, customer_id=customer_id, role=role)], ignore_conflicts=True
    )


def protect_from(*, claim_id: int, on: date) -> None:
    """An earlier first contact has come to light: the claim counts from it. A later one changes nothing."""
    Claim.objects.filter(id=claim_id).update(protected_on=Least("protected_on", on), version=F("version") + 1)


def answer(
    *, claim_id: int, answers: Mapping[str, Any], channel: str, by: Actor, as_at: Instant, asked_in: int | None = None
) -> None:
    """Keep answers (fact to JSON; None for an optional one left blank) beside those before: one statement.

    `asked_in` is the number of the further set that they answer, if they do: they count once it is sent.
    """
    Answer.objects.bulk_create(
        Answer(claim_id=claim_id, fact=fact, value=value, channel=channel, answered_at=as_at, user_id=by.user_id,
               asked_in=asked_in)
        for fact, value in answers.items()
    )


def lock(*, code: str = "", claim_id: int | None = None) -> Claim | None:
    """The claim and its customer, the claim held until the transaction ends; None where there is none."""
    by = {"code": code} if claim_id is None else {"id": claim_id}
    return Claim.objects.select_for_update(of=("self",)).select_related("customer").filter(**by).first()


def submit(
    *, claim: Claim, decide_by: date, channel: str, as_at: Instant, effective_on: date | None = None
) -> bool:
    """Send a draft in, once: one statement. True the first time; False, with nothing changed, if it was already in.

    `channel` is the one it was sent in by, kept where the claim's other channels are: with the answers and in history.
    Raises NotAllowedNow for a claim that was withdrawn.
    """
    received = CLAIM.after(CLAIM.first, "submitted")
    changes = {"state": received, "submitted_at": as_at, "decide_by": decide_by, "effective_on": effective_on}
    first = Claim.objects.filter(id=claim.id, state=CLAIM.first).update(version=F("version") + 1, **changes)
    if first:
        for name, value in changes.items():
            setattr(claim, name, value)
        claim.version += 1
        return True
    claim.refresh_from_db()
    if claim.submitted_at is None:
        CLAIM.after(claim.state, "submitted")
    return False


def move(*, claim: Claim, event: str, as_at: Instant) -> Claim:
    """Take a claim along an edge of its life. Submitting has its own verb, because of what it promises.

    Raises NotAllowedNow for a move off the graph, and ChangedMeanwhile if another officer moved it since it was read.
    """
    if event == "submitted":
        raise NotAllowedNow("a claim is submitted with `submit`, which sets the date it will be decided by")
    changes: dict[str, Any] = {"state": CLAIM.after(claim.state, event)}
    if event in CLOSING_EVENTS:
        changes["closed_at"] = as_at
    moved = Claim.objects.filter(id=claim.id, version=claim.version).update(version=F("version") + 1, **changes)
    if not moved:
        raise ChangedMeanwhile(f"{claim.code} was changed by someone else after it was read")
    for name, value in changes.items():
        setattr(claim, name, value)
    claim.version += 1
    return claim


def withdraw(*, claim: Claim, as_at: Instant) -> Claim:
    """The customer takes the claim back. Nothing is deleted, and they may claim again. Raises NotAllowedNow."""
    return move(claim=claim, event="withdrawn", as_at=as_at)


def ask(
    *, claim_id: int, questions: str, role: str, due_on: date, as_at: Instant, customer_id: int | None = None,
    period: tuple[date, date] | None = None,
) -> SetAsked | None:
    """Ask a further set of someone, once: None, with nothing changed, where it was asked before."""
    period_from, period_to = period or (None, None)
    asked = SetAsked(claim_id=claim_id, questions=questions, role=role, customer_id=customer_id, due_on=due_on,
                     period_from=period_from, period_to=period_to, asked_at=as_at)
    try:
        with transaction.atomic():
            asked.save(force_insert=True)
    except IntegrityError:
        if not SetAsked.objects.filter(
            claim_id=claim_id, questions=questions, role=role, period_from=period_from
        ).exists():
            raise
        return None
    return asked


def lock_asked(*, code: str) -> SetAsked | None:
    """A set with its claim and whoever answers it, held until the transaction ends; None where there is none."""
    found = SetAsked.objects.select_for_update(of=("self",)).select_related("claim__customer", "customer")
    return found.filter(code=code).first()


def invite(*, asked: SetAsked, customer_id: int, code_digest: bytes | None) -> None:
    """Someone is found for a set, who joins with a code, of which a digest is kept; None where they need none."""
    asked.customer_id, asked.code_digest = customer_id, code_digest
    asked.save(update_fields=["customer", "code_digest"])


def join(*, asked: SetAsked, customer_id: int) -> None:
    """They are here: the code is spent. Where they turn out to have a record already, the claim is about that one."""
    invited = asked.customer_id
    asked.customer_id, asked.code_digest = customer_id, None
    asked.save(update_fields=["customer", "code_digest"])
    if invited is not None and invited != customer_id:
        SetAsked.objects.filter(claim_id=asked.claim_id, role=asked.role, customer_id=invited).update(
            customer_id=customer_id)
        ClaimParty.objects.filter(claim_id=asked.claim_id, role=asked.role, customer_id=invited).delete()
        add_party(claim_id=asked.claim_id, customer_id=customer_id, role=asked.role)


def end_asked(*, asked: SetAsked, event: str, as_at: Instant) -> None:
    """The set is 'answered', or 'cancelled'. Raises NotAllowedNow where it has ended already."""
    asked.state, asked.ended_at, asked.code_digest = SET_ASKED.after(asked.state, event), as_at, None
    asked.save(update_fields=["state", "ended_at", "code_digest"])


def keep_statement(*, claim_id: int, language: str, digest: bytes, unanswered: int, user_id: int | None,
                   as_at: Instant) -> tuple[Statement, bool]:
    """The statement of those very words, and whether it is new."""
    return Statement.objects.get_or_create(
        claim_id=claim_id, language=language, digest=digest,
        defaults={"unanswered": unanswered, "user_id": user_id, "made_at": as_at})


def agree_statement(*, statement_id: int, how: str, signed_on: date, user_id: int | None,
                    as_at: Instant) -> tuple[StatementAgreed, bool]:
    """That it was agreed to, once; and whether this is the once."""
    return StatementAgreed.objects.get_or_create(
        statement_id=statement_id, defaults={"how": how, "signed_on": signed_on, "user_id": user_id, "noted_at": as_at})
