"""The search for a person, as every staff door offers it. What is typed is posted, so that no address holds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest

from entitle.customers.queries import Match
from entitle.kernel.nino import NotANino
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor
from entitle.kernel.words import Words
from entitle.pages.answer_checks import answer_checks
from entitle.procedures.find_customer import find_customer
from entitle.questions.kinds import Date
from entitle.questions.kinds.answering import Unanswerable

_BORN = Date(called=Words("Date of birth"), past=True, optional=True)
FIELDS = ("name", "nino", "born-day", "born-month", "born-year", "postcode")


@dataclass(frozen=True)
class Search:
    """What was typed, by field; what is wrong with it; who was found, or None where nobody was looked for."""

    typed: dict[str, str]
    errors: tuple[dict[str, str], ...] = ()
    matches: list[Match] | None = None


def search(request: HttpRequest, *, by: Actor, as_at: Instant) -> Search:
    """Read the form and look. A GET, or an error, looks for nobody."""
    typed = {field: request.POST.get(field, "").strip() for field in FIELDS}
    if request.method != "POST":
        return Search(typed)
    try:
        born_on = _BORN.parse(typed, "born", checks=answer_checks(today=london_date(as_at)))
    except Unanswerable as wrong:
        return Search(typed, tuple({"text": each.message.en, "href": f"#{each.field_id}"} for each in wrong.errors))
    if not any(typed.values()):
        return Search(
            typed,
            ({"text": "Enter a name, a National Insurance number, a date of birth or a postcode", "href": "#name"},),
        )
    try:
        found = find_customer(
            name=typed["name"], nino=typed["nino"], born_on=born_on, postcode=typed["postcode"], by=by, as_at=as_at
        )
    except NotANino:
        return Search(
            typed,
            ({"text": "National Insurance number must be two letters, six numbers and a letter", "href": "#nino"},),
        )
    return Search(typed, (), found)


def as_first_contact(typed: dict[str, str]) -> dict[str, str]:
    """What was typed in a search, under the names of the fields that register someone new."""
    given, _, family = typed["name"].rpartition(" ")
    return {
        "person-name-given": given,
        "person-name-family": family,
        "person-nino": typed["nino"],
        "person-born_on-day": typed["born-day"],
        "person-born_on-month": typed["born-month"],
        "person-born_on-year": typed["born-year"],
        "home-postcode": typed["postcode"],
    }


def result_rows(matches: list[Match], address_of: Callable[[str], str]) -> list[list[dict[str, str]]]:
    """Cells for a table of who was found, the likeliest first, and why each was."""
    return [
        [
            {"text": match.name or "No name held", "href": address_of(match.code)},
            {"text": match.born_on.strftime("%-d %B %Y")},
            {"text": f"Ends {match.nino[-3:]}" if match.nino else "None held"},
            {"text": match.postcode or "None held"},
            {"text": "; ".join(match.why) + ("; has died" if match.has_died else "")},
        ]
        for match in matches
    ]
