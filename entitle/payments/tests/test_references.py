"""The reference that a payment carries at the bank is its key, so a return finds it without a table."""
from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entitle.payments.bacs.characters import ALLOWED
from entitle.payments.reasons import REASONS, NotOurReference, PaymentKey, bank_reference, read_reference

keys = st.builds(
    PaymentKey, st.sampled_from(sorted(REASONS)), st.integers(1, 999_999_999),
    st.dates(date(2000, 1, 1), date(2068, 12, 31)), st.integers(1, 99),
)


class TestAReference:
    def test_reads_as_award_period_and_attempt(self):
        assert bank_reference(PaymentKey("regular", 1, date(2026, 10, 28))) == "R00000000126102801"

    @given(keys)
    def test_gives_back_its_key(self, key):
        written = bank_reference(key)
        assert len(written) == 18 and set(written) <= ALLOWED
        assert read_reference(written) == key

    @pytest.mark.parametrize("written", ["", "CONTRA", "X00000000126102801", "R000000001261028", "R00000000126133201"])
    def test_that_is_not_ours_is_refused(self, written):
        with pytest.raises(NotOurReference):
            read_reference(written)
