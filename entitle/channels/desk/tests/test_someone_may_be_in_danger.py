"""The six-point plan at the desk: first in the queue, its words to say, each point by name, closed with an outcome."""
from __future__ import annotations

from django.urls import reverse

from entitle.channels.desk.tests.cast import at_the_desk_of, customer, officer
from entitle.channels.desk.tests.conftest import TODAY
from entitle.contacts.models import SafeguardingPlan
from entitle.contacts.six_points import six_points
from entitle.procedures.open_safeguarding import open_safeguarding
from entitle.work.models import WorkItem

WORDS = "I can't go on like this, I want to die <b>now</b>"


def in_danger(who) -> WorkItem:
    return open_safeguarding(customer=who, words=WORDS, channel="online", as_at=TODAY)


class TestThePlan:
    def test_from_the_top_of_the_queue_to_its_end(self, desk, olwen):
        item = in_danger(olwen)
        assert item.code in desk.get(reverse("desk-queue")).content.decode()
        page = desk.post(reverse("desk-take", args=[item.code]), follow=True).content.decode()
        assert "I can&#39;t go on like this, I want to die &lt;b&gt;now&lt;/b&gt;" in page
        assert all(point.title.en in page and point.do.en in page for point in six_points())
        assert page.count('name="not_needed"') == page.count('name="done"') == 6
        plan = SafeguardingPlan.objects.get()
        address = reverse("desk-safeguarding", args=[plan.code])
        for point in six_points()[:5]:
            desk.post(address, {"point": point.name, "note": "Rang Mair", "done": "yes"})
        reply = desk.post(address, {"close": "yes", "outcome": "referred", "because": "Crisis team"})
        assert reply.status_code == 422 and "Not done yet: Review" in reply.content.decode()
        assert "Crisis team" in reply.content.decode()
        desk.post(address, {"point": "review", "note": "Nothing is left to do", "not_needed": "yes"})
        assert desk.post(address, {"close": "yes", "because": "Crisis team"}).status_code == 422
        desk.post(address, {"close": "yes", "outcome": "referred", "because": "Crisis team"})
        page = desk.get(address).content.decode()
        assert "Referred to people who can help" in page and "not needed, Ann" in page
        assert WorkItem.objects.get(id=item.id).state == "done"

    def test_what_to_say_is_in_the_customers_language(self, desk):
        item = in_danger(customer("Gwen", "Ní Dhomhnaill", language="cy"))
        page = desk.post(reverse("desk-take", args=[item.code]), follow=True).content.decode()
        assert six_points()[0].say.cy.replace("'", "&#39;") in page and 'lang="cy"' in page

    def test_everyone_who_opens_the_record_sees_it_first(self, desk, olwen):
        in_danger(olwen)
        desk.post(reverse("desk-look", args=[olwen.code]), {"reason": "customer_asked"})
        assert "They may be in danger." in desk.get(reverse("desk-record", args=[olwen.code])).content.decode()

    def test_a_worried_colleague_opens_one(self, desk, olwen):
        desk.post(reverse("desk-look", args=[olwen.code]), {"reason": "customer_asked"})
        address = reverse("desk-worry", args=[olwen.code])
        assert desk.post(address, {"worry-words": ""}).status_code == 422
        page = desk.post(address, {"worry-words": "She would not answer."}, follow=True).content.decode()
        assert "A colleague is worried" in page and "She would not answer." in page

    def test_a_restricted_customers_plan_is_for_those_with_the_authority(self, desk, olwen):
        in_danger(olwen)
        olwen.is_restricted = True
        olwen.save(update_fields=["is_restricted"])
        address = reverse("desk-safeguarding", args=[SafeguardingPlan.objects.get().code])
        assert desk.get(address).status_code == 404
        special = at_the_desk_of(officer("sian", "special_customer_officer"))
        special.post(reverse("desk-look", args=[olwen.code]), {"reason": "quality"})
        assert special.get(address).status_code == 200
