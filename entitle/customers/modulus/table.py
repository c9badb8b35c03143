"""The weight table, and what it says of an account: that it passes, that it fails, or nothing."""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from entitle.customers.modulus.sums import MODULI, Line, passes

PASSES, FAILS, NOT_CHECKED = "passes", "fails", "not_checked"
_EITHER = {(2, 9), (10, 11), (12, 13)}
"""Exceptions of two lines of which one is enough."""
_WEIGHTS = 14


class NotAWeightTable(ValueError):
    """A line is not one of a weight table; the message has its number."""


@dataclass(frozen=True)
class ModulusTable:
    """Lines in the order of their sort codes, and the sort codes that exception 5 puts in the place of others."""

    lines: tuple[Line, ...] = ()
    substitutes: Mapping[str, str] = field(default_factory=dict)

    def says(self, sort_code: str, account_number: str) -> str:
        """PASSES or FAILS; NOT_CHECKED for a sort code that the table does not know, as for all by an empty one."""
        lines = self._of(sort_code)
        found = [passes(line, sort_code=sort_code, account=account_number, substitutes=self.substitutes)
                 for line in lines]
        if not found:
            return NOT_CHECKED
        either = tuple(line.exception for line in lines) in _EITHER
        return PASSES if (any(found) if either else all(found)) else FAILS

    def _of(self, sort_code: str) -> tuple[Line, ...]:
        """The one or two lines of a sort code: their ranges are the same, and no others lie across them."""
        until = bisect_right(self.lines, sort_code, key=lambda line: line.first)
        return tuple(line for line in self.lines[max(0, until - 2):until] if line.last >= sort_code)


def read_weights(text: str) -> tuple[Line, ...]:
    """The lines of a table as the banks publish it: from, to, algorithm, 14 weights, and the exception where there is
    one. Raises NotAWeightTable."""
    lines = [_line(number, written.split()) for number, written in _written(text)]
    return tuple(sorted(lines, key=lambda line: line.first))


def read_substitutes(text: str) -> dict[str, str]:
    """Pairs of sort codes, one a line. Raises NotAWeightTable."""
    found = {}
    for number, written in _written(text):
        pair = written.split()
        if len(pair) != 2 or not all(_is_sort_code(each) for each in pair):
            raise NotAWeightTable(f"line {number}: '{written}' is not two sort codes")
        found[pair[0]] = pair[1]
    return found


def _written(text: str) -> Iterable[tuple[int, str]]:
    return ((number, line.strip()) for number, line in enumerate(text.splitlines(), start=1) if line.strip())


def _line(number: int, words: list[str]) -> Line:
    first, last, algorithm, *numbers = [*words, "", "", ""][:max(3, len(words))]
    whole = [int(each) for each in numbers if each.lstrip("-").isdecimal()]
    known = _is_sort_code(first) and _is_sort_code(last) and algorithm in MODULI and len(whole) == len(numbers)
    if not known or len(whole) not in (_WEIGHTS, _WEIGHTS + 1):
        raise NotAWeightTable(f"line {number}: '{' '.join(words)}' is not from, to, algorithm, 14 weights, exception")
    return Line(first, last, algorithm, tuple(whole[:_WEIGHTS]), *whole[_WEIGHTS:])


def _is_sort_code(text: str) -> bool:
    return len(text) == 6 and text.isascii() and text.isdecimal()
