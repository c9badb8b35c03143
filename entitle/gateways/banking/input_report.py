"""Input reports as XML: what a bank says of each file that it was handed, by the serial number in its VOL1 label.

UNCONFIRMED: no sample was found. The shape is that of the advices beside it, by the one table NAMES. When a bank gives
the real names, change it only.
"""
from __future__ import annotations

from entitle.gateways.banking.protocol import InputReport
from entitle.gateways.banking.xml_in import Element, NotReadable, children, parts_of, pence_in

NAMES = {
    "document": "BACSDocument", "file": "UserFile", "serial": "volumeSerialNumber", "report": "reportReference",
    "status": "status", "payments": "creditItemCount", "pounds": "creditValueTotal", "problem": "Error",
    "line": "line", "words": "description",
}
_STATUSES = {"ACCEPTED": True, "REJECTED": False}


def read_input_report(content: bytes) -> tuple[InputReport, ...]:
    """What a document says of each file: `file_code` is the serial number there. Raises NotReadable."""
    return tuple(_report(file) for _, file in parts_of(content, NAMES["document"], NAMES["file"]))


def _report(file: Element) -> InputReport:
    def said(part: str) -> str:
        return str(file.get(NAMES[part], "")).strip()

    serial, status, payments = said("serial"), said("status"), said("payments")
    if status not in _STATUSES or not (serial.isascii() and serial.isdecimal()):
        raise NotReadable("a file is neither accepted nor rejected, or has no serial number")
    if not (payments.isascii() and payments.isdecimal() and len(payments) < 10):
        raise NotReadable("a file has no count of its payments")
    problems = tuple(f"line {each.get(NAMES['line'], '')}: {each.get(NAMES['words'], '')}"
                     for each in children(file, NAMES["problem"]))
    return InputReport(file_code=serial, accepted=_STATUSES[status], bank_reference=said("report"),
                       payments=int(payments), pence=pence_in(said("pounds")), problems=problems)
