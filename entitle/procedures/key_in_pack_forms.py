"""Keep what many numbered forms say, keyed into one file: each that can be kept, and why the others cannot."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotDone
from entitle.procedures.key_in_pack_form import key_in_pack_form


@dataclass(frozen=True)
class KeyedForm:
    """One form of the file, and the line that it is on."""

    line: int
    form_code: str
    received_on: date
    who: Mapping[str, Any]
    answers: Mapping[str, Any]
    signed: bool


def key_in_pack_forms(*, forms: Sequence[KeyedForm], by: Actor, as_at: Instant) -> dict[int, str]:
    """Why a form was not kept, by its line; the others are. The same file again changes nothing."""
    refused: dict[int, str] = {}
    with transaction.atomic():
        for form in forms:
            try:
                key_in_pack_form(form_code=form.form_code, received_on=form.received_on, who=form.who,
                                 answers=form.answers, signed=form.signed, by=by, as_at=as_at)
            except NotDone as problem:
                refused[form.line] = str(problem)
    return refused
