"""The marks on views, and what happens to a view without one."""
from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from entitle.pages.access import DenyByDefault, access_of, customer_only, permission, permissions, public, signed_in
from entitle.pages.actor import actor_of
from entitle.staff.models import Membership, Team, User
from entitle.staff.permissions import UnknownPermission

pytestmark = pytest.mark.django_db


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("the page")


def asked_by(user: Any) -> HttpRequest:
    request = RequestFactory().get("/somewhere")
    request.user = user
    return request


@pytest.fixture
def customer() -> User:
    return User.objects.create_user("olwen", kind=User.CUSTOMER, name="Olwen Price")


@pytest.fixture
def agent() -> User:
    user = User.objects.create_user("tom", kind=User.STAFF, name="Tom Archer")
    Membership.objects.create(user=user, team=Team.objects.create(name="Wrexham"), role="agent")
    return user


class TestAMarkedPage:
    def test_that_is_public_serves_someone_who_has_not_signed_in(self) -> None:
        assert public(page)(asked_by(AnonymousUser())).content == b"the page"

    @pytest.mark.parametrize("mark", [signed_in, customer_only, permission("work.see")])
    def test_that_is_not_sends_them_to_sign_in(self, mark: Any) -> None:
        answer = mark(page)(asked_by(AnonymousUser()))
        assert answer.status_code == 302 and "next=%2Fsomewhere" in answer["Location"]

    def test_for_customers_serves_one_and_refuses_staff(self, customer: User, agent: User) -> None:
        assert customer_only(page)(asked_by(customer)).status_code == 200
        with pytest.raises(PermissionDenied):
            customer_only(page)(asked_by(agent))

    def test_for_a_permission_serves_who_has_it_and_refuses_who_has_not(self, customer: User, agent: User) -> None:
        assert permission("work.see")(page)(asked_by(agent)).status_code == 200
        for user, name in ((agent, "payment.release"), (customer, "work.see")):
            with pytest.raises(PermissionDenied):
                permission(name)(page)(asked_by(user))

    def test_for_a_permission_that_does_not_exist_is_refused_when_the_module_is_read(self) -> None:
        with pytest.raises(UnknownPermission):
            permission("work.sea")

    def test_says_which_mark_it_has(self) -> None:
        assert [access_of(view) for view in (public(page), permission("work.see")(page))] == ["public", "work.see"]

    def test_asks_the_database_once_for_all_its_buttons(self, agent: User, django_assert_num_queries: Any) -> None:
        request = asked_by(agent)
        with django_assert_num_queries(1):
            assert "claim.take" in permissions(request) and "payment.run" not in permissions(request)


class TestAnUnmarkedPage:
    def test_serves_nobody(self, agent: User) -> None:
        def forgotten(request: HttpRequest) -> HttpResponse:
            return HttpResponse("should not be seen")

        with pytest.raises(PermissionDenied):
            DenyByDefault(forgotten).process_view(asked_by(agent), forgotten, (), {})

    def test_of_the_sign_in_library_looks_after_itself(self, customer: User) -> None:
        def login(request: HttpRequest) -> HttpResponse:
            return HttpResponse()

        login.__module__ = "allauth.account.views"
        assert DenyByDefault(login).process_view(asked_by(customer), login, (), {}) is None


class TestWhoActs:
    def test_is_told_to_procedures_with_role_and_door(self, customer: User, agent: User) -> None:
        by = actor_of(asked_by(agent), "desk")
        assert (by.role, by.channel, by.user_id) == ("staff", "desk", agent.pk)
        assert actor_of(asked_by(customer), "online").role == "customer"
        assert actor_of(asked_by(customer), "online", for_another=True).role == "representative"

    def test_is_nobody_before_sign_in(self) -> None:
        with pytest.raises(PermissionDenied):
            actor_of(asked_by(AnonymousUser()), "online")
