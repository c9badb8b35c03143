"""A device is new to somebody until a fortnight after they first signed in on it; its cookie cannot be made up."""
from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from entitle.config.known_devices import COOKIE, know_devices
from entitle.gateways import clock
from entitle.pages.actor import actor_of
from entitle.staff.models import User

MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)
SEÁN = User(id=1, code="USR-1", username="seán", kind=User.CUSTOMER)
OLWEN = User(id=2, code="USR-2", username="olwen", kind=User.CUSTOMER)


class Device:
    """A browser: what it keeps, and whether whoever uses it is taken to be on a new device."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def is_new_to(self, user: User, *, after_days: int = 0) -> bool:
        found = []
        request = RequestFactory().get("/online/")
        request.COOKIES, request.user = dict(self.kept), user

        def page(request):
            found.append(actor_of(request, "online").on_new_device)
            return HttpResponse()

        with clock.at(MONDAY + timedelta(days=after_days)):
            response = know_devices(page)(request)
        self.kept |= {name: morsel.value for name, morsel in response.cookies.items()}
        return found[0]


@pytest.fixture
def laptop():
    return Device()


class TestADevice:
    def test_is_new_until_a_fortnight_after_they_first_signed_in_on_it(self, laptop):
        assert [laptop.is_new_to(SEÁN, after_days=days) for days in (0, 1, 13, 14, 60)] == [
            True, True, True, False, False]

    def test_is_known_to_be_each_persons_apart(self, laptop):
        laptop.is_new_to(SEÁN)
        assert laptop.is_new_to(OLWEN, after_days=20)
        assert not laptop.is_new_to(SEÁN, after_days=20)
        assert not laptop.is_new_to(OLWEN, after_days=34)

    @pytest.mark.parametrize("made_up", ["", "nonsense", '{"USR-1":"2020-01-01"}'])
    def test_is_new_where_its_cookie_is_not_ours(self, laptop, made_up):
        laptop.kept[COOKIE] = made_up
        assert laptop.is_new_to(SEÁN)

    def test_is_new_where_its_cookie_was_altered(self, laptop):
        laptop.is_new_to(SEÁN)
        laptop.kept[COOKIE] = laptop.kept[COOKIE].replace(":", "x:", 1)
        assert laptop.is_new_to(SEÁN, after_days=30)

    def test_of_staff_is_not_asked_about(self, laptop):
        assert not laptop.is_new_to(User(id=3, code="USR-3", kind=User.STAFF, name="Pat"))
        assert laptop.kept == {}


def test_where_nothing_was_asked_of_a_customers_device_it_is_taken_to_be_new():
    request = RequestFactory().get("/")
    request.user = SEÁN
    assert actor_of(request, "online").on_new_device
