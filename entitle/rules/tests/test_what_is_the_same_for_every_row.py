"""One value for every row comes to the same as an array of it."""
from __future__ import annotations

import numpy as np
import pytest

from entitle.rules.row_by_row import higher, lower, where

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
        yes, no = np.int64(5), np.int64(9)
        assert where(np.bool_(holds), yes, no) == (5 if holds else 9)
        assert where(np.array([holds, not holds]), yes, no).tolist() == ([5, 9] if holds else [9, 5])
