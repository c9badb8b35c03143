"""entitle intake: take in claims that were taken elsewhere, from a file."""
from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import track

from entitle.gateways import clock
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotDone
from entitle.procedures.receive_intake import receive_intake

_FIELDS = ("key", "scheme", "channel", "taken_at", "who", "answers", "declared")


class Command(BaseCommand):
    help = (
        "Receive claims that were taken elsewhere: a JSON object a line, with key (the sender's own, the same each "
        "time it is sent), scheme, channel, taken_at, who {name, born_on, nino...}, answers {fact: value} and "
        "declared. Each is kept at once, and once, and the worker passes it; what cannot pass is under Paper, Claims "
        "sent on. A line that cannot be read is named on standard error, and the command then exits with 1: put it "
        "right and send the whole file again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE.jsonl", help="the claims, a line each")
        parser.add_argument("--sender", required=True, metavar="NAME", help="whose claims these are")

    def handle(self, *args: Any, file: Path, sender: str, **options: Any) -> None:
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as problem:
            raise CommandError(f"{file}: {problem}") from problem
        by, seen = Actor(role="system", channel="command", name=sender), Counter[str]()
        screen = Console(stderr=True)
        for number, line in enumerate(track(lines, "Receiving", console=screen, transient=True,
                                            disable=not screen.is_terminal), 1):
            if line.strip():
                try:
                    seen[_received(line, sender, by)] += 1
                except NotDone as refusal:
                    seen["not received"] += 1
                    self.stderr.write(f"line {number}: {refusal}")
        self.stdout.write(f"{seen['received']} received, {seen['received before']} received before, "
                          f"{seen['not received']} not received.")
        if seen["not received"]:
            sys.exit(1)


def _received(line: str, sender: str, by: Actor) -> str:
    now = clock.now()
    try:
        sent = json.loads(line)
    except json.JSONDecodeError as problem:
        raise NotDone(f"not JSON: {problem}.") from problem
    if not isinstance(sent, dict):
        raise NotDone("must be an object.")
    odd = [*(f"{name} is missing" for name in _FIELDS if name not in sent),
           *(f"{name} is not known" for name in sent if name not in _FIELDS)]
    if odd:
        raise NotDone(f"{'; '.join(odd)}.")
    kept = receive_intake(**{**sent, "taken_at": _taken_at(sent)}, sender=sender, by=by, as_at=now)
    return "received" if kept.received_at == now else "received before"


def _taken_at(sent: Mapping[str, Any]) -> Instant:
    try:
        return datetime.fromisoformat(sent["taken_at"])
    except (TypeError, ValueError) as problem:
        raise NotDone("taken_at: must be a time, like 2026-11-03T10:15:00+00:00.") from problem
