"""Advices of wrong accounts (AWACS), as XML: a payment arrived, and its account has changed, with the new details.

UNCONFIRMED: no sample was found. The shape is that of the public account-change advices, by the one table NAMES. When a
bank gives the real names, change it only.
"""
from __future__ import annotations

import re
from datetime import date

from entitle.gateways.banking.protocol import NewDetails
from entitle.gateways.banking.xml_in import Element, NotReadable, parts_of

NAMES = {
    "document": "BACSDocument", "advice": "MessagingAdvice", "reference": "reference", "reason_code": "reason-code",
    "effective_on": "effective-date", "sort_code": "payer-sort-code", "account_number": "payer-account-number",
    "new_sort_code": "payer-new-sort-code", "new_account_number": "payer-new-account-number",
    "new_name": "payer-new-name",
}


def read_awacs(content: bytes) -> tuple[NewDetails, ...]:
    """The new details that a document proposes. Raises NotReadable."""
    return tuple(_details(advice) for _, advice in parts_of(content, NAMES["document"], NAMES["advice"]))


def _details(advice: Element) -> NewDetails:
    def said(part: str) -> str:
        return str(advice.get(NAMES[part], "")).strip()

    sort_code, number = re.sub(r"[- ]", "", said("new_sort_code")), said("new_account_number")
    if not re.fullmatch(r"[0-9]{6}", sort_code) or not re.fullmatch(r"[0-9]{8}", number) or not said("reference"):
        raise NotReadable("an advice lacks its reference, or a whole new account")
    try:
        effective_on = date.fromisoformat(said("effective_on"))
    except ValueError:
        raise NotReadable("an advice gives no day from which the account has changed") from None
    return NewDetails(reference=said("reference"), reason_code=said("reason_code"), sort_code=sort_code,
                      account_number=number, account_name=said("new_name"), effective_on=effective_on)
