"""entitle pay: pay every award that falls due on a day, once, and make the bank file."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import Progress

from entitle.config import arguments
from entitle.gateways import clock
from entitle.kernel.money import pounds
from entitle.kernel.references import Actor
from entitle.payments import queries as payments
from entitle.procedures.pay_due_awards import PayRunResult, pay_due_awards

_BY = Actor(role="system", channel="command", name="Terminal")


class Command(BaseCommand):
    help = (
        "Pay every award whose money is to arrive on a working day, and make the bank file; it waits for an officer to "
        "release it. Safe to run again: what was paid stays paid, once."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--on",
            required=True,
            type=arguments.day,
            metavar="DATE",
            help="the day the money arrives, such as 2026-09-03: a working day at least two from now",
        )

    def handle(self, *args: Any, on: date, **options: Any) -> None:
        console = Console(stderr=True)
        try:
            with Progress(console=console) as bar:
                task = bar.add_task("Paying", total=payments.BUCKETS)
                result = pay_due_awards(
                    on=on,
                    by=_BY,
                    as_at=clock.now(),
                    progress=lambda done, of, made: bar.update(task, completed=done, description=f"{made:,} paid"),
                )
        except payments.NotABacsDay as refusal:
            raise CommandError(str(refusal)) from refusal
        self._say(result)

    def _say(self, result: PayRunResult) -> None:
        self.stdout.write(f"Run {result.run_code}: {result.payments:,} payments, {pounds(result.pence)}.")
        if result.owed:
            self.stdout.write(f"{result.owed:,} of them wait for an account to pay.")
        if result.file_code:
            file = payments.file(code=result.file_code)
            self.stdout.write(
                f"Bank file {file.code}: {file.payments:,} payments, {pounds(file.pence)}\n{file.path}\n"
                f"sha256 {file.sha256}"
            )
        else:
            self.stdout.write("Nothing is to be sent to the bank.")
        if result.problems:
            raise CommandError("\n".join(result.problems))
