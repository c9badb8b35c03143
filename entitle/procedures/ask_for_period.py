"""Ask for a report of an assessment period: what was earned in it and what changed, of everyone who reports."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from entitle.blueprint import registry
from entitle.claims import operations as claims
from entitle.claims import queries
from entitle.claims.models import Claim
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import SYSTEM, Reference
from entitle.procedures.errors import NotFound
from entitle.procedures.gather_facts import gather_facts
from entitle.procedures.gather_further import CLAIMANT
from entitle.procedures.tell_of_questions import tell_of_questions
from entitle.standards import agency, target_on


def ask_for_period(*, claim_code: str, period_from: date, period_to: date, as_at: Instant) -> tuple[str, ...]:
    """Ask the period's sets of whoever has the role in the claim: once each period, however often this is run.

    `period_to` is the day after its last. The report is due a standard's days after that. Returns the sets asked now.
    """
    claim = queries.get(code=claim_code)
    if claim is None:
        raise NotFound("There is no claim with that reference.")
    scheme = registry.scheme(claim.scheme)
    wanted = [further for further in scheme.further if further.each == "period"]
    if not wanted or claim.state == "withdrawn":
        return ()
    asked_now = []
    with transaction.atomic():
        facts = gather_facts(claim=claim, scheme=scheme, as_at=as_at)
        people = _people(claim)
        for further in wanted:
            person = people.get(further.of)
            if person is None or (further.when is not None and not further.when.holds(facts)):
                continue
            named = (each for each in scheme.standards if each.name == further.standard)
            due_on = target_on(next(named, agency()["further_questions"]), period_to - timedelta(days=1),
                               division=claim.customer.division)
            asked = claims.ask(claim_id=claim.id, questions=further.questions.name, role=further.of, due_on=due_on,
                               customer_id=person, period=(period_from, period_to), as_at=as_at)
            if asked is None:
                continue
            history.write(code="questions.asked", about=Reference("claim", claim.id), customer_id=person, by=SYSTEM,
                          at=as_at, refers_to=Reference("set_asked", asked.id), reason=further.of)
            tell_of_questions(asked=asked, as_at=as_at)
            asked_now.append(further.questions.name)
    return tuple(asked_now)


def _people(claim: Claim) -> dict[str, int]:
    """Who has each role in the claim."""
    parties = {party.role: party.customer_id for party in queries.parties_of(claim_id=claim.id)}
    return {**parties, CLAIMANT: claim.customer_id}
