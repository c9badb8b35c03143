"""Whole pence in, whole pence out, whichever way the fraction goes."""
from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from entitle.kernel.money import DOWN, HALF_UP, UP, NotMoney, at_least_zero, divide, parse_pounds, pounds

AMOUNTS = some.integers(0, 10**12)
DIVISORS = some.integers(1, 10**6)


class TestDivision:
    @given(amount=AMOUNTS, by=DIVISORS)
    @settings(max_examples=100)
    def test_goes_the_way_that_it_names(self, amount, by):
        exact = Fraction(amount, by)
        assert divide(amount, by, rounding=DOWN) == floor(exact)
        assert divide(amount, by, rounding=UP) == ceil(exact)
        assert divide(amount, by, rounding=HALF_UP) == floor(exact + Fraction(1, 2))

    @given(amounts=some.lists(AMOUNTS, min_size=1, max_size=20), by=DIVISORS)
    @settings(max_examples=50)
    def test_of_an_array_is_that_of_each_amount(self, amounts, by):
        for rounding in (UP, DOWN, HALF_UP):
            many = divide(np.array(amounts, dtype=np.int64), by, rounding=rounding)
            assert many.dtype == np.int64
            assert many.tolist() == [divide(amount, by, rounding=rounding) for amount in amounts]

    def test_half_a_penny_goes_up(self):
        assert [divide(n, 2, rounding=HALF_UP) for n in (1, 3, 5)] == [1, 2, 3]


class TestWriting:
    @given(pence=some.integers(0, 10**9))
    @settings(max_examples=50)
    def test_what_is_shown_can_be_read_back(self, pence):
        assert parse_pounds(pounds(pence)) == pence

    def test_pounds_have_commas_and_two_places(self):
        assert pounds(123456789) == "£1,234,567.89"
        assert pounds(-5) == "-£0.05"

    @pytest.mark.parametrize("written", ["", "432,5o", "12.345", "1,23", "50p", "-3", "£"])
    def test_what_is_not_money_is_refused_with_what_was_written(self, written):
        with pytest.raises(NotMoney) as refused:
            parse_pounds(written)
        assert written in str(refused.value)
        assert "432.50" in str(refused.value)

    def test_less_than_nothing_is_nothing(self):
        assert at_least_zero(np.array([-3, 0, 4])).tolist() == [0, 0, 4]
