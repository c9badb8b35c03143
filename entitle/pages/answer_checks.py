"""What every door asks the world about an answer: the day it is, and whether an account can exist."""
from __future__ import annotations

from datetime import date
from typing import Any

from entitle.customers import queries as customers
from entitle.questions.kinds.answering import Checks


def answer_checks(*, today: date, **more: Any) -> Checks:
    """`more` are whatever else of Checks a door hands in: what keeps a file, what it kept before."""
    return Checks(today=today, account_can_exist=customers.account_can_exist, **more)
