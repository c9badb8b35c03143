"""A file of utterances, steered: what `entitle steer --cases` reads and writes."""
from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import TextIO

from entitle.kernel.whole_file import whole_file
from entitle.kernel.words import ENGLISH, WELSH
from entitle.steering.steer import steer_all

READS = ("id", "utterance", "channel", "lang")
WRITES = ("id", "intent", "queue", "priority", "lang", "confidence", "accepted")
_NEEDED = READS[:2]
_TOGETHER = 64


class CasesAreWrong(ValueError):
    """A file that cannot be used at all."""


def steer_cases(cases: Path, out: Path, *, report: Callable[[str], None]) -> int:
    """Write an answer for every row. How many rows were named to `report` as faulty: they are steered all the same,
    by their words. Raises CasesAreWrong, OSError; then nothing is written."""
    with (cases.open(encoding="utf-8-sig", newline="") as opened, whole_file(out) as place,
          place.open("w", encoding="utf-8", newline="") as written):
        return _answer(_rows(opened, cases), written, report)


def _answer(every: Iterator[tuple[int, dict[str, str]]], written: TextIO, report: Callable[[str], None]) -> int:
    bad = 0
    answers = csv.writer(written, lineterminator="\n")
    answers.writerow(WRITES)
    while rows := list(islice(every, _TOGETHER)):
        for line, row in rows:
            if row["lang"] not in ("", ENGLISH, WELSH):
                bad += 1
                report(f"line {line}: lang is '{row['lang']}'; expected en, cy or nothing. The words told it.")
        steered = steer_all([row["utterance"] for _, row in rows], languages=[row["lang"] for _, row in rows])
        answers.writerows((row["id"], answer.intent, answer.queue, answer.priority, answer.language,
                           answer.confidence, "yes" if answer.accepted else "no")
                          for (_, row), answer in zip(rows, steered, strict=True))
    return bad


def _rows(opened: Iterator[str], cases: Path) -> Iterator[tuple[int, dict[str, str]]]:
    rows = csv.DictReader(opened, restval="")
    missing = [name for name in _NEEDED if name not in (rows.fieldnames or ())]
    if missing:
        raise CasesAreWrong(f"{cases.name}: there is no column {' or '.join(missing)}; expected {', '.join(READS)}")
    for row in rows:
        yield rows.line_num, {name: (row.get(name) or "").strip() for name in READS}
