"""What a customer is called, where they live, how they are safely reached, and where they are paid."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from entitle.customers.models import Address, BankAccount, ContactPoint, Customer, PersonName
from entitle.customers.reading.one_row import one_row
from entitle.facts.dictionary import TIMES_TO_CALL
from entitle.questions.kinds.phone import Phone, dialled


@dataclass(frozen=True)
class ContactDetails:
    """All that is needed to write to a customer, in four statements. Numbers and email are only those safe to use."""

    customer_id: int
    name: str
    language: str
    letter_format: str
    address_lines: tuple[str, ...]
    postcode: str
    numbers: tuple[str, ...]
    reached_on: tuple[str, ...]
    """The same numbers for staff to read, each with when it is safe where they said so."""
    email: str
    has_died: bool


def contact_details(customer_id: int, *, on: date | None = None) -> ContactDetails:
    """Of now; with `on`, the numbers and email that were held and safe that day. Raises Customer.DoesNotExist."""
    customer = Customer.objects.get(id=customer_id)
    address, points = address_for_letters(customer_id), _to_use(customer_id, on=on)
    numbers = [point for point in points if point.kind == ContactPoint.PHONE]
    return ContactDetails(
        customer_id=customer_id,
        name=names_of([customer_id]).get(customer_id, ""),
        language=customer.language,
        letter_format=customer.letter_format,
        address_lines=tuple(address.lines) if address else (),
        postcode=address.postcode if address else "",
        numbers=tuple(point.value for point in numbers),
        reached_on=tuple(_with_times(point) for point in numbers),
        email=_first_email(points),
        has_died=customer.died_on is not None,
    )


def names(customer_id: int) -> list[PersonName]:
    """Every name, the newest first."""
    return list(PersonName.objects.filter(customer_id=customer_id).order_by("-from_on", "-id"))


def current_name(customer_id: int) -> PersonName | None:
    """What they are called now."""
    return PersonName.objects.filter(customer_id=customer_id, until_on__isnull=True).first()


def names_of(customer_ids: Collection[int]) -> dict[int, str]:
    """What several customers are called now, as one line each: one statement."""
    found = PersonName.objects.filter(customer_id__in=customer_ids, until_on__isnull=True)
    return {
        customer_id: f"{given} {family}".strip()
        for customer_id, given, family in found.values_list("customer_id", "given", "family")
    }


def addresses(customer_id: int, *, see_hidden: bool = False) -> list[Address]:
    """Every address, the newest first; hidden ones only where they may be seen."""
    found = Address.objects.filter(customer_id=customer_id)
    return list((found if see_hidden else found.filter(is_hidden=False)).order_by("-from_on", "-id"))


def current_address(customer_id: int, *, kind: str = Address.HOME) -> Address | None:
    """Where they live, or where letters go, now."""
    return Address.objects.filter(customer_id=customer_id, kind=kind, until_on__isnull=True).first()


def address_for_letters(customer_id: int) -> Address | None:
    """Where letters go now: where they asked for them, else where they live."""
    by_kind = {each.kind: each for each in Address.objects.filter(
        customer_id=customer_id, kind__in=(Address.LETTERS, Address.HOME), until_on__isnull=True)}
    return by_kind.get(Address.LETTERS) or by_kind.get(Address.HOME)


def contact_points(customer_id: int) -> list[ContactPoint]:
    """Every number and email address, safe or not, for staff to manage: never to dial from."""
    return list(ContactPoint.objects.filter(customer_id=customer_id).order_by("-from_on", "-id"))


def numbers_to_use(customer_id: int) -> tuple[str, ...]:
    """Numbers that the customer said are safe, the preferred first. One not known to be safe is not among them."""
    return tuple(point.value for point in _to_use(customer_id) if point.kind == ContactPoint.PHONE)


def only_one_with_number(number: str) -> Customer | None:
    """Whoever alone, of the living, rings from this number; None where nobody does, or several in one home do.

    Held as a network dials it (+447700900123) or as people write it (07700 900123), it is the same number.
    """
    full = dialled(number)
    if full is None:
        return None
    found = Customer.objects.filter(
        contact_points__kind=ContactPoint.PHONE, contact_points__until_on__isnull=True, died_on__isnull=True,
        contact_points__value__in=[full, full.replace("+44", "0"), Phone().summary(full)])
    several = list(found.distinct()[:2])
    return several[0] if len(several) == 1 else None


def email_to_use(customer_id: int) -> str:
    """The email address that is safe to use, or ''."""
    return _first_email(_to_use(customer_id))


def _first_email(points: list[ContactPoint]) -> str:
    return next((point.value for point in points if point.kind == ContactPoint.EMAIL), "")


def _to_use(customer_id: int, *, on: date | None = None) -> list[ContactPoint]:
    """Numbers and email addresses: one statement."""
    then = Q(until_on__isnull=True)
    if on is not None:
        then = (then | Q(until_on__gt=on)) & Q(from_on__lte=on)
    found = ContactPoint.objects.filter(then, customer_id=customer_id, is_safe=True)
    return list(found.order_by("-is_preferred", "-from_on", "-id"))


def _with_times(point: ContactPoint) -> str:
    said = {choice.value: choice.label.en.lower() for choice in TIMES_TO_CALL}
    return f"{point.value} ({said[point.times]})" if point.times in said else point.value


def bank_accounts(customer_id: int) -> list[BankAccount]:
    """Every account they were paid into, the newest first."""
    return list(BankAccount.objects.filter(customer_id=customer_id).order_by("-from_on", "-id"))


def current_bank_account(customer_id: int) -> BankAccount | None:
    """Where they are paid now."""
    return one_row(BankAccount, "where customer_id = %s and until_on is null", customer_id)
