"""Calls and letters of years gone by."""
from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta

from entitle.contacts.models import Contact, Message
from entitle.kernel.periods import midday
from entitle.kernel.references import Reference
from entitle.simulation.copying import code_for, copy_rows, numbers_for
from entitle.simulation.marking import Happened

_REASONS = ("payment date", "change of address", "tax code", "proof of benefit", "bereavement")
_LETTER = ("Your State Pension from April", "Eich Pensiwn y Wladwriaeth o Ebrill")
_A_YEAR = 365


def load_contacts(*, customers: Sequence[int], years: int, on: date, seed: int = 7) -> list[Happened]:
    """Two calls a year and each spring's letter. Returns what history must say of them."""
    chance = random.Random(seed)
    calls = [(customer, on - timedelta(days=_A_YEAR * year + chance.randrange(1, _A_YEAR)))
             for customer in customers for year in range(years) for _ in range(2)]
    ids = numbers_for(Contact._meta.db_table, len(calls))
    copy_rows(Contact._meta.db_table, (
        ("id", "int8"), ("code", "varchar"), ("customer_id", "int8"), ("channel", "varchar"), ("direction", "varchar"),
        ("state", "varchar"), ("began_at", "timestamptz"), ("ended_at", "timestamptz"), ("reason", "varchar"),
        ("scheme", "varchar"), ("summary", "text"),
    ), ((number, code_for("CON", number), customer, "telephone", "in", "ended", midday(day),
         midday(day) + timedelta(minutes=chance.randrange(3, 25)), chance.choice(_REASONS), "", "Answered on the call.")
        for number, (customer, day) in zip(ids, calls, strict=True)))
    letters = [(customer, date(on.year - year, 3, 2)) for customer in customers for year in range(years)
               if date(on.year - year, 3, 2) < on]
    written = numbers_for(Message._meta.db_table, len(letters))
    copy_rows(Message._meta.db_table, (
        ("id", "int8"), ("code", "varchar"), ("customer_id", "int8"), ("about_kind", "varchar"),
        ("addressee", "varchar"),
        ("scheme", "varchar"), ("template", "varchar"), ("language", "varchar"), ("channels", "varchar[]"),
        ("subject", "varchar"), ("body_html", "text"), ("body_text", "text"), ("text_message", "text"),
        ("state", "varchar"),
        ("suppressed_because", "varchar"), ("created_at", "timestamptz"), ("sent_at", "timestamptz"),
        ("document_sha256", "varchar"), ("gateway_reference", "varchar"),
    ), ((number, code_for("MSG", number), customer, "", "customer", "state_pension", "earlier_letter", "en", ["letter"],
         _LETTER[0], f"<p>{_LETTER[0]} {day.year}.</p>", f"{_LETTER[0]} {day.year}.", "", "sent", "", midday(day),
         midday(day), "", "") for number, (customer, day) in zip(written, letters, strict=True)))
    return [Happened(midday(day), "contact.began", Reference("contact", number), customer)
            for number, (customer, day) in zip(ids, calls, strict=True)]
