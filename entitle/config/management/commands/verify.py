"""entitle verify: was anything in history, or what it refers to, altered?"""
from __future__ import annotations

import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from rich.console import Console

from entitle.decisions import queries as decisions
from entitle.history import queries as history
from entitle.history.verify import DigestSource
from entitle.payments import queries as payments

DIGEST_SOURCES: dict[str, DigestSource] = {
    "decision": decisions.digests,
    "payment": payments.digests,
    "transfer": payments.transfer_digests,
}


class Command(BaseCommand):
    help = ("Check the seals of history, the head kept outside the database, and every decision and payment that "
            "history refers to. Names each row that was altered, removed or slipped in, and then exits with 1.")

    def handle(self, *args: Any, **options: Any) -> None:
        with Console(stderr=True).status("Verifying history"):
            problems = history.verify(key=settings.ENTITLE_SEAL_KEY, head_path=settings.ENTITLE_SEAL_HEAD,
                                      digest_sources=DIGEST_SOURCES)
        for problem in problems:
            self.stdout.write(f"{problem.where}: {problem.what}")
        if problems:
            sys.exit(1)
        self.stdout.write("History stands as it was written.")
