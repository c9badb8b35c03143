"""The bank against the ledger, and awards against payments: what disagrees is named, and what agrees is not."""
from __future__ import annotations

from datetime import date

import pytest

from entitle.payments.checks import Problem
from entitle.payments.reconciling import Balance, Due, Moved, awards_are_paid, bank_agrees, statements_follow

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
FILE = "the file FIL-7H4K"


class TestTheBank:
    @pytest.mark.parametrize(("ledger", "bank", "said"), [
        (-331_79, -331_78, "the ledger moved -£331.79, and the bank -£331.78"),
        (None, -331_79, "the bank moved -£331.79, and the ledger nothing"),
        (-331_79, None, "the ledger moved -£331.79 by 2026-11-23, and no statement shows it"),
    ])
    def test_disagrees_by_a_penny_or_altogether(self, ledger, bank, said):
        moved = [Moved(FILE, ledger, bank, MONDAY)]
        assert bank_agrees(moved, until=TUESDAY, seen_until=MONDAY) == [Problem(said, FILE)]

    def test_agrees_where_both_moved_as_much(self):
        assert bank_agrees([Moved(FILE, 1, 1, MONDAY)], until=TUESDAY, seen_until=MONDAY) == []

    def test_may_yet_move_what_is_for_a_later_day(self):
        assert bank_agrees([Moved(FILE, -1, None, TUESDAY)], until=MONDAY, seen_until=MONDAY) == []

    @pytest.mark.parametrize("seen_until", [MONDAY, None])
    def test_whose_statement_has_not_come_is_one_problem_however_much_waits_for_it(self, seen_until):
        waiting = [Moved(FILE, -1, None, TUESDAY), Moved("R00000000126060101", 1, None, TUESDAY)]
        assert bank_agrees(waiting, until=TUESDAY, seen_until=seen_until) == [
            Problem("2 movements wait for the bank's statement of 2026-11-24", "the bank")]


class TestStatements:
    def test_follow_each_other_from_balance_to_balance_an_account_at_a_time(self):
        assert statements_follow([
            Balance("A", "1", MONDAY, 100, 70, -30), Balance("A", "2", TUESDAY, 70, 75, 5),
            Balance("B", "1", MONDAY, 0, 0, 0)]) == []

    def test_that_skip_one_or_do_not_add_up_are_named(self):
        assert statements_follow([Balance("A", "1", MONDAY, 100, 70, -30), Balance("A", "3", TUESDAY, -80, 75, 5)]) == [
            Problem("its lines do not lead from -£0.80 to £0.75", "statement 3"),
            Problem("it opens at -£0.80, and statement 1 closed at £0.70", "statement 3")]


class TestAwards:
    def test_that_are_due_are_paid_as_much(self):
        assert awards_are_paid([Due("award 1", 5, 5), Due("award 2", 1_00, None), Due("award 3", 1_00, 1_01)]) == [
            Problem("£1.00 is due, and nothing was paid", "award 2"),
            Problem("£1.00 is due, and £1.01 was paid", "award 3")]
