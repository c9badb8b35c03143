"""The sentence model reads pieces of words, and puts what means the same near together."""
from __future__ import annotations

import numpy as np
import pytest

from entitle.steering import sentence
from entitle.steering.learned import WORDS_ONLY, mode_here
from entitle.steering.sentence import NoSentenceModel, WrongSentenceModel, sentence_model
from entitle.steering.wordpiece import LONGEST, WordPiece


@pytest.fixture
def pieces(tmp_path):
    vocabulary = tmp_path / "vocab.txt"
    vocabulary.write_text("[PAD]\n[UNK]\n[CLS]\n[SEP]\nmy\nrent\n##s\n##al\n'\ngone\nd\n", encoding="utf-8")
    return WordPiece(vocabulary)


class TestWordsAreCutInPieces:
    def test_the_longest_piece_first_and_marks_apart(self, pieces):
        assert pieces.numbers("My rentals' gone") == [2, 4, 5, 7, 6, 8, 9, 3]

    def test_without_accents_or_capitals(self, pieces):
        assert pieces.numbers("MY  rént") == [2, 4, 5, 3]

    def test_what_no_piece_fits_is_unknown(self, pieces):
        assert pieces.numbers("my ฿ " + "rent" * 40) == [2, 4, 1, 1, 3]

    def test_no_more_than_the_model_was_taught_to_read(self, pieces):
        assert len(pieces.numbers("my rent " * 200)) == LONGEST


class TestMeaning:
    def test_the_same_thing_said_otherwise_is_nearer_than_another_thing(self):
        said, otherwise, another = sentence_model().vectors(
            ["my husband has passed away", "her spouse died", "the printer is out of ink"])
        assert said @ otherwise > 2 * (said @ another)

    def test_a_sentence_is_the_same_alone_and_among_others(self):
        many = sentence_model().vectors(["my rent", "a much longer sentence about a cooker that has packed in", "rent"])
        alone = sentence_model().vectors(["my rent"])
        assert np.round(many[0] @ alone[0], 5) == 1


class TestTheModelIsTheOneThatWasTaughtWith:
    @pytest.fixture(autouse=True)
    def _read_again(self):
        sentence_model.cache_clear()
        yield
        sentence_model.cache_clear()

    def test_without_its_package_words_alone_are_read(self, monkeypatch):
        monkeypatch.setattr(sentence, "PACKAGE", "no_such_package")
        assert mode_here() == WORDS_ONLY
        with pytest.raises(NoSentenceModel, match="`make setup` installs it"):
            sentence_model()

    def test_other_weights_are_refused(self, monkeypatch):
        monkeypatch.setattr(sentence, "WEIGHTS_DIGEST", "0" * 64)
        with pytest.raises(WrongSentenceModel, match="not those that steering was trained on"):
            sentence_model()
