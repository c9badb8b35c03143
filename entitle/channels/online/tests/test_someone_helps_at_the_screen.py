"""Assisted digital: somebody helps at the customer's own pages; and the file of my data has all that is shown."""
from __future__ import annotations

import json

from entitle.history.models import Event
from entitle.staff.models import User


def text(answer):
    return answer.content.decode()


class TestAssistedDigital:
    def test_the_session_logs_the_helper_and_consent_and_the_account_has_no_credential_of_theirs(
        self, client, user, olwen
    ):
        helper = User.objects.create_user("mair", "another made-up password", name="Mair Made-up", kind="customer")
        before = User.objects.filter(pk=user.pk).values("password", "username").get()
        assert client.post("/online/assisted", {"code": helper.code}).status_code == 422, "nobody agreed"
        client.post("/online/assisted", {"code": helper.code.lower(), "agreed": "yes"})
        assert "Mair Made-up is helping you." in text(client.get("/online/details"))
        client.post("/online/assisted/end")
        assert "is helping you" not in text(client.get("/online/details"))
        began, ended = Event.objects.filter(code__startswith="assisted.").order_by("id")
        assert (began.refers_kind, began.refers_id, began.reason) == ("user", helper.pk, "the customer agreed")
        assert (began.actor_role, ended.code) == ("customer", "assisted.ended")
        assert User.objects.filter(pk=user.pk).values("password", "username").get() == before
        assert not helper.represents.exists(), "helping once gives nobody any power"

    def test_nobody_helps_themselves_or_without_a_sign_in(self, client, user, olwen):
        for code in (user.code, "USR-0000-0000", ""):
            assert client.post("/online/assisted", {"code": code, "agreed": "yes"}).status_code == 422
        assert not Event.objects.filter(code="assisted.began").exists()


class TestMyData:
    def test_the_file_round_trips_and_contains_every_fact_shown_on_screen(self, client, decision):
        written = client.get("/online/details/download").content
        held = json.loads(written)
        assert json.dumps(held, ensure_ascii=False, indent=2).encode() == written
        shown = text(client.get("/online/details"))
        for fact in held["facts"]:
            shown = shown.replace(f'<th scope="row" class="govuk-table__header">{fact["called"]}</th>', "")
        assert '<th scope="row"' not in shown, "a fact is shown that the file does not have"
        assert held["sign_in"] in shown and held["reference"] in shown
