"""entitle misroutes: write out what callers said who came to the wrong queue, to teach steering."""
from __future__ import annotations

import csv
from argparse import ArgumentParser
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from entitle.blueprint.intents import intents
from entitle.config import arguments
from entitle.contacts.queries import misroutes
from entitle.kernel.periods import LONDON
from entitle.steering.steer import said_in
from entitle.steering.utterance import COLUMNS


class Command(BaseCommand):
    help = (
        "Write what was said by callers whom an agent sent on as misrouted, in the columns of an intents.csv. The "
        "intent is filled in where the right queue has but one; otherwise `also` lists those it has, for a person to "
        "choose from. "
        "Take out names and numbers, then try it: entitle steer --train --also FILE."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--since", required=True, type=arguments.day, metavar="DATE", help="like 2026-11-22")
        parser.add_argument("--out", required=True, type=Path, metavar="OUT", help="the CSV file to write")

    def handle(self, *args: Any, since: date, out: Path, **options: Any) -> None:
        of_queue: dict[str, list[str]] = {}
        for intent in intents().values():
            of_queue.setdefault(intent.queue, []).append(intent.name)
        found = misroutes(since=datetime.combine(since, time.min, tzinfo=LONDON))
        with out.open("w", encoding="utf-8", newline="") as opened:
            rows = csv.writer(opened, lineterminator="\n")
            rows.writerow(COLUMNS)
            for each in found:
                could_be = of_queue.get(each.right_queue, [])
                name, also = (could_be[0], "") if len(could_be) == 1 else ("", "|".join(could_be))
                rows.writerow((name, each.language, "misrouted", also, said_in(each.words)))
        self.stdout.write(f"{len(found)} misrouted since {since}")
