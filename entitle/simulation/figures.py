"""What the days came to: counted from the database, never kept as the days went by."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from django.db.models import Count, Sum

from entitle.claims.models import Claim
from entitle.contacts.models import Appointment, Call, CallBack, Message
from entitle.customers.models import Customer
from entitle.decisions.models import Decision
from entitle.history.models import Event
from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant, london_date
from entitle.payments import queries as payments
from entitle.payments.models import BankFile, Payment, PaymentAttempt, ReturnedPayment
from entitle.procedures.verify_history import verify_history
from entitle.work.models import WorkItem


@dataclass(frozen=True)
class Figures:
    """Since a moment. Counts by name; money in pence; `problems` is empty where history and ledger stand."""

    customers: int
    claims: dict[str, int]
    decided: int
    decided_by_rules: int
    in_time: int
    days_to_decide: int
    """Of all the decided together: divide by `decided` for the average."""
    refused: int
    refused_because: dict[str, int]
    """By reason, of which one decision may have several."""
    handed_off: int
    handed_off_because: dict[str, int]
    """By reason, of which one claim may have several."""
    waiting: dict[str, int]
    calls: dict[str, int]
    """Every attempt to ring, by what became of it."""
    call_backs: dict[str, int]
    interviews: dict[str, int]
    messages: dict[str, int]
    payments: int
    pence: Pence
    files: int
    file_payments: int
    file_pence: Pence
    attempted: int
    attempted_pence: Pence
    returned: int
    ledger: dict[str, Pence]
    events: int
    problems: tuple[str, ...]

    @property
    def ledger_balance(self) -> Pence:
        return sum(self.ledger.values())


def count_since(*, since: Instant, key: str, head_path: Path) -> Figures:
    """Count everything, and prove history on the way."""
    decided = list(
        Decision.objects.filter(decided_at__gte=since, sequence=1).select_related("claim").defer("facts", "trace")
    )
    specialists = WorkItem.objects.filter(kind="claim.hand_off", opened_at__gte=since)
    handed_off = list(specialists.values_list("note", flat=True))
    runs = Payment.objects.filter(created_at__gte=since).values("run_id")
    files = BankFile.objects.filter(run_id__in=runs)
    paid, sent = Payment.objects.filter(created_at__gte=since), PaymentAttempt.objects.filter(run_id__in=runs)
    problems = [f"{problem.where}: {problem.what}" for problem in verify_history(key=key, head_path=head_path)]
    problems += [
        f"{problem.where}: {problem.what}" for file in files for problem in payments.problems(run_id=file.run_id)
    ]
    return Figures(
        customers=Customer.objects.count(),
        claims=_by(Claim.objects.filter(submitted_at__gte=since), "channel"),
        decided=len(decided),
        decided_by_rules=sum(not each.by_person for each in decided),
        in_time=sum(each.claim.decide_by is not None and london_date(each.decided_at) <= each.claim.decide_by
                    for each in decided),
        days_to_decide=sum((london_date(each.decided_at) - london_date(each.claim.submitted_at)).days
                           for each in decided if each.claim.submitted_at),
        refused=sum(each.result == "refused" for each in decided),
        refused_because=dict(Counter(reason["rule"] for each in decided for reason in each.reasons).most_common()),
        handed_off=len(handed_off),
        handed_off_because=dict(Counter(reason for note in handed_off for reason in note.split(", ")).most_common()),
        waiting=_by(Claim.objects.filter(state__in=("received", "waiting", "handed_off")), "state"),
        calls=_by(Call.objects.filter(arrived_at__gte=since).exclude(outcome=""), "outcome"),
        call_backs=_by(CallBack.objects.filter(promised_at__gte=since), "state"),
        interviews=_by(Appointment.objects.filter(booked_at__gte=since), "state"),
        messages=_by(Message.objects.filter(created_at__gte=since), "state"),
        payments=paid.count(),
        pence=_sum(paid),
        files=files.count(),
        file_payments=sum(file.payments for file in files),
        file_pence=sum(file.pence for file in files),
        attempted=sent.count(),
        attempted_pence=_sum(sent),
        returned=ReturnedPayment.objects.filter(at__gte=since).count(),
        ledger=payments.balances(),
        events=Event.objects.count(),
        problems=tuple(problems),
    )


def _by(rows, column: str) -> dict[str, int]:  # type: ignore[no-untyped-def]
    return {row[column]: row["n"] for row in rows.values(column).annotate(n=Count("id")).order_by("-n")}


def _sum(rows) -> Pence:  # type: ignore[no-untyped-def]
    return int(rows.aggregate(pence=Sum("pence"))["pence"] or 0)
