"""Words to the numbers that the sentence model reads: BERT's uncased WordPiece, by its vocabulary file."""
from __future__ import annotations

import unicodedata
from pathlib import Path

LONGEST = 96
"""Pieces read of one text: the model was trained on fewer than 128, and callers say what they want early."""
_LONGEST_WORD = 100


class WordPiece:
    """The pieces of a vocabulary, one a line, numbered from nought."""

    def __init__(self, vocabulary: Path) -> None:
        self._pieces = {line: number for number, line in
                        enumerate(vocabulary.read_text(encoding="utf-8").splitlines())}
        self._begin, self._end, self._unknown = (self._pieces[name] for name in ("[CLS]", "[SEP]", "[UNK]"))

    def numbers(self, text: str) -> list[int]:
        """The text as numbers of pieces, between a begin and an end; at most LONGEST of them."""
        found = [number for word in _words(text) for number in self._of_word(word)]
        return [self._begin, *found[:LONGEST - 2], self._end]

    def _of_word(self, word: str) -> list[int]:
        if len(word) > _LONGEST_WORD:
            return [self._unknown]
        found, start = [], 0
        while start < len(word):
            end = len(word)
            prefix = "##" if start else ""
            while end > start and prefix + word[start:end] not in self._pieces:
                end -= 1
            if end == start:
                return [self._unknown]
            found.append(self._pieces[prefix + word[start:end]])
            start = end
        return found


def _words(text: str) -> list[str]:
    """Lower case, without accents; each mark of punctuation a word of its own."""
    plain = "".join(mark for mark in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(mark) != "Mn")
    spaced = "".join(f" {mark} " if _is_punctuation(mark) else mark if mark.isprintable() else " " for mark in plain)
    return spaced.split()


def _is_punctuation(mark: str) -> bool:
    return (mark.isascii() and mark.isprintable() and not mark.isalnum() and not mark.isspace()) or \
        unicodedata.category(mark).startswith("P")
