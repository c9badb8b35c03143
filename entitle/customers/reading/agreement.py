"""Whether what someone says of themselves agrees with the record: told as yes or no, and nothing more."""
from __future__ import annotations

from collections.abc import Mapping

from entitle.customers.models import Address, PersonName
from entitle.customers.names import likeness, postcode_key, same_name

_GOOD_ENOUGH = 0.85


def name_agrees(customer_id: int, name: Mapping[str, str]) -> bool:
    """Whether any name that the customer has had is this one, allowing for a slip of the pen."""
    written = f"{name.get('given', '')} {name.get('family', '')}"
    held = PersonName.objects.filter(customer_id=customer_id)
    return any(likeness(written, f"{each.given} {each.family}") >= _GOOD_ENOUGH for each in held)


def name_is_same(customer_id: int, name: Mapping[str, str]) -> bool:
    """Whether any name that the customer has had is this one, however it is written, and with no slip of the pen."""
    held = PersonName.objects.filter(customer_id=customer_id)
    return any(same_name(name, {"given": given, "family": each.family})
               for each in held for given in (each.given, each.known_as))


def postcode_agrees(customer_id: int, postcode: str) -> bool:
    """Whether the customer lives, or has lived, at that postcode. A record with no address cannot disagree."""
    addresses = Address.objects.filter(customer_id=customer_id).exclude(key_postcode="")
    held = set(addresses.values_list("key_postcode", flat=True))
    return not held or postcode_key(postcode) in held
