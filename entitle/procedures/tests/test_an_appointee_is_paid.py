"""Appointee lifecycle: one active, after a visit, an interview and a decision; paid from then, and no longer."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from entitle.customers import operations as customers
from entitle.customers import queries
from entitle.history.models import Event
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.references import SYSTEM, Actor
from entitle.payments.models import PaymentAttempt
from entitle.payments.tests.caseload import award, customer
from entitle.procedures.confirm_representative import confirm_representative
from entitle.procedures.end_representative import end_representative
from entitle.procedures.errors import NeedsAPerson, NotDone
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.propose_representative import propose_representative
from entitle.procedures.report_change import report_change
from entitle.staff import operations as staff
from entitle.staff.models import User

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
PAYDAYS = (date(2026, 11, 25), date(2026, 12, 23), date(2027, 1, 20))
SEEN = {"visited_on": date(2026, 11, 2), "interviewed_on": date(2026, 11, 3)}
THEIRS = {"sort_code": "30-94-30", "account_number": "12345678", "account_name": "GWYNEDD COUNCIL"}
OTHER = {**THEIRS, "account_number": "87654321"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    user = staff.add_user(username="anwen", name="Anwen Price")
    return Actor("staff", "desk", user_id=user.pk, name=user.name)


@pytest.fixture
def kathleen():
    return customer()


def asked(of, officer, name="Gwynedd Council", **more):
    return propose_representative(
        customer_code=of.code, name=name, kind="appointee", by=officer, as_at=NOW, **more)


def confirmed(proposed, officer, as_at=NOW, **more):
    return confirm_representative(
        **{"representative_id": proposed.id, "account": THEIRS, "by": officer, "as_at": as_at, **SEEN, **more})


def paid_into(customer_id):
    account = queries.current_bank_account(customer_id)
    return account and account.account_number


class TestAppointeeLifecycle:
    def test_the_payee_switches_on_the_activation_date_and_back_when_it_is_revoked(
        self, kathleen, officer, settings, tmp_path
    ):
        settings.ENTITLE_VAR = tmp_path
        award(of=kathleen)
        appointee = asked(kathleen, officer, is_corporate=True)
        for payday, before in zip(PAYDAYS, (
            lambda at: None,
            lambda at: confirmed(appointee, officer, at),
            lambda at: end_representative(representative_id=appointee.id, reason="Well again", by=officer, as_at=at),
        ), strict=True):
            at = datetime(payday.year, payday.month, payday.day, 9, tzinfo=UTC) - timedelta(days=5)
            before(at)
            pay_due_awards(on=payday, by=officer, as_at=at)
        sent = PaymentAttempt.objects.order_by("payment_id").values_list("sort_code", "account_number")
        assert list(sent) == [("202959", "63748472"), ("309430", "12345678"), ("202959", "63748472")]
        codes = Event.objects.filter(code__startswith="representative.").order_by("id").values_list("code", flat=True)
        assert [code.split(".")[1] for code in codes] == [
            "proposed", "activated", "paid", "revoked", "no_longer_paid"]

    def test_activation_needs_a_visit_an_interview_and_a_decision_and_somewhere_to_pay(self, kathleen, officer):
        proposed = asked(kathleen, officer)
        for lacking, refusal in (({"visited_on": None}, NotAllowedNow), ({"interviewed_on": None}, NotAllowedNow),
                                 ({"by": SYSTEM}, NeedsAPerson), ({"account": None}, NotDone)):
            with pytest.raises(refusal):
                confirmed(proposed, officer, **lacking)
        assert paid_into(kathleen.id) == "63748472" and queries.active_appointee(kathleen.id, on=NOW.date()) is None

    def test_only_one_is_active_and_who_is_paid_is_not_changed_by_another_who_asks(self, kathleen, officer):
        confirmed(asked(kathleen, officer), officer)
        with pytest.raises(customers.AlreadyHasAppointee):
            confirmed(asked(kathleen, officer, name="Joan Black"), officer, account=OTHER)
        assert paid_into(kathleen.id) == "12345678"

    def test_an_account_that_the_customer_gives_meanwhile_is_kept_for_when_they_are_paid_again(
        self, kathleen, officer
    ):
        appointee = confirmed(asked(kathleen, officer), officer)
        new = {"sort_code": "202960", "account_number": "11112222", "account_name": "K ONEILL"}
        customers.hold_facts(customer_id=kathleen.id, facts={"person.bank_account": new}, source="claim by online",
                             as_at=NOW)
        assert paid_into(kathleen.id) == "12345678"
        end_representative(representative_id=appointee.id, reason="Well again", by=officer, as_at=NOW)
        assert paid_into(kathleen.id) == "11112222"

    def test_the_appointee_may_be_paid_elsewhere_and_the_customer_may_not_turn_the_payments(self, kathleen, officer):
        confirmed(asked(kathleen, officer), officer)
        change = {"kind": "bank", "answers": {"person.bank_account": OTHER}, "customer_code": kathleen.code,
                  "as_at": NOW}
        themselves = User.objects.create_user("kathleen", None, name="Kathleen O'Neill", kind=User.CUSTOMER)
        customers.tie_sign_in(customer_id=kathleen.id, user_id=themselves.pk)
        with pytest.raises(NotDone, match="Gwynedd Council acts for you"):
            report_change(by=Actor("customer", "online", user_id=themselves.pk), **change)
        report_change(by=officer, **change)
        assert paid_into(kathleen.id) == "87654321"
        assert queries.current_bank_account(kathleen.id).representative_id is not None

    def test_consent_has_no_period_for_an_appointee_and_a_helpers_ends_on_a_day_to_come(self, kathleen, officer):
        with pytest.raises(NotDone, match="until an officer ends it"):
            confirmed(asked(kathleen, officer), officer, until_on=date(2027, 1, 1))
        helper = propose_representative(customer_code=kathleen.code, name="Joan Black", kind="helper",
                                        scope=("claims",), by=officer, as_at=NOW)
        with pytest.raises(NotDone, match="a day to come"):
            confirm_representative(representative_id=helper.id, until_on=NOW.date(), by=officer, as_at=NOW)
        until = NOW.date() + timedelta(days=30)
        confirm_representative(representative_id=helper.id, until_on=until, by=officer, as_at=NOW)
        assert queries.may_speak_for(helper.id, "claims", on=until - timedelta(days=1))
        assert not queries.may_speak_for(helper.id, "claims", on=until)
        assert paid_into(kathleen.id) == "63748472", "a helper is never paid"
