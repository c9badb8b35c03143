"""entitle verify: prove that nothing written was altered."""
from __future__ import annotations

import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from entitle.procedures.verify_history import verify_history


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
