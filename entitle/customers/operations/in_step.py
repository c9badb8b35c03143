"""Facts that the record also keeps as tables: what each does there when it is held."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model

from entitle.customers.models import Address, BankAccount, ContactPoint, PersonName, Relationship
from entitle.customers.names import address_key, name_keys, postcode_key
from entitle.customers.operations.rows import Together
from entitle.kernel.nino import parse_nino


@dataclass(frozen=True)
class Holding:
    """Facts held together: of whom, which (as stored), from what day, whether proved, what was open, what to write."""

    customer_id: int
    facts: Mapping[str, Any]
    from_on: date
    verified: bool
    open: Mapping[type[Model], list[dict[str, Any]]]
    writes: Together


Step = Callable[[Holding, Any], None]


def name_fields(value: Mapping[str, Any]) -> dict[str, Any]:
    """A name's columns with its keys, from {given, family, known_as}."""
    given, family, known_as = (str(value.get(part) or "").strip() for part in ("given", "family", "known_as"))
    keys = name_keys(given=given, family=family, known_as=known_as)
    return {
        "given": given,
        "family": family,
        "known_as": known_as,
        "key_normal": keys.normal,
        "key_phonetic": keys.phonetic,
        "trigrams": keys.trigrams,
    }


def address_fields(value: Mapping[str, Any]) -> dict[str, Any]:
    """An address's columns with its keys, from {lines, postcode}."""
    lines, postcode = (
        [line for line in value.get("lines", []) if line],
        str(value.get("postcode") or "").strip().upper(),
    )
    return {
        "lines": lines,
        "postcode": postcode,
        "key_postcode": postcode_key(postcode),
        "key_normal": address_key(lines, postcode),
    }


def _keep(now: Holding, model: type[Model], *, among: Mapping[str, Any], fields: Mapping[str, Any]) -> None:
    """Close the open rows that `among` picks out and open one with `fields`, unless one says the same already."""
    rows = [row for row in now.open[model] if all(row[name] == value for name, value in among.items())]
    if any(all(row[name] == value for name, value in fields.items()) for row in rows):
        return
    _end(now, model, rows)
    now.writes.insert(model, customer_id=now.customer_id, **among, **fields, from_on=now.from_on)


def _end(now: Holding, model: type[Model], rows: Collection[Mapping[str, Any]], *, on: date | None = None) -> None:
    now.writes.end(model, [row["id"] for row in rows], on=on or now.from_on)


def _name(now: Holding, value: Any) -> None:
    _keep(now, PersonName, among={}, fields=name_fields(value))


def _address(now: Holding, value: Any) -> None:
    _keep(now, Address, among={"kind": Address.HOME}, fields=address_fields(value))


def _phone(now: Holding, value: Any) -> None:
    """The number that the customer gives becomes the preferred one. Unless they say it is safe, that is not known."""
    _preferred(now, ContactPoint.PHONE, str(value).strip(), now.facts.get("person.phone_is_safe"),
               now.facts.get("person.phone_times"))


def _of_phone(now: Holding, value: Any) -> None:
    """Whether it is safe, or when, was said of the number that we have."""
    if "person.phone" in now.facts:
        return
    for point in now.open[ContactPoint]:
        if point["kind"] == ContactPoint.PHONE and point["is_preferred"]:
            _preferred(now, ContactPoint.PHONE, point["value"],
                       now.facts.get("person.phone_is_safe", point["is_safe"]), now.facts.get("person.phone_times"))


def _other_phone(now: Holding, value: Any) -> None:
    """It takes the place of those kept beside the preferred one."""
    number = str(value).strip()
    if any(point["is_preferred"] and point["value"] == number for point in now.open[ContactPoint]):
        return
    _keep(now, ContactPoint, among={"kind": ContactPoint.PHONE, "is_preferred": False},
          fields={"value": number, "is_safe": now.facts.get("person.other_phone_is_safe"),
                  "times": now.facts.get("person.other_phone_times") or ""})


def _email(now: Holding, value: Any) -> None:
    _preferred(now, ContactPoint.EMAIL, str(value).strip(), True)


def _preferred(now: Holding, kind: str, value: str, is_safe: bool | None, times: str | None = None) -> None:
    beside = [point for point in now.open[ContactPoint]
              if (point["kind"], point["value"], point["is_preferred"]) == (kind, value, False)]
    said = next((point["times"] for point in now.open[ContactPoint]
                 if (point["kind"], point["value"]) == (kind, value)), "")
    _end(now, ContactPoint, beside)
    _keep(now, ContactPoint, among={"kind": kind, "is_preferred": True},
          fields={"value": value, "is_safe": is_safe, "times": said if times is None else times})


def _bank_account(now: Holding, value: Any) -> None:
    """While an appointee is paid, the customer's own account is only noted: they are paid into it again afterwards.
    The same account said again is held back as before."""
    fields = {
        part: str(value.get(part) or "").strip()
        for part in ("sort_code", "account_number", "account_name", "roll_number")
    }
    fields["sort_code"] = fields["sort_code"].replace("-", "").replace(" ", "")
    if any(row["representative_id"] is not None for row in now.open[BankAccount]):
        now.writes.insert(BankAccount, customer_id=now.customer_id, **fields, verified=now.verified,
                          from_on=now.from_on, until_on=now.from_on)
        return
    held = any(row["is_held"] and row["sort_code"] == fields["sort_code"]
               and row["account_number"] == fields["account_number"] for row in now.open[BankAccount])
    _keep(now, BankAccount, among={}, fields={**fields, "verified": now.verified, "is_held": held})


def _relationship(now: Holding, value: Any) -> None:
    """A marriage opens a row; its end closes the open one. Who the other is, this fact does not say."""
    changed_on = now.facts.get("person.relationship_changed_on")
    on = date.fromisoformat(changed_on) if changed_on else now.from_on
    married = [row for row in now.open[Relationship] if row["kind"] == "married"]
    if value != "married":
        _end(now, Relationship, married, on=on)
    elif not married:
        now.writes.insert(Relationship, customer_id=now.customer_id, kind="married", from_on=on)


STEPS: dict[str, Step] = {
    "person.name": _name,
    "home.address": _address,
    "person.phone": _phone,
    "person.phone_is_safe": _of_phone,
    "person.phone_times": _of_phone,
    "person.other_phone": _other_phone,
    "person.email": _email,
    "person.bank_account": _bank_account,
    "person.relationship": _relationship,
}
COLUMNS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "person.born_on": ("born_on", date.fromisoformat),
    "person.sex": ("sex", str),
    "person.nino": ("nino", parse_nino),
    "person.language": ("language", str),
    "person.letter_format": ("letter_format", str),
    "person.died_on": ("died_on", date.fromisoformat),
}
"""Facts that are columns of the customer's own row, and how each is read: all are set in one statement."""
