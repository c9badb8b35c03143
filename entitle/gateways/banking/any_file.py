"""Any file that a bank sends, told apart by what it begins with."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree

from entitle.gateways.banking.arucs import read_arucs
from entitle.gateways.banking.awacs import read_awacs
from entitle.gateways.banking.camt053 import Statement, read_camt053
from entitle.gateways.banking.input_report import read_input_report
from entitle.gateways.banking.pain002 import StatusReport, read_pain002
from entitle.gateways.banking.protocol import InputReport, NewDetails, ReturnedCredit
from entitle.gateways.banking.xml_in import NotReadable, local_name

_DEEPEST = 3


@dataclass(frozen=True)
class BankDocument:
    """A file that was read: its kind, and what it says. Only what its kind holds is filled.

    Credits that came back are read as they are taken, once: they may be very many. Taking them raises NotReadable.
    """

    kind: str
    reports: tuple[InputReport, ...] = ()
    statuses: tuple[StatusReport, ...] = ()
    returned: Iterable[ReturnedCredit] = ()
    details: tuple[NewDetails, ...] = ()
    statements: tuple[Statement, ...] = ()


_READERS: dict[tuple[str, str], tuple[str, str, Callable[[bytes], Any]]] = {
    ("Document", "CstmrPmtStsRpt"): ("pain.002", "statuses", lambda content: (read_pain002(content),)),
    ("Document", "BkToCstmrStmt"): ("camt.053", "statements", read_camt053),
    ("BACSDocument", "ARUCS"): ("ARUCS", "returned", read_arucs),
    ("BACSDocument", "MessagingAdvices"): ("AWACS", "details", read_awacs),
    ("BACSDocument", "InputReport"): ("input report", "reports", read_input_report),
}
KINDS = tuple(kind for kind, _, _ in _READERS.values())


def read_any(content: bytes) -> BankDocument:
    """The file, by its root and what is first inside. Raises NotReadable, which names the kinds that can be read."""
    root, *inside = _names(content)
    for name in inside:
        if found := _READERS.get((root, name)):
            kind, part, read = found
            return BankDocument(kind, **{part: read(content)})
    raise NotReadable(f"it begins as '{root[:40]}', and is none of: {', '.join(KINDS)}")


def _names(content: bytes) -> list[str]:
    """The names of the first element and of the first inside each other, as deep as a kind can be told."""
    if b"<!DOCTYPE" in content[:4096]:
        raise NotReadable("it defines entities of its own, which no bank's document does")
    try:
        return list(_first_names(content)) or [""]
    except etree.XMLSyntaxError:
        raise NotReadable("it is not XML") from None


def _first_names(content: bytes) -> Iterator[str]:
    begun = etree.iterparse(BytesIO(content), events=("start",), resolve_entities=False, no_network=True,
                            load_dtd=False, huge_tree=True, remove_comments=True, remove_pis=True)
    for depth, (_, element) in enumerate(begun, start=1):
        yield local_name(element)
        if depth == _DEEPEST:
            return
