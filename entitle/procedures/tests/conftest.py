"""What several stories of procedures are held to."""
from __future__ import annotations

from collections.abc import Iterator

import pytest

from entitle.payments import queries


@pytest.fixture
def all_proved(db: None) -> Iterator[None]:
    """Whatever the story moves in the ledger, history proves: an edit of any of it would be found."""
    yield
    assert [each for each in queries.unproved() if each.kind != "payment"] == []
