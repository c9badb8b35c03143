"""Harder questions that only the customer should know the answers to, as far as the record has them."""
from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass

from entitle.contacts.step_up import step_up_words
from entitle.customers import queries as customers
from entitle.kernel.money import parse_pounds
from entitle.kernel.words import Words
from entitle.payments import queries as payments

_NINO, _FOUR_NUMBERS = re.compile(r"[A-Z]{2}\d{6}[A-D]"), re.compile(r"\d{4}")


class Unreadable(ValueError):
    """What was typed is no answer of that kind: it is not counted."""


@dataclass(frozen=True)
class HarderQuestion:
    """`is_right` says whether what was typed is what the record has; raises Unreadable."""

    name: str
    ask: Words
    hint: str
    is_right: Callable[[str], bool]


def harder_questions(*, customer_id: int, contact_code: str) -> list[HarderQuestion]:
    """Those that the record can answer, in an order of each contact's own."""
    customer, account = customers.by_id(customer_id), customers.trusted_bank_account(customer_id)
    sent = next((each.payment for each in payments.of_customer(customer_id=customer_id) if each.state == "sent"), None)
    known: dict[str, Callable[[str], bool]] = {}
    if customer.nino:
        known["nino"] = lambda typed: _as(_NINO, typed) == customer.nino
    if account is not None:
        known["account"] = lambda typed: _as(_FOUR_NUMBERS, typed) == account.account_number[-4:]
    if sent is not None:
        known["last_payment"] = lambda typed: _pence(typed) == sent.pence
    questions = [HarderQuestion(name, step_up_words(name).ask, step_up_words(name).hint, is_right)
                 for name, is_right in known.items()]
    return sorted(questions, key=lambda each: hashlib.sha256(f"{contact_code} {each.name}".encode()).digest())


def _as(shape: re.Pattern[str], typed: str) -> str:
    read = re.sub(r"[\s-]", "", typed).upper()
    if not shape.fullmatch(read):
        raise Unreadable("That does not look like an answer. Ask them to say it again.")
    return read


def _pence(typed: str) -> int:
    try:
        return int(parse_pounds(typed))
    except ValueError as problem:
        raise Unreadable(f"It {problem}") from problem
