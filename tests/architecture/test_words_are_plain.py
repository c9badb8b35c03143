"""DOMAIN 5, 'Competence': plain words, a reading age of 9 to 11; whoever writes a harder question is told here."""
from __future__ import annotations

import re

import pytest

from entitle.blueprint import registry
from entitle.questions.bank.changes import CHANGES, LOOK_AGAIN
from entitle.questions.bank.council import HOUSING_FORM
from entitle.questions.bank.first_contact import IDENTITY
from entitle.questions.question_set import QuestionSet

SETS = [*(scheme.claim for scheme in registry.schemes().values()), *CHANGES.values(), LOOK_AGAIN, HOUSING_FORM,
        IDENTITY]
HARDEST = 6
"""The school year by the automated readability index: children of 10 and 11 read it."""
LONGEST = 25
"""Words of a sentence, as GOV.UK asks; a list of names is as long as it is."""
A_LIST = 5
_WORD = re.compile(r"[A-Za-z’'0-9£-]+")


def sentences(words: str) -> list[str]:
    return [each for each in re.split(r"[.?!:](?:\s|$)", words) if _WORD.search(each)]


def school_year(found: list[str]) -> float:
    words = _WORD.findall(" ".join(found))
    return 4.71 * sum(map(len, words)) / len(words) + 0.5 * len(words) / len(found) - 21.43


class TestReadabilityCheckInCI:
    @pytest.mark.parametrize("asked", SETS, ids=lambda asked: asked.name)
    def test_every_question_set_is_read_at_the_age_of_eleven(self, asked: QuestionSet) -> None:
        found = [each for question in asked for words in (question.ask, question.hint) if words
                 for each in sentences(words.en)]
        assert school_year(found) <= HARDEST
        assert [each for each in found if len(_WORD.findall(each)) > LONGEST and each.count(",") < A_LIST] == []

    def test_would_find_what_is_too_hard(self) -> None:
        hard = "Notwithstanding the aforementioned provisions, entitlement necessitates contemporaneous documentation."
        assert school_year(sentences(hard)) > HARDEST
