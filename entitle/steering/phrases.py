"""Phrases as a person can read them, made into patterns, and words said or typed made plain enough to compare.

In a phrase `a/b` is either word, `word?` may be left out, `word*` is however the word ends, `..` is up to four words of
the same sentence, `.` is where it ends, and `<group>` is any phrase of a named group.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_GAP = r"(?:\w+ ){0,4}?"
_END = r"(?=\. |$)"
_ENDS_A_SENTENCE = re.compile(r"[.!?;:\n]+(?=\s|$)")
_APOSTROPHES = re.compile(r"[’'‘`´]")
_HESITATION = re.compile(r"\b(?:um+|uh+|er+|erm+|hmm+|ym+)\b ?")
_SAID_TWICE = re.compile(r"\b(\w+)(?: \1\b)+")
_SAME_THING = [
    (re.compile(rf"\b(?:{said})\b"), meant)
    for said, meant in {
        "i am": "im", "i have": "ive", "i will": "ill", "he is": "hes", "she is": "shes", "he has": "hes",
        "she has": "shes", "can not|cannot|carnt": "cant", "do not": "dont", "does not": "doesnt", "did not": "didnt",
        "will not": "wont", "is not": "isnt", "anymore": "any more", "gonna|gunna|going too": "going to",
        "wanna|wana": "want to",
        "meself|mysen|m[ey] self|mi self|myslef": "myself", "u": "you", "ur": "your", "iv": "ive",
        "him self": "himself", "her self": "herself", "your self": "yourself", "some one": "someone",
        "every thing": "everything",
        "no one|noone|no body": "nobody", "wot": "what", "whats the": "what is the", "cus|coz|cos|bcos": "because",
    }.items()
]


def plain(words: str) -> str:
    """Words in small letters without accents or apostrophes, one space apart, a full stop where a sentence ends."""
    letters = unicodedata.normalize("NFD", words.casefold())
    text = "".join(letter for letter in letters if not unicodedata.combining(letter))
    text = _ENDS_A_SENTENCE.sub(" . ", _APOSTROPHES.sub("", text))
    text = " ".join(re.sub(r"[^\w.]|_|(?<=\w)\.(?=\w)", " ", text).split())
    text = _SAID_TWICE.sub(r"\1", _HESITATION.sub("", text))
    for said, meant in _SAME_THING:
        text = said.sub(meant, text)
    return text


def pattern(phrase: str, groups: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """What finds a phrase in `plain(words) + " "`. Raises KeyError for a group that has no name, ValueError for a
    phrase that plain words can never hold."""
    return re.compile(r"\b" + _source(phrase, groups))


@dataclass(frozen=True)
class Ready:
    """A phrase made ready. Where none of `needs` is among the words it is not there, and is not looked for."""

    finds: re.Pattern[str]
    needs: frozenset[str]


def ready(phrase: str, groups: Mapping[str, Sequence[str]]) -> Ready:
    """One of many phrases to look for, most of which are never there. Raises what `pattern` raises."""
    parts = [part.split("/") for part in phrase.split() if not part.endswith("?")]
    told = [words for words in parts if all(word.isalnum() for word in words)]
    needs = min(told, key=lambda words: (len(words), -min(map(len, words))), default=[])
    return Ready(pattern(phrase, groups), frozenset(needs))


def may_find(phrases: Sequence[Ready], heard: str) -> list[re.Pattern[str]]:
    """Of some phrases, what finds those that may be in plain words, in their order."""
    words = frozenset(heard.split())
    return [each.finds for each in phrases if not each.needs or not each.needs.isdisjoint(words)]


def _source(phrase: str, groups: Mapping[str, Sequence[str]]) -> str:
    return "".join(_part(part, groups) for part in phrase.split())


def _part(part: str, groups: Mapping[str, Sequence[str]]) -> str:
    if part == "..":
        return _GAP
    optional = "?" if part.endswith("?") else ""
    choices = [_choice(choice.removesuffix("?"), groups) for choice in part.split("/")]
    return f"(?:{'|'.join(choices)}){optional}"


def _choice(word: str, groups: Mapping[str, Sequence[str]]) -> str:
    if word == ".":
        return _END
    if word.startswith("<"):
        return f"(?:{'|'.join(_source(phrase, groups) for phrase in groups[word.strip('<>')])})"
    stem = word.removesuffix("*")
    if plain(stem) != stem:
        raise ValueError(f"'{word}' is never found: plain words have '{plain(stem)}' instead")
    return stem + (r"\w* " if word.endswith("*") else " ")
