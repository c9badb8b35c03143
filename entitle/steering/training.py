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
    unseen = {}
    for mode in MODES:
        say(f"Trying it on what it was not taught: {mode.replace('_', ' ')}")
        unseen[mode] = lesson.unseen_scores(mode)
    say("Teaching it everything")
    counted = lesson.counted(lesson.everyone)
    kept = Learned(
        routes={name: Route(intent.about, intent.queue, intent.priority, intent.self_service)
                for name, intent in intents.items()},
        counted=counted, threshold=THRESHOLD, taught_by=digest(intents, utterances),
        modes={mode: Mode(lesson.weights(lesson.everyone, counted, mode),
                          temperature(unseen[mode], lesson.right[lesson.labelled])) for mode in MODES},
    )
    return kept, {mode: lesson.trials(kept, scores) for mode, scores in unseen.items()}


def digest(intents: Mapping[str, Intent], utterances: Sequence[Utterance]) -> str:
    """What the classifier is made of: it is stale where this is another."""
    return hashlib.sha256(repr((sorted(intents.items()), tuple(utterances))).encode()).hexdigest()


class _Lesson:
    """Utterances read once, to be taught in parts."""

    def __init__(self, intents: Mapping[str, Intent], utterances: Sequence[Utterance]) -> None:
        places = {name: place for place, name in enumerate(intents)}
        self.utterances = utterances
        self.texts = [as_read(utterance.words) for utterance in utterances]
        self.sentences = sentence_model().vectors(self.texts)
        self.right = np.array([places[utterance.intent] for utterance in utterances])
        self.everyone = np.arange(len(utterances))
        self.labelled = np.array([place for place, utterance in enumerate(utterances) if utterance.voice == LABELLED])
        self.fold = np.arange(len(self.labelled)) % FOLDS
        self._wanted = np.zeros((len(utterances), len(intents)), dtype=np.float32)
        for row, utterance in enumerate(utterances):
            self._wanted[row, places[utterance.intent]] = 1 - ALSO if utterance.also else 1
            for also in utterance.also:
                self._wanted[row, places[also]] = ALSO / len(utterance.also)
        self._weight = np.ones(len(utterances), dtype=np.float32)
        self._weight[self.labelled] = LABELLED_WEIGHT

    def counted(self, rows: NDArray[np.int64]) -> Counted:
        return Counted.learn(self.texts[row] for row in rows)

    def features(self, rows: NDArray[np.int64], counted: Counted, mode: str) -> Floats:
        return features([self.texts[row] for row in rows], counted,
                        self.sentences[rows] if mode == WITH_SENTENCES else None)

    def weights(self, rows: NDArray[np.int64], counted: Counted, mode: str) -> Floats:
        """One row a feature, one column an intent, as these utterances teach them."""
        seen = self.features(rows, counted, mode)
        return np.asarray(seen.T @ fit(seen @ seen.T, self._wanted[rows], weight=self._weight[rows]), dtype=np.float32)

    def unseen_scores(self, mode: str) -> Floats:
        """The scores of each labelled utterance by a classifier that was taught all but its own fifth."""
        scores = np.zeros((len(self.labelled), self._wanted.shape[1]), dtype=np.float32)
        for fold in range(FOLDS):
            kept_back = self.labelled[self.fold == fold]
            rows = np.setdiff1d(self.everyone, kept_back)
            counted = self.counted(rows)
            scores[self.fold == fold] = self.features(kept_back, counted, mode) @ self.weights(rows, counted, mode)
        return scores

    def trials(self, kept: Learned, scores: Floats) -> tuple[Trial, ...]:
        """Each labelled utterance steered by its unseen scores, cooled by the temperature of the other folds."""
        right = self.right[self.labelled]
        found = []
        for place, (row, fold) in enumerate(zip(self.labelled, self.fold, strict=True)):
            others = self.fold != fold
            likely = chances(scores[place] / np.float32(temperature(scores[others], right[others])))
            found.append(Trial(self.utterances[row], judged(self.utterances[row].words, kept, likely)))
        return tuple(found)
