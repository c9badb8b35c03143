"""One value for every row comes to the same as an array of it."""
from __future__ import annotations

import numpy as np
import pytest

from entitle.rules.calendar import add_months, birthday
from entitle.rules.choose import choose
from entitle.rules.row_by_row import anywhere, higher, lower, no, where

NUMBERS = (-3, 0, 7)


class TestOneValue:
    @pytest.mark.parametrize("one", NUMBERS)
    @pytest.mark.parametrize("other", NUMBERS)
    def test_is_the_lower_or_higher_as_an_array_is(self, one, other):
        alone, rows = (np.int64(one), np.int64(other)), (np.array([one] * 2), np.array([other] * 2))
        assert lower(*alone) == min(one, other) and higher(*alone) == max(one, other)
        assert lower(*rows).tolist() == lower(alone[0], rows[1]).tolist() == [min(one, other)] * 2
        assert higher(*rows).tolist() == higher(alone[0], rows[1]).tolist() == [max(one, other)] * 2
        assert (type(lower(*alone)), type(higher(*alone))) == (np.int64, np.int64)

    @pytest.mark.parametrize("holds", [True, False])
    def test_is_taken_where_it_holds_as_an_array_is(self, holds):
        five, nine = np.int64(5), np.int64(9)
        assert where(np.bool_(holds), five, nine) == (5 if holds else 9)
        assert where(np.array([holds, not holds]), five, nine).tolist() == ([5, 9] if holds else [9, 5])

    @pytest.mark.parametrize("holds", [True, False])
    def test_does_not_hold_as_in_an_array(self, holds):
        assert no(np.bool_(holds)) is np.bool_(not holds)
        assert no(np.array([holds, True])).tolist() == [not holds, False]

    @pytest.mark.parametrize("value", [np.int64(5), np.True_, np.array([0, 5]), np.array([False, True])])
    def test_is_something_anywhere_as_in_an_array(self, value):
        assert anywhere(value) is True and anywhere(value * 0) is False


class TestAFewRows:
    FEW, MANY = 3, 33

    def test_take_the_limbs_that_many_do(self):
        def chosen(times):
            rows = [np.tile(each, times) for each in ([True, False, False], [True, True, False], [7, 8, 9])]
            return choose(("never", np.False_, np.int64(1)), ("one", rows[0], np.int64(2)), ("each", rows[1], rows[2]),
                          otherwise=("last", np.int64(4)))

        assert chosen(self.FEW // 3).tolist() == [2, 8, 4]
        assert chosen(self.MANY // 3).tolist() == [2, 8, 4] * (self.MANY // 3)

    def test_have_the_dates_that_many_do(self):
        born, months = np.array([-3959, 58, 11_016]), np.array([3, 12, 13])
        for work in (add_months, birthday):
            assert work(born, months).tolist() == work(np.tile(born, 11), np.tile(months, 11))[:3].tolist()
            assert work(born, np.int64(0)).tolist() == born.tolist()
            assert work(born, np.int64(12)).tolist() == [int(work(day, np.int64(12))) for day in born]
