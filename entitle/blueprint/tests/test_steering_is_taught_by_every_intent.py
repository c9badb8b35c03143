"""Steering knows every intent that any room or benefit brings, and was taught by what stands beside it."""
from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from entitle import steering
from entitle.blueprint.intents import intents, utterances
from entitle.steering.intent import IntentError, load_intents
from entitle.steering.learned import Route, learned
from entitle.steering.training import digest
from entitle.steering.utterance import LABELLED, load_utterances

ENOUGH, ENOUGH_WELSH = 60, 3


class TestWhatItWasTaught:
    def test_is_what_stands_in_the_files_today(self):
        assert learned().taught_by == digest(intents(), utterances()), "run `make steering`"

    def test_sends_each_intent_where_its_file_says(self):
        assert learned().routes == {name: Route(each.about, each.queue, each.priority, each.self_service)
                                    for name, each in intents().items()}

    def test_is_enough_of_each_in_both_languages(self):
        taught = Counter(each.intent for each in utterances() if each.voice != LABELLED)
        in_welsh = Counter(each.intent for each in utterances() if each.language == "cy")
        assert [name for name in intents() if taught[name] < ENOUGH or in_welsh[name] < ENOUGH_WELSH] == []

    def test_is_of_no_intent_that_there_is_not(self):
        assert {name for each in utterances() for name in each.rightly} <= set(intents())

    def test_says_nothing_twice_and_nothing_that_is_kept_to_score_it(self):
        said = Counter((each.intent, each.words.lower()) for each in utterances() if each.voice != LABELLED)
        assert [words for words, times in said.items() if times > 1] == []
        unseen = load_utterances(Path(steering.__file__).parent / "tests" / "unseen.csv")
        assert {each.words.lower() for each in utterances()} & {each.words.lower() for each in unseen} == set()


class TestAnIntentSaysWhatItMust:
    @pytest.mark.parametrize("wrong, told", [
        ("priority: 7", "priority is 7; expected 0 to 4"),
        ("identity_check: a_lot", "no identity check called 'a_lot'"),
        ("about: {en: Only English}", "read back to people and has no Welsh"),
        ("surprise: 1", "unexpected keyword argument 'surprise'"),
    ])
    def test_or_is_refused_by_name(self, tmp_path, wrong, told):
        right = {"name": "lost", "about": "{en: Lost, cy: Ar goll}", "covers": "lost", "queue": "Q_X", "priority": 3,
                 "identity_check": "none", "self_service": "''", "from": "2026-04-06"}
        name, _, value = wrong.partition(": ")
        entry = "\n".join(f"  {key}: {said}" for key, said in {**right, name: value}.items()).replace("  ", "- ", 1)
        path = tmp_path / "intents.yaml"
        path.write_text(f"cites: ours\nchecked_on: 2026-11-22\nintents:\n{entry}\n")
        with pytest.raises(IntentError, match=told):
            load_intents(path)
