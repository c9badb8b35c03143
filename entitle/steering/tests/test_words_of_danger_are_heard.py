"""Whoever says that they or another are in danger is heard, however they say it; a figure of speech is let pass."""
from __future__ import annotations

import csv
from pathlib import Path

import pytest

from entitle.steering.phrases import may_find, pattern, plain, ready
from entitle.steering.safeguarding import ABUSE, HARM_TO_OTHERS, IMMEDIATE_DANGER, KINDS, SELF_HARM, Risk, risk_in

with (Path(__file__).parent / "in_danger_or_not.csv").open(encoding="utf-8") as voices:
    VOICES = [(row["kind"], row["words"]) for row in csv.DictReader(voices)]
IN_DANGER = [(kind, words) for kind, words in VOICES if kind != "none"]
NOT_IN_DANGER = [words for kind, words in VOICES if kind == "none"]


def kind_heard(words):
    heard = risk_in(words)
    return heard.kind if heard else "none"


class TestEveryoneInDangerIsHeard:
    def test_every_one_of_them_with_what_they_are_in_danger_of(self):
        assert [(kind_heard(words), words) for _, words in IN_DANGER] == IN_DANGER
        assert {kind for kind, _ in IN_DANGER} == set(KINDS)

    @pytest.mark.parametrize("as_written", [
        str.upper,
        lambda words: words.replace("'", "’"),
        lambda words: words.replace("'", ""),
        lambda words: f"hiya um it's about me claim. {words}. hello? are you there",
        lambda words: words.replace(" my ", " my er my "),
    ], ids=["shouted", "curly apostrophes", "no apostrophes", "in the middle of something else", "said haltingly"])
    def test_however_it_is_written_down(self, as_written):
        assert [words for _, words in IN_DANGER if risk_in(as_written(words)) is None] == []

    def test_the_words_that_say_so_are_kept_for_whoever_answers(self):
        assert risk_in("Third time I've rung. I’m going to KILL myself, I mean it.") == Risk(SELF_HARM, "kill myself")

    def test_of_several_dangers_the_gravest_is_named(self):
        assert kind_heard("he hits me and I want to die") == SELF_HARM
        assert kind_heard("he hits me and I'm going to kill him") == HARM_TO_OTHERS
        assert kind_heard("he hits me and I don't feel safe at home") == IMMEDIATE_DANGER
        assert kind_heard("he hits me") == ABUSE


class TestAFigureOfSpeechIsLetPass:
    def test_at_most_2_in_180_of_those_who_are_in_no_danger_are_taken_for_it(self):
        taken = [words for words in NOT_IN_DANGER if risk_in(words)]
        assert len(taken) * 180 <= 2 * len(NOT_IN_DANGER), taken
        assert len(NOT_IN_DANGER) > 180

    def test_what_is_meant_is_heard_beside_what_is_only_a_saying(self):
        assert kind_heard("this wait is killing me, I'm going to kill myself") == SELF_HARM
        assert kind_heard("I'm dying for a fag. He hits me.") == ABUSE


class TestPhrases:
    def test_words_are_compared_without_what_says_nothing(self):
        assert plain("Um, I I’m NOT… going going to, er, Llŷr's!") == "i im not going to llyrs ."

    def test_a_phrase_that_could_never_be_found_is_refused(self):
        with pytest.raises(ValueError, match="never found: plain words have 'cant'"):
            pattern("can't go on", {})

    def test_what_cannot_be_there_is_not_looked_for(self):
        known = [ready(phrase, {}) for phrase in ("kill/hurt myself", "an? overdose", "top* myself?")]
        assert may_find(known, plain("I hurt")) == [known[2].finds]
        assert may_find(known, plain("myself")) == [known[0].finds, known[2].finds]

    def test_a_gap_is_at_most_four_words_and_stays_in_its_sentence(self):
        near = pattern("my husband .. hits me", {})
        assert near.search(plain("my husband when he comes in drunk hits me") + " ") is None
        assert near.search(plain("my husband when he is drunk hits me") + " ")
        assert near.search(plain("Ask my husband. Dave hits me.") + " ") is None
