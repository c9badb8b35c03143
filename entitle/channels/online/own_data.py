"""Everything we show someone about themselves, as one file for a person or a machine to read."""

from __future__ import annotations

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from entitle.blueprint import registry
from entitle.blueprint.confidential import facts_shown, without_confidential
from entitle.channels.online.door import own_door
from entitle.channels.online.letters import readable
from entitle.channels.online.looks import looks_at
from entitle.channels.online.standing import OWN, Standing
from entitle.claims import queries as claims
from entitle.decisions import queries as decisions
from entitle.decisions.models import Decision
from entitle.gateways import clock
from entitle.history.vocabulary import words_of
from entitle.pages.formats import say
from entitle.pages.language import language
from entitle.record.queries import whole_customer
from entitle.record.whole import CustomerRecord


@own_door(OWN)
@require_safe
def download(request: HttpRequest, standing: Standing) -> HttpResponse:
    now = clock.now()
    record = whole_customer(customer_id=standing.customer.id, as_at=now)
    everything = {"made_at": now, **_person(record), **_cases(record), **_money(record), **_contact(record),
                  "looks": [{key: say(value) if key != "at" else value for key, value in look.items()}
                            for look in looks_at(standing.customer.id)]}
    body = json.dumps(everything, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    answer = HttpResponse(body, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{standing.customer.code}.json"'
    return answer


def _person(record: CustomerRecord) -> dict[str, Any]:
    customer = record.customer
    return {
        "reference": customer.code,
        "sign_in": customer.user.code if customer.user else None,
        "language": customer.language,
        "letter_format": customer.letter_format,
        "facts": [{"fact": held.fact.name, "called": say(held.fact.label), "value": held.known.value,
                   "source": held.known.source, "known_at": held.known.known_at, "proved": held.known.verified}
                  for held in record.facts],
        "names": [_row(each, "given", "family", "known_as", "from_on", "until_on") for each in record.names],
        "people_who_act_for_you": [_row(each, "name", "kind", "is_corporate", "scope", "state", "from_on", "until_on")
                                   for each in record.representatives],
        "relationships": [_row(each, "kind", "other_name", "from_on", "until_on") for each in record.relationships],
        "care_we_take": [_row(each, "kind", "reason", "review_on", "from_on", "until_on")
                         for each in record.vulnerabilities],
    }


def _cases(record: CustomerRecord) -> dict[str, Any]:
    whole = [each for claim in record.claims for each in decisions.of_claim(claim_id=claim.id)]
    return {
        "claims": [_row(each, "code", "scheme", "state", "protected_on", "started_at", "submitted_at", "decide_by")
                   | {"answers": claims.draft_of(claim_id=each.id)} for each in record.claims],
        "questions_answered": _answered_for_claims(record.customer.id),
        "decisions": [_decision(each) for each in whole],
        "looked_at_again": [_row(each, "code", "state", "asked_at", "why", "concluded_at", "outcome_reason")
                            for each in record.reconsiderations],
        "asked_for": [_row(each, "code", "fact", "document_kind", "state", "asked_at", "due_on")
                      for each in record.evidence_asked],
        "documents": [_row(each.item, "code", "document_kind", "file_name", "media_type", "size", "received_at")
                      | {"scan": each.scan} for each in record.evidence],
        "promises": [_row(each, "kind", "state", "target_on", "opened_at", "done_at") for each in record.promises],
    }


def _answered_for_claims(customer_id: int) -> list[dict[str, Any]]:
    """What they answered in further questions, in their own claims or somebody else's."""
    asked = claims.asked_ever(customer_id=customer_id)
    answers = claims.answers_in_sets(claim_ids={each.claim_id for each in asked})
    return [_row(each, "code", "questions", "role", "state", "asked_at", "due_on", "ended_at", "period_from")
            | {"answers": {fact: given.value for fact, given in answers.get(each.id, {}).items()}} for each in asked]


def _decision(decision: Decision) -> dict[str, Any]:
    """What another person said in confidence, and what came of it, is left out."""
    scheme = registry.scheme(decision.scheme)
    return _row(decision, "code", "scheme", "result", "pence", "per", "starts_on", "reasons", "law_on",
                "rules_version", "decided_at", "by_person") | {
        "facts": facts_shown(decision.facts, scheme=scheme),
        "trace": without_confidential(decisions.trace_of(decision=decision) or [], scheme=scheme, facts=decision.facts,
                                      language=language()),
    }


def _money(record: CustomerRecord) -> dict[str, Any]:
    return {
        "awards": [_row(each.award, "code", "scheme", "state", "starts_on", "ends_on", "per", "cycle_weeks",
                        "cycle_months", "first_payday")
                   | {"pence": each.pence} for each in record.awards],
        "next_paydays": [_row(day, "due_on", "paid_on", "pence") | {"why": say(day.why)}
                         for days in record.paydays.values() for day in days],
        "payments": [_row(each.payment, "period_start", "period_end", "pence", "due_on", "pay_on")
                     | {"state": each.state} for each in record.payments],
    }


def _contact(record: CustomerRecord) -> dict[str, Any]:
    return {
        "contacts": [_row(each, "code", "channel", "direction", "began_at", "ended_at", "reason", "summary")
                     for each in record.contacts],
        "letters": [_row(each, "code", "subject", "language", "channels", "state", "created_at", "body_html")
                    for each in record.messages if readable(each)],
        "history": [{"at": event.at, "what": say(words_of(event.code)), "channel": event.channel,
                     "by": event.actor_role} for event in record.history],
    }


def _row(row: object, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}
