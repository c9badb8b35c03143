"""The checks find what is wrong with a ledger, and nothing where nothing is."""
from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from entitle.payments.checks import (
    Entry,
    Paid,
    Total,
    all_problems,
    balances,
    events_happen_once,
    ledger_balances,
    payments_have_their_transfers,
    totals_agree,
    transfers_move_something,
)

EXPENDITURE, OWED, IN_TRANSIT, BANK = 1, 2, 3, 4
OWING = Entry(1, EXPENDITURE, OWED, 500, "payment", 9, "entitled")
TOLD = Entry(2, OWED, IN_TRANSIT, 500, "payment", 9, "instructed")
BACK = Entry(3, BANK, OWED, 500, "payment", 9, "returned")

entries = st.lists(
    st.builds(Entry, st.integers(1), st.integers(1, 6), st.integers(1, 6), st.integers(1, 10**12), st.just("payment"),
              st.integers(1, 50), st.sampled_from(["entitled", "instructed", "returned"]), st.integers(1, 3)),
    max_size=60,
)


class TestBalances:
    @settings(max_examples=50)
    @given(entries)
    def test_whatever_is_transferred_sum_to_nothing(self, some):
        assert sum(balances(some).values()) == 0
        assert ledger_balances(some) == []

    def test_are_what_came_in_less_what_went_out(self):
        assert balances([OWING, TOLD]) == {EXPENDITURE: -500, OWED: 0, IN_TRANSIT: 500}


class TestAPaymentInOrder:
    def test_has_no_problems(self):
        assert all_problems([Paid(9, 500, (1,))], [OWING, TOLD]) == []

    def test_that_waits_for_an_account_has_none(self):
        assert all_problems([Paid(9, 500)], [OWING]) == []

    def test_that_came_back_and_was_sent_again_has_none(self):
        again = replace(TOLD, id=4, attempt=2)
        assert all_problems([Paid(9, 500, (1, 2), (1,))], [OWING, TOLD, BACK, again]) == []


class TestAProblemIsNamed:
    def test_a_transfer_of_nothing(self):
        assert [p.where for p in transfers_move_something([replace(OWING, pence=0)])] == ["transfer:1"]

    def test_a_transfer_from_an_account_to_itself(self):
        assert len(transfers_move_something([replace(OWING, credit=EXPENDITURE)])) == 1

    def test_an_event_in_the_ledger_twice(self):
        [problem] = events_happen_once([OWING, replace(OWING, id=7)])
        assert problem.where == "payment:9" and "2 times" in problem.what

    def test_a_payment_never_owed(self):
        [problem] = payments_have_their_transfers([Paid(9, 500)], [])
        assert problem.what == "lacks a transfer 'entitled' of 500 pence (attempt 1)"

    def test_an_attempt_that_was_not_instructed(self):
        assert len(payments_have_their_transfers([Paid(9, 500, (1,))], [OWING])) == 1

    def test_money_sent_with_no_attempt(self):
        [problem] = payments_have_their_transfers([Paid(9, 500)], [OWING, TOLD])
        assert "should not have" in problem.what

    def test_a_transfer_of_other_pence(self):
        assert len(payments_have_their_transfers([Paid(9, 501)], [OWING])) == 2

    def test_a_transfer_about_no_payment(self):
        assert [p.where for p in payments_have_their_transfers([], [OWING])] == ["payment:9"]

    def test_a_file_that_differs_from_the_ledger(self):
        run, ledger, file = Total("run", 2, 900), Total("ledger", 2, 900), Total("file", 2, 899)
        assert [p.where for p in totals_agree([run, ledger, file])] == ["file"]
