"""Whatever happens to people's money, in any order: the ledger balances, nobody is below zero, all is explained."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from entitle.awards import operations as awards
from entitle.awards.arithmetic import first_payday, takes_effect_on
from entitle.awards.models import Award, AwardAmount, bucket_of
from entitle.kernel.references import Actor
from entitle.payments import operations, queries
from entitle.payments.bacs.calendar import paid_on
from entitle.payments.cash_orders import CHEQUE, VOUCHER
from entitle.payments.checks import Entry, Paid, all_problems
from entitle.payments.explaining import awards_are_explained, debts_are_explained
from entitle.payments.models import CashOrder, Debt, Payment, PaymentAttempt, ReturnedPayment, Transfer
from entitle.payments.operations import ReturnedCredit
from entitle.payments.tests.caseload import award, customer

OFFICER, OTHER = (Actor(role="staff", channel="desk", user_id=number, name=name)
                  for number, name in ((7, "Anwen Price"), (8, "Precious Okafor")))
OVERLAPPING = {"a_pension": "one law", "an_allowance": "one law"}
FIRST = date(2026, 5, 4)
OPEN = ("found", "recovering", "with_estate")
days_back, pences, which = st.integers(0, 90), st.integers(0, 30_000), st.integers(0, 5)
cycles = st.tuples(st.integers(0, 20), st.integers(0, 4), st.sampled_from([1, 2, 4]), st.integers(5_000, 30_000))


class Lives(RuleBasedStateMachine):
    """One customer of three benefits, two of which overlap: a day at a time, whatever may happen does."""

    def __init__(self):
        super().__init__()
        self.sid = transaction.savepoint()
        self.today, self.changed = date(2026, 6, 1), 0
        self.customer = customer()

    @initialize(each=st.tuples(cycles, cycles, cycles))
    def is_awarded(self, each):
        for scheme, (after, weekday, weeks, pence) in zip((*OVERLAPPING, "another"), each, strict=True):
            starts_on = FIRST + timedelta(days=after)
            award(of=self.customer, scheme=scheme, starts_on=starts_on, cycle_weeks=weeks, pence=pence,
                  first_payday=first_payday(starts_on=starts_on, weekday=weekday, cycle_weeks=weeks))
        self.is_paid(days=14)

    @property
    def now(self):
        return datetime(self.today.year, self.today.month, self.today.day, 9, tzinfo=UTC)

    def an_award(self, number):
        return Award.objects.filter(customer=self.customer).order_by("id")[number % 3]

    def correct(self):
        operations.correct(customer_id=self.customer.id, overlaps=OVERLAPPING, kind="overpaid", because="a change",
                           as_at=self.now)

    def a_debt(self, number, *states):
        owing = list(Debt.objects.filter(customer_id=self.customer.id, state__in=states).order_by("id"))
        return owing[number % len(owing)] if owing else None

    @rule(days=st.integers(5, 40))
    def is_paid(self, days):
        self.today += timedelta(days=days)
        pay_on = paid_on(due_on=self.today + timedelta(days=6))
        run, _ = operations.start_run(pay_on=pay_on, by=OFFICER, as_at=self.now)
        for _ in range(2):
            operations.pay_due(run=run, buckets=[bucket_of(self.customer.id)], as_at=self.now)

    @rule(number=which, back=days_back, pence=pences, other=pences)
    def changes(self, number, back, pence, other):
        for place, amount in enumerate((pence, other)):
            self.change(self.an_award(number + place), back, amount)
        self.correct()

    def change(self, changed, back, pence):
        from_on = takes_effect_on(change_on=self.today - timedelta(days=back), starts_on=changed.starts_on,
                                  weekday=changed.weekday)
        self.changed += 1
        if not changed.amounts.filter(from_on=from_on, decision=None).exists():
            AwardAmount.objects.create(award=changed, from_on=from_on, pence=pence, made_at=self.now)

    @precondition(lambda self: self.changed > 2)
    @rule(number=which, back=days_back)
    def ends(self, number, back):
        ended = self.an_award(number)
        if ended.state != "ended":
            awards.end(award_id=ended.id, on=self.today - timedelta(days=back), reason="abroad", as_at=self.now)
            self.correct()

    @precondition(lambda self: self.changed)
    @rule(number=which, award_number=which, pence_each=pences)
    def plans(self, number, award_number, pence_each):
        debt = self.a_debt(number, "found", "recovering")
        if debt and (pence_each or debt.state == "recovering"):
            operations.plan(debt=debt, award_id=self.an_award(award_number).id, pence_each=pence_each,
                            from_on=self.today, by=OFFICER, as_at=self.now)

    @precondition(lambda self: self.changed)
    @rule(number=which, pence=st.integers(1, 9_000))
    def pays_back(self, number, pence):
        debt = self.a_debt(number, *OPEN)
        if debt is None:
            return
        coming = {"pence": min(pence, queries.left_of(debt=debt)), "received_on": self.today, "as_at": self.now,
                  "bank_reference": f"{self.today}"}
        was_new = operations.repay(debt=debt, **coming)
        assert not operations.repay(debt=debt, **coming)
        assert was_new or debt.repayments.filter(received_on=self.today).exists()

    @precondition(lambda self: self.changed > 2)
    @rule(number=which, agrees=st.booleans())
    def is_let_off(self, number, agrees):
        debt = self.a_debt(number, *OPEN)
        if debt is None:
            return
        if operations.propose_write_off(
                debt=debt, because="it would cost more to ask", by=OFFICER, as_at=self.now).state == "proposed":
            operations.settle_write_off(debt=debt, agrees=agrees, by=OTHER, as_at=self.now)

    @rule(number=which)
    def has_a_payment_sent_back(self, number):
        sent = PaymentAttempt.objects.filter(payment_id__in=Payment.objects.filter(
            customer_id=self.customer.id).values("id")).exclude(method__in=(VOUCHER, CHEQUE)).order_by("-id")
        if sent:
            back = sent[number % len(sent)]
            for _ in range(2):
                operations.take_returns(as_at=self.now, returned=[
                    ReturnedCredit(back.reference, back.pence, "5", self.today)])

    @rule(number=which, kind=st.sampled_from([VOUCHER, CHEQUE]))
    def is_given_vouchers_or_a_cheque(self, number, kind):
        owed = queries.owed_payments(customer_id=self.customer.id)
        if owed and self.customer.died_on is None:
            operations.give_cash_orders(owed=operations.lock_owed(payment_id=owed[number % len(owed)]),
                                        kind=kind, as_at=self.now)

    @rule(number=which)
    def turns_one_into_money(self, number):
        given = CashOrder.objects.filter(customer_id=self.customer.id, state="given").order_by("id")
        if given:
            for _ in range(2):
                operations.cash(code=given[number % len(given)].code, on=self.today, as_at=self.now)

    @rule()
    def lets_them_run_out(self):
        operations.run_out(on=self.today, as_at=self.now)
        assert operations.run_out(on=self.today, as_at=self.now) == []

    @precondition(lambda self: self.changed > 3)
    @rule(back=st.integers(0, 60))
    def dies(self, back):
        if self.customer.died_on is None:
            self.customer.died_on = self.today - timedelta(days=back)
            self.customer.save()
            for _ in range(2):
                operations.hold_back(customer_id=self.customer.id, as_at=self.now)
                operations.stop(customer_id=self.customer.id, on=self.today, as_at=self.now)
            awards.end_all(customer_id=self.customer.id, after=self.customer.died_on, reason="death", as_at=self.now)
            operations.correct(customer_id=self.customer.id, overlaps=OVERLAPPING, kind="after_death",
                               because="a death", as_at=self.now)
            operations.leave_with_estate(customer_id=self.customer.id)

    @invariant()
    def the_ledger_balances_and_every_payment_has_its_transfers(self):
        assert sum(queries.balances().values()) == 0
        paid = [Paid(p.id, p.pence, _numbers(PaymentAttempt, p), _numbers(ReturnedPayment, p),
                     dict(PaymentAttempt.objects.filter(payment_id=p.id).values_list("attempt", "pence")))
                for p in Payment.objects.all()]
        entries = [Entry(*row) for row in Transfer.objects.values_list(
            "id", "debit_account_id", "credit_account_id", "pence", "about_kind", "about_id", "event", "attempt")]
        assert all_problems(paid, entries) == []

    @invariant()
    def nobody_is_below_zero(self):
        assert queries.owed_to(customer_id=self.customer.id) >= 0
        left = [queries.left_of(debt=debt) for debt in queries.debts_of(customer_id=self.customer.id)]
        assert all(pence >= 0 for pence in left)
        assert -queries.balances().get("overpaid", 0) == sum(left)
        assert all((debt.state in ("settled", "written_off")) == (pence == 0)
                   for debt, pence in zip(queries.debts_of(customer_id=self.customer.id), left, strict=True))

    @invariant()
    def every_penny_of_a_voucher_is_out_cashed_or_owed_again(self):
        out = sum(CashOrder.objects.filter(state="given").values_list("pence", flat=True))
        assert queries.balances().get("cash_orders", 0) == out

    @invariant()
    def explanations_sum_to_what_was_paid(self):
        assert awards_are_explained(queries.awards_explained(customer_id=self.customer.id)) == []
        assert debts_are_explained(queries.debts_explained(customer_id=self.customer.id)) == []

    def teardown(self):
        transaction.savepoint_rollback(self.sid)


def _numbers(model, payment):
    return tuple(model.objects.filter(payment_id=payment.id).order_by("attempt").values_list("attempt", flat=True))


@pytest.mark.django_db
def test_random_lives_leave_every_penny_explained():
    run_state_machine_as_test(Lives, settings=settings(
        max_examples=4, stateful_step_count=10, database=None, suppress_health_check=list(HealthCheck)))
