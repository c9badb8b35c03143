"""What could somebody get? Every benefit is asked at once, by its own rules, of the facts that are known."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from entitle.blueprint.nearest_change import Change, nearest_change
from entitle.blueprint.scheme import Outcome, Reason, Scheme
from entitle.facts.dictionary import Dictionary
from entitle.facts.fact import Fact
from entitle.kernel.words import Words
from entitle.law.amount import NoLawForDate
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.questions.walk import walk
from entitle.rules.units import FactsContradict

TITLE = Words("What could I get?", cy="Beth allwn i ei gael?")
MADE_ON = "claim.made_on"
_TELLERS = frozenset({"claimant", "partner"})
"""Who could say, of those that are asked besides the claim's own questions."""


@dataclass(frozen=True)
class Possibility:
    """What one benefit says of somebody."""

    scheme: Scheme
    result: str
    """'entitled', with an estimate in `outcome`; 'not_entitled', with `reasons`; 'ask', with `questions`; 'others',
    when only a record or another person can say (`facts`); 'person', when the rules leave it to one (`reasons`);
    'contradiction', of two `facts`; 'no_law', for this day."""
    outcome: Outcome | None = None
    reasons: tuple[Reason, ...] = ()
    questions: tuple[Question, ...] = ()
    """Those still needed, in the order of the claim."""
    facts: tuple[str, ...] = ()
    supposed: tuple[str, ...] = ()
    """Of an estimate: facts that nobody has told yet, for which it took what the sheet supposes."""
    change: Change | None = None
    """Of somebody not entitled: the least that would have to be otherwise."""


def what_could_i_get(schemes: Iterable[Scheme], facts: Mapping[str, Any], *, on: date) -> tuple[Possibility, ...]:
    """Every scheme's answer: what they could have first, then what they can tell alone in the fewest questions.

    `facts` are by name, as Python has them; a list of another benefit's does no harm.
    """
    return tuple(sorted((possibility(scheme, facts, on=on) for scheme in schemes), key=_order))


def still_to_ask(found: Iterable[Possibility], answers: Mapping[str, Any]) -> QuestionSet:
    """One question set for all of them: what was answered, then what is needed, of the quickest to tell first."""
    found = tuple(found)
    facts: dict[str, Fact] = {}
    asked: dict[str, Question] = {}
    for each in sorted(found, key=lambda one: one.scheme.name):
        facts |= each.scheme.dictionary
        asked |= {question.fact: question for questions in _sets(each.scheme) for question in questions
                  if question.fact in answers and question.fact not in asked}
    for each in found:
        asked |= {question.fact: question for question in each.questions if question.fact not in asked}
    shared = Dictionary(facts.values())
    return QuestionSet(name="what_could_i_get", title=TITLE, questions=tuple(asked.values()), dictionary=shared)


def possibility(scheme: Scheme, facts: Mapping[str, Any], *, on: date) -> Possibility:
    """One scheme's answer, for a claim made on a day. A reason to refuse that is known already is enough."""
    known = {name: value for name, value in facts.items() if name in scheme.dictionary and value is not None}
    known |= {MADE_ON: on} if MADE_ON in scheme.dictionary else {}
    try:
        refused = _refused_already(scheme, known, on)
        if refused:
            change = nearest_change(scheme, known, refused, on=on)
            return Possibility(scheme, "not_entitled", reasons=refused, change=change)
        outcome, supposed = _supposing(scheme, known, on)
        if outcome.refusals:
            known |= {name: scheme.supposed[name] for name in supposed}
            change = nearest_change(scheme, known, outcome.refusals, on=on)
            return Possibility(scheme, "not_entitled", reasons=outcome.refusals, supposed=supposed, change=change)
    except NoLawForDate:
        return Possibility(scheme, "no_law")
    except FactsContradict as contradiction:
        return Possibility(scheme, "contradiction", facts=contradiction.names)
    if outcome.missing:
        questions = tuple(_questions_for(scheme, outcome.missing, known))
        others = tuple(fact for fact in outcome.missing if fact not in {question.fact for question in questions})
        return Possibility(scheme, "ask" if questions else "others", questions=questions, facts=others)
    if outcome.hand_offs:
        return Possibility(scheme, "person", outcome=outcome, reasons=outcome.hand_offs)
    return Possibility(scheme, "entitled", outcome=outcome, supposed=supposed)


def _supposing(scheme: Scheme, known: Mapping[str, Any], on: date) -> tuple[Outcome, tuple[str, ...]]:
    """The outcome; where all that is missing is what the sheet supposes, of that, and which facts were supposed."""
    facts, supposed = dict(known), list[str]()
    while True:
        outcome = scheme.assess(facts, on=on)
        if not outcome.missing or any(name not in scheme.supposed for name in outcome.missing):
            return outcome, tuple(supposed)
        facts |= {name: scheme.supposed[name] for name in outcome.missing}
        supposed += outcome.missing


def _order(found: Possibility) -> tuple[int, bool, int, str]:
    """What a person can settle alone comes before what waits for a record or for somebody else."""
    waits = found.result == "ask" and any(fact not in found.scheme.supposed for fact in found.facts)
    first = ("entitled", "ask", "others", "person", "contradiction", "not_entitled", "no_law").index(found.result)
    pence = found.outcome.pence if found.outcome else None
    return (first, waits, len(found.questions) or -(pence or 0), found.scheme.name)


def _refused_already(scheme: Scheme, known: Mapping[str, Any], on: date) -> tuple[Reason, ...]:
    """The reasons to refuse that hold, of those for which everything needed is known."""
    able = tuple(reason.rule for reason in scheme.refusals
                 if not scheme.rules.missing(known, want=(reason.rule,), on=on))
    if not able:
        return ()
    run = scheme.rules.run(known, on=on, want=able)
    return tuple(reason for reason in scheme.refusals if reason.rule in able and run.one(reason.rule))


def _questions_for(scheme: Scheme, missing: Iterable[str], known: Mapping[str, Any]) -> Iterable[Question]:
    """The questions that would tell what is missing, and those that say whether to ask them, not yet answered."""
    sets = _sets(scheme)
    wanted = set(missing)
    for questions in sets:
        for question in reversed(questions.questions):
            if question.fact in wanted and question.when:
                wanted.update(fact for fact in question.when.facts if known.get(fact) is None)
    for questions in sets:
        path = walk(questions, {}, known)
        ahead = [path.next, *path.ahead] if path.next else []
        yield from (question for question in ahead if question and question.fact in wanted)


def _sets(scheme: Scheme) -> list[QuestionSet]:
    return [scheme.claim, *(each.questions for each in scheme.further if each.of in _TELLERS)]
