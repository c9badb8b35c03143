"""What another body did not take of a claim: each field named with what they say, put right on one page."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from entitle.blueprint.receivers import COUNCIL
from entitle.channels.clerical.tests.conftest import NOW, ONLINE, officer, signed_in
from entitle.claims import queries as claims
from entitle.claims.models import Handover
from entitle.customers.models import Customer
from entitle.history.models import Event
from entitle.procedures.hand_over import hand_over
from entitle.procedures.jobs.handovers import send_handover
from entitle.procedures.take_handover_answer import NotTaken, take_handover_answer
from entitle.procedures.take_handover_feedback import take_handover_feedback
from entitle.procedures.write_handover import write_handover
from entitle.work.models import WorkItem

TOLD = {"person.name": {"given": "Olwen", "family": "Llŷr"}, "home.pays_rent": True, "home.rent": 0}
NO_RENT = NotTaken("home.rent", "Nobody pays a rent of <b>nothing</b>", "Ask how much.")


def answered(handover, *problems, accepted=("person.name", "home.pays_rent")):
    return take_handover_answer(handover_id=handover.id, their_reference="C-1", sent=tuple(TOLD), accepted=accepted,
                                problems=problems, as_at=NOW)


@pytest.fixture
def handed(draft):
    """Olwen's answers on their way to the council."""
    return hand_over(claim_id=draft.id, customer_id=draft.customer_id, to=COUNCIL, by=ONLINE, as_at=NOW,
                     payload=json.dumps(TOLD, ensure_ascii=False))


@pytest.fixture
def rejected(handed):
    return answered(handed, NO_RENT)


def address(handover):
    return reverse("clerical_handover", args=[handover.code])


class TestTheList:
    def test_says_what_is_to_be_put_right_and_that_nothing_is_lost(self, client, rejected):
        page = client.get(reverse("clerical_handovers")).content.decode()
        assert f'href="{address(rejected)}"' in page and ">Rent<" in page
        assert "has 1 handed over in those days. All are here." in page
        assert "Llŷr" not in page, "nobody is named before a record is opened"
        assert page.count('govuk-table__cell--numeric">1</td>') == 2, "one out, one to put right"

    def test_and_that_one_is_missing_where_history_has_more(self, client, rejected):
        Handover.objects.all().delete()
        assert "and 0 are here. Tell the operator." in client.get(reverse("clerical_handovers")).content.decode()

    def test_counts_what_came_of_them_by_the_month(self, client, handed):
        answered(handed, accepted=tuple(TOLD))
        for said in ("no_rent", "no_rent", "Gone away"):
            take_handover_feedback(to=COUNCIL, reference=handed.code, said=said, said_on=date(2026, 5, 30), as_at=NOW)
        assert not take_handover_feedback(to="legacy", reference=handed.code, said="awarded",
                                          said_on=date(2026, 5, 30), as_at=NOW), "it was never theirs"
        page = client.get(reverse("clerical_handovers")).content.decode()
        assert page.count("May 2026") == 2 and page.count("the person has no rent to pay") == 1 and "Gone away" in page

    def test_is_not_for_an_auditor(self, db):
        assert signed_in(officer("auditor", "auditor")).get(reverse("clerical_handovers")).status_code == 403


class TestOne:
    def test_names_the_field_what_they_say_of_it_and_what_they_took(self, client, rejected):
        page = client.get(address(rejected)).content.decode()
        assert "Handed over as: <strong>£0.00</strong>" in page and 'name="home-rent"' in page
        assert "Nobody pays a rent of &lt;b&gt;nothing&lt;/b&gt;. Ask how much." in page
        assert (page.count(">Taken</td>"), page.count(">Not yet</td>")) == (2, 1)
        assert Event.objects.get(code="handover.looked").customer_id == rejected.claim.customer_id

    def test_is_put_right_and_goes_again_and_what_was_said_stays(self, client, rejected, clerk):
        assert client.post(address(rejected), {"home-rent": "lots"}).status_code == 422
        done = client.post(address(rejected), {"home-rent": "620"}, follow=True).content.decode()
        assert f"{rejected.code} is on its way again" in done
        rejected.refresh_from_db()
        assert (rejected.state, rejected.mended, rejected.user_id) == ("pending", {"home.rent": 62_000}, clerk.pk)
        assert json.loads(rejected.payload) == TOLD
        assert 'method="post" novalidate' not in client.get(address(rejected)).content.decode()

    def test_what_they_say_nothing_of_is_not_taken(self, client, handed):
        answered(handed, accepted=("person.name", "home.rent"))
        assert "They did not say whether they took it. Ask them." in client.get(address(handed)).content.decode()

    def test_of_a_restricted_record_goes_only_to_one_person_agreed_on_by_who_may_open_it(self, client, handed):
        """Nothing of it leaves by itself, not even once the sweep comes by; and it is work for those few alone."""
        Customer.objects.update(is_restricted=True)
        for _ in range(2):
            send_handover(handed.id)
        assert claims.handovers_waiting(quiet_since=NOW + timedelta(days=1)) == []
        work = WorkItem.objects.get(kind="handover.release")
        assert client.post(address(handed), {"agreed_with": "Me"}).status_code == 404
        nia = signed_in(officer("nia", "special_customer_officer"))
        assert "It waits to be released" in nia.get(address(handed)).content.decode()
        assert nia.post(address(handed), {"agreed_with": " "}).status_code == 422
        nia.post(address(handed), {"agreed_with": "Ffion Rees, benefits manager"})
        work.refresh_from_db()
        assert (work.state, Event.objects.get(code="handover.released").reason) == (
            "done", "Ffion Rees, benefits manager")
        assert json.loads(write_handover(handover_id=handed.id).content) == TOLD
        assert [job.args for job in ProcrastinateJob.objects.filter(task_name="send_handover").order_by("id")] == [
            {"handover_id": handed.id}] * 2, "once as it was made, and once released"

    def test_of_a_record_that_few_may_open_is_as_if_it_were_not_there(self, client, rejected):
        Customer.objects.update(is_restricted=True)
        assert client.get(address(rejected)).status_code == 404
