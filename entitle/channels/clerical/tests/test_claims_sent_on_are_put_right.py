"""What was taken elsewhere and cannot go in: each field named with its remedy, put right on one page."""

from __future__ import annotations

import pytest
from django.urls import reverse

from entitle.channels.clerical.tests.conftest import NOW, officer, signed_in
from entitle.claims.models import Claim, Intake
from entitle.customers.models import Customer
from entitle.history.models import Event
from entitle.kernel.references import SYSTEM
from entitle.procedures.pass_intake import pass_intake
from entitle.procedures.receive_intake import receive_intake

ANSWERS = {
    "person.sex": "female", "person.phone": None, "person.email": None, "person.language": "cy",
    "home.address": {"lines": ["1 Stryd Fawr", "Bangor"], "postcode": "LL57 1AA"}, "person.letter_format": "standard",
    "person.relationship": "never", "state_pension.lived_abroad": False,
    "state_pension.when_to_start": "as_soon_as_possible", "state_pension.benefits_while_delaying": False,
    "person.bank_account": {"sort_code": "123456", "account_number": "12345678", "account_name": "O Llyr",
                            "roll_number": ""},
    "person.has_helper": False, "person.access_needs": None, "state_pension.birth_certificate": None}


def sent(key="form-1", *, nino="AB123447C", **answers):
    intake = receive_intake(
        key=key, sender="Neuadd y Pentref", scheme="state_pension", channel="offline", taken_at=NOW, declared=True,
        who={"name": {"given": "OLWEN", "family": "Llyr"}, "born_on": "1960-04-20", "nino": nino},
        answers={**ANSWERS, "person.nino": nino, **answers}, by=SYSTEM, as_at=NOW)
    return pass_intake(intake_id=intake.id, as_at=NOW)


@pytest.fixture
def stopped(olwen):
    """Olwen's claim, with a sex and a sort code that nobody can use."""
    return sent(**{"person.sex": "f", "person.bank_account": {**ANSWERS["person.bank_account"], "sort_code": "12"}})


def address(intake):
    return reverse("clerical_intake", args=[intake.code])


class TestTheList:
    def test_says_what_is_to_be_put_right_and_that_nothing_is_lost(self, client, stopped):
        page = client.get(reverse("clerical_intakes")).content.decode()
        assert f'href="{address(stopped)}"' in page and "Sex on birth certificate, Bank or building society" in page
        assert "Neuadd y Pentref" in page and "has 1 received in those days. All are here." in page
        assert "Llyr" not in page, "nobody is named before a record is opened"

    def test_and_that_one_is_missing_where_history_has_more(self, client):
        sent()
        sent("form-2")
        Intake.objects.filter(key="form-2").delete()
        page = client.get(reverse("clerical_intakes")).content.decode()
        assert "has 2 received in those days, and 1 are here. Tell the operator." in page

    def test_is_not_for_an_auditor(self, db):
        assert signed_in(officer("auditor", "auditor")).get(reverse("clerical_intakes")).status_code == 403


class TestOne:
    def test_names_each_field_what_was_sent_and_its_remedy_and_that_it_was_looked_at_is_history(self, client, stopped):
        page = client.get(address(stopped)).content.decode()
        assert "Sent as: <strong>f</strong>" in page and 'name="person-sex"' in page
        assert 'name="person-bank_account-sort-code"' in page and 'name="home-address-postcode"' not in page
        assert 'name="record"' not in page, "whose it is, is not in doubt"
        assert "20 April 1960" in page and "AB 12 34 47 C" in page
        assert Event.objects.get(code="intake.looked").customer_id == stopped.customer_id

    def test_an_answer_that_will_not_do_is_kept_and_told(self, client, stopped):
        answer = client.post(address(stopped), {"person-sex": "female", "person-bank_account-sort-code": "99"})
        assert answer.status_code == 422 and 'value="99"' in answer.content.decode()
        assert Intake.objects.get().mended_answers == {}

    def test_half_put_right_is_kept_and_put_right_it_goes_in(self, client, stopped, clerk):
        client.post(address(stopped), {"person-sex": "female"})
        page = client.get(address(stopped)).content.decode()
        assert "Something is still to be put right" in page and 'name="person-sex"' not in page
        done = client.post(address(stopped), {
            "person-bank_account-account-name": "O Llyr", "person-bank_account-sort-code": "12-34-56",
            "person-bank_account-account-number": "12345678"}, follow=True).content.decode()
        claim = Claim.objects.get()
        assert claim.state == "received" and f"it is claim {claim.code}" in done
        assert (Intake.objects.get().user_id, Intake.objects.get().state) == (clerk.pk, "passed")

    def test_is_refused_only_with_a_reason(self, client, stopped):
        refusing = reverse("clerical_intake_refuse", args=[stopped.code])
        assert client.post(refusing, {"reason": ""}).status_code == 422
        assert client.post(refusing, {"reason": "She has told us not to."})["Location"] == reverse("clerical_intakes")
        assert "She has told us not to." in client.get(address(stopped)).content.decode()

    def test_of_a_record_that_few_may_open_is_as_if_it_were_not_there(self, client, stopped):
        Customer.objects.update(is_restricted=True)
        assert client.get(address(stopped)).status_code == 404


class TestWhose:
    def test_a_person_says_whose_record_it_is(self, client, olwen):
        stopped = sent(nino=None)
        page = client.get(address(stopped)).content.decode()
        assert olwen.code in page and 'name="record"' in page
        misread = client.post(address(stopped), {"record": "CUS-0000-0000-0000"})
        assert misread.status_code == 422 and 'href="#record"' in misread.content.decode()
        client.post(address(stopped), {"record": f" {olwen.code.lower()} "})
        assert (Intake.objects.get().state, Claim.objects.get().customer_id) == ("passed", olwen.id)

    def test_or_that_they_have_none(self, client, olwen):
        stopped = sent(nino="AB123448C")
        assert olwen.code in client.get(address(stopped)).content.decode(), "another number at her address: a slip?"
        client.post(address(stopped), {"new": "yes"})
        assert Intake.objects.get().state == "passed" and Customer.objects.count() == 2
