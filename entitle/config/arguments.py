"""What is typed after a command, read or refused in words that whoever typed it can act on."""
from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import date


def day(written: str) -> date:
    """A day, like 2026-09-03. Raises ArgumentTypeError."""
    try:
        return date.fromisoformat(written)
    except ValueError as problem:
        raise ArgumentTypeError(f"'{written}' is not a day: write one like 2026-09-03") from problem


def port(written: str) -> int:
    """A port to listen on, 0 to 65535. Raises ArgumentTypeError."""
    number = int(written) if written.isdecimal() else -1
    if not 0 <= number <= 65_535:
        raise ArgumentTypeError(f"'{written}' is not a port: write a number up to 65535")
    return number


def at_least_one(written: str) -> int:
    """A count of one or more. Raises ArgumentTypeError."""
    number = int(written) if written.isdecimal() else 0
    if number < 1:
        raise ArgumentTypeError(f"'{written}' must be a whole number of 1 or more")
    return number
