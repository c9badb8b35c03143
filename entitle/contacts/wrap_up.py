"""What a call came to: dated codes, in wrap_up_codes.yaml."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from entitle.kernel.words import Words


@dataclass(frozen=True)
class WrapUpCode:
    """One thing that a call may have come to, from a date and perhaps until another."""

    code: str
    about: Words
    from_on: date
    until_on: date | None


def wrap_up_codes(*, on: date) -> dict[str, WrapUpCode]:
    """Those in use on a date, by code, in the order in which an agent is shown them."""
    return {each.code: each for each in _all() if each.from_on <= on and (each.until_on is None or on < each.until_on)}


@cache
def _all() -> tuple[WrapUpCode, ...]:
    entries = yaml.safe_load((Path(__file__).parent / "wrap_up_codes.yaml").read_text(encoding="utf-8"))["codes"]
    return tuple(WrapUpCode(entry["code"], Words(**entry["about"]), entry["from"], entry.get("until"))
                 for entry in entries)
