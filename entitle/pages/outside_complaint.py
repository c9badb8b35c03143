"""The form of a complaint by someone who has no record: the same questions at every door."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import HttpRequest

from entitle.contacts.complaint_kinds import complaint_questions, outsider_questions
from entitle.contacts.models import OutsideComplaint
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.pages.many_questions import Read, error_list, fields_of, read_all
from entitle.procedures.make_outside_complaint import make_outside_complaint
from entitle.work import queries as work


@dataclass
class OutsideForm:
    """What is drawn; once it is sent without a mistake, what was made and by when it is answered."""

    fields: list[Any]
    errors: list[dict[str, str]] = field(default_factory=list)
    made: OutsideComplaint | None = None
    answer_by: date | None = None


def read_outside_complaint(request: HttpRequest, *, by: Actor, as_at: Instant, language: str = "en",
                           received_on: date | None = None, may_send: bool = True) -> OutsideForm:
    """A POST without mistakes makes it, unless the door still wants something (`may_send`)."""
    questions = (*outsider_questions(), *complaint_questions(on=london_date(as_at)))
    read = read_all(request, questions) if request.method == "POST" else Read()
    form = OutsideForm(list(fields_of(questions, {}, read)), error_list(read.errors))
    if request.method != "POST" or read.errors or not may_send:
        return form
    said = read.answers
    form.made = make_outside_complaint(
        name=said["outsider.name"], answer_to=said["outsider.answer_to"], category=said["complaint.category"],
        happened=said["complaint.happened"], wanted=said["complaint.wanted"] or "", language=language,
        received_on=received_on, by=by, as_at=as_at)
    [item] = work.about(Reference("outside_complaint", form.made.pk))
    form.answer_by = item.target_on
    return form
