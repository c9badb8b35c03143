"""A bank or building society account in the United Kingdom."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from entitle.kernel.words import ENGLISH, Words
from entitle.questions.kinds import paper
from entitle.questions.kinds.answering import NO_CHECKS, Checks, FieldError, on_one_line, shortened, written
from entitle.questions.kinds.kind import Asked, Kind, Spoken
from entitle.questions.kinds.view import View, component

_FIELDS: dict[str, tuple[str, Words, Words | None, str]] = {  # part of the value: field, label, hint, width
    "account_name": ("account-name", Words("Name on the account", cy="Enw ar y cyfrif"), None, ""),
    "sort_code": ("sort-code", Words("Sort code", cy="Cod didoli"),
                  Words("Must be 6 numbers, for example 30 94 30", cy="Rhaid cael 6 rhif, er enghraifft 30 94 30"),
                  "govuk-input--width-5"),
    "account_number": ("account-number", Words("Account number", cy="Rhif y cyfrif"),
                       Words("Must be 6 to 8 numbers", cy="Rhaid cael 6 i 8 rhif"), "govuk-input--width-10"),
    "roll_number": ("roll-number", Words("Building society roll number (optional)",
                                         cy="Rhif rôl cymdeithas adeiladu (dewisol)"),
                    Words("It is on your card, statement or passbook, if you have one",
                          cy="Mae ar eich cerdyn, datganiad neu lyfr cyfrif, os oes gennych un"),
                    "govuk-input--width-10"),
}
_NAME_LONGEST, _ROLL_LONGEST = 70, 18
_WRONG = {
    "account_name": Words("Enter the name on the account, {most} characters or fewer",
                          cy="Rhowch yr enw ar y cyfrif, {most} nod neu lai"),
    "sort_code": Words("Sort code must be 6 numbers, like 30 94 30. You wrote '{said}'.",
                       cy="Cod didoli: rhaid cael 6 rhif, fel 30 94 30. Rydych wedi ysgrifennu '{said}'."),
    "account_number": Words("Account number must be 6 to 8 numbers, like 00733445. You wrote '{said}'.",
                            cy="Rhif y cyfrif: rhaid cael 6 i 8 rhif, fel 00733445. Rydych wedi ysgrifennu '{said}'."),
    "roll_number": Words("Roll number must be 1 to 18 letters and numbers, with any spaces, dots, dashes or slashes. "
                         "You wrote '{said}'.",
                         cy="Rhif rôl: rhaid cael 1 i 18 llythyren a rhif, gydag unrhyw fylchau, dotiau neu linellau. "
                            "Rydych wedi ysgrifennu '{said}'."),
}
_MISSING = {
    "account_name": Words("Enter the name on the account", cy="Rhowch yr enw ar y cyfrif"),
    "sort_code": Words("Enter a sort code", cy="Rhowch god didoli"),
    "account_number": Words("Enter an account number", cy="Rhowch rif cyfrif"),
}
_NO_SUCH = Words("No bank has an account with that sort code and account number. "
                 "Check both against your card or statement.",
                 cy="Nid oes gan unrhyw fanc gyfrif â'r cod didoli a'r rhif cyfrif hynny. "
                    "Gwiriwch y ddau yn erbyn eich cerdyn neu ddatganiad.")


@dataclass(frozen=True, kw_only=True)
class BankAccount(Kind):
    """{sort_code: 6 digits, account_number: 8 digits, account_name, roll_number: '' where there is none}."""

    name: ClassVar[str] = "bank_account"

    def fields(self, name: str) -> tuple[str, ...]:
        return tuple(f"{name}-{field}" for field, *_ in _FIELDS.values())

    def read(self, posted: Mapping[str, str], name: str, checks: Checks) -> dict[str, str] | None:
        text = {part: on_one_line(written(posted, f"{name}-{field}")) for part, (field, *_) in _FIELDS.items()}
        if not any(text.values()):
            return None
        for part in ("sort_code", "account_number"):
            bare = re.sub(r"[\s\-‐‑–.]", "", text[part])
            text[part] = bare if bare.isascii() and bare.isdigit() else text[part]
        if 6 <= len(text["account_number"]) < 8 and text["account_number"].isdigit():
            text["account_number"] = text["account_number"].zfill(8)
        return text

    def check(self, value: Any, name: str, checks: Checks = NO_CHECKS) -> tuple[FieldError, ...]:
        if not isinstance(value, dict):
            return (self.nothing_said(name),)
        errors = [FieldError(f"{name}-{field}", wrong) for part, (field, *_) in _FIELDS.items()
                  if (wrong := _wrong(part, value.get(part) or ""))]
        if not errors and not checks.account_can_exist(value["sort_code"], value["account_number"]):
            errors.append(FieldError(f"{name}-sort-code", _NO_SUCH))
        return tuple(errors)

    def nothing_said(self, name: str) -> FieldError:
        return FieldError(f"{name}-account-name", self.missing or _MISSING["account_name"])

    def typed(self, value: Any, name: str) -> dict[str, str]:
        return {f"{name}-{field}": str(value.get(part) or "") for part, (field, *_) in _FIELDS.items()}

    def draw(self, view: View) -> Markup:
        return view.group(Markup("").join(component("input")({
            "id": f"{view.name}-{field}", "name": f"{view.name}-{field}", "label": {"text": view.text(label)},
            "hint": {"text": view.text(hint)} if hint else None, "value": view.holds(f"{view.name}-{field}"),
            "errorMessage": view.error(f"{view.name}-{field}"), "classes": width, "spellcheck": False,
            "inputmode": "numeric" if part in ("sort_code", "account_number") else None,
            "autocomplete": view.autocomplete("name" if part == "account_name" else ""),
        }) for part, (field, label, hint, width) in _FIELDS.items()))

    def telephone(self, question: Asked) -> Spoken:
        return Spoken(Words("Please have your card or a statement in front of you.",
                            cy="Gwnewch yn siŵr bod eich cerdyn neu ddatganiad o'ch blaen."),
                      Words("Read the sort code back in pairs and the account number in fours.",
                            cy="Darllenwch y cod didoli yn ôl mewn parau a rhif y cyfrif fesul pedwar."))

    def print(self, question: Asked, language: str = ENGLISH) -> Markup:
        sizes = {"sort_code": (2, 2, 2), "account_number": (8,), "roll_number": (18,)}
        drawn = Markup("")
        for part, (_, label, *_rest) in _FIELDS.items():
            if part in sizes:
                drawn += paper.named_boxes(*sizes[part], label=label[language])
            else:
                drawn += paper.line(label[language])
        return drawn

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": False,
                "required": ["sort_code", "account_number", "account_name"],
                "properties": {"sort_code": {"type": "string", "pattern": "^[0-9]{6}$"},
                               "account_number": {"type": "string", "pattern": "^[0-9]{8}$"},
                               "account_name": {"type": "string", "minLength": 1, "maxLength": _NAME_LONGEST},
                               "roll_number": {"type": "string", "maxLength": _ROLL_LONGEST}}}

    def summary(self, value: Any, language: str = ENGLISH) -> str:
        code = str(value["sort_code"])
        told = [str(value["account_name"]), f"{_FIELDS['sort_code'][1][language]} {code[:2]}-{code[2:4]}-{code[4:]}",
                f"{_FIELDS['account_number'][1][language]} {value['account_number']}"]
        return ", ".join(told + ([str(value["roll_number"])] if value.get("roll_number") else []))


def _wrong(part: str, text: object) -> Words | None:
    """What is wrong with one part of an account."""
    if not text:
        return _MISSING.get(part)
    said = text if isinstance(text, str) else ""
    right = {"account_name": 0 < len(said) <= _NAME_LONGEST,
             "sort_code": re.fullmatch("[0-9]{6}", said), "account_number": re.fullmatch("[0-9]{8}", said),
             "roll_number": re.fullmatch(r"[A-Za-z0-9 ./\-]{1,18}", said)}[part]
    return None if right else _WRONG[part].filled(said=shortened(str(text)), most=_NAME_LONGEST)
