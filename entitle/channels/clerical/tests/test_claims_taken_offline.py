"""R06: what was taken offline is delivered once, counts from when it was taken, and is refused only for a reason."""
from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from entitle.channels.clerical.tests.test_forms_out_and_back import FORM
from entitle.claims.models import Claim, Intake
from entitle.claims.queries import draft_of
from entitle.procedures.pass_intake import pass_intake
from entitle.questions.bank.first_contact import IDENTITY
from entitle.staff.models import OfflineDevice

pytestmark = pytest.mark.django_db

DEVICE = "2f6c1a1e-made-up-browser"
TAKEN = datetime(2026, 5, 29, 14, 30, tzinfo=UTC)
WHO = {
    "person-name-given": "Siân", "person-name-family": "O’Neill", "person-born_on-day": "20",
    "person-born_on-month": "4", "person-born_on-year": "1960", "person-nino": "AB123447C", "home-postcode": "LL57 1AA",
    "person-language": "en",
}
PASSED = ["person.phone", "person.email", "person.access_needs", "state_pension.birth_certificate"]


def claim(number=1, **more):
    return {"device": DEVICE, "number": number, "scheme": "state_pension", "language": "en",
            "taken_at": TAKEN.isoformat(), "fields": WHO | FORM, "passed": PASSED, "declared": True, **more}


def deliver(client, sent):
    return client.post(reverse("clerical_offline_deliver"), json.dumps(sent), content_type="application/json")


class TestAClaimTakenOffline:
    def test_arrives_once_however_often_it_is_sent(self, client):
        first, again = deliver(client, claim()), deliver(client, claim())
        assert first.status_code == again.status_code == 200 and first.json() == again.json()
        assert Intake.objects.get().taken_at == TAKEN

    def test_is_one_of_many_that_are_delivered_faster_than_a_person_could_post(self, client, settings):
        settings.ENTITLE_POSTS_PER_MINUTE = 1
        assert [deliver(client, claim(number)).status_code for number in (1, 2, 3)] == [200, 200, 200]
        assert [deliver(Client(), claim()).status_code for _ in range(3)][-1] == 429

    def test_becomes_a_claim_from_the_day_it_was_taken(self, client):
        deliver(client, claim())
        passed = pass_intake(intake_id=Intake.objects.get().id, as_at=datetime(2026, 6, 1, 9, tzinfo=UTC))
        made = Claim.objects.get(id=passed.claim_id)
        assert (passed.problems, made.protected_on) == ([], date(2026, 5, 29))
        assert draft_of(claim_id=made.id)["person.sex"] == "female"

    def test_with_an_answer_that_cannot_be_read_is_kept_as_typed_with_the_others(self, client):
        deliver(client, claim(fields=WHO | FORM | {"person-born_on-month": "13"}))
        intake = Intake.objects.get()
        assert (intake.who["born_on"], intake.who["name"]["family"]) == ("20 13 1960", "O’Neill")

    def test_leaves_behind_what_is_off_its_path(self, client):
        deliver(client, claim(fields=WHO | FORM | {"state_pension-countries_abroad-1-trip-country": "Spain"}))
        assert "state_pension.countries_abroad" not in Intake.objects.get().answers

    @pytest.mark.parametrize(("fault", "reason"), [
        ({"scheme": "no_such"}, "scheme: must be one of"), ({"taken_at": "yesterday"}, "taken_at: must be a time"),
        ({"fields": "all of it"}, "fields: must be an object"), ({"number": 0}, "a browser numbers its claims from 1"),
        ({"device": "x"}, "device: must be 8 to 40 characters"),
    ])
    def test_that_cannot_be_received_is_refused_with_its_reason(self, client, fault, reason):
        answer = deliver(client, claim(**fault))
        assert answer.status_code == 422 and reason in answer.json()["reason"]
        assert not Intake.objects.exists()

    def test_that_was_refused_keeps_its_reason_for_the_reconciliation(self, client):
        deliver(client, claim(number=3, scheme="no_such"))
        device = OfflineDevice.objects.get(key=DEVICE)
        assert device.taken == 3 and device.refused["3"].startswith("scheme: must be one of")


class TestThePage:
    def test_is_the_same_for_everyone_and_names_nobody(self, client, clerk):
        page = client.get(reverse("clerical_offline")).content
        assert page == Client().get(reverse("clerical_offline")).content and clerk.name.encode() not in page

    def test_asks_in_the_words_of_the_question_sets_in_both_languages(self):
        data = json.loads(Client().get(reverse("clerical_offline_questions")).content)
        first = data["who"]["questions"][0]
        assert (first["ask"]["en"], first["ask"]["cy"]) == (IDENTITY.questions[0].ask.en, IDENTITY.questions[0].ask.cy)
        assert all(words["cy"] and words["cy"] != words["en"] for words in data["words"].values())

    def test_keeps_only_what_is_public(self):
        script = Client().get(reverse("clerical_offline_worker")).content.decode()
        assert reverse("clerical_offline_session") not in script and reverse("clerical_offline") in script

    def test_delivers_for_those_alone_who_may_enter_paper(self):
        assert deliver(Client(), claim()).status_code == 302
