"""Finds the schemes: one folder each, here or in any other folder that is named, with no list of them anywhere."""
from __future__ import annotations

import os
import threading
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from entitle.blueprint.cases import CaseTable
from entitle.blueprint.scheme import Scheme
from entitle.blueprint.working_day_cases import WORKING_DAYS

_SCHEMES = "entitle.schemes"
EXTRA_FOLDERS = "ENTITLE_SCHEMES"
"""The environment variable that names further folders of scheme folders, parted as a PATH is."""
_lock = threading.RLock()


class NoSuchScheme(LookupError):
    """No scheme has that name."""


def schemes() -> dict[str, Scheme]:
    """Every scheme by name, in order of name. Raises ValueError for a folder whose sheet has another name."""
    with _lock:
        return dict(_found(_extra_folders()))


def scheme(name: str) -> Scheme:
    """One scheme. Raises NoSuchScheme."""
    found = schemes()
    if name not in found:
        raise NoSuchScheme(f"there is no scheme called '{name}'; there are: {', '.join(found)}")
    return found[name]


def case_tables() -> dict[str, tuple[CaseTable, ...]]:
    """The tables that cases can be worked out for, by name: those of every scheme, and working days."""
    tables: dict[str, tuple[CaseTable, ...]] = {WORKING_DAYS.name: (WORKING_DAYS,)}
    with _lock:
        for name in _names(_extra_folders()):
            package = f"{_SCHEMES}.{name}.cases"
            if find_spec(package) is not None:
                for table in getattr(import_module(package), "CASES", ()):
                    tables[table.name] = (*tables.get(table.name, ()), table)
    return tables


def _extra_folders() -> tuple[str, ...]:
    return tuple(folder for folder in os.environ.get(EXTRA_FOLDERS, "").split(os.pathsep) if folder)


@cache
def _found(extra: tuple[str, ...]) -> tuple[tuple[str, Scheme], ...]:
    found = []
    for name in _names(extra):
        sheet = import_module(f"{_SCHEMES}.{name}.scheme").SCHEME
        if sheet.name != name:
            raise ValueError(f"the sheet in the folder '{name}' calls itself '{sheet.name}'")
        found.append((name, sheet))
    return tuple(found)


def _names(extra: tuple[str, ...]) -> list[str]:
    package = _package_with(extra)
    return sorted({sheet.parent.name for folder in package.__path__ for sheet in Path(folder).glob("*/scheme.py")})


def _package_with(extra: tuple[str, ...]) -> ModuleType:
    """The package of schemes, its path widened by the extra folders so that theirs are imported like any other."""
    package = import_module(_SCHEMES)
    own = Path(__file__).parent.parent / "schemes"
    package.__path__[:] = [str(own), *extra]
    return package
