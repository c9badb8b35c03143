"""Documents from a bank, read a part at a time: nothing outside them is fetched, and no entity of their own is read."""
from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from io import BytesIO
from typing import Any, TypeAlias

from lxml import etree

Element: TypeAlias = Any
"""An element of lxml's, which tells no types."""


_POUNDS_DIGITS = 16
"""ISO 20022 carries amounts of eighteen digits, the pence among them; more would not fit the ledger."""


class NotReadable(ValueError):
    """The document is not what its kind says; the message tells what was wrong, and never what was in it."""


def parts_of(content: bytes, root: str, *names: str) -> Iterator[tuple[str, Element]]:
    """Each element of those names as it ends, by its name without namespace; it is emptied after its turn.

    Raises NotReadable for what is not XML, or defines entities; and in the end, where it began as other than `root`.
    """
    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content:
        raise NotReadable("it defines entities of its own, which no bank's document does")
    parts = etree.iterparse(BytesIO(content), tag=[f"{{*}}{name}" for name in names], resolve_entities=False,
                            no_network=True, load_dtd=False, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        for _, element in parts:
            yield local_name(element), element
            element.clear(keep_tail=False)
    except etree.XMLSyntaxError as error:
        raise NotReadable(f"it is not well-formed XML (line {error.lineno or 0})") from None
    if (name := local_name(parts.root)) != root:
        raise NotReadable(f"it is a {name[:40]}, not a {root}")


def local_name(element: Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def text_of(element: Element, *path: str) -> str:
    """The text at a path of names below an element; blank where there is none."""
    found = child(element, *path)
    return "" if found is None or found.text is None else found.text.strip()


def child(element: Element, *path: str) -> Element | None:
    """The first element at a path of names; None where there is none."""
    for name in path:
        for inside in element:
            if local_name(inside) == name:
                element = inside
                break
        else:
            return None
    return element


def children(element: Element, name: str) -> Iterator[Element]:
    """The elements of a name directly inside another."""
    return (inside for inside in element if local_name(inside) == name)


def pence_in(written: str) -> int:
    """Pence of an amount in pounds, exact, of at most as many digits as a message may hold. Raises NotReadable."""
    try:
        pounds = Decimal(written)
        pence = pounds * 100
        if pounds.adjusted() >= _POUNDS_DIGITS or pence != int(pence) or pence < 0:
            raise InvalidOperation
    except (ArithmeticError, ValueError):
        raise NotReadable("an amount is not pounds and pence") from None
    return int(pence)
