"""What officers do in a day: decide what the rules leave to them, settle hand-offs, judge evidence, look again."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping

from entitle.claims.models import Claim
from entitle.customers import queries as customers
from entitle.decisions.models import Decision, Reconsideration
from entitle.evidence.models import EvidenceItem, EvidenceRequest
from entitle.gateways import files
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.ask_for_evidence import ask_for_evidence
from entitle.procedures.ask_to_look_again import ask_to_look_again
from entitle.procedures.decide_again import decide_again
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.judge_evidence import judge_evidence
from entitle.procedures.receive_evidence import Document, receive_evidence
from entitle.procedures.return_claim import return_claim
from entitle.procedures.take_work import take_work
from entitle.work.models import WorkItem
from entitle.work.queries import IN_HAND

_SCANNED = b"%PDF-1.4\n% a made-up birth certificate, number %d\n%%%%EOF\n"
_FOUND: Mapping[str, Mapping[str, object]] = {
    "Time abroad": {"state_pension.lived_abroad": False},
    "Record from before April 2016": {"national_insurance.has_transitional_record": False},
}
"""By the words of the work, what a specialist may find that lets the rules go on: that nothing abroad, or before 2016,
adds to the pension.
"""


def decide_by_hand(*, officers: Mapping[str, Actor], chance: random.Random, as_at: Instant) -> int:
    """Caseworkers take and decide the claims that the rules left to a person. Returns how many were decided."""
    decided = 0
    for item in _waiting("claim.decide"):
        claim = Claim.objects.select_related("customer").get(id=item.about_id)
        if claim.state != "received":
            continue
        officer = officers["vera"] if claim.customer.is_restricted else officers[chance.choice(("bronwen", "kwame"))]
        take_work(work_code=item.code, by=officer, as_at=as_at)
        decided += isinstance(decide_claim(claim_code=claim.code, by=officer, as_at=as_at), Decision)
    return decided


def settle_hand_offs(*, specialist: Actor, chance: random.Random, as_at: Instant) -> int:
    """A specialist settles some of what was handed over, and gives it back to the rules. The rest takes longer."""
    settled = 0
    for item in _waiting("claim.hand_off"):
        reasons = item.note.split(", ")
        if (
            item.opened_at.date() >= as_at.date()
            or chance.random() < 0.7
            or not all(name in _FOUND for name in reasons)
        ):
            continue
        facts = {fact: value for name in reasons for fact, value in _FOUND[name].items()}
        claim = Claim.objects.get(id=item.about_id)
        take_work(work_code=item.code, by=specialist, as_at=as_at)
        return_claim(
            claim_code=claim.code,
            facts=facts,
            reason="Checked: it adds nothing to the pension.",
            by=specialist,
            as_at=as_at,
        )
        settled += 1
    return settled


def ask_for_proof(*, claim_code: str, by: Actor, as_at: Instant) -> EvidenceRequest:
    """Ask for a birth certificate before anything is decided."""
    return ask_for_evidence(
        claim_code=claim_code, fact="person.born_on", document_kind="birth_certificate", by=by, as_at=as_at
    )


def receive_proof(*, clerk: Actor, as_at: Instant) -> int:
    """The post brings what was asked for two days or more ago."""
    came = 0
    for asked in EvidenceRequest.objects.filter(state="asked", asked_at__lt=as_at).order_by("id"):
        if (as_at - asked.asked_at).days < 2:
            continue
        content = _SCANNED.replace(b"%d", str(asked.id).encode())
        kept = files.store(content)
        paper = Document(
            kind=asked.document_kind,
            sha256=kept.sha256,
            file_name="birth-certificate.pdf",
            media_type="application/pdf",
            size=len(content),
        )
        receive_evidence(
            document=paper,
            customer_code=customers.by_id(asked.customer_id).code,
            request_code=asked.code,
            by=clerk,
            as_at=as_at,
        )
        came += 1
    return came


def judge_proof(*, officer: Actor, as_at: Instant) -> int:
    """Accept what came and was scanned clean."""
    items = list(_waiting("claim.evidence_review"))
    for work in items:
        judge_evidence(
            item_code=EvidenceItem.objects.get(id=work.about_id).code, accepted=True, by=officer, as_at=as_at
        )
    return len(items)


def disagree(*, decision: Decision, why: str, agent: Actor, as_at: Instant) -> Reconsideration:
    """A customer telephones to say that they do not agree."""
    return ask_to_look_again(decision_code=decision.code, why=why, by=agent, as_at=as_at)


def look_again(*, officer: Actor, as_at: Instant) -> int:
    """Another officer looks again at what was asked about before today."""
    done = 0
    for asked in Reconsideration.objects.filter(state="asked", asked_at__lt=as_at).select_related("decision"):
        if asked.asked_at.date() >= as_at.date() or asked.first_decided_by_user_id == officer.user_id:
            continue
        decide_again(
            reconsideration_code=asked.code,
            by=officer,
            as_at=as_at,
            because="I looked at your record again. It holds fewer than 10 qualifying years.",
        )
        done += 1
    return done


def _waiting(kind: str) -> Iterator[WorkItem]:
    return iter(list(WorkItem.objects.filter(kind=kind, state__in=IN_HAND).order_by("id")))
