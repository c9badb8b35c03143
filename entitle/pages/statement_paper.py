"""A customer statement as pages and paper show it: the same words, each blank said to be one."""
from __future__ import annotations

from typing import Any

from entitle.blueprint import registry
from entitle.claims.models import Statement
from entitle.customers import queries as customers
from entitle.kernel.periods import Instant, london_date
from entitle.letters.agency import agency_letters
from entitle.letters.pdf import to_pdf
from entitle.procedures.state_claim import state_claim
from entitle.questions.statement import Item

Row = dict[str, Any]


def statement_rows(items: tuple[Item, ...], language: str) -> list[Row]:
    """For the summary list: an item that may not apply says when it does."""
    only_if = {"en": "only if {}", "cy": "dim ond os {}"}[language]
    return [
        {"key": {"text": f"{item.asked} ({only_if.format(item.only_if)})" if item.only_if else item.asked},
         "value": {"text": item.said}, "classes": "" if item.is_answered else "entitle-not-answered"}
        for item in items
    ]


def statement_pdf(found: Statement, as_at: Instant, *, large_print: bool = False) -> bytes:
    """To sign and post: addressed, and with its reference to be scanned when it comes back."""
    claim, language = found.claim, found.language
    to = customers.contact_details(claim.customer_id)
    book = agency_letters()
    written = book.render("statement", language, {
        "person_name": to.name, "benefit": registry.scheme(claim.scheme).title[language], "reference": found.code,
        "on": london_date(found.made_at), "items": state_claim(claim=claim, language=language, as_at=as_at)})
    return to_pdf(written, language, found.code, large_print=large_print, written_on=london_date(as_at),
                  recipient=(to.name, *to.address_lines, to.postcode), qr_reference=found.code)
