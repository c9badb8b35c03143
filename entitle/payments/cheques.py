"""What a print house prints of a cheque: the sum in words and figures, to whom, and until when. Pure.

UNCONFIRMED: no sample of a print house's file was found. Its columns are the fields of Cheque, in order.
"""
from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from datetime import date
from io import StringIO

from entitle.kernel.money import Pence

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred"))
_MOST = 1_000_000_000_00


@dataclass(frozen=True)
class Cheque:
    """One line of the print file. `pounds` is figures alone; the cheque is good until the day before `not_after`."""

    number: str
    pay: str
    sum_in_words: str
    pounds: str
    dated: date
    not_after: date


def in_words(pence: Pence) -> str:
    """43,725 pence is 'four hundred and thirty-seven pounds 25 pence', as banks have the sum of a cheque.

    Raises ValueError below a penny or from a thousand million pounds on.
    """
    if not 0 < pence < _MOST:
        raise ValueError(f"no cheque is for {pence} pence")
    whole, part = divmod(pence, 100)
    pounds = f"{_number(whole)} pound{'' if whole == 1 else 's'}"
    return f"{pounds} {part:02} pence" if part else f"{pounds} only"


def print_file(cheques: Iterable[Cheque]) -> str:
    """CSV, a line a cheque in order of number: the same bytes each time."""
    out = StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(field.name for field in fields(Cheque))
    lines.writerows(astuple(each) for each in sorted(cheques, key=lambda each: each.number))
    return out.getvalue()


def _number(whole: int) -> str:
    for size, name in _SCALES:
        if whole >= size:
            many, rest = divmod(whole, size)
            said = f"{_number(many)} {name}"
            if not rest:
                return said
            return f"{said} and {_number(rest)}" if size == 100 or rest < 100 else f"{said} {_number(rest)}"
    if whole < len(_SMALL):
        return _SMALL[whole]
    tens, ones = divmod(whole, 10)
    return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")
