"""What must be true of any scheme's sheet and folder: run in its tests, and on a scheme that somebody brings."""
from __future__ import annotations

from collections.abc import Callable, Iterator

from entitle.blueprint.names import CLOCK_EVENTS
from entitle.blueprint.scheme import Reason, Scheme
from entitle.kernel.words import Words
from entitle.rules.decorator import Rule

_CLOCK_PARTS = ("started", "paused", "resumed", "stopped")


def problems(scheme: Scheme) -> list[str]:
    """Everything that is wrong with a scheme, in words; empty where nothing is."""
    return [problem for check in _CHECKS for problem in check(scheme)]


def _rules_named_exist(scheme: Scheme) -> Iterator[str]:
    for purpose, name, gives in (
        ("amount", scheme.amount, "pence_per_week"),
        ("starts", scheme.starts, "date"),
        ("cycle", scheme.cycle.weekday, "weekday"), ("invite_on", scheme.invite_on, "date"),
        *(("reason", reason.rule, "yes_no") for reason in _reasons(scheme)),
    ):
        rule = scheme.rules.rules.get(name)
        if name and rule is None:
            yield f"{purpose}: no rule is called '{name}'"
        elif rule is not None and rule.gives != gives:
            yield f"{purpose}: {name} gives {rule.gives}, but {gives} is needed"


def _every_fact_read_has_a_source(scheme: Scheme) -> Iterator[str]:
    asked = {question.fact for question in scheme.claim} | set(scheme.record_facts) | {"claim.made_on"}
    wanted = (scheme.amount, scheme.starts, scheme.cycle.weekday, *(reason.rule for reason in _reasons(scheme)))
    for fact in scheme.rules.facts_read([name for name in wanted if name in scheme.rules.rules]):
        if fact not in asked:
            yield f"{fact} is read by the rules, but nobody is asked for it and no record supplies it"


def _facts_named_exist(scheme: Scheme) -> Iterator[str]:
    for purpose, names in (("record_facts", scheme.record_facts), ("evidence", tuple(scheme.evidence))):
        for name in names:
            if name not in scheme.dictionary:
                yield f"{purpose}: no fact is called '{name}'"


def _reasons_are_named_and_cited(scheme: Scheme) -> Iterator[str]:
    for reason in _reasons(scheme):
        if not reason.cites.strip():
            yield f"{reason.rule}: a reason cites its law"
        yield from _bilingual(f"the reason {reason.rule}", reason.words)


def _rules_speak(scheme: Scheme) -> Iterator[str]:
    for rule in scheme.rules.rules.values():
        yield from _bilingual(f"the rule {rule.name}", rule.says)
        yield from _bilingual(f"the label of {rule.name}", rule.label)


def _standards_run_on_known_events(scheme: Scheme) -> Iterator[str]:
    if not any(standard.stops == "claim.decided" for standard in scheme.standards):
        yield "standards: none stops at claim.decided, so no claim would have a date to be decided by"
    for standard in scheme.standards:
        for event in (standard.origin, standard.stops, *standard.pauses, *standard.resumes):
            if event not in CLOCK_EVENTS and event not in _CLOCK_PARTS:
                yield f"standards: {standard.name} names '{event}', which is no clock event"


def _guidance_is_there(scheme: Scheme) -> Iterator[str]:
    rules: dict[str, Rule] = scheme.rules.rules
    for name in (*rules, *(question.fact for question in scheme.claim)):
        for language in ("en", "cy"):
            if not (scheme.folder / "guidance" / f"{name}.{language}.md").is_file():
                yield f"guidance/{name}.{language}.md is not there"


def _bilingual(what: str, words: Words) -> Iterator[str]:
    if not (words.en.strip() and words.cy.strip()):
        yield f"{what} is not said in both languages"


def _reasons(scheme: Scheme) -> tuple[Reason, ...]:
    return (*scheme.hand_offs, *scheme.refusals)


_CHECKS: tuple[Callable[[Scheme], Iterator[str]], ...] = (
    _rules_named_exist, _every_fact_read_has_a_source, _facts_named_exist, _reasons_are_named_and_cited, _rules_speak,
    _standards_run_on_known_events, _guidance_is_there,
)
