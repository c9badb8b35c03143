"""Emails, text messages and printed letters, through GOV.UK Notify or what speaks like it."""
from entitle.gateways.errors import Refused, Retryable
from entitle.gateways.notify.client import failures, find, send_email, send_letter, send_sms, status
from entitle.gateways.notify.protocol import DELIVERED, FAILED, ON_ITS_WAY

__all__ = ["DELIVERED", "FAILED", "ON_ITS_WAY", "Refused", "Retryable", "failures", "find", "send_email",
           "send_letter", "send_sms", "status"]
