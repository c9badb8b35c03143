"""entitle steer: say who should answer somebody, from their own words."""
from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from entitle.blueprint.intents import intents, utterances
from entitle.config.steering_cases import CasesAreWrong, steer_cases
from entitle.config.steering_report import publish
from entitle.steering.learned import FOLDER, WORDS_ONLY, mode_here
from entitle.steering.scoring import score
from entitle.steering.sentence import NoSentenceModel, WrongSentenceModel
from entitle.steering.steer import steer
from entitle.steering.training import teach
from entitle.steering.utterance import load_utterances

_DOCS = Path(__file__).resolve().parents[4] / "docs"
WORDS_ALONE = ("The sentence model is not installed, so words are only counted: about one answer in thirty is worse. "
               "`make setup` installs it.")


class Command(BaseCommand):
    help = (
        "Say who should answer somebody, from their own words: an intent, a queue, how soon, and how sure. Needs no "
        "database and no keys. With --cases, a CSV file with the columns id, utterance, channel and lang (which may be "
        "empty); with --train, the classifier is taught again from every intent and utterance there is, "
        "tried on what it was not taught, and its figures published in the handbook."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("words", nargs="*", metavar="WORDS", help="what somebody said")
        parser.add_argument("--cases", type=Path, metavar="IN", help="a CSV file of utterances")
        parser.add_argument("--out", type=Path, metavar="OUT", help="where to write the answers")
        parser.add_argument("--train", action="store_true", help="teach the classifier again (some minutes)")
        parser.add_argument("--also", type=Path, metavar="CSV", help="with --train: more utterances, set out as in "
                                                                     "intents.csv: those sent to the wrong place")

    def handle(self, *args: Any, words: list[str], cases: Path | None, out: Path | None, train: bool,
               also: Path | None, **options: Any) -> None:
        try:
            if train:
                self._train(also)
            else:
                self._steer(words, cases, out)
        except (NoSentenceModel, WrongSentenceModel, CasesAreWrong, OSError) as problem:
            raise CommandError(str(problem)) from problem

    def _steer(self, words: list[str], cases: Path | None, out: Path | None) -> None:
        if mode_here() == WORDS_ONLY:
            self.stderr.write(WORDS_ALONE)
        if cases is not None:
            if out is None:
                raise CommandError("say where to write the answers (--out FILE)")
            if steer_cases(cases, out, report=self.stderr.write):
                sys.exit(1)
            return
        if not words:
            raise CommandError("say what was said, or name a file of utterances (--cases FILE)")
        steered = steer(" ".join(words))
        taken = "accepted" if steered.accepted else "a person asks"
        self.stdout.write(f"{steered.intent} → {steered.queue}, priority {steered.priority}, {steered.language}\n"
                          f"{taken}, confidence {steered.confidence:.2f}\n"
                          f"{steered.summary}")

    def _train(self, also: Path | None) -> None:
        known, taught = intents(), (*utterances(), *(load_utterances(also) if also else ()))
        if strange := {each.intent for each in taught} - set(known):
            raise CommandError(f"there is no intent called '{min(strange)}'; there are: {', '.join(known)}")
        kept, trials = teach(known, taught, say=self.stderr.write)
        kept.save(FOLDER)
        scores = {mode: score(each, kept.routes) for mode, each in trials.items()}
        for path in publish(scores, taught=len(taught), threshold=kept.threshold, docs=_DOCS):
            self.stdout.write(str(path))
