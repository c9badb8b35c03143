"""Whether somebody cannot wait as long as others with the same matter: no food, no heat, no home, a child's death."""
from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from entitle.steering.phrases import pattern, plain


def is_urgent(words: str) -> bool:
    """Whether words speak of any of urgency.yaml's phrases."""
    heard = plain(words) + " "
    return any(phrase.search(heard) for phrase in _known())


@cache
def _known() -> tuple[re.Pattern[str], ...]:
    written = yaml.safe_load((Path(__file__).parent / "urgency.yaml").read_text(encoding="utf-8"))
    return tuple(pattern(phrase, {}) for phrase in written["phrases"].splitlines())
