"""How many operations of numpy a run of the rules takes: its facts are handed in as arrays that count what is done to
them, and whatever comes of one counts too.

Counted is each ufunc (an operator, a comparison, a reduction) and each numpy function (such as where), once however
many rows it goes over. Reading out rows by an index is not.
"""
from __future__ import annotations

from typing import Any

import numpy as np

from bench.universal_credit_cases import WANT, Caseload
from entitle.rules.units import Rows
from entitle.schemes.universal_credit.rulebook import RULES


class Counted(np.ndarray):
    """An array that counts."""

    operations = 0

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, out: Any = None, **named: Any) -> Any:
        Counted.operations += 1
        if out is not None:
            named["out"] = tuple(_plain(each) for each in out)
        return _counting(getattr(ufunc, method)(*[_plain(each) for each in inputs], **named))

    def __array_function__(self, function: Any, types: Any, arguments: Any, named: Any) -> Any:
        Counted.operations += 1
        return _counting(super().__array_function__(function, types, arguments, named))


def operations(load: Caseload) -> tuple[int, int]:
    """Operations of numpy in a run of a caseload, and how many rules it worked out."""
    facts = {name: _counted(value) for name, value in load.facts.items()}
    given = {name: _counted(value) for name, value in load.given.items()}
    Counted.operations = 0
    RULES.run(facts, on=load.on.view(Counted), want=WANT, given=given)
    return Counted.operations, len(RULES.plan(want=WANT, given=tuple(given)).rules)


def _counted(value: Any) -> Any:
    if isinstance(value, Rows):
        return Rows(value.starts.view(Counted), {name: column.view(Counted) for name, column in value.columns.items()})
    return _counting(value)


def _plain(value: Any) -> Any:
    return value.view(np.ndarray) if isinstance(value, Counted) else value


def _counting(value: Any) -> Any:
    return value.view(Counted) if type(value) is np.ndarray else value
