"""A file of numbered forms keyed elsewhere: a line a form, a column a field of the page on which it would be keyed."""
from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from io import StringIO

from entitle.blueprint import registry
from entitle.channels.clerical.key_pack_form import to_key
from entitle.channels.clerical.read_offline import read_offline, who_of
from entitle.claims.models import PackForm
from entitle.kernel.references import read_code
from entitle.procedures.errors import NotDone
from entitle.procedures.key_in_pack_forms import KeyedForm
from entitle.questions.kinds import Repeat
from entitle.questions.question import Question

HEAD = ("form", "received_on", "signed")
_SIGNED = {"yes": True, "no": False, "": False}
_WAYS_OF_WRITING_A_DAY = ("%Y-%m-%d", "%d/%m/%Y")
_ROWS = 3
"""Of a list of several things, in the columns offered; a file may have more."""
_MOST_BYTES = 5_000_000


def columns(scheme: str) -> list[str]:
    """Every column that a file for this benefit may have, in the order of the form."""
    return [*HEAD, *(field for question in to_key(registry.scheme(scheme).claim) for field in _fields(question))]


def template(scheme: str, forms: list[PackForm]) -> str:
    """A file to fill in: a line for each of some forms, named and otherwise empty."""
    written = StringIO()
    sheet = csv.writer(written)
    sheet.writerow(columns(scheme))
    sheet.writerows([form.code] for form in forms)
    return written.getvalue()


def read_back_entry(content: bytes, *, scheme: str) -> tuple[list[KeyedForm], dict[int, str]]:
    """Each form that can be read, and why a line cannot, by its number; a line with a form alone is not filled in yet.

    What a customer wrote is never why: it is kept as it is for somebody to put right. Raises NotDone for a file that
    is none of ours.
    """
    forms: list[KeyedForm] = []
    refused: dict[int, str] = {}
    for line, row in _rows(content, scheme):
        if not any(text for name, text in row.items() if name != "form"):
            continue
        try:
            forms.append(_form(line, row, scheme))
        except NotDone as problem:
            refused[line] = str(problem)
    return forms, refused


def _rows(content: bytes, scheme: str) -> Iterator[tuple[int, dict[str, str]]]:
    if len(content) > _MOST_BYTES:
        raise NotDone("The file is larger than 5 MB. Send it in parts.")
    try:
        sheet = csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""), restkey="", strict=True)
        names = [name.strip() for name in sheet.fieldnames or ()]
        _check_names(names, scheme)
        sheet.fieldnames = names
        for row in sheet:
            if row.pop("", None):
                raise NotDone(f"Line {sheet.line_num} has more cells than there are columns.")
            yield sheet.line_num, {name: (text or "").strip() for name, text in row.items()}
    except UnicodeDecodeError as other:
        raise NotDone("Save the file as CSV UTF-8: letters with accents would be lost.") from other
    except csv.Error as problem:
        raise NotDone(f"The file cannot be read as CSV: {problem}.") from problem


def _check_names(names: list[str], scheme: str) -> None:
    """A column that is misspelt would lose what is in it."""
    missing = [name for name in HEAD if name not in names]
    if missing or len(set(names)) < len(names):
        raise NotDone(f"The first line must name each column once, {', '.join(HEAD)} among them.")
    known = set(columns(scheme))
    lists = tuple(f"{question.field_id}-" for question in registry.scheme(scheme).claim
                  if isinstance(question.kind, Repeat))
    unknown = [name for name in names if name not in known and not name.startswith(lists)]
    if unknown:
        raise NotDone(f"No question of this form has the column {', '.join(unknown)}.")


def _form(line: int, row: Mapping[str, str], scheme: str) -> KeyedForm:
    code, signed = read_code(row["form"]), _SIGNED.get(row["signed"].casefold())
    received_on = _day(row["received_on"])
    if code is None:
        raise NotDone("form: the reference was misread.")
    if received_on is None:
        raise NotDone("received_on: must be a day, like 2026-11-03 or 03/11/2026.")
    if signed is None:
        raise NotDone("signed: must be yes or no.")
    optional = [question.fact for question in registry.scheme(scheme).claim if question.optional]
    answers = read_offline(scheme=scheme, fields={name: text for name, text in row.items() if name not in HEAD},
                           passed=optional, taken_on=received_on)
    return KeyedForm(line=line, form_code=code, received_on=received_on, who=who_of(answers), answers=answers,
                     signed=signed)


def _day(written: str) -> date | None:
    for way in _WAYS_OF_WRITING_A_DAY:
        try:
            return datetime.strptime(written, way).date()  # noqa: DTZ007 - a day, and no moment
        except ValueError:
            continue
    return None


def _fields(question: Question) -> list[str]:
    kind, name = question.kind, question.field_id
    if not isinstance(kind, Repeat):
        return list(kind.fields(name))
    return [field for row in range(1, _ROWS + 1) for part in kind.questions
            for field in part.kind.fields(kind.row_name(name, row, part))]
