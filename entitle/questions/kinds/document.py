"""A file that someone sends: a photograph, a scan, a PDF."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from entitle.kernel.words import ENGLISH, Words
from entitle.questions.kinds import paper, phrases
from entitle.questions.kinds.answering import NO_CHECKS, Checks, FieldError, NotKept, Unanswerable
from entitle.questions.kinds.kind import Asked, Kind, Spoken
from entitle.questions.kinds.view import View, component

_HINT = Words("A PDF, JPG, PNG or Word file of 10 MB or less. You can take a photo of it, or send it later.",
              cy="Ffeil PDF, JPG, PNG neu Word o 10 MB neu lai. Gallwch dynnu llun ohono, neu ei anfon yn nes ymlaen.")
_EMPTY = Words("'{written}' is empty. Choose another file.", cy="Mae '{written}' yn wag. Dewiswch ffeil arall.")
_TOO_BIG = Words("'{written}' is too big. It must be {most} MB or less.",
                 cy="Mae '{written}' yn rhy fawr. Rhaid iddi fod yn {most} MB neu lai.")
_ATTACHED = Words("File attached", cy="Ffeil wedi'i hatodi")
_ENCLOSED = Words("I am sending this with the form", cy="Rwy'n anfon hwn gyda'r ffurflen")
_BROWSER_ALLOWS = ".pdf,.jpg,.jpeg,.png,.docx,application/pdf,image/jpeg,image/png"


@dataclass(frozen=True, kw_only=True)
class Document(Kind):
    """A file. The value is the reference that the door's `keep` gave once it had scanned and stored it."""

    name: ClassVar[str] = "document"
    nothing: ClassVar[Words] = Words("{called}: choose a file", cy="{called}: dewiswch ffeil")
    at_most_bytes: int = 10 * 1024 * 1024

    def read(self, posted: Mapping[str, str], name: str, checks: Checks) -> str | None:
        upload = checks.uploads.get(name)
        if upload is None or not upload.file_name:
            return checks.held.get(name)
        if not upload.content:
            raise Unanswerable([self.error(name, _EMPTY, upload.file_name)])
        if len(upload.content) > self.at_most_bytes:
            raise Unanswerable([self.error(name, _TOO_BIG, upload.file_name, most=self.at_most_bytes // (1024 * 1024))])
        try:
            return checks.keep(upload)
        except NotKept as problem:
            raise Unanswerable([FieldError(name, problem.words)]) from problem

    def check(self, value: Any, name: str, checks: Checks = NO_CHECKS) -> tuple[FieldError, ...]:
        return () if isinstance(value, str) and value else (self.nothing_said(name),)

    def is_blank(self, posted: Mapping[str, str], name: str) -> bool:
        return True

    def typed(self, value: Any, name: str) -> dict[str, str]:
        return {}

    def draw(self, view: View) -> Markup:
        return component("file-upload")({
            "id": view.name, "name": view.name, "label": view.label(), "hint": view.hinted(_HINT),
            "errorMessage": view.error(view.name), "attributes": {"accept": _BROWSER_ALLOWS}})

    def telephone(self, question: Asked) -> Spoken:
        return Spoken(Words("You can send it online or by post. You do not need it today.",
                            cy="Gallwch ei anfon ar-lein neu drwy'r post. Nid oes ei angen arnoch heddiw."),
                      Words("Go on without it; a request for it can be sent.",
                            cy="Ewch ymlaen hebddo; gellir anfon cais amdano."))

    def print(self, question: Asked, language: str = ENGLISH) -> Markup:
        return paper.ticks([_ENCLOSED[language]], phrases.TICK_IF[language])

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1, "description": "reference of a file sent before"}

    def summary(self, value: Any, language: str = ENGLISH) -> str:
        return _ATTACHED[language]
