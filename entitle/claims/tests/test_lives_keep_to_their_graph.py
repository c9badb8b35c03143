"""Any walk of events that a claim's life allows ends in a state it knows; any other raises."""
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entitle.claims.lifecycle import CLAIM, CLOSING_EVENTS, OPEN_STATES
from entitle.kernel.lifecycle import NotAllowedNow

EVENTS = sorted({event for _, event, _ in CLAIM.edges})


class TestAClaimsLife:
    @given(st.lists(st.sampled_from(EVENTS), max_size=12))
    @settings(max_examples=50)
    def test_moves_only_along_its_edges(self, events):
        state = CLAIM.first
        for event in events:
            if (state, event) in {(origin, name) for origin, name, _ in CLAIM.edges}:
                state = CLAIM.after(state, event)
                assert (state in OPEN_STATES) == (event not in CLOSING_EVENTS)
            else:
                with pytest.raises(NotAllowedNow):
                    CLAIM.after(state, event)

    def test_a_claim_that_is_over_stays_so(self):
        over = set(CLAIM.states) - set(OPEN_STATES)
        assert over == {"decided", "withdrawn"}
        assert not any(CLAIM.can(state, event) for state in over for event in EVENTS)
