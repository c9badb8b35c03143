"""The account: every claim and its date, every award and its next three paydays, and what we need."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from entitle.blueprint import registry
from entitle.channels.online.acting import acting_choices
from entitle.channels.online.claim_page import STATES
from entitle.channels.online.door import own_door
from entitle.channels.online.evidence import wanted
from entitle.channels.online.frame import show
from entitle.channels.online.letters import readable
from entitle.channels.online.standing import ANY, OWN, TOPICS, Standing
from entitle.claims import queries as claims
from entitle.gateways import clock
from entitle.kernel.words import Words
from entitle.pages.further_walk import title_of
from entitle.payments import queries as payments
from entitle.record.queries import whole_customer
from entitle.record.whole import CustomerRecord

AWARD_STATES = {
    "open": Words("Set up", cy="Wedi'i drefnu"),
    "in_payment": Words("Being paid", cy="Yn cael ei dalu"),
    "suspended": Words("Stopped for now", cy="Wedi'i atal am y tro"),
    "ended": Words("Ended", cy="Wedi dod i ben"),
}
PROMISES = {
    "claim.decide": Words("Decide your claim", cy="Penderfynu ar eich hawliad"),
    "change.act_on": Words("Act on the change you told us about",
                           cy="Gweithredu ar y newid y dywedoch wrthym amdano"),
    "appointment.interview": Words("See you for an interview", cy="Eich gweld am gyfweliad"),
    "appointment.cause": Words("Look at why you could not come to an interview",
                               cy="Edrych ar pam na allech ddod i gyfweliad"),
    "reconsideration.decide": Words("Look again at a decision", cy="Edrych eto ar benderfyniad"),
    "debt.settle": Words("Look at what you can afford to pay back",
                         cy="Edrych ar yr hyn y gallwch fforddio ei dalu'n ôl"),
    "complaint.answer": Words("Answer your complaint", cy="Ateb eich cwyn"),
}
_PAYMENTS = 6
OTHER_PROMISE = Words("Something we said we would do", cy="Rhywbeth y dywedom y byddem yn ei wneud")


@own_door(ANY)
@require_safe
def account(request: HttpRequest, standing: Standing) -> HttpResponse:
    """The same page for whoever acts for someone, with what they were let see."""
    record = whole_customer(customer_id=standing.customer.id, as_at=clock.now())
    return show(
        request, "account.html", standing, current="online_account", record=record,
        name=record.details.name, schemes=registry.schemes(), states=STATES, award_states=AWARD_STATES,
        may={topic: standing.may(topic) for topic in (*TOPICS, OWN)},
        promises=_promises(record) if standing.may("claims") else [],
        questions=_questions(standing),
        needed=[wanted(each) for each in record.evidence_asked if each.state in ("asked", "rejected")],
        acting=acting_choices(request) if standing.representative is None else [],
        kept=payments.kept_from(payment_ids=[each.payment.id for each in record.payments[:_PAYMENTS]]),
        letters=[each for each in record.messages if readable(each)][:3],
    )


def _questions(standing: Standing) -> list[dict[str, object]]:
    """What they are asked: for a claim of their own, or of somebody who named them. It is theirs alone to answer."""
    if not standing.may(OWN):
        return []
    return [{"code": each.code, "title": title_of(each), "due_on": each.due_on, "last_day": each.last_day,
             "period_from": each.period_from} for each in claims.asked_of(customer_id=standing.customer.id)]


def _promises(record: CustomerRecord) -> list[dict[str, object]]:
    unfinished = [each for each in record.promises if each.state not in ("done", "cancelled")]
    return [{"what": PROMISES.get(each.kind, OTHER_PROMISE), "by": each.told_on or each.target_on}
            for each in unfinished]
