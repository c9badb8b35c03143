"""R06: an office goes over to forms and the offline page; everyone is told, and nothing that was taken is lost."""
from __future__ import annotations

from datetime import time, timedelta

import pytest
from django.urls import reverse

from entitle.channels.clerical.reconciling import intake_key, reconcile, sender_of
from entitle.channels.clerical.tests.conftest import NOW, officer, signed_in
from entitle.history.models import Event
from entitle.kernel.references import SYSTEM
from entitle.procedures.receive_intake import receive_intake
from entitle.staff import operations as staff
from entitle.staff import queries

pytestmark = pytest.mark.django_db


def office(name, postcode):
    return staff.keep_office(name=name, details={
        "lines": ["1 Made-up Street", name], "postcode": postcode, "postcode_areas": [postcode[:2]], "capacity": 2,
        "opens_at": time(9), "closes_at": time(17)})


@pytest.fixture
def bangor():
    return office("Bangor", "LL57 1AA")


@pytest.fixture
def leeds():
    return office("Leeds", "LS1 1AA")


@pytest.fixture
def leader(bangor):
    """A team leader whose team works at Bangor."""
    user = staff.add_user(username="leader", name="Rhian Made-up")
    staff.give_role(user_id=user.pk, team_id=staff.add_team(name="Bangor team", office="Bangor").pk, role="team_leader")
    return user


def send_over(user, site, why="The network is down"):
    return signed_in(user).post(reverse("clerical_contingency_begin"), {"office": site.code, "why": why}, follow=True)


def take(device, number, name="Aled"):
    return receive_intake(
        key=intake_key(device, number), sender=sender_of(device), scheme="state_pension", channel="clerical",
        taken_at=NOW - timedelta(hours=3), who={"name": {"given": name, "family": "Madeup"}, "born_on": "1960-04-20"},
        answers={}, declared=True, by=SYSTEM, as_at=NOW)


class TestTheSwitch:
    def test_tells_everyone_there_what_to_do_on_every_page_and_nobody_elsewhere(self, leader, bangor, leeds):
        send_over(leader, bangor)
        adviser, elsewhere = officer("adviser", "adviser"), officer("elsewhere", "adviser")
        for user, site in ((adviser, bangor), (elsewhere, leeds)):
            staff.place_adviser(user_id=user.pk, office_id=site.id, details={
                "languages": ["en"], "weekdays": [0], "starts_at": time(9), "finishes_at": time(17)})
        for address in ("/paper/", "/desk/", "/telephone/"):
            assert "Turn nobody away" in signed_in(adviser).get(address, follow=True).content.decode()
            assert "Turn nobody away" not in signed_in(elsewhere).get(address, follow=True).content.decode()

    def test_says_who_switched_it_when_and_why_in_the_language_of_the_page(self, leader, bangor):
        page = send_over(leader, bangor, "No line since the storm").content.decode()
        assert "Rhian Made-up switched this on, 1 June 2026, 10:00am: No line since the storm" in page
        welsh = signed_in(leader).get("/paper/?lang=cy").content.decode()
        assert "Rhian Made-up a drodd hyn ymlaen, 1 Mehefin 2026, 10:00yb: No line since the storm" in welsh

    def test_ends_when_the_office_works_as_usual_and_both_are_in_history(self, leader, bangor):
        send_over(leader, bangor)
        held = queries.contingency_of(leader.pk)
        page = signed_in(leader).post(reverse("clerical_contingency_end", args=[held.code]), follow=True)
        assert "Turn nobody away" not in page.content.decode() and queries.contingency_of(leader.pk) is None
        assert [*Event.objects.filter(code__startswith="contingency.").order_by("id").values_list("code", flat=True)] \
            == ["contingency.began", "contingency.ended"]

    def test_is_not_thrown_twice_or_without_a_reason(self, leader, bangor):
        assert send_over(leader, bangor, "  ").status_code == 422
        send_over(leader, bangor)
        assert send_over(leader, bangor).status_code == 422 and len(queries.contingencies()) == 1

    def test_is_for_a_team_leader(self, clerk, bangor):
        assert send_over(clerk, bangor).status_code == 403


class TestTheReconciliation:
    def test_every_claim_taken_has_arrived_is_still_in_the_browser_or_was_refused_for_a_reason(self, leader, bangor):
        staff.hear_device(key="browser1", office_id=bangor.id, user_id=leader.pk, taken=5, as_at=NOW)
        take("browser1", 1)
        take("browser1", 4)
        staff.refuse_from_device(key="browser1", number=2, reason="No such benefit.")
        [found] = reconcile(queries.devices(office_id=bangor.id))
        assert (found.arrived, found.refused, found.pending) == ((1, 4), ((2, "No such benefit."),), (3, 5))
        page = signed_in(leader).get(reverse("clerical_contingencies")).content.decode()
        assert "Still in the browser: 3, 5." in page and "Refused: 2. No such benefit." in page

    def test_a_claim_that_arrived_before_its_count_did_is_counted(self, leader, bangor):
        staff.hear_device(key="browser1", office_id=None, user_id=leader.pk, taken=1, as_at=NOW)
        take("browser1", 3)
        [found] = reconcile(queries.devices())
        assert (found.taken, found.arrived, found.pending) == (3, (3,), (1, 2))

    def test_a_count_never_goes_back(self, leader):
        for taken in (7, 2):
            device = staff.hear_device(key="b", office_id=None, user_id=leader.pk, taken=taken, as_at=NOW)
        assert device.taken == 7
