"""Every page of the desk, the telephone and the paper door that no other journey shows in a browser."""
from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.urls import reverse

from entitle.awards.models import Award
from entitle.awards.queries import next_paydays
from entitle.blueprint import registry
from entitle.blueprint.receivers import COUNCIL
from entitle.channels.desk.tests import test_a_period_that_the_rules_left as period_left
from entitle.channels.desk.tests import test_what_is_owed_back as owed
from entitle.channels.desk.tests.cast import NOON, SKILLS, acting, claim_of, customer, officer
from entitle.channels.telephone.tests.test_ringing_customers_back import promise
from entitle.contacts.models import Appointment, Message
from entitle.customers.models import Representative, Vulnerability
from entitle.history.models import Event
from entitle.kernel.periods import midday
from entitle.kernel.references import SYSTEM, Actor
from entitle.payments.models import BankFile, PaymentAttempt, PayRun
from entitle.payments.operations import NewAccount
from entitle.procedures.assess_period import assess_period
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.flag_vulnerability import flag_vulnerability
from entitle.procedures.hand_over import hand_over
from entitle.procedures.join_staff import join_staff
from entitle.procedures.make_statement import make_statement
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.propose_accounts import propose_accounts
from entitle.procedures.start_claim import start_claim
from entitle.procedures.take_in_offices import take_in_offices
from entitle.simulation.practising import CALLERS, says
from entitle.staff.models import Adviser, LookCheck, User
from entitle.work.models import WorkItem
from tests.journeys.claim_sent import proves_who_she_is, sends_claim
from tests.journeys.test_every_page_online import OFFICES
from tests.journeys.walking import walk

pytestmark = pytest.mark.browser
award = period_left.award


@pytest.fixture(autouse=True)
def _noon(clock_at):
    clock_at(NOON)


@pytest.fixture
def staff(shown, as_user):
    """Someone with some roles, who has said why they look at somebody; their client, and what opens pages for it."""

    def join(who, *roles):
        user = officer("mair", *roles, skills=(*SKILLS, "telephone"))
        client = as_user(user)
        if who is not None:
            client.post(reverse("desk-look", args=[who.code]), {"reason": "checking_a_claim"})
        return user, client, lambda *addresses: shown(client, *addresses, languages=("en", "en"))

    return join


def at(name, *parameters):
    return reverse(name, args=parameters)


def test_of_a_customer_and_a_claim_to_be_decided(staff):
    olwen = customer()
    claim = claim_of(olwen)
    user, client, show = staff(olwen, "caseworker", "team_leader")
    flag_vulnerability(customer_code=olwen.code, kind="memory", reason="Cannot follow O'Neill's letters", consent=True,
                       review_on=date(2026, 9, 1), by=acting(user), as_at=NOON)
    client.post(at("desk-representatives", olwen.code),
                {"person-name": "Mair Llŷr", "person-kind": "appointee", "person-scope": "all"})
    number = Representative.objects.get().id
    show(at("desk-return", claim.code), at("desk-withdraw", claim.code), at("desk-ask-missing", claim.code),
         at("desk-fact", olwen.code, "person.name"), at("desk-restrict", olwen.code), at("desk-worry", olwen.code),
         at("desk-review-care", olwen.code, Vulnerability.objects.get().id), at("desk-book-interview", olwen.code),
         at("desk-representative-confirm", olwen.code, number), at("desk-representative-end", olwen.code, number))


def test_of_a_decision_and_what_was_sent(staff):
    aoife = customer("Aoife", "Ní Dhomhnaill")
    decision = decide_claim(claim_code=claim_of(aoife).code, by=SYSTEM, as_at=NOON)
    _, _, show = staff(aoife, "caseworker")
    show(at("desk-decision", decision.code), at("desk-stop", Award.objects.get().code),
         at("desk-message", Message.objects.filter(template="decision_awarded").first().code))


def test_of_a_team_leader(staff):
    olwen = customer()
    claim_of(olwen)
    ann = officer("ann", "caseworker")
    user, _, show = staff(olwen, "team_leader")
    look = LookCheck.objects.create(
        event_id=Event.objects.latest("id").id, customer_id=olwen.id, looked_at=NOON, user=ann, month=date(2026, 5, 1),
        team=user.memberships.get().team, chosen_at=NOON)
    show(at("desk-queues"), at("desk-half-hours"), at("desk-experience"), at("desk-calls"),
         at("desk-give", WorkItem.objects.get(kind="claim.decide").code), at("desk-look-check", look.id))


def test_of_money(staff, settings, tmp_path):
    settings.ENTITLE_VAR = tmp_path
    olwen = customer()
    claim = claim_of(olwen)
    decide_claim(claim_code=claim.code, by=SYSTEM, as_at=NOON)
    user, client, show = staff(olwen, "payment_officer", "payment_releaser", "caseworker")
    pay_on = next_paydays(claim_id=claim.id, as_at=NOON)[0].paid_on
    pay_due_awards(on=pay_on, by=acting(user), as_at=midday(pay_on) - timedelta(days=7))
    propose_accounts(by=SYSTEM, as_at=NOON, proposed=[
        NewAccount(PaymentAttempt.objects.get().reference, "3", "309430", "87654321", "Olwen Llŷr", NOON.date())])
    item = WorkItem.objects.get(kind="account.changed")
    client.post(at("desk-take", item.code))
    show(at("desk-pay-run", PayRun.objects.get().code), at("desk-bank-file", BankFile.objects.get().code),
         at("desk-new-account", item.code))


def test_of_a_debt(staff):
    aoife = customer("Aoife", "Ní Dhomhnaill")
    user, _, show = staff(aoife, "payment_officer", "payment_releaser")
    with transaction.atomic():
        debt = owed.debt.__wrapped__(aoife, user)
    show(*(at(f"desk-debt-{step}", debt.code) for step in ("repaid", "give-up", "agree", "estate")))


def test_of_a_period_that_the_rules_left(staff, award):
    assess_period(award_code=award.code, period_start=period_left.MAY, by=SYSTEM, as_at=midday(date(2026, 6, 1)))
    _, client, show = staff(None, "caseworker")
    client.post(at("desk-take", WorkItem.objects.get(kind="period.assess").code))
    show(at("desk-period", award.code))


def test_of_interviews(staff):
    for name in ("sian", "marcus", "nerys"):
        join_staff(username=name, name=name.title(), team="Interviews", role="adviser", by=SYSTEM, as_at=NOON)
    take_in_offices(offices=OFFICES, by=SYSTEM, as_at=NOON)
    olwen, adviser = customer(), Adviser.objects.select_related("office").first()
    to_come, missed = (Appointment.objects.create(
        customer=olwen, office=adviser.office, adviser=adviser, language="en", state=state, see_by=date(2026, 6, 20),
        starts_at=NOON + timedelta(days=days), asked_at=NOON - timedelta(days=9), booked_at=NOON - timedelta(days=9))
        for state, days in (("booked", 3), ("missed", -1)))
    _, client, show = staff(olwen, "adviser", "agent", "team_leader")
    call, without = in_a_call_with(client, olwen), in_a_call_with(client, customer("Aoife", "Ní Dhomhnaill"))
    show(at("desk-interview", to_come.code), at("desk-interview-move", to_come.code),
         at("desk-interview-judge", missed.code), at("telephone_interview", without),
         at("telephone_interview_change", call), at("telephone_interview_cause", call, missed.code))


def in_a_call_with(client, who):
    """The reference of a call with somebody who has shown who they are."""
    begun = client.post(at("telephone_open", who.code), {"reason": "calling"})["Location"]
    client.post(f"{begun}identity/")
    return begun.strip("/").rsplit("/", 1)[-1]


def test_of_the_telephone(staff):
    olwen = customer()
    _, client, show = staff(olwen, "agent")
    claim = start_claim(scheme="state_pension", customer_id=olwen.id, by=SYSTEM, as_at=NOON)
    make_statement(claim_code=claim.code, language="en", by=SYSTEM, as_at=NOON)
    call, later = in_a_call_with(client, olwen), promise("olwen", customer=olwen)
    show(at("telephone_call_backs"), at("telephone_ring_back", call), at("telephone_statement", call, claim.code))
    client.post(at("telephone_ring", later.code))
    questions = registry.scheme("jsa").claim
    begun = client.post(at("telephone_practice"), {"benefits": ["jsa"], "caller": 0})["Location"]
    check, _ = walk(client, begun, questions, {each.fact: says(CALLERS[0], each) for each in questions})
    show(at("telephone_call_back", later.code), check)


def test_of_paper(staff):
    olwen = customer()
    _, client, show = staff(olwen, "clerk")
    client.post(at("clerical_open", olwen.code), {"reason": "form_came"})
    claim = start_claim(scheme="state_pension", customer_id=olwen.id, by=SYSTEM, as_at=NOON)
    make_statement(claim_code=claim.code, language="en", by=SYSTEM, as_at=NOON)
    hand_over(claim_id=claim.id, customer_id=olwen.id, to=COUNCIL, by=SYSTEM, as_at=NOON,
              payload=json.dumps({"home.rent": 0}))
    show(at("clerical_handovers"), at("clerical_outside_complaint"), at("clerical_survey"),
         at("clerical_statement", claim.code))


def test_of_an_advance(staff):
    precious = Actor("customer", "online", user_id=User.objects.create_user("precious", None, kind="customer").pk)
    who = proves_who_she_is(precious, as_at=NOON)
    claim = sends_claim(who, precious, as_at=NOON)
    _, _, show = staff(who, "caseworker")
    show(at("desk-advance", claim.code))
