"""One National Insurance number, one record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction


class DuplicateNino(ValueError):
    """Another record has that National Insurance number. It does not say whose: that record may be restricted."""


@contextmanager
def nino_once() -> Iterator[None]:
    """Turns the database's refusal of a second record with one number into words. What was done inside is undone."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as refused:
        if "customer_nino_once" not in str(refused):
            raise
        raise DuplicateNino(
            "a record with this National Insurance number is already held; find it instead"
        ) from refused
