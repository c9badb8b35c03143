"""The table that the operator's settings point to: read when it is first asked for, and again when the file changes."""
from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from entitle.customers.modulus.table import FAILS, ModulusTable, NotAWeightTable, read_substitutes, read_weights


class ModulusTableUnreadable(Exception):
    """A path is set and what is there cannot be used. No account is taken as checked by a table that is not there."""


def modulus_table() -> ModulusTable:
    """The table of now; an empty one, which checks nothing, where no path is set. Raises ModulusTableUnreadable."""
    if not settings.ENTITLE_MODULUS_WEIGHTS:
        return ModulusTable()
    paths = [path for path in (settings.ENTITLE_MODULUS_WEIGHTS, settings.ENTITLE_MODULUS_SUBSTITUTES) if path]
    try:
        return _read(*((path, Path(path).stat().st_mtime_ns) for path in paths))
    except (OSError, UnicodeDecodeError, NotAWeightTable) as problem:
        raise ModulusTableUnreadable(f"the table of the modulus check cannot be read: {problem}") from problem


@lru_cache(maxsize=2)
def _read(weights: tuple[str, int], substitutes: tuple[str, int] | None = None) -> ModulusTable:
    return ModulusTable(
        read_weights(Path(weights[0]).read_text(encoding="ascii")),
        read_substitutes(Path(substitutes[0]).read_text(encoding="ascii")) if substitutes else {})


def check_account(sort_code: str, account_number: str) -> str:
    """PASSES, FAILS or NOT_CHECKED. Raises ModulusTableUnreadable."""
    return modulus_table().says(sort_code, account_number)


def account_can_exist(sort_code: str, account_number: str) -> bool:
    """Whether nothing is known against it: of a sort code that no table has, nothing is."""
    return check_account(sort_code, account_number) != FAILS
