"""Claims as people make them: by telephone with an agent, online by themselves, on paper through a clerk."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from entitle.blueprint import registry
from entitle.claims.models import Claim
from entitle.customers import queries as customers
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.begin_call import begin_call
from entitle.procedures.confirm_caller import confirm_caller
from entitle.procedures.end_call import end_call
from entitle.procedures.gather_facts import gather_facts
from entitle.procedures.prove_identity import prove_identity
from entitle.procedures.register_customer import register_customer
from entitle.procedures.start_claim import start_claim
from entitle.procedures.submit_claim import Submitted, submit_claim
from entitle.simulation.answers import answers_of
from entitle.simulation.elsewhere import asks_the_council, claim_for_older_system, make_form_for_council
from entitle.simulation.person import MadeUp
from entitle.staff.models import User

SCHEME = "state_pension"


@dataclass(frozen=True)
class Claimed:
    """A claim that has gone in, and whose it is."""

    submitted: Submitted
    customer_id: int


def by_telephone(person: MadeUp, *, agent: Actor, as_at: Instant) -> Claimed:
    """The agent finds or registers the caller, checks who they are, asks, and says by when we will decide."""
    customer_id = _on_record(person, agent, as_at)
    call = begin_call(customer_code=customers.by_id(customer_id).code, reason="claim", by=agent, as_at=as_at)
    confirm_caller(contact_code=call.code, by=agent, as_at=as_at)
    submitted = _claim(person, customer_id, agent, as_at, for_council=asks_the_council(person))
    end_call(contact_code=call.code, summary="Claim taken.", by=agent, as_at=as_at)
    return Claimed(submitted, customer_id)


def online(person: MadeUp, *, username: str, as_at: Instant) -> Claimed:
    """They sign up, prove who they are, answer and send."""
    user = User.objects.create_user(username, None, name=f"{person.given} {person.family}", kind=User.CUSTOMER,
                                    language=person.language)
    themselves = Actor(role="customer", channel="online", user_id=user.pk, name=user.name)
    customer = prove_identity(user_id=user.pk, name=person.name, born_on=person.born_on, nino=person.nino,
                              postcode=person.postcode, by=themselves, as_at=as_at)
    return Claimed(_claim(person, customer.id, themselves, as_at), customer.id)


def on_paper(person: MadeUp, *, clerk: Actor, received_on: date, as_at: Instant) -> Claimed:
    """A clerk enters what was written; the clock runs from the day that the form arrived."""
    customer_id = _on_record(person, clerk, as_at)
    return Claimed(_claim(person, customer_id, clerk, as_at, received_on=received_on), customer_id)


def for_the_older_system(person: MadeUp, *, agent: Actor, as_at: Instant) -> None:
    """Somebody too young for a pension claims what is paid elsewhere."""
    claim_for_older_system(person, customer_id=_on_record(person, agent, as_at), agent=agent, as_at=as_at)


def _on_record(person: MadeUp, by: Actor, as_at: Instant) -> int:
    known = customers.by_nino(person.nino)
    if known is not None:
        return known.id
    return register_customer(name=person.name, born_on=person.born_on, nino=person.nino, postcode=person.postcode,
                             sex=person.sex, language=person.language, division=person.division, by=by, as_at=as_at).id


def _claim(person: MadeUp, customer_id: int, by: Actor, as_at: Instant, received_on: date | None = None,
           for_council: bool = False) -> Submitted:
    claim: Claim = start_claim(scheme=SCHEME, customer_id=customer_id, by=by, as_at=as_at, received_on=received_on)
    sheet = registry.scheme(SCHEME)
    gathered = gather_facts(claim=claim, scheme=sheet, as_at=as_at)
    known = {fact: value for fact, value in gathered.items() if value is not None}
    answers = answers_of(person, sheet.claim, known=known)
    answer_questions(claim_code=claim.code, answers=answers, by=by, as_at=as_at)
    if for_council:
        make_form_for_council(person, claim_code=claim.code, said=known | answers, by=by, as_at=as_at)
    return submit_claim(claim_code=claim.code, by=by, as_at=as_at, received_on=received_on)
