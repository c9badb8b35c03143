"""Pages of people in trouble, callers, complaints and queue managers, tried by axe and on a small screen."""
from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse

from entitle.blueprint.receivers import COUNCIL
from entitle.channels.desk.tests.cast import FULL_RECORD, NOON, SKILLS, acting, claim_of, customer
from entitle.channels.desk.tests.cast import officer as made_up_officer
from entitle.contacts.queries import plan_code_of
from entitle.customers import operations as customers
from entitle.customers.models import ContactPoint
from entitle.gateways import clock
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.ask_for_advance import ask_for_advance
from entitle.procedures.begin_call import begin_call
from entitle.procedures.choose_call_back import choose_call_back
from entitle.procedures.confirm_caller import confirm_caller
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.flag_vulnerability import flag_vulnerability
from entitle.procedures.hand_over import hand_over
from entitle.procedures.make_complaint import make_complaint
from entitle.procedures.make_outside_complaint import make_outside_complaint
from entitle.procedures.open_safeguarding import open_safeguarding
from entitle.procedures.queue_call import queue_call
from entitle.procedures.receive_call_event import receive_call_event
from entitle.procedures.register_customer import register_customer
from entitle.procedures.report_change import report_change
from entitle.procedures.take_next_call import take_next_call
from entitle.procedures.take_work import take_work
from entitle.staff.models import User
from entitle.work.models import WorkItem
from tests.journeys.claim_sent import proves_who_she_is, sends_claim


def officer(username, role, skills=(*SKILLS, "complaints")):
    return made_up_officer(username, role, skills=skills)


def test_the_plan_for_someone_in_danger_and_the_interviews(page, sign_in_browser, usable):
    olwen = register_customer(name={"given": "Olwen", "family": "Llŷr"}, born_on=date(1960, 4, 20), nino="AB123447C",
                              postcode="LL57 1AA", by=SYSTEM, as_at=clock.now())
    item = open_safeguarding(customer=olwen, words="I can't go on, O'Neill", channel="telephone", as_at=clock.now())
    page.set_default_timeout(40_000)
    leader = officer("mair", "team_leader", skills=("safeguarding",))
    take_work(work_code=item.code, by=acting(leader), as_at=clock.now())
    service = sign_in_browser(page, leader)
    plan = reverse("desk-safeguarding", args=[plan_code_of(plan_id=item.about_id)])
    usable(service, plan, reverse("desk-interviews"))


@pytest.fixture
def usable(page, usable):
    """Opens each address of the running service and asserts that everyone can use its page."""

    def check(service, *addresses):
        page.set_default_timeout(40_000)
        for address in addresses:
            opened = page.goto(f"{service}{address}")
            assert opened.status == 200 and page.url == f"{service}{address}", (opened.status, page.url)
            usable(page)

    return check


def test_agreeing_before_money_stops_and_the_queue_managers_pages(page, sign_in_browser, clock_at, usable):
    clock_at(NOON)
    ann, mair, olwen = officer("ann", "caseworker"), officer("mair", "team_leader"), customer()
    flag_vulnerability(customer_code=olwen.code, kind="memory", reason="Cannot follow O'Neill's letters", consent=True,
                       review_on=date(2026, 9, 1), by=acting(ann), as_at=NOON)
    claim = claim_of(olwen, record={**FULL_RECORD, "national_insurance.qualifying_years": 4})
    decide_claim(claim_code=claim.code, by=acting(ann), as_at=NOON)
    review = WorkItem.objects.get(kind="decision.review")
    take_work(work_code=review.code, by=acting(mair), as_at=NOON)
    usable(sign_in_browser(page, mair), reverse("desk-before-stop", args=[claim.code]),
           reverse("desk-work", args=[review.code]), reverse("desk-weeks-ahead"), reverse("desk-skills"),
           reverse("desk-training", args=[ann.code]))


def test_a_caller_as_they_ring_a_call_back_moved_and_how_they_are_reached(page, sign_in_browser, clock_at, usable):
    clock_at(NOON)
    nia, olwen = officer("nia", "agent", skills=("telephone",)), customer("Aoife", "Ní Dhomhnaill")
    ContactPoint.objects.create(customer=olwen, kind="phone", value="07700900123", is_safe=True, from_on=NOON.date())
    call = receive_call_event(provider="exchange", event_id="1", call_id="1", name="initiated", at=NOON, as_at=NOON,
                              number="+447700900123")
    queue_call(call=call, queue="Q_PENSION", priority=3, language="en", summary="Where is it, O'Neill?", as_at=NOON)
    take_next_call(agent=acting(nia), as_at=NOON)
    service = sign_in_browser(page, nia)
    usable(service, reverse("telephone_line", args=[call.code]))
    assert page.get_by_role("heading", name="Aoife Ní Dhomhnaill").is_visible()
    contact = begin_call(customer_code=olwen.code, reason="calling", by=replace(acting(nia), channel="telephone"),
                         as_at=NOON)
    confirm_caller(contact_code=contact.code, by=acting(nia), as_at=NOON)
    call.refresh_from_db()
    call.customer = olwen
    call.save(update_fields=["customer"])
    later = choose_call_back(call=call, slot=NOON + timedelta(hours=3), number="07700 900123", as_at=NOON)
    usable(service, reverse("telephone_ring_back_change", args=[contact.code, later.code]),
           reverse("telephone_change", args=[contact.code, "contact"]),
           reverse("telephone_complaint", args=[contact.code]))


def test_complaints_and_changes_at_the_desk_online_and_on_paper(page, sign_in_browser, clock_at, usable):
    clock_at(NOON)
    lee, olwen = officer("lee", "team_leader"), customer(language="cy")
    user = User.objects.create_user("olwen", None, name="Olwen Llŷr", kind="customer")
    customers.tie_sign_in(customer_id=olwen.id, user_id=user.pk)
    decided = decide_claim(claim_code=claim_of(olwen).code, by=SYSTEM, as_at=NOON)
    made = make_complaint(customer_code=olwen.code, category="mistake", happened="It was wrong & late.", by=SYSTEM,
                          as_at=NOON)
    outside = make_outside_complaint(name="Seán O'Neill", answer_to="2 Stryd Fawr", category="mistake",
                                     happened="They rang me at night.", by=SYSTEM, as_at=NOON)
    service = sign_in_browser(page, user)
    usable(service, reverse("online_complaints"), reverse("online_outside_complaint"), reverse("online_status_line"),
           reverse("online_complaint", args=[made.code]), reverse("online_complaint_sent", args=[made.code]),
           reverse("online_change_question", args=["contact", "person-phone"]))
    take_work(work_code=WorkItem.objects.get(kind="complaint.answer").code, by=acting(lee), as_at=NOON)
    sign_in_browser(page, lee)
    page.goto(f"{service}{reverse('clerical_open', args=[olwen.code])}")
    page.get_by_role("radio").first.check()
    page.locator("main form").get_by_role("button").click()
    page.wait_for_url(f"**{reverse('clerical_customer', args=[olwen.code])}")
    usable(service, reverse("desk-complaints"), reverse("desk-complaint", args=[made.code]),
           reverse("desk-outside-complaint", args=[outside.code]), reverse("telephone_outside_complaint"),
           reverse("clerical_complaint", args=[olwen.code]), reverse("desk-look-again", args=[decided.code]),
           reverse("clerical_look_again", args=[olwen.code, decided.code]),
           reverse("desk-change", args=[olwen.code, "contact"]), reverse("desk-death", args=[olwen.code]),
           reverse("clerical_change", args=[olwen.code, "bank"]), reverse("clerical_death", args=[olwen.code]))


def test_accounts_to_ask_about_an_advance_a_helper_and_a_handover_to_release(page, sign_in_browser, clock_at, usable):
    clock_at(NOON)
    pat, olwen = made_up_officer("pat", "special_customer_officer", "decision_maker", "agent", "clerk"), customer()
    olwens, precious = (Actor("customer", "online", on_new_device=True, user_id=User.objects.create_user(
        name, None, name=name, kind="customer").pk) for name in ("Olwen", "Precious"))
    customers.tie_sign_in(customer_id=olwen.id, user_id=olwens.user_id)
    pension = claim_of(olwen)
    decide_claim(claim_code=pension.code, by=SYSTEM, as_at=NOON)
    report_change(kind="bank", customer_code=olwen.code, by=olwens, as_at=NOON, answers={"person.bank_account": {
        "sort_code": "309430", "account_number": "87654321", "account_name": "Olwen Llŷr", "roll_number": ""}})
    customers.restrict(customer_id=olwen.id)
    handed = hand_over(claim_id=pension.id, customer_id=olwen.id, to=COUNCIL, by=SYSTEM, as_at=NOON,
                       payload=json.dumps({"person.name": {"given": "Olwen", "family": "Llŷr"}}))
    claimant = proves_who_she_is(precious, as_at=NOON)
    claim = sends_claim(claimant, precious, as_at=NOON, more={
        "person.has_health_condition": True, "person.limited_capability_from_on": date(2026, 1, 5)})
    contact = begin_call(customer_code=claimant.code, reason="calling", by=replace(acting(pat), channel="telephone"),
                         as_at=NOON)
    confirm_caller(contact_code=contact.code, by=acting(pat), as_at=NOON)

    service = sign_in_browser(page, User.objects.get(username="Olwen"))
    usable(service, reverse("online_add_help"), reverse("online_assisted"))
    sign_in_browser(page, pat)
    usable(service, reverse("telephone_advance", args=[contact.code, claim.code]),
           reverse("clerical_handover", args=[handed.code]))
    ask_for_advance(claim_code=claim.code, pence=600_00, over=24, in_need=True, agreed=True, by=precious, as_at=NOON)
    for kind, address in (("account.held", "desk-held-account"), ("advance.decide", "desk-decide-advance")):
        item = WorkItem.objects.get(kind=kind)
        take_work(work_code=item.code, by=acting(pat), as_at=NOON)
        usable(service, reverse(address, args=[item.code]))
