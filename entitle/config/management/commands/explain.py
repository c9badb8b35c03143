"""entitle explain: print how a decision was worked out, step by step, with its law."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from rich.console import Console
from rich.markup import escape
from rich.tree import Tree

from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.decisions import queries as decisions
from entitle.decisions.models import Decision
from entitle.facts.fact import from_json
from entitle.kernel.money import pounds
from entitle.kernel.references import read_code
from entitle.kernel.words import Words
from entitle.pages.explanation import ShownStep, explain
from entitle.pages.formats import day, per

_HEADINGS = {
    "entitled": Words("{title}: {amount} {per} from {start}", cy="{title}: {amount} {per} o {start}"),
    "refused": Words("{title}: refused", cy="{title}: gwrthodwyd"),
}
_BY_PERSON = Words("Decided by a person on {on}", cy="Penderfynwyd gan berson ar {on}")
_BY_RULES = Words("Decided by the rules alone on {on}", cy="Penderfynwyd gan y rheolau yn unig ar {on}")
_SUMS, _CHECKS = (
    Words("How it was worked out", cy="Sut y cafodd ei weithio allan"),
    Words("What was checked", cy="Beth a wiriwyd"),
)
_WHY = Words("Why", cy="Pam")


class Command(BaseCommand):
    help = (
        "Print how a decision was worked out: each step in words, its figure, what it read, and the law. "
        "Takes the reference of a decision (DEC-...) or of a claim (CLM-...), however it was typed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("reference", help="of a claim or a decision, such as CLM-7K3M-9QX2-4HTC")
        parser.add_argument("--language", choices=("en", "cy"), default="en", help="English, or Welsh (cy)")

    def handle(self, *args: Any, reference: str, language: str, **options: Any) -> None:
        decision = _find(reference)
        with translation.override(language):
            console = Console()
            with console.capture() as said:
                console.print(_tree(decision, language))
        self.stdout.write(said.get())


def _find(written: str) -> Decision:
    code = read_code(written) or written
    found = decisions.get(code=code)
    if found is None and (claim := claims.get(code=code)) is not None:
        found = decisions.latest(claim_id=claim.id)
        if found is None:
            raise CommandError(f"{code} has no decision yet: it is {claim.state.replace('_', ' ')}")
    if found is None:
        raise CommandError(f"there is no claim or decision with the reference {written}")
    return found


def _tree(decision: Decision, language: str) -> Tree:
    scheme = registry.scheme(decision.scheme)
    heading = _HEADINGS[decision.result][language].format(
        title=scheme.title[language],
        amount=pounds(decision.pence or 0),
        per=per(decision.per),
        start=day(decision.starts_on) if decision.starts_on else "",
    )
    who = (_BY_PERSON if decision.by_person else _BY_RULES)[language].format(on=day(decision.decided_at.date()))
    tree = Tree(f"[bold]{escape(heading)}[/bold]\n{decision.code}. {who}")
    if decision.reasons:
        why = tree.add(f"[bold]{_WHY[language]}[/bold]")
        for reason in decision.reasons:
            why.add(f"{escape(reason[language])} [dim]{escape(reason['cites'])}[/dim]")
    labels = {fact.name: fact.label for fact in scheme.dictionary.values()}
    shown = explain(trace=decision.trace or _again(decision), labels=labels)
    for title, steps in ((_SUMS, shown.sums), (_CHECKS, shown.checks)):
        branch = tree.add(f"[bold]{title[language]}[/bold]")
        for step in steps:
            _add(branch, step)
    return tree


def _again(decision: Decision) -> list[dict[str, Any]]:
    """The trace of a decision that was stored without one, worked out again from its facts by the law of its day."""
    scheme = registry.scheme(decision.scheme)
    facts = {
        name: from_json(scheme.dictionary[name], value)
        for name, value in decision.facts.items()
        if name in scheme.dictionary
    }
    trace = scheme.assess(facts, on=decision.law_on).trace
    return trace.to_json() if trace else []


def _add(branch: Tree, step: ShownStep) -> None:
    limb = f" ({escape(step.limb)})" if step.limb else ""
    node = branch.add(
        f"{escape(step.label)}: [bold]{escape(step.value)}[/bold]{limb}\n{escape(step.says)}\n"
        f"[dim]{escape(step.cites)}[/dim]"
    )
    for read in step.read:
        cites = f" [dim]{escape(read.cites)}[/dim]" if read.cites else ""
        node.add(f"{escape(read.label)}: {escape(read.value)}{cites}")
