"""Teaches the classifier from intents and utterances, and tries it on what it was not taught."""
from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from entitle.steering.features import Counted
from entitle.steering.fitting import Floats, chances, fit, temperature
from entitle.steering.intent import Intent
from entitle.steering.learned import MODES, WITH_SENTENCES, Learned, Mode, Route, features
from entitle.steering.normal_words import as_read
from entitle.steering.sentence import sentence_model
from entitle.steering.steer import Steered, judged
from entitle.steering.utterance import LABELLED, Utterance

FOLDS = 5
LABELLED_WEIGHT = 2.0
"""How much more a labelled utterance counts than one written to teach."""
ALSO = 0.25
"""The part of an utterance's weight that goes to the other intents that would be right."""
THRESHOLD = 0.55
Says = Callable[[str], None]


@dataclass(frozen=True)
class Trial:
    """One labelled utterance, as a classifier that never saw it would steer it."""

    utterance: Utterance
    steered: Steered


def teach(intents: Mapping[str, Intent], utterances: Sequence[Utterance], *,
          say: Says) -> tuple[Learned, dict[str, tuple[Trial, ...]]]:
    """A classifier taught by every utterance, and for each mode the trials of those taught by all but a fifth of the
    labelled ones. Its temperatures are those of the trials; each trial's own is that of the other four fifths."""
    say(f"Reading {len(utterances):,} utterances of {len(intents)} intents")
    lesson = _Lesson(intents, utterances)
    modes, unseen = {}, {}
    for mode in MODES:
        say(f"Teaching it, and trying it on what it was not taught: {mode.replace('_', ' ')}")
        weights, unseen[mode] = lesson.taught(mode)
        modes[mode] = Mode(weights, temperature(unseen[mode], lesson.right[lesson.labelled]))
    kept = Learned(
        routes={name: Route(intent.about, intent.queue, intent.priority, intent.self_service)
                for name, intent in intents.items()},
        counted=lesson.counted, modes=modes, threshold=THRESHOLD, taught_by=digest(intents, utterances))
    return kept, {mode: lesson.trials(kept, scores) for mode, scores in unseen.items()}


def digest(intents: Mapping[str, Intent], utterances: Sequence[Utterance]) -> str:
    """What the classifier is made of: it is stale where this is another."""
    return hashlib.sha256(repr((sorted(intents.items()), tuple(utterances))).encode()).hexdigest()


class _Lesson:
    """Utterances read once, to be taught in parts. Which words count is learned from those that score nothing."""

    def __init__(self, intents: Mapping[str, Intent], utterances: Sequence[Utterance]) -> None:
        places = {name: place for place, name in enumerate(intents)}
        self.utterances = utterances
        self.right = np.array([places[utterance.intent] for utterance in utterances])
        self.labelled = np.array([place for place, utterance in enumerate(utterances) if utterance.voice == LABELLED])
        self.fold = np.arange(len(self.labelled)) % FOLDS
        self._texts = [as_read(utterance.words) for utterance in utterances]
        self._sentences = sentence_model().vectors(self._texts)
        self.counted = Counted.learn(text for text, utterance in zip(self._texts, utterances, strict=True)
                                     if utterance.voice != LABELLED)
        self._wanted = np.zeros((len(utterances), len(intents)), dtype=np.float32)
        for row, utterance in enumerate(utterances):
            self._wanted[row, places[utterance.intent]] = 1 - ALSO if utterance.also else 1
            for also in utterance.also:
                self._wanted[row, places[also]] = ALSO / len(utterance.also)
        self._weight = np.ones(len(utterances), dtype=np.float32)
        self._weight[self.labelled] = LABELLED_WEIGHT

    def taught(self, mode: str) -> tuple[Floats, Floats]:
        """The weights that all of them teach (one row a feature, one column an intent), and the scores of each labelled
        utterance by a classifier that was taught all but its own fifth."""
        seen = features(self._texts, self.counted, self._sentences if mode == WITH_SENTENCES else None)
        likeness = seen @ seen.T
        scores = np.zeros((len(self.labelled), self._wanted.shape[1]), dtype=np.float32)
        for fold in range(FOLDS):
            kept_back = self.labelled[self.fold == fold]
            rows = np.setdiff1d(np.arange(len(seen)), kept_back)
            scores[self.fold == fold] = likeness[np.ix_(kept_back, rows)] @ self._shares(likeness, rows)
        return np.asarray(seen.T @ self._shares(likeness, np.arange(len(seen))), dtype=np.float32), scores

    def _shares(self, likeness: Floats, rows: NDArray[np.int64]) -> Floats:
        return fit(likeness[np.ix_(rows, rows)], self._wanted[rows], weight=self._weight[rows])

    def trials(self, kept: Learned, scores: Floats) -> tuple[Trial, ...]:
        """Each labelled utterance steered by its unseen scores, cooled by the temperature of the other folds."""
        right = self.right[self.labelled]
        found = []
        for place, (row, fold) in enumerate(zip(self.labelled, self.fold, strict=True)):
            others = self.fold != fold
            likely = chances(scores[place] / np.float32(temperature(scores[others], right[others])))
            found.append(Trial(self.utterances[row], judged(self.utterances[row].words, kept, likely)))
        return tuple(found)
