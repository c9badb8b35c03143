"""The keys that find a name however it is typed, heard or spelt: pure functions, for one row or for a bulk load.

O'Neill, O’Neill, O Neill and ONEILL have one key; so have Llŷr and Llyr, Ní Dhomhnaill and Ni Dhomhnaill.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

import jellyfish

_UNDECOMPOSED = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ħ": "h",
        "ı": "i",
        "ŧ": "t",
        "þ": "th",
        "ð": "d",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "ŋ": "n",
    }
)
_DROPPED = re.compile(r"['‘’‛ʼʻ′`´.]")
_BETWEEN = re.compile(r"[\W_]+")
_PREFIXES = frozenset(
    ("o", "d", "al", "el", "ni", "nic", "de", "le", "la", "mac", "mc", "ap", "ab", "van", "von", "st")
)


@dataclass(frozen=True)
class NameKeys:
    """What PersonName keeps beside a name, in columns of the same names."""

    normal: str
    phonetic: str
    trigrams: list[str]


def name_keys(*, given: str, family: str, known_as: str = "") -> NameKeys:
    """The keys of a name. `normal` is given then family name, plain; trigrams cover what they are known as too."""
    return NameKeys(
        normal=" ".join(words(f"{given} {family}")),
        phonetic=phonetic(given=given, family=family),
        trigrams=trigrams(f"{given} {known_as} {family}"),
    )


def words(written: str) -> list[str]:
    """The words of a name in plain small letters, prefixes joined on: "Seán O'Neill" is ['sean', 'oneill']."""
    joined: list[str] = []
    after_prefix = False
    for word in _apart(written):
        if after_prefix:
            joined[-1] += word
        else:
            joined.append(word)
        after_prefix = word in _PREFIXES
    return joined


def _apart(written: str) -> list[str]:
    """The plain words with no prefix joined: "Al Green" may be a person called Al."""
    return _BETWEEN.sub(" ", _DROPPED.sub("", _without_accents(written))).split()


def _without_accents(written: str) -> str:
    apart = unicodedata.normalize("NFKD", written.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(_UNDECOMPOSED)


def phonetic(*, given: str, family: str) -> str:
    """How it sounds: the family name's metaphone and the given name's first sound."""
    return f"{_sound(family)} {_sound(given)[:1]}".strip()[:200]


def _sound(written: str) -> str:
    return jellyfish.metaphone("".join(words(written))).replace(" ", "")


def trigrams(written: str) -> list[str]:
    """Every run of three letters of each word, padded so that how a word starts and ends counts; sorted, each once."""
    return sorted(
        {
            padded[place : place + 3]
            for word in words(written)
            for padded in [f"  {word} "]
            for place in range(len(padded) - 2)
        }
    )


def likeness(asked: str, held: str) -> float:
    """0 to 1: how alike two names are, whatever the order, spacing and accents; a part matches the part held."""
    asked_apart, held_apart = _apart(asked), _apart(held)
    if not asked_apart or not held_apart:
        return 0.0
    held_words = {*words(held), *held_apart}
    return max(
        _word_by_word(words(asked), held_words),
        _word_by_word(asked_apart, held_words),
        _alike("".join(asked_apart), "".join(held_apart)),
    )


def same_name(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether two names are one, but for case, accents, apostrophes, hyphens and spaces; middle names may be left out.

    A slip of the pen is another name here: nobody is taken for someone they only resemble.
    """
    whole, other_whole = _run_together(_whole(one)), _run_together(_whole(other))
    if not whole or not other_whole:
        return False
    if whole == other_whole:
        return True
    family = _run_together(one.get("family", ""))
    first, other_first = _apart(one.get("given", ""))[:1], _apart(other.get("given", ""))[:1]
    return bool(family and first) and family == _run_together(other.get("family", "")) and first == other_first


def _whole(name: Mapping[str, str]) -> str:
    return f"{name.get('given', '')} {name.get('family', '')}"


def _run_together(written: str) -> str:
    return "".join(_apart(written))


def _word_by_word(asked: list[str], held: set[str]) -> float:
    """Each word's best likeness, the longer words counting for more."""
    return sum(max(_alike(word, other) for other in held) * len(word) for word in asked) / sum(map(len, asked))


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    slips = jellyfish.damerau_levenshtein_distance(one, other)
    return max(1 - slips / max(len(one), len(other)), jellyfish.jaro_winkler_similarity(one, other) - 0.08)


def postcode_key(written: str) -> str:
    """'ll13 8dg' is 'LL138DG'."""
    return re.sub(r"[^0-9A-Z]", "", written.upper())[:10]


def address_key(lines: list[str], postcode: str) -> str:
    """One household's key: the first line and the postcode, plain and run together."""
    first = next((line for line in lines if line.strip()), "")
    return _BETWEEN.sub("", _DROPPED.sub("", _without_accents(first)))[:280] + postcode_key(postcode)
