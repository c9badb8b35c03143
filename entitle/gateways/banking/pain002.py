"""Payment status reports, ISO 20022 pain.002: whether a bank took a file, and which of its payments it refused."""
from __future__ import annotations

from dataclasses import dataclass

from entitle.gateways.banking.protocol import Outcome
from entitle.gateways.banking.xml_in import Element, NotReadable, child, parts_of, pence_in, text_of

_TAKEN = frozenset({"ACTC", "ACCP", "ACSP", "ACSC", "ACWC", "ACCC", "ACWP"})
_REFUSED = frozenset({"RJCT", "CANC"})
_MOST_DIGITS = 15


@dataclass(frozen=True)
class StatusReport:
    """What a bank says of one file (`file_code` is our message id): "taken", "part", "refused", or blank where it says
    nothing of the whole; how many payments and pence it counted in it, where it says; and of its payments, those that
    it names.
    """

    report_id: str
    file_code: str
    whole: str
    outcomes: tuple[Outcome, ...]
    payments: int | None = None
    pence: int | None = None


def read_pain002(content: bytes) -> StatusReport:
    """The report. Raises NotReadable."""
    report_id, file_code, whole = "", "", ""
    payments, pence = None, None
    outcomes: list[Outcome] = []
    for name, element in parts_of(content, "Document", "GrpHdr", "OrgnlGrpInfAndSts", "TxInfAndSts"):
        if name == "GrpHdr":
            report_id = text_of(element, "MsgId")
        elif name == "OrgnlGrpInfAndSts":
            file_code, whole = text_of(element, "OrgnlMsgId"), _whole(text_of(element, "GrpSts"))
            payments, pence = _counted(text_of(element, "OrgnlNbOfTxs"), text_of(element, "OrgnlCtrlSum"))
        elif outcome := _outcome(element):
            outcomes.append(outcome)
    if not report_id or not file_code:
        raise NotReadable("it names no report, or no file that it reports on")
    return StatusReport(report_id, file_code, whole, tuple(outcomes), payments, pence)


def _counted(payments: str, pounds: str) -> tuple[int | None, int | None]:
    """Both or neither: one of them alone proves nothing."""
    if not payments or not pounds:
        return None, None
    if not (payments.isascii() and payments.isdecimal() and len(payments) <= _MOST_DIGITS):
        raise NotReadable("a count of payments is not a number")
    return int(payments), pence_in(pounds)


def _whole(status: str) -> str:
    if status == "PART":
        return "part"
    return "taken" if status in _TAKEN else "refused" if status in _REFUSED else ""


def _outcome(element: Element) -> Outcome | None:
    """What became of one payment; None of one that still waits."""
    status, reference = text_of(element, "TxSts"), text_of(element, "OrgnlEndToEndId")
    if status not in _TAKEN | _REFUSED:
        return None
    amount = child(element, "OrgnlTxRef", "Amt", "InstdAmt")
    reason = text_of(element, "StsRsnInf", "Rsn", "Cd") or text_of(element, "StsRsnInf", "Rsn", "Prtry")
    return Outcome(reference=reference, taken=status in _TAKEN, reason_code=reason,
                   pence=None if amount is None else pence_in((amount.text or "").strip()))
