"""What must be true of any scheme's sheet and folder: run in its tests, and on a scheme that somebody brings."""
from __future__ import annotations

from collections.abc import Callable, Iterator

from entitle.blueprint.names import CLOCK_EVENTS
from entitle.blueprint.scheme import PERIOD_FACTS, Reason, Scheme
from entitle.kernel.words import Words
from entitle.questions.kinds import Repeat
from entitle.questions.question_set import QuestionSet

ROLES = ("claimant", "partner", "other_parent", "health_professional", "caseworker")
"""Who may be asked further questions."""
LETTERS = ("claim_received", "decision_awarded", "decision_refused", "evidence_needed", "handed_off",
           "look_again_decision", "look_again_received", "change_received")
LETTERS_OF_PAYMENT = ("bank_details_changed",)
LETTERS_OF_PERIODS = ("amount_changed",)
_CLOCK_PARTS = ("started", "paused", "resumed", "stopped")


def problems(scheme: Scheme) -> list[str]:
    """Everything that is wrong with a scheme, in words; empty where nothing is."""
    return [problem for check in _CHECKS for problem in check(scheme)]


def _rules_named_exist(scheme: Scheme) -> Iterator[str]:
    cycle = scheme.cycle
    amount = (f"pence_per_{cycle.per}",) if cycle else ("pence_per_week", "pence_per_month")
    for purpose, name, gives in (
        ("amount", scheme.amount, amount), ("starts", scheme.starts, ("date",)),
        ("cycle", cycle.weekday if cycle else "", ("weekday",)), ("invite_on", scheme.invite_on, ("date",)),
        ("last_day", scheme.last_day, ("date",)), ("review", scheme.review, ("date",)),
        ("rate_day", scheme.rate_day, ("date",)),
        ("most_kept", scheme.most_kept, amount),
        ("advance", scheme.advance.most if scheme.advance else "", ("pence",)),
        ("one_off", scheme.one_off.most if scheme.one_off else "", ("pence",)),
        ("one_off", scheme.one_off.may if scheme.one_off else "", ("yes_no",)),
        ("one_off", scheme.one_off.earnings if scheme.one_off else "", ("pence_per_month",)),
        *(("changes_on", name, ("date",)) for name in scheme.changes_on),
        *(("reason", reason.rule, ("yes_no",)) for reason in _reasons(scheme)),
        *(("told", name, (scheme.rules.rules[name].gives,) if name in scheme.rules.rules else ())
          for name in scheme.told),
    ):
        rule = scheme.rules.rules.get(name)
        if name and rule is None:
            yield f"{purpose}: no rule is called '{name}'"
        elif rule is not None and rule.gives not in gives:
            yield f"{purpose}: {name} gives {rule.gives}, but {' or '.join(gives)} is needed"
    if bool(scheme.changes_on) != bool(scheme.rate_day):
        yield "changes_on: the days that an amount changes need the rule that it reads for its day (rate_day)"


def _every_fact_read_has_a_source(scheme: Scheme) -> Iterator[str]:
    questions = [question for asked in _question_sets(scheme) for question in asked]
    rows = [part for question in questions if isinstance(question.kind, Repeat) for part in question.kind.questions]
    sourced = {question.fact for question in (*questions, *rows)} | set(scheme.record_facts) | {"claim.made_on"}
    if scheme.cycle is not None and scheme.cycle.months:
        sourced |= set(PERIOD_FACTS)
    for fact in scheme.rules.facts_read([name for name in scheme.rules_decided_by if name in scheme.rules.rules]):
        if fact not in sourced:
            yield f"{fact} is read by the rules, but nobody is asked for it and no record supplies it"


def _a_claim_can_be_decided(scheme: Scheme) -> Iterator[str]:
    """What is asked each period is first asked when there is an award, so a claim needs another source of it."""
    asked = {question.fact for questions in (scheme.claim, *(further.questions for further in scheme.further
                                                             if further.each == "claim")) for question in questions}
    read = scheme.rules.facts_read([name for name in scheme.rules_decided_by if name in scheme.rules.rules])
    for fact in scheme.asked_each_period:
        if fact in read and fact not in asked and fact not in scheme.record_facts:
            yield f"{fact} is asked each period only, so no claim could be decided: ask it in the claim too"


def _further_questions_fit(scheme: Scheme) -> Iterator[str]:
    by_period = scheme.cycle is not None and scheme.cycle.each_period
    names = [further.questions.name for further in scheme.further]
    if len(set(names)) != len(names) or scheme.claim.name in names:
        yield "further: two sets of questions have one name"
    for further in scheme.further:
        name = further.questions.name
        if further.of not in ROLES:
            yield f"further: {name} is answered by '{further.of}', who is not one of {', '.join(ROLES)}"
        if further.each not in ("claim", "period"):
            yield f"further: {name} is asked each '{further.each}', which is neither claim nor period"
        if further.each == "period" and not by_period:
            yield f"further: {name} is asked each period, but no period of this scheme is assessed"
        if further.standard and further.standard not in {standard.name for standard in scheme.standards}:
            yield f"further: no standard is called '{further.standard}', which is the clock of {name}"
        for fact in further.when.facts if further.when else ():
            if fact not in scheme.dictionary:
                yield f"further: whether {name} is asked depends on {fact}, and no fact is called that"
    if scheme.reads_on not in ("start", "end") or (scheme.reads_on == "end" and not by_period):
        yield "reads_on: 'start', or 'end' where each period of months is assessed"


def _letters_are_there(scheme: Scheme) -> Iterator[str]:
    cycle, book = scheme.cycle, scheme.letters
    paid, by_period = cycle is not None, cycle is not None and cycle.each_period
    sent = (*LETTERS, *(LETTERS_OF_PAYMENT if paid else ()), *(LETTERS_OF_PERIODS if by_period else ()),
            *(("invitation",) if scheme.invite_on else ()))
    for name in sent:
        for language in ("en", "cy"):
            if book is None or language not in book.languages(name):
                yield f"letters/{name}.{language}.md is not there"


def _facts_named_exist(scheme: Scheme) -> Iterator[str]:
    of = scheme.one_off
    for purpose, names in (("record_facts", scheme.record_facts), ("evidence", tuple(scheme.evidence)),
                           ("supposed", tuple(scheme.supposed)),
                           ("had_before", (scheme.had_before,) if scheme.had_before else ()),
                           ("one_off", (of.asks, of.for_work, of.months, of.periods, of.earned, of.owes) if of else ()),
                           ("if_never_had", tuple(scheme.if_never_had))):
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
    """For each question of the claim that has no hint. A rule's own words are its guidance, as a hint is a question's;
    a file says more where there is more to say.
    """
    further = {question.fact for each in scheme.further for question in each.questions}
    names = {*scheme.claim.facts, *further, *scheme.rules.rules}
    for fact in (question.fact for question in scheme.claim if not question.hint):
        for language in ("en", "cy"):
            if not (scheme.folder / "guidance" / f"{fact}.{language}.md").is_file():
                yield f"guidance/{fact}.{language}.md is not there"
    for file in sorted((scheme.folder / "guidance").glob("*.md")):
        name, _, language = file.stem.rpartition(".")
        if name not in names:
            yield f"guidance/{file.name} is of no question and no rule"
        elif not (file.parent / f"{name}.{'cy' if language == 'en' else 'en'}.md").is_file():
            yield f"guidance/{file.name} is in one language only"


def _bilingual(what: str, words: Words) -> Iterator[str]:
    if not (words.en.strip() and words.cy.strip()):
        yield f"{what} is not said in both languages"


def _question_sets(scheme: Scheme) -> tuple[QuestionSet, ...]:
    return (scheme.claim, *(further.questions for further in scheme.further))


def _reasons(scheme: Scheme) -> tuple[Reason, ...]:
    return (*scheme.hand_offs, *scheme.refusals)


_CHECKS: tuple[Callable[[Scheme], Iterator[str]], ...] = (
    _rules_named_exist, _every_fact_read_has_a_source, _facts_named_exist, _reasons_are_named_and_cited, _rules_speak,
    _further_questions_fit, _a_claim_can_be_decided, _standards_run_on_known_events,
    _letters_are_there, _guidance_is_there,
)
