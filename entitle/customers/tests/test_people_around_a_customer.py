"""Representatives, relatives, care and death."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from entitle.customers import operations, queries
from entitle.customers.lifecycle import REPRESENTATIVE
from entitle.customers.models import Representative
from entitle.customers.tests.conftest import AT
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.references import Actor
from entitle.staff.models import User

TODAY = AT.date()


@pytest.fixture
def precious(db):
    return User.objects.create_user("precious", name="Precious Okafor")


@pytest.fixture
def by(precious):
    return Actor(role="staff", channel="desk", user_id=precious.pk, name=precious.name)


def appointee(customer, name, by):
    proposed = operations.propose_representative(customer_id=customer.pk, name=name, kind="appointee")
    operations.record_representative_seen(representative_id=proposed.pk, visited_on=TODAY, interviewed_on=TODAY)
    return operations.activate_representative(representative_id=proposed.pk, by=by, as_at=AT)


@pytest.mark.django_db
class TestAnAppointee:
    def test_nobody_is_active_before_a_visit_and_an_interview(self, olwen, by):
        proposed = operations.propose_representative(customer_id=olwen.pk, name="Dafydd Prys", kind="appointee")
        with pytest.raises(NotAllowedNow, match="visited"):
            operations.activate_representative(representative_id=proposed.pk, by=by, as_at=AT)
        assert queries.active_appointee(olwen.pk, on=TODAY) is None

    def test_there_is_only_one(self, olwen, by):
        dafydd = appointee(olwen, "Dafydd Prys", by)
        with pytest.raises(operations.AlreadyHasAppointee):
            appointee(olwen, "Joan Black", by)
        assert queries.active_appointee(olwen.pk, on=TODAY) == dafydd
        with pytest.raises(IntegrityError), transaction.atomic():
            Representative.objects.filter(name="Joan Black").update(state="active", decided_by_user=by.user_id)

    def test_once_revoked_the_customer_is_paid_again_and_another_may_be_made(self, olwen, by):
        dafydd = appointee(olwen, "Dafydd Prys", by)
        operations.revoke_representative(representative_id=dafydd.pk, by=by, as_at=AT + timedelta(days=9))
        assert queries.active_appointee(olwen.pk, on=TODAY + timedelta(days=9)) is None
        assert appointee(olwen, "Joan Black", by).state == "active"

    @given(st.lists(st.sampled_from(("activated", "refused", "revoked")), max_size=6))
    def test_nobody_acts_after_being_refused_or_revoked(self, happenings):
        state, ended = REPRESENTATIVE.first, False
        for event in happenings:
            if REPRESENTATIVE.can(state, event):
                state = REPRESENTATIVE.after(state, event)
            ended = ended or state in ("refused", "revoked")
            assert not (ended and state == "active")


@pytest.mark.django_db
class TestAHelper:
    def test_they_speak_on_the_topics_agreed_until_consent_ends(self, olwen, by):
        with pytest.raises(ValueError, match="topics"):
            operations.propose_representative(customer_id=olwen.pk, name="Citizens Advice", kind="helper")
        helper = operations.propose_representative(
            customer_id=olwen.pk, name="Citizens Advice", kind="helper", scope=["claim"]
        )
        operations.activate_representative(
            representative_id=helper.pk, by=by, as_at=AT, until_on=TODAY + timedelta(days=90)
        )
        assert queries.may_speak_for(helper.pk, "claim", on=TODAY)
        assert not queries.may_speak_for(helper.pk, "bank_account", on=TODAY)
        assert not queries.may_speak_for(helper.pk, "claim", on=TODAY + timedelta(days=90))
        operations.revoke_representative(representative_id=helper.pk, by=by, as_at=AT)
        assert not queries.may_speak_for(helper.pk, "claim", on=TODAY)


@pytest.mark.django_db
class TestOnesOwnRecord:
    def test_nobody_opens_their_own_by_either_tie(self, olwen, sean, precious):
        assert not queries.is_own_or_relative(precious.pk, olwen.pk)
        operations.link_staff(user_id=precious.pk, customer_id=olwen.pk, as_at=AT)
        assert queries.is_own_or_relative(precious.pk, olwen.pk)
        assert not queries.is_own_or_relative(precious.pk, sean.pk)
        operations.tie_sign_in(customer_id=sean.pk, user_id=precious.pk)
        assert queries.is_own_or_relative(precious.pk, sean.pk) and queries.of_user(precious.pk) == sean

    def test_nor_a_relatives_even_a_former_one_from_either_side(self, olwen, sean, precious):
        operations.link_staff(user_id=precious.pk, customer_id=olwen.pk, as_at=AT)
        tie = operations.add_relationship(customer_id=sean.pk, other_id=olwen.pk, kind="brother", from_on=TODAY)
        operations.end_relationship(relationship_id=tie.pk, on=TODAY)
        assert queries.is_own_or_relative(precious.pk, sean.pk)

    def test_nor_a_housemates_while_they_live_there(self, olwen, register, precious):
        operations.link_staff(user_id=precious.pk, customer_id=olwen.pk, as_at=AT)
        joan = register("Joan", "Black", address={"lines": ["3, HEOL Y MOR"], "postcode": "ll183bt"})
        assert queries.is_own_or_relative(precious.pk, joan.pk)
        operations.hold_facts(
            customer_id=joan.pk,
            source="customer",
            as_at=AT + timedelta(days=1),
            facts={"home.address": {"lines": ["5 Heol y Môr"], "postcode": "LL18 3BT"}},
        )
        assert not queries.is_own_or_relative(precious.pk, joan.pk)


@pytest.mark.django_db
class TestCare:
    def test_a_vulnerability_is_seen_and_comes_up_for_review(self, olwen):
        flag = operations.flag_vulnerability(
            customer_id=olwen.pk,
            kind="hearing",
            reason="Cannot use the telephone",
            review_on=date(2027, 5, 1),
            consent=True,
            as_at=AT,
        )
        assert queries.vulnerabilities(olwen.pk, on=TODAY) == [flag]
        assert queries.review_due(on=date(2027, 4, 30)) == [] and queries.review_due(on=date(2027, 5, 1)) == [flag]
        operations.review_vulnerability(
            vulnerability_id=flag.pk, reason="Still so", review_on=date(2028, 5, 1), as_at=AT + timedelta(days=180)
        )
        assert queries.review_due(on=date(2027, 5, 1)) == []

    def test_it_needs_a_reason_and_a_day_to_look_again(self, olwen):
        with pytest.raises(ValueError, match="looked at again"):
            operations.flag_vulnerability(
                customer_id=olwen.pk, kind="hearing", reason="", review_on=date(2027, 5, 1), consent=True, as_at=AT
            )


@pytest.mark.django_db
class TestADeath:
    def test_it_is_news_once(self, olwen):
        died = {"customer_id": olwen.pk, "died_on": date(2026, 10, 30)}
        assert operations.record_death(**died, source="relative", as_at=AT)
        assert not operations.record_death(**died, source="registrar", as_at=AT, verified=True)
        assert not operations.record_death(**died, source="relative", as_at=AT)
        assert queries.contact_details(olwen.pk).has_died
        assert [row.verified for row in queries.fact_rows(olwen.pk, "person.died_on")] == [False, True]

    def test_a_proved_date_is_not_changed_on_hearsay(self, olwen):
        operations.record_death(
            customer_id=olwen.pk, died_on=date(2026, 10, 30), source="registrar", as_at=AT, verified=True
        )
        with pytest.raises(operations.DeathInDispute):
            operations.record_death(customer_id=olwen.pk, died_on=date(2026, 10, 29), source="neighbour", as_at=AT)

    def test_a_death_to_come_is_refused(self, olwen):
        with pytest.raises(ValueError, match="still to come"):
            operations.record_death(customer_id=olwen.pk, died_on=date(2027, 1, 1), source="relative", as_at=AT)
