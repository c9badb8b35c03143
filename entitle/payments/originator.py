"""Who pays: the agency's Bacs user and account, from the settings."""
from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from entitle.payments.bacs.standard18 import Originator

_DEMONSTRATION = {"user_number": "999999", "name": "ENTITLE DEMO", "sort_code": "000000", "account_number": "00000000"}


def originator() -> Originator:
    """ENTITLE_BACS_ORIGINATOR: user_number, name, sort_code, account_number. Only a demonstration may go without."""
    given: dict[str, Any] | None = getattr(settings, "ENTITLE_BACS_ORIGINATOR", None)
    if not given and not settings.ENTITLE_DEMO:
        raise ImproperlyConfigured("ENTITLE_BACS_ORIGINATOR is not set: a bank file needs the agency's own account")
    try:
        return Originator(**(given or _DEMONSTRATION))
    except (TypeError, ValueError) as problem:
        raise ImproperlyConfigured(f"ENTITLE_BACS_ORIGINATOR: {problem}") from problem
