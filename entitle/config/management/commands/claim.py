"""entitle claim: take a claim: asks its questions here, or reads the answers from a file."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console

from entitle.blueprint import registry
from entitle.blueprint.scheme import Scheme
from entitle.config.terminal_questions import NotAnAnswer, ask_all, read_all
from entitle.customers import queries as customers
from entitle.gateways import clock
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor
from entitle.pages.answer_checks import answer_checks
from entitle.pages.formats import day
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.errors import NotDone
from entitle.procedures.register_customer import register_customer
from entitle.procedures.start_claim import start_claim
from entitle.procedures.submit_claim import Submitted, submit_claim

_BY = Actor(role="system", channel="terminal", name="Terminal")


class Command(BaseCommand):
    help = (
        "Take a claim: asks the benefit's questions one by one, or reads the answers from a JSON file that maps each "
        'fact to its value, such as {"person.born_on": "1960-05-24"}. Prints the reference and the date by which it '
        "will be decided. The worker then fetches the record and lets the rules decide."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("scheme", choices=sorted(registry.schemes()), help="the benefit")
        parser.add_argument("--language", choices=("en", "cy"), default="en", help="English, or Welsh (cy)")
        parser.add_argument("--answers", type=Path, metavar="FILE", help="a JSON file of answers, instead of asking")

    def handle(self, *args: Any, scheme: str, language: str, answers: Path | None, **options: Any) -> None:
        sheet, now, console = registry.scheme(scheme), clock.now(), Console()
        checks = answer_checks(today=london_date(now))
        try:
            if answers is None:
                console.print(f"[bold]{sheet.claim.title[language]}[/bold]")
                said = ask_all(sheet.claim, console=console, language=language, checks=checks)
            else:
                said = read_all(sheet.claim, written=json.loads(answers.read_text(encoding="utf-8")), checks=checks)
            submitted = _submit(sheet, said, now)
        except (OSError, json.JSONDecodeError) as problem:
            raise CommandError(f"{answers}: {problem}") from problem
        except (NotAnAnswer, NotDone) as problem:
            raise CommandError(str(problem)) from problem
        except (EOFError, KeyboardInterrupt) as stopped:
            raise CommandError("Stopped: nothing was sent.") from stopped
        self.stdout.write(
            f"Your reference is {submitted.claim_code}.\nWe aim to tell you our decision by {day(submitted.decide_by)}."
        )


def _submit(sheet: Scheme, said: dict[str, Any], now: Instant) -> Submitted:
    """For the customer with that National Insurance number, who must agree on the date of birth; else for a new one."""
    number = said.get("person.nino") or ""
    known = customers.by_nino(number) if number else None
    if known is not None and known.born_on != said["person.born_on"]:
        raise NotDone("Those details do not match our record. Check them, or telephone us and we will help.")
    customer = known or register_customer(
        name=said["person.name"],
        born_on=said["person.born_on"],
        nino=number or None,
        by=_BY,
        as_at=now,
        sex=said.get("person.sex", ""),
        address=said.get("home.address"),
        language=said.get("person.language", "en"),
    )
    claim = start_claim(scheme=sheet.name, customer_id=customer.id, by=_BY, as_at=now)
    answer_questions(claim_code=claim.code, answers=said, by=_BY, as_at=now)
    return submit_claim(claim_code=claim.code, by=_BY, as_at=now)
