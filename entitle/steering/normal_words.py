"""Words as they are read: one spelling of what is spoken, typed in haste or misheard."""
from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

_STRAIGHT = str.maketrans("’‘“”", "''\"\"")


def as_read(words: str) -> str:
    """Small letters, straight marks, one name for each thing said many ways, without the sounds of thinking."""
    heard, thinking = _known()
    text = words.lower().translate(_STRAIGHT)
    for pattern, read in heard:
        text = pattern.sub(read, text)
    return " ".join(thinking.sub(" ", text).split()) or " ".join(text.split())


@cache
def _known() -> tuple[tuple[tuple[re.Pattern[str], str], ...], re.Pattern[str]]:
    """What is heard and how it is read, and the sounds of thinking: spoken.yaml."""
    written = yaml.safe_load((Path(__file__).parent / "spoken.yaml").read_text(encoding="utf-8"))
    heard = tuple((re.compile(entry["pattern"]), entry["read"]) for entry in written["heard"])
    return heard, re.compile(written["thinking"])
