"""Three days at the agency: the table says what the database holds, and every penny and event is in its place."""

from __future__ import annotations

from collections import Counter

import pytest
from django.conf import settings as live_settings

from entitle.awards.models import Award
from entitle.blueprint import registry
from entitle.claims.models import Claim, Handover
from entitle.contacts.models import Message
from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.decisions.models import Decision
from entitle.gateways import clock, sandboxes
from entitle.payments.models import BankFile, Payment, PaymentAttempt, Transfer
from entitle.simulation import timetable
from entitle.simulation.agency import Size, build_and_live, records_of_the_cast
from entitle.simulation.cast import CAST, member
from entitle.simulation.figures import count_since
from entitle.work.models import WorkItem

SINCE = timetable.moment(timetable.FIRST_DAY, 0)


@pytest.fixture
def lived(transactional_db, settings, tmp_path):
    settings.ENTITLE_VAR, settings.ENTITLE_CLOCK_FILE = tmp_path, str(tmp_path / "clock.json")
    settings.ENTITLE_SEAL_HEAD = tmp_path / "head.json"
    running = sandboxes.start(ports=dict.fromkeys(sandboxes.PORTS, 0), records=records_of_the_cast())
    for name, value in running.settings.items():
        setattr(settings, name, value)
    build_and_live(Size(people=100, claims=9, days=3, years=1))
    yield running
    running.stop()


def figures():
    return count_since(since=SINCE, key=live_settings.ENTITLE_SEAL_KEY, head_path=live_settings.ENTITLE_SEAL_HEAD)


def story(key):
    customer = Customer.objects.get(nino=member(key).person.nino)
    return customer, Claim.objects.get(customer=customer)


def test_three_days_come_to_what_the_table_says(lived):
    """One run of it, for it takes a while; each part of it is looked at below."""
    table = figures()
    _the_counts_are_those_of_the_database(table)
    _the_money_is_all_there(table, lived)
    _history_stands(table)
    _other_bodies_were_handed_theirs(lived)
    _the_cast_come_out_as_told()


def _the_counts_are_those_of_the_database(table):
    claims = list(Claim.objects.filter(started_at__gte=SINCE))
    assert table.claims == dict(Counter(claim.channel for claim in claims))
    elsewhere = Handover.objects.filter(to="legacy").count()
    assert sum(table.claims.values()) == len(CAST) + 9 + elsewhere
    assert set(table.claims) == {"telephone", "online", "paper"}
    assert table.decided == sum(claim.state == "decided" for claim in claims)
    assert table.decided == table.refused + Award.objects.filter(opened_at__gte=SINCE).count()
    assert table.in_time == table.decided
    assert table.handed_off == WorkItem.objects.filter(kind="claim.hand_off").count() >= 3
    assert sum(table.handed_off_because.values()) >= table.handed_off
    assert sum(table.waiting.values()) == len(claims) - table.decided
    assert sum(table.messages.values()) == Message.objects.filter(created_at__gte=SINCE).count() >= len(claims)


def _the_money_is_all_there(table, running):
    assert table.ledger_balance == 0
    assert table.files == BankFile.objects.filter(made_at__gte=SINCE).count() == 3
    assert (table.file_payments, table.file_pence) == (table.attempted, table.attempted_pence)
    assert table.pence == sum(Payment.objects.filter(created_at__gte=SINCE).values_list("pence", flat=True)) > 0
    assert set(BankFile.objects.values_list("state", flat=True)) == {"accepted"}
    credited = sum(running.servers["banking"].books.balances.values())
    returned = sum(each.credit.pence for each in running.servers["banking"].books.unapplied)
    assert credited + returned == table.attempted_pence
    started = {
        file.run.started_by_user_id for file in BankFile.objects.filter(made_at__gte=SINCE).select_related("run")
    }
    released = set(BankFile.objects.filter(made_at__gte=SINCE).values_list("released_by_user_id", flat=True))
    assert started.isdisjoint(released)
    sent = PaymentAttempt.objects.filter(at__gte=SINCE).count()
    assert Transfer.objects.filter(event="instructed", at__gte=SINCE).count() == sent


def _other_bodies_were_handed_theirs(running):
    """A claim a day to an older system, the council's form out of some calls: held there, or to be put right here."""
    made = list(Handover.objects.order_by("id"))
    bodies = running.servers["handovers"].bodies
    assert {each.to for each in made} == {"council", "legacy"}
    assert {each.state for each in made} <= {"accepted", "rejected"}
    assert {each.code for each in made} == {code for body in bodies.values() for code in body.held}


def _history_stands(table):
    assert table.problems == ()
    assert clock.now() == timetable.moment(timetable.days(4)[-1], 8, 30), "the post of the next morning has come"


def _the_cast_come_out_as_told():
    for each in CAST:
        customer, claim = story(each.key)
        outcome = Decision.objects.filter(claim=claim, sequence=1).first()
        if each.comes_out == "entitled":
            assert outcome is not None and outcome.result == "entitled", each.key
        elif each.comes_out == "refused":
            assert (outcome is None and claim.state == "received") or (
                outcome.result == "refused" and outcome.by_person
            )
        else:
            note = WorkItem.objects.get(kind="claim.hand_off", about_id=claim.id).note
            assert registry.scheme(claim.scheme).rules.rules[each.comes_out].label.en in note, each.key
        assert claim.channel == each.door
        assert customers.current_name(customer.id).family == each.person.family
    olwen, claim = story("olwen")
    assert {message.language for message in Message.objects.filter(customer=olwen)} == {"cy"}
    assert story("joan")[0].is_restricted
    assert customers.active_appointee(story("margaret")[0].id, on=timetable.days(3)[-1]).name == "Ruth Whitfield"
    assert customers.numbers_to_use(story("fatima")[0].id) == ()
    henry = Decision.objects.get(claim=story("henry")[1])
    assert next(step["value"] for step in henry.trace if step["name"] == "weeks_deferred") == 52
