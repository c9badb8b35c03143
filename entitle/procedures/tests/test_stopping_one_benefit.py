"""Stopping one benefit for now: with a reason, an owner, a notice and a day to look again; and no other with it."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from entitle.awards import queries as awards
from entitle.awards.models import Award, Suspension
from entitle.contacts.models import Message
from entitle.customers.models import PersonName
from entitle.history.models import Event
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.references import SYSTEM, Actor
from entitle.payments import operations as payments
from entitle.payments import queries
from entitle.payments.models import Payment
from entitle.payments.tests.caseload import award, customer
from entitle.procedures.end_award import end_award
from entitle.procedures.errors import NeedsAPerson, NotDone
from entitle.procedures.flag_vulnerability import flag_vulnerability
from entitle.procedures.keep_suspended import keep_suspended
from entitle.procedures.pay_what_is_late import pay_what_is_late
from entitle.procedures.resume_award import resume_award
from entitle.procedures.review_suspensions import review_suspensions
from entitle.procedures.suspend_award import suspend_award
from entitle.staff.models import User
from entitle.work.models import WorkItem

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
LATER = datetime(2026, 11, 30, 10, tzinfo=UTC)
PAYDAY, STARTS, REVIEW = date(2026, 11, 25), date(2026, 10, 29), date(2026, 12, 7)
ANN = Actor(role="staff", channel="desk", user_id=7, name="Ann Price")

pytestmark = pytest.mark.django_db


@pytest.fixture
def margaret(db, settings, tmp_path):
    settings.ENTITLE_VAR = tmp_path
    User.objects.create(id=ANN.user_id, username="ann", name=ANN.name)
    made = customer()
    PersonName.objects.create(customer=made, given="Margaret", family="Whitfield", from_on=date(2026, 1, 1),
                              key_normal="", key_phonetic="", trigrams=[])
    return made


@pytest.fixture
def pension(margaret):
    return award(of=margaret, scheme="state_pension", starts_on=STARTS, pence=20_000)


@pytest.fixture
def pip(margaret):
    return award(of=margaret, scheme="pip", starts_on=STARTS, pence=10_000)


def pay(of, on=PAYDAY, as_at=NOW):
    run, _ = payments.start_run(pay_on=on, by=ANN, as_at=as_at)
    return payments.pay_due(run=run, buckets=[of.bucket], as_at=as_at)


def stop(pip, **said):
    return suspend_award(**{"award_code": pip.code, "because": "We do not know where you live", "review_on": REVIEW,
                            "by": ANN, "as_at": NOW, **said})


def stopped():
    return WorkItem.objects.filter(kind="award.stopped")


class TestStoppingOne:
    def test_leaves_every_other_in_payment_and_says_so_to_the_customer(self, pension, pip):
        stop(pip)
        pay(pension)
        assert [each.award_id for each in Payment.objects.all()] == [pension.id]
        told = Message.objects.get()
        assert (told.template, told.scheme) == ("payments_stopped", "pip")
        quoted = ("We do not know where you live", "7 December 2026", "Ann Price", "No other benefit")
        assert all(each in told.body_text for each in quoted)
        assert Event.objects.get(code="award.suspended").about_id == pip.id

    @pytest.mark.parametrize("lacking", [{"because": " "}, {"review_on": date(2026, 11, 20)}, {"by": SYSTEM}])
    def test_needs_a_reason_a_day_to_look_again_and_an_owner(self, pip, lacking):
        with pytest.raises(NotDone):
            stop(pip, **lacking)
        assert not Suspension.objects.exists()

    def test_of_someone_of_whom_care_is_taken_waits_for_a_second_officer(self, margaret, pip):
        flag_vulnerability(customer_code=margaret.code, kind="illness", reason="In hospital", consent=True, by=ANN,
                           review_on=REVIEW, as_at=NOW)
        with pytest.raises(NeedsAPerson):
            stop(pip)
        assert WorkItem.objects.filter(kind="decision.review").count() == 1

    def test_is_work_on_its_day_and_kept_stopped_only_for_a_reason_until_another(self, pip):
        stop(pip)
        assert review_suspensions(as_at=LATER) == 0
        on_its_day = LATER + timedelta(days=7)
        assert [review_suspensions(as_at=on_its_day) for _ in range(2)] == [1, 1]
        [item] = stopped()
        assert (item.target_on, item.note) == (REVIEW, "Ann Price stopped it: We do not know where you live")
        keep_suspended(award_code=pip.code, because="We have asked again", review_on=date(2026, 12, 14), by=ANN,
                       as_at=on_its_day)
        assert review_suspensions(as_at=on_its_day) == 0 and not stopped().filter(state="open").exists()
        assert "14 December 2026" in Message.objects.order_by("-id")[0].body_text

    def test_ends_with_what_was_held_back_paid_the_same_day_once(self, pip, pension):
        stop(pip)
        pay(pension)
        resume_award(award_code=pip.code, because="You told us where you live", by=ANN, as_at=LATER)
        for _ in range(2):
            pay_what_is_late(by=SYSTEM, as_at=LATER)
        held_back = Payment.objects.get(award_id=pip.id)
        assert (held_back.pence, held_back.pay_on) == (40_000, date(2026, 11, 30))
        assert Message.objects.filter(template="payments_resumed").count() == 1
        with pytest.raises(NotAllowedNow):
            resume_award(award_code=pip.code, because="Again", by=ANN, as_at=LATER)


class TestACareHomeChange:
    def test_ends_one_benefit_on_its_rule_date_and_the_others_go_on(self, pension, pip):
        pay(pension)
        stop(pip)
        end_award(award_code=pip.code, on=date(2026, 11, 12), because="28 days in a care home", by=ANN, as_at=LATER)
        assert (Award.objects.get(id=pip.id).ends_on, Award.objects.get(id=pension.id).state) == (
            date(2026, 11, 12), "open")
        [debt] = queries.debts_of(customer_id=pip.customer_id)
        assert (debt.award_id, debt.pence) == (pip.id, 20_000)
        assert "11 November 2026" in Message.objects.get(template="payments_ended").body_text
        assert len(awards.next_paydays(award_id=pension.id, as_at=LATER)) == 3
