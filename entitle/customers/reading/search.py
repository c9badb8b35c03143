"""Finding a customer from whatever the caller can say: at most 50 candidates from indexes, then scored here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from entitle.customers.models import Address, Customer, PersonName
from entitle.customers.names import postcode_key
from entitle.customers.reading.candidates import CANDIDATES, by_keys, by_trigrams, dates_near, numbers_near, ranked
from entitle.customers.reading.customer import numbered
from entitle.customers.reading.score import Asked, Found, scored
from entitle.kernel.nino import NotANino, parse_nino

STRONG = 0.93


@dataclass(frozen=True)
class Match:
    """A customer who may be the one, and why: each reason is a fact asked for and how well it fits."""

    customer_id: int
    code: str
    name: str
    born_on: date
    nino: str
    postcode: str
    score: float
    why: tuple[str, ...]
    is_restricted: bool
    has_died: bool


class NothingAsked(ValueError):
    """A search needs a name, a National Insurance number, a date of birth or a postcode."""


def find(
    *,
    name: str = "",
    nino: str = "",
    born_on: date | None = None,
    postcode: str = "",
    limit: int = 20,
    see_restricted: bool = False,
) -> list[Match]:
    """Customers who fit what is known, the best first. Slips, accents, apostrophes and former names are forgiven.

    Restricted records are found only with `see_restricted`. Raises NothingAsked; NotANino where only a number is
    asked for and it is not one.
    """
    asked = Asked(
        name=name.strip(),
        nino=_nino(nino, alone=not (name.strip() or born_on or postcode.strip())),
        born_on=born_on,
        postcode=postcode_key(postcode),
    )
    if not asked.anything:
        raise NothingAsked("type a name, a National Insurance number, a date of birth or a postcode")
    matches = _score(asked, _exact(asked, see_restricted), see_restricted)
    if (
        len([match for match in matches if match.score >= STRONG]) < limit
        and (asked.name or asked.nino)
        and (not matches or matches[0].score < STRONG or asked.only_name)
    ):
        seen = {match.customer_id for match in matches}
        matches += [
            match
            for match in _score(asked, _near(asked, see_restricted), see_restricted)
            if match.customer_id not in seen
        ]
    return sorted(matches, key=lambda match: (-match.score, match.customer_id))[:limit]


def _nino(written: str, *, alone: bool) -> str:
    if not written.strip():
        return ""
    try:
        return parse_nino(written)[:8]
    except NotANino:
        if alone:
            raise
        return ""


def _exact(asked: Asked, see_restricted: bool) -> set[int]:
    """Candidates by each fact as it was given."""
    found: set[int] = set()
    if asked.nino:
        found.update(_allowed(numbered([asked.nino]), see_restricted).values_list("id", flat=True))
    for also in asked.facts_beside_name():
        found.update(ranked(also, asked.name, see_restricted))
    if asked.name:
        found.update(ranked(by_keys(asked.name), asked.name, see_restricted))
    return found


def _near(asked: Asked, see_restricted: bool) -> set[int]:
    """Candidates by a number or a name with a slip in it, and by dates that are easily written for the one given."""
    found: set[int] = set()
    if asked.nino:
        near = _allowed(numbered(numbers_near(asked.nino)), see_restricted)
        found.update(near.values_list("id", flat=True)[:CANDIDATES])
    if asked.name and asked.born_on:
        found.update(ranked(Q(customer__born_on__in=dates_near(asked.born_on)), asked.name, see_restricted))
    if asked.name:
        found.update(ranked(by_trigrams(asked.name), asked.name, see_restricted))
    return found


def _allowed(customers, see_restricted: bool):  # type: ignore[no-untyped-def]
    return customers if see_restricted else customers.filter(is_restricted=False)


def _score(asked: Asked, customer_ids: Iterable[int], see_restricted: bool) -> list[Match]:
    """Load the candidates whole, in three statements, and keep those that fit."""
    ids = list(customer_ids)[: CANDIDATES * 4]
    if not ids:
        return []
    customers = _allowed(Customer.objects.filter(id__in=ids), see_restricted)
    names, addresses = _gathered(PersonName, ids), _gathered(Address, ids)
    matches = []
    for customer in customers:
        current = [row for row in names.get(customer.id, []) if row.until_on is None]
        homes = [row for row in addresses.get(customer.id, []) if not row.is_hidden]
        found = Found(
            names=tuple(f"{row.given} {row.known_as} {row.family}" for row in names.get(customer.id, [])),
            nino=customer.nino or "",
            born_on=customer.born_on,
            postcodes=tuple(row.key_postcode for row in homes),
        )
        score, why = scored(asked, found)
        if why:
            matches.append(
                Match(
                    customer_id=customer.id,
                    code=customer.code,
                    born_on=customer.born_on,
                    nino=customer.nino or "",
                    name=f"{current[0].given} {current[0].family}".strip() if current else "",
                    postcode=next((row.postcode for row in homes if row.until_on is None), ""),
                    score=score,
                    why=why,
                    is_restricted=customer.is_restricted,
                    has_died=customer.died_on is not None,
                )
            )
    return matches


def _gathered(model: type[PersonName] | type[Address], ids: list[int]) -> dict[int, list]:  # type: ignore[type-arg]
    rows: dict[int, list] = {}  # type: ignore[type-arg]
    for row in model.objects.filter(customer_id__in=ids).order_by("-id"):
        rows.setdefault(row.customer_id, []).append(row)
    return rows
