"""The demonstration signs anyone in with one button, on this machine only."""
from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from entitle.staff.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def agent() -> User:
    return User.objects.create_user("tom", None, kind=User.STAFF, name="Tom Archer")


def knock(client: Client, username: str = "tom", **request: Any) -> Any:
    return client.post(reverse("demo_enter", args=[username]), **request)


class TestInDemoMode:
    def test_staff_are_signed_in_with_their_second_factor_taken_as_shown(self, client: Client, agent: User) -> None:
        assert knock(client)["Location"] == settings.ENTITLE_HOMES["staff"]
        assert client.get("/privacy").status_code == 200

    def test_customers_go_to_their_own_door(self, client: Client) -> None:
        User.objects.create_user("olwen", None, kind=User.CUSTOMER)
        assert knock(client, "olwen")["Location"] == "/online/"

    def test_one_can_be_sent_on_to_a_page_here_but_to_nowhere_else(self, client: Client, agent: User) -> None:
        assert knock(client, data={"next": "/desk/work"})["Location"] == "/desk/work"
        assert knock(client, data={"next": "https://evil.example/"})["Location"] == settings.ENTITLE_HOMES["staff"]

    def test_another_persons_session_does_not_carry_over(self, client: Client, agent: User) -> None:
        User.objects.create_user("olwen", None, kind=User.CUSTOMER)
        knock(client, "olwen")
        knock(client, "tom")
        assert client.session["_auth_user_id"] == str(agent.pk)

    @pytest.mark.parametrize("request_from", [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.7"},
        {"REMOTE_ADDR": ""},
    ], ids=["another machine", "another machine by way of a proxy here", "nobody knows where"])
    def test_the_door_is_not_there_for(self, client: Client, agent: User, request_from: Any) -> None:
        assert knock(client, **request_from).status_code == 404
        assert "_auth_user_id" not in client.session

    def test_a_link_does_not_sign_anyone_in(self, client: Client, agent: User) -> None:
        assert client.get(reverse("demo_enter", args=["tom"])).status_code == 405

    def test_neither_does_a_form_on_another_site(self, agent: User) -> None:
        assert knock(Client(enforce_csrf_checks=True)).status_code == 403

    def test_nobody_is_made_up(self, client: Client) -> None:
        assert knock(client, "mallory").status_code == 404


class TestOutsideDemoMode:
    def test_the_door_is_not_there(self, client: Client, agent: User, settings: Any) -> None:
        settings.ENTITLE_DEMO = False
        assert knock(client).status_code == 404
        assert "_auth_user_id" not in client.session
