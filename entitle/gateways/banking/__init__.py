"""Bank files out; input reports and returned credits back."""
from entitle.gateways.banking.client import input_report, returns, submit
from entitle.gateways.banking.protocol import InputReport, ReturnedCredit
from entitle.gateways.errors import Refused, Retryable

__all__ = ["InputReport", "Refused", "ReturnedCredit", "Retryable", "input_report", "returns", "submit"]
