"""Facts that the record also keeps as tables: what each does there when it is held."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from entitle.customers.models import Address, BankAccount, ContactPoint, PersonName, Relationship
from entitle.customers.names import address_key, name_keys, postcode_key
from entitle.customers.operations.rows import close, replace
from entitle.kernel.nino import parse_nino

# A step is given the customer, the value, all the facts held with it, the day it holds from, and whether it is proved.
Step = Callable[[int, Any, Mapping[str, Any], date, bool], None]


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


def _name(customer_id: int, value: Any, facts: Mapping[str, Any], from_on: date, verified: bool) -> None:
    replace(PersonName, among={"customer_id": customer_id}, fields=name_fields(value), from_on=from_on)


def _address(customer_id: int, value: Any, facts: Mapping[str, Any], from_on: date, verified: bool) -> None:
    replace(
        Address, among={"customer_id": customer_id, "kind": Address.HOME}, fields=address_fields(value), from_on=from_on
    )


def _phone(customer_id: int, value: Any, facts: Mapping[str, Any], from_on: date, verified: bool) -> None:
    """The number that the customer gives becomes the preferred one. Unless they say it is safe, that is not known."""
    _preferred(customer_id, ContactPoint.PHONE, str(value).strip(), facts.get("person.phone_is_safe"), from_on)


def _phone_is_safe(customer_id: int, value: Any, facts: Mapping[str, Any], from_on: date, verified: bool) -> None:
    if "person.phone" in facts:
        return
    point = ContactPoint.objects.filter(
        customer_id=customer_id, kind=ContactPoint.PHONE, is_preferred=True, until_on__isnull=True
    ).first()
    if point is not None:
        _preferred(customer_id, ContactPoint.PHONE, point.value, value, from_on)


def _email(customer_id: int, value: Any, facts: Mapping[str, Any], from_on: date, verified: bool) -> None:
    _preferred(customer_id, ContactPoint.EMAIL, str(value).strip(), True, from_on)


def _preferred(customer_id: int, kind: str, value: str, is_safe: bool | None, from_on: date) -> None:
    points = ContactPoint.objects.filter(customer_id=customer_id, kind=kind, until_on__isnull=True)
    ended = [point.id for point in points if point.is_preferred or point.value == value]
    if any(point.is_preferred and (point.value, point.is_safe) == (value, is_safe) for point in points):
        ended = [point.id for point in points if point.value == value and not point.is_preferred]
    if ended:
        close(points.filter(id__in=ended), on=from_on)
    if not any(point.is_preferred and point.id not in ended for point in points):
        ContactPoint.objects.create(
            customer_id=customer_id, kind=kind, value=value, is_safe=is_safe, is_preferred=True, from_on=from_on)


def _bank_account(customer_id: int, value: Any, facts: Mapping[str, Any], from_on: date, verified: bool) -> None:
    fields = {
        part: str(value.get(part) or "").strip()
        for part in ("sort_code", "account_number", "account_name", "roll_number")
    }
    fields["sort_code"] = fields["sort_code"].replace("-", "").replace(" ", "")
    replace(BankAccount, among={"customer_id": customer_id}, fields={**fields, "verified": verified}, from_on=from_on)


def _relationship(customer_id: int, value: Any, facts: Mapping[str, Any], from_on: date, verified: bool) -> None:
    """A marriage opens a row; its end closes the open one. Who the other is, this fact does not say."""
    changed_on = facts.get("person.relationship_changed_on")
    on = date.fromisoformat(changed_on) if changed_on else from_on
    married = Relationship.objects.filter(customer_id=customer_id, kind="married")
    if value != "married":
        close(married, on=on)
    elif not married.filter(until_on__isnull=True).exists():
        Relationship.objects.create(customer_id=customer_id, kind="married", from_on=on)


STEPS: dict[str, Step] = {
    "person.name": _name,
    "home.address": _address,
    "person.phone": _phone,
    "person.phone_is_safe": _phone_is_safe,
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
