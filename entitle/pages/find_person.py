"""The search for a person, as every staff door offers it. What is typed is posted, so that no address holds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from entitle.customers.queries import Match
from entitle.kernel.nino import NotANino
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.find_customer import find_customer

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
        born_on = _born_on(typed)
    except ValueError:
        return Search(typed, ({"text": "Date of birth must be a real date", "href": "#born-day"},))
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


def _born_on(typed: dict[str, str]) -> date | None:
    parts = [typed["born-year"], typed["born-month"], typed["born-day"]]
    return date(*(int(part) for part in parts)) if any(parts) else None
