"""Each role sees the pages of its work, and is refused the others before anything is read."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from entitle.channels.desk.tests.cast import at_the_desk_of, officer
from entitle.channels.desk.urls import urlpatterns
from entitle.pages.access import access_of
from entitle.staff.permissions import ROLES
from entitle.staff.queries import permissions_of

pytestmark = pytest.mark.django_db
PARAMETERS = {"code": "CUS-0000-0000", "kind": "address", "which": "claims", "fact": "person.name", "number": 1,
              "slug": "any-question", "form": "pdf", "on": date(2026, 1, 1)}


def address(pattern):
    return reverse(pattern.name, args=[PARAMETERS[name] for name in pattern.pattern.converters])


@pytest.mark.parametrize("role", sorted(ROLES))
def test_a_role_is_let_in_where_its_permissions_say_and_nowhere_else(role):
    user = officer("pat", role)
    browser, held = at_the_desk_of(user), permissions_of(user)
    for pattern in urlpatterns:
        status = browser.get(address(pattern)).status_code
        if access_of(pattern.callback) in held:
            assert status in (200, 302, 404, 405), (pattern.name, status)
        else:
            assert status == 403, (pattern.name, status)


def test_customers_see_none_of_it(client, django_user_model):
    user = django_user_model.objects.create_user("cus", name="Cus", kind="customer")
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    assert {client.get(address(pattern)).status_code for pattern in urlpatterns} == {403}


def test_whoever_is_not_signed_in_is_asked_to(client):
    replies = [client.get(address(pattern)) for pattern in urlpatterns]
    assert all(reply.status_code == 302 and "/account/login/" in reply.url for reply in replies)


def test_the_menu_holds_only_what_the_officer_may_open(db):
    page = at_the_desk_of(officer("pat", "payment_releaser")).get(reverse("desk-queue")).content.decode()
    assert (
        reverse("desk-bank-files") in page
        and reverse("desk-pay-runs") not in page
        and reverse("desk-figures") not in page
    )


def test_nobody_decides_without_the_permission(claim):
    agent = at_the_desk_of(officer("agent", "agent"))
    assert agent.post(reverse("desk-decide", args=[claim.code]), {"seen": "x"}).status_code == 403
