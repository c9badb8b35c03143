"""Any door takes a change of address, account or relationship, a death, and a request to look at a decision again: the
same questions, one verb, and the same comes of it."""
from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
from django.urls import reverse

from entitle.channels.desk.tests.cast import at_the_desk_of, claim_of, customer, officer
from entitle.contacts.models import Contact, Message
from entitle.customers.models import AccountHold, Customer, Relationship, Representative
from entitle.customers.queries import contact_details, current_bank_account
from entitle.decisions.models import Decision, Reconsideration
from entitle.gateways import clock
from entitle.kernel.references import SYSTEM
from entitle.procedures.decide_claim import decide_claim
from entitle.questions.bank.changes import CHANGES, LOOK_AGAIN
from entitle.staff.models import User
from entitle.work.models import WorkItem

NOW = datetime(2026, 6, 4, 10, tzinfo=UTC)
STAMP = {"received-day": "1", "received-month": "6", "received-year": "2026"}
SAID = {
    "address": {"home.address": {"lines": ["7 Stryd y Castell", "Conwy"], "postcode": "LL32 8AY"},
                "home.moved_on": date(2026, 6, 1)},
    "bank": {"person.bank_account": {"sort_code": "309430", "account_number": "87654321", "account_name": "O Llŷr",
                                     "roll_number": ""}},
    "relationship": {"person.relationship": "married", "person.relationship_changed_on": date(2026, 5, 30)},
    "look again": {"reconsideration.disagrees_with": "The amount", "reconsideration.why": "Eight years are missing",
                   "reconsideration.has_new_evidence": True},
    "death": {"person.died_on": date(2026, 6, 2), "informant.relationship": "Her sister, Mair",
              "informant.name": {"title": "", "given": "Mair", "middle": "", "family": "O’Neill-Llŷr"},
              "informant.phone": "01632960777"},
}
SETS = {"address": CHANGES["change_address"], "bank": CHANGES["change_bank"], "death": CHANGES["report_death"],
        "relationship": CHANGES["change_relationship"], "look again": LOOK_AGAIN}


def typed(what):
    """What somebody types on one page with all of a set's questions."""
    return {name: text for question in SETS[what]
            for name, text in question.kind.typed(SAID[what][question.fact], question.field_id).items()}


@pytest.fixture(autouse=True)
def _june():
    with clock.at(NOW):
        yield


@pytest.fixture
def olwen(db):
    who = customer()
    decide_claim(claim_code=claim_of(who, as_at=NOW - timedelta(days=7)).code, by=SYSTEM, as_at=NOW - timedelta(days=6))
    return who


class Desk:
    channel, stamped, holds = "desk", NOW.date(), []

    def __init__(self, who, as_user):
        self.who, self.client = who, at_the_desk_of(officer("ann", "caseworker"))
        self.client.post(reverse("desk-look", args=[who.code]), {"reason": "customer_asked"})

    def tell(self, what):
        if what == "look again":
            address = reverse("desk-look-again", args=[Decision.objects.get().code])
        elif what == "death":
            address = reverse("desk-death", args=[self.who.code])
        else:
            address = reverse("desk-change", args=[self.who.code, what])
        return self.post(address, typed(what))

    def post(self, address, said):
        wrong = self.client.post(address, {name: "" for name in said})
        assert wrong.status_code == 422 and "There is a problem" in wrong.content.decode()
        done = self.client.post(address, said)
        assert done.status_code == 302, done.content.decode()
        return self.client.get(done["Location"], follow=True).content.decode()


class Paper(Desk):
    channel, stamped, holds = "clerical", date(2026, 6, 1), [["by_letter"]]

    def __init__(self, who, as_user):
        self.who, self.client = who, as_user(officer("carol", "clerk"))
        self.client.post(reverse("clerical_open", args=[who.code]), {"reason": "told_us"})

    def tell(self, what):
        if what == "look again":
            address = reverse("clerical_look_again", args=[self.who.code, Decision.objects.get().code])
        elif what == "death":
            address = reverse("clerical_death", args=[self.who.code])
        else:
            address = reverse("clerical_change", args=[self.who.code, what])
        assert address in self.client.get(reverse("clerical_customer", args=[self.who.code])).content.decode()
        assert "Enter the date it arrived" in self.client.post(address, typed(what)).content.decode()
        return self.post(address, typed(what) | STAMP)


class Telephone(Desk):
    channel, holds = "telephone", [["by_telephone"]]

    def __init__(self, who, as_user):
        self.who, self.client = who, as_user(officer("nia", "agent"))
        opened = self.client.post(reverse("telephone_open", args=[who.code]), {"reason": "calling"})
        self.call = opened["Location"].split("/")[-2]
        self.client.post(reverse("telephone_identity", args=[self.call]))
        Contact.objects.update(stepped_up_at=NOW)

    def summary(self):
        page = self.client.get(reverse("telephone_end", args=[self.call])).content.decode()
        return {"summary": unescape(re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)[1])}

    def tell(self, what):
        if what == "look again":
            address = reverse("telephone_look_again", args=[self.call, Decision.objects.get().code])
        elif what == "death":
            address = reverse("telephone_death", args=[self.call])
        else:
            address = reverse("telephone_change", args=[self.call, what])
        return self.post(address, typed(what))


class Online(Desk):
    channel, holds = "online", [["new_device"]]

    def __init__(self, who, as_user):
        self.who, self.as_user = who, as_user
        user = User.objects.create_user("olwen", None, name="Olwen Llŷr", kind="customer")
        Customer.objects.filter(id=who.id).update(user=user)
        self.client = as_user(user)

    def tell(self, what):
        if what == "death":
            mair = User.objects.create_user("mair", None, name="Mair O’Neill-Llŷr", kind="customer")
            Representative.objects.create(customer=self.who, user=mair, name=mair.name, kind="attorney", state="active",
                                          from_on=date(2026, 1, 1))
            self.client = self.as_user(mair)
            return self.post_each(reverse("online_death", args=[self.who.code]), what)
        if what == "look again":
            return self.post_each(reverse("online_look_again", args=[Decision.objects.get().code]), what)
        return self.post_each(reverse("online_change", args=[what]), what)

    def post_each(self, start, what):
        """One question a page, as each page leads to the next, then what was answered is checked and sent."""
        address, fields = self.client.get(start)["Location"], typed(what)
        for _ in SETS[what]:
            address = self.client.post(address, fields)["Location"]
        assert address.endswith("/check")
        done = self.client.post(address, {"declared": "yes"})
        assert done.status_code == 302, done.content.decode()
        return self.client.get(done["Location"]).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("door", [Online, Telephone, Desk, Paper])
class TestAnyDoor:
    def test_takes_every_change(self, door, olwen, as_user):
        through = door(olwen, as_user)
        for what in ("address", "bank", "relationship"):
            shown = through.tell(what)
            told = Contact.objects.get(reason=f"change of {what}")
            assert told.code in shown, "its reference is given at once"
            assert (told.channel, told.began_at.date()) == (door.channel, through.stamped)
            act = WorkItem.objects.get(kind="change.act_on", about_id=told.id)
            assert act.is_promise and act.origin_at.date() == through.stamped
        assert contact_details(olwen.id).postcode == "LL32 8AY"
        assert current_bank_account(olwen.id).account_number == "87654321"
        holds = [hold.because for hold in AccountHold.objects.filter(customer=olwen)]
        assert holds == door.holds, "who only rang or wrote could be somebody else"
        assert Relationship.objects.get(customer=olwen).kind == "married"
        assert [m.template for m in Message.objects.filter(template="change_received")] == ["change_received"] * 2

    def test_takes_a_request_to_look_again_once(self, door, olwen, as_user):
        through = door(olwen, as_user)
        shown, asked = through.tell("look again"), Reconsideration.objects.get()
        assert asked.code in shown and asked.asked_channel == door.channel
        assert "Eight years are missing" in asked.why and "Why do you think it is wrong?" in asked.why
        due = WorkItem.objects.get(kind="reconsideration.decide")
        assert due.is_promise and due.origin_at.date() == asked.asked_at.date() == through.stamped
        assert Contact.objects.filter(channel=door.channel).count() == 1, "it is among their contacts"
        with pytest.raises(AssertionError, match=asked.code if door is not Online else "302"):
            through.tell("look again")
        assert Reconsideration.objects.count() == 1

    def test_takes_a_death_and_says_who_told_us(self, door, olwen, as_user):
        through = door(olwen, as_user)
        through.tell("death")
        olwen.refresh_from_db()
        assert olwen.died_on == date(2026, 6, 2)
        assert WorkItem.objects.get(kind="death.confirm").customer_id == olwen.id
        if door is Telephone:
            through.client.post(reverse("telephone_end", args=[through.call]), through.summary())
        [told] = Contact.objects.filter(customer=olwen, channel=door.channel)
        assert "Mair O’Neill-Llŷr (Her sister, Mair; " in told.summary and "01632 960777" in told.summary
