"""Whether words are Welsh: told by the small words and the shapes of words that Welsh cannot do without."""
from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from entitle.kernel.words import ENGLISH, WELSH

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SHORTENED = re.compile(r"(?<=\w)['’](?:r|n|i|w|u|th|ch)$")
"""What Welsh runs on to the end of a word: `mae'r`, `dwi'n`. English runs on others."""
_SHAPED = re.compile(r"[ŵŷ]|\bdd[aeiouwy]|\bll[aeiouwy]\w*(?:au|iad|yr|en)\b|(?:iad|iau|odd|wyd|aeth|wch|ydd)\b")
_SHARE, _SHARE_WITHOUT_ENGLISH = 0.34, 0.2
_FEW = 2


def language_of(words: str) -> str:
    """'cy' or 'en'. A Welsh name of a place or a form among English words leaves them English."""
    said = [_SHORTENED.sub("", word.lower()) for word in _WORD.findall(words)]
    sure, either, english = (sum(word in known for word in said) for known in _known())
    if not sure:
        return ENGLISH
    if len(said) <= _FEW:
        return ENGLISH if english else WELSH
    shaped = sum(bool(_SHAPED.search(word)) for word in said if not any(word in known for known in _known()))
    found = sure + (either + shaped) / 2
    enough = _SHARE if english else _SHARE_WITHOUT_ENGLISH
    return WELSH if found / len(said) >= enough and found > english else ENGLISH


@cache
def _known() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words that are Welsh, words that may be either, and words that are English."""
    written = yaml.safe_load((Path(__file__).parent / "welsh.yaml").read_text(encoding="utf-8"))
    welsh, either, english = (frozenset(written[name].split()) for name in ("welsh", "either", "english"))
    return welsh, either, english
