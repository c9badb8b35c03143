"""entitle jobs: background jobs that failed for good, each by its name, and having them done again."""
from __future__ import annotations

import sys
from argparse import ArgumentParser
from datetime import UTC, datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, transaction
from django.db.models import Count, Max, Q
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import ConnectorException

_FAILED = Q(status="failed")
_AT_ONCE = datetime(2000, 1, 1, tzinfo=UTC)
"""Workers go by the real time, also where a demonstration pretends another."""


class Command(BaseCommand):
    help = (
        "Count the background jobs that wait, are being done, and failed after every try, and name each that failed, "
        "with the references it works on. Where any failed, it ends with 1. --retry has them done again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--retry", nargs="+", metavar="NUMBER", help="do these again, by number, or 'all'")

    def handle(self, *args: Any, retry: list[str] | None, **options: Any) -> None:
        if retry:
            self.stdout.write(f"{_again(retry)} of them will be done again.")
            return
        counted = ProcrastinateJob.objects.aggregate(
            todo=Count("id", Q(status="todo")), doing=Count("id", Q(status="doing")), failed=Count("id", _FAILED))
        self.stdout.write("{todo:,} wait, {doing:,} are being done, {failed:,} failed.".format(**counted))
        last_at = Max("procrastinateevent__at")
        for job in ProcrastinateJob.objects.filter(_FAILED).annotate(last_at=last_at).order_by("id"):
            told = ", ".join(f"{name} {value}" for name, value in job.args.items())
            last = f"{job.last_at:%Y-%m-%d %H:%M}" if job.last_at else "not known"
            self.stdout.write(f"{job.id}  {job.task_name} ({told})  tried {job.attempts}, last {last}")
        if counted["failed"]:
            sys.exit(1)


def _again(asked: list[str]) -> int:
    """How many of the jobs asked for wait again. Raises CommandError, with none of them touched, for any other."""
    failed = ProcrastinateJob.objects.filter(_FAILED)
    numbers = [] if asked == ["all"] else [int(each) for each in asked if each.isdecimal()]
    found = list((failed if asked == ["all"] else failed.filter(id__in=numbers)).values_list("id", flat=True))
    if missing := sorted({*asked} - {"all", *map(str, found)}):
        raise CommandError(f"No job that failed has the number {', '.join(missing)}.")
    try:
        with transaction.atomic():
            for number in found:
                app.job_manager.retry_job_by_id(number, retry_at=_AT_ONCE)
    except (IntegrityError, ConnectorException) as refused:
        raise CommandError("One of them waits already under another number, so none was changed.") from refused
    return len(found)
