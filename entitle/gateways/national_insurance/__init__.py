"""The National Insurance record, kept by another body."""
from entitle.gateways.errors import Refused, Retryable
from entitle.gateways.national_insurance.client import fetch, read_record
from entitle.gateways.national_insurance.protocol import Record, RecordNotFound

__all__ = ["Record", "RecordNotFound", "Refused", "Retryable", "fetch", "read_record"]
