"""How well steering does on utterances it was not taught: right, sure, and sure when right."""
from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from entitle.kernel.words import WELSH
from entitle.steering.intent import LANGUAGE_INTENT
from entitle.steering.learned import Route
from entitle.steering.steer import ABUSED, IN_DANGER
from entitle.steering.training import Trial

BANDS = 10
Right = Callable[[Trial], bool]


@dataclass(frozen=True)
class Band:
    """The answers within one tenth of confidence."""

    answers: int
    confidence: float
    """Their mean."""
    right: float
    """The share of them that are right."""


@dataclass(frozen=True)
class Scores:
    """Shares from 0 to 1, of `answers` utterances; those of the accepted, of the accepted alone."""

    answers: int
    strict: float
    """The very intent."""
    lenient: float
    """Any intent that would be right."""
    by_queue: float
    """The very queue."""
    by_queue_lenient: float
    coverage: float
    accepted_lenient: float
    accepted_by_queue: float
    danger: int
    danger_caught: int
    others: int
    others_sent: int
    """Of those not in danger, how many went to the safeguarding queue."""
    welsh: int
    welsh_told: int
    calibration_error: float
    """The mean gap between confidence and the share right, band by band."""
    bands: tuple[Band, ...]
    mistaken: Mapping[tuple[str, str], int]
    """How often one intent (first) was taken for another."""


def score(trials: Sequence[Trial], routes: Mapping[str, Route]) -> Scores:
    """All of it, of these trials."""
    def queue_right(trial: Trial) -> bool:
        return trial.steered.queue == _queue(trial, trial.utterance.intent, routes)

    def queue_would_do(trial: Trial) -> bool:
        return trial.steered.queue in {_queue(trial, name, routes) for name in trial.utterance.rightly}

    accepted = [trial for trial in trials if trial.steered.accepted]
    guarded = routes[IN_DANGER].queue
    danger = [trial for trial in trials if trial.utterance.intent in (IN_DANGER, ABUSED)]
    others = [trial for trial in trials if not trial.utterance.rightly & {IN_DANGER, ABUSED}]
    welsh = [trial for trial in trials if trial.utterance.language == WELSH]
    bands = _bands(trials)
    return Scores(
        answers=len(trials), strict=_share(trials, _strictly), lenient=_share(trials, _leniently),
        by_queue=_share(trials, queue_right), by_queue_lenient=_share(trials, queue_would_do),
        coverage=len(accepted) / max(len(trials), 1),
        accepted_lenient=_share(accepted, _leniently), accepted_by_queue=_share(accepted, queue_would_do),
        danger=len(danger), danger_caught=sum(trial.steered.queue == guarded for trial in danger),
        others=len(others), others_sent=sum(trial.steered.queue == guarded for trial in others),
        welsh=len(welsh), welsh_told=sum(trial.steered.language == WELSH for trial in welsh),
        calibration_error=sum(band.answers * abs(band.confidence - band.right) for band in bands) / max(len(trials), 1),
        bands=bands,
        mistaken=Counter((trial.utterance.intent, trial.steered.intent) for trial in trials if not _strictly(trial)),
    )


def _strictly(trial: Trial) -> bool:
    return trial.steered.intent == trial.utterance.intent


def _leniently(trial: Trial) -> bool:
    return trial.steered.intent in trial.utterance.rightly


def _queue(trial: Trial, intent: str, routes: Mapping[str, Route]) -> str:
    """Where it should go: in Welsh to whoever answers in Welsh, unless someone may be in danger."""
    queue = routes[intent].queue
    if trial.utterance.language == WELSH and queue != routes[IN_DANGER].queue:
        return routes[LANGUAGE_INTENT].queue
    return queue


def _share(trials: Sequence[Trial], right: Right) -> float:
    return sum(map(right, trials)) / max(len(trials), 1)


def _bands(trials: Sequence[Trial]) -> tuple[Band, ...]:
    """Confidence against the share strictly right, a tenth at a time; what a rule decided is left out."""
    sorted_in: dict[int, list[Trial]] = {}
    for trial in trials:
        if trial.steered.confidence < 1:
            sorted_in.setdefault(int(trial.steered.confidence * BANDS), []).append(trial)
    return tuple(Band(len(band), sum(trial.steered.confidence for trial in band) / len(band), _share(band, _strictly))
                 for _, band in sorted(sorted_in.items()))
