"""entitle verify: prove that nothing written was altered."""
from __future__ import annotations

import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from entitle.history import queries
from entitle.procedures.verify_history import verify_history

_SHOWN = 20


class Command(BaseCommand):
    help = (
        "Check every event, seal, decision, payment and transfer against its mark, and the chain against the head kept "
        "outside the database. Prints each row that was altered, removed or slipped in, and then exits with 1."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        problems = verify_history(key=settings.ENTITLE_SEAL_KEY, head_path=settings.ENTITLE_SEAL_HEAD)
        for problem in problems:
            self.stdout.write(f"{problem.where}: {problem.what}")
        if problems:
            sys.exit(1)
        self.stdout.write("History stands: nothing was altered, removed or slipped in.")
        if unused := queries.unused_numbers():
            some = ", ".join(f"{first}" if first == last else f"{first} to {last}" for first, last in unused[-_SHOWN:])
            self.stdout.write(
                f"Numbers of events that are not there: {'..., ' if len(unused) > _SHOWN else ''}{some}. A change that "
                "was undone leaves such a gap, and so would an event removed in the ten seconds before it is sealed.")
