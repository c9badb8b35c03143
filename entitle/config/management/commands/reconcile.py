"""entitle reconcile: hold awards, payments, ledger, files and bank of a day against each other."""
from __future__ import annotations

import sys
from argparse import ArgumentParser
from datetime import date, timedelta
from typing import Any

from django.core.management.base import BaseCommand

from entitle.config import arguments
from entitle.gateways import clock
from entitle.kernel.money import pounds
from entitle.procedures.reconcile_day import reconcile_day


class Command(BaseCommand):
    help = (
        "Hold awards, payments, ledger, bank files and bank statements against each other for the money that arrives "
        "on a day. Prints each source's count and sum, and whatever disagrees; where anything does, it ends with 1."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--on", type=arguments.day, metavar="DATE", help="the day; without it, yesterday")

    def handle(self, *args: Any, on: date | None, **options: Any) -> None:
        found = reconcile_day(on=on or clock.today() - timedelta(days=1), as_at=clock.now())
        self.stdout.write(f"{found.on}")
        for total in found.totals:
            self.stdout.write(f"{total.source:<34}{total.payments:>12,}{pounds(total.pence):>20}")
        for problem in found.problems:
            self.stdout.write(f"{problem.where}: {problem.what}")
        if found.problems:
            sys.exit(1)
        self.stdout.write("Awards, payments, ledger, files and bank agree to the penny.")
