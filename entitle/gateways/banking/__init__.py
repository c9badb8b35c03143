"""Bank files out; whatever a bank sends back in."""
from entitle.gateways.banking.any_file import KINDS, BankDocument, read_any
from entitle.gateways.banking.client import input_report, returns, submit
from entitle.gateways.banking.protocol import InputReport, ReturnedCredit
from entitle.gateways.banking.xml_in import NotReadable
from entitle.gateways.errors import Refused, Retryable

__all__ = [
    "KINDS", "BankDocument", "InputReport", "NotReadable", "Refused", "ReturnedCredit", "Retryable", "input_report",
    "read_any", "returns", "submit",
]
