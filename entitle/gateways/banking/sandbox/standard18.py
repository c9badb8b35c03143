"""The bank's own reading of a Standard 18 file: it trusts nothing and names every problem by its line.

Written from the published positions alone and from none of our code that writes files, so each checks the other.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from entitle.kernel.working_days import ENGLAND_AND_WALES, NoCalendarForDate, working_days

_OPENING, _CLOSING = ("VOL1", "HDR1", "HDR2", "UHL1"), ("EOF1", "EOF2", "UTL1")
_LETTERS = re.compile(r"[A-Z0-9.&/\- ]*\Z")
_CREDIT, _CONTRA = "99", "17"
_MOST_DAYS_AHEAD = 31


@dataclass(frozen=True)
class Entry:
    """One credit: where to, how much, and what it says."""

    sort_code: str
    account_number: str
    account_name: str
    pence: int
    reference: str


@dataclass(frozen=True)
class Reading:
    """What was found. The rest means nothing where there are problems."""

    problems: tuple[str, ...]
    user_number: str = ""
    user_name: str = ""
    processing_on: date | None = None
    entries: tuple[Entry, ...] = ()

    @property
    def pence(self) -> int:
        return sum(entry.pence for entry in self.entries)


def read(content: bytes) -> Reading:
    """Check labels, records, contras and totals."""
    try:
        lines = content.decode("ascii").splitlines()
    except UnicodeDecodeError:
        return Reading(problems=("the file is not plain ASCII",))
    top, body, tail = lines[:4], lines[4:-3], lines[-3:]
    if tuple(line[:4] for line in (*top, *tail)) != (*_OPENING, *_CLOSING) or not body:
        return Reading(problems=(f"the labels must be {', '.join((*_OPENING, '(records)', *_CLOSING))}",))
    problems = [f"{line[:4]}: {len(line)} characters, not 80" for line in (*top, *tail) if len(line) != 80]
    user, processing_on = top[0][41:47], None
    try:
        processing_on = _day(top[3][4:10])
        _check_day(processing_on, created_on=_day(top[1][41:47]), problems=problems)
    except ValueError:
        problems.append("UHL1 or HDR1: a date is not ' YYDDD'")
    if (top[1][5:11], top[1][4:]) != (user, tail[0][4:]) or top[2][4:] != tail[1][4:]:
        problems.append("EOF1 and EOF2 must say what HDR1 and HDR2 say, and both what VOL1 says")
    entries, contras = _records(body, problems)
    _check_totals(tail[2], entries, contras, problems)
    name = body[0][46:64].strip()
    return Reading(tuple(problems), user, name, processing_on, tuple(entries))


def _records(body: list[str], problems: list[str]) -> tuple[list[Entry], list[int]]:
    entries, contras = [], []
    for number, line in enumerate(body, start=5):
        wrong = _wrong_with(line)
        if wrong:
            problems.append(f"line {number}: {wrong}")
        elif line[15:17] == _CREDIT:
            entries.append(Entry(line[:6], line[6:14], line[82:100].strip(), int(line[35:46]), line[64:82].strip()))
        else:
            contras.append(int(line[35:46]))
    return entries, contras


def _wrong_with(line: str) -> str:
    """What is wrong with a data record; empty where nothing is."""
    if len(line) not in (100, 106):
        return f"{len(line)} characters, not 100 or 106"
    if not _LETTERS.match(line):
        return "has a character that Bacs does not allow"
    if not (line[:14] + line[17:31] + line[35:46]).isdigit():
        return "a sort code, account number or amount is not all digits"
    if line[14] != "0" or int(line[35:46]) == 0:
        return "the account type must be 0 and the amount more than nothing"
    if line[15:17] == _CONTRA:
        return "" if line[64:82].strip() == "CONTRA" and line[:14] == line[17:31] else "not a contra of its own account"
    return "" if line[15:17] == _CREDIT else f"transaction code {line[15:17]} is not taken here"


def _check_totals(label: str, entries: list[Entry], contras: list[int], problems: list[str]) -> None:
    pence = sum(entry.pence for entry in entries)
    if sum(contras) != pence:
        problems.append(f"the contras come to {sum(contras)} pence and the credits to {pence}")
    said = (label[4:17], label[17:30], label[30:37], label[37:44])
    if said != (f"{sum(contras):013d}", f"{pence:013d}", f"{len(contras):07d}", f"{len(entries):07d}"):
        problems.append("UTL1: its totals are not those of the file")


def _check_day(processing_on: date, *, created_on: date, problems: list[str]) -> None:
    try:
        if not working_days(ENGLAND_AND_WALES).is_working_day(processing_on):
            problems.append(f"UHL1: {processing_on} is not a banking day")
    except NoCalendarForDate as error:
        problems.append(f"UHL1: {error}")
    if not created_on <= processing_on <= created_on + timedelta(days=_MOST_DAYS_AHEAD):
        problems.append(f"UHL1: {processing_on} is not within {_MOST_DAYS_AHEAD} days of {created_on}")


def _day(written: str) -> date:
    """' 26328' is 24 November 2026."""
    if not re.fullmatch(r" \d{5}", written):
        raise ValueError(written)
    return datetime.strptime(written, " %y%j").date()  # noqa: DTZ007 - a date has no zone
