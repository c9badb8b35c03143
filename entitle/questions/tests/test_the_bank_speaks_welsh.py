import dataclasses

import pytest

from entitle.kernel.words import Words
from entitle.questions.bank import changes, first_contact
from entitle.questions.kinds import phrases
from entitle.questions.tests import test_the_household_is_asked_alike_in_every_benefit as household
from entitle.questions.walk import walk

SETS = [*changes.CHANGES.values(), changes.LOOK_AGAIN, first_contact.IDENTITY, *household.SETS]


def words_in(thing):
    """Every Words anywhere in a question set."""
    if isinstance(thing, Words):
        yield thing
    elif isinstance(thing, list | tuple):
        for part in thing:
            yield from words_in(part)
    elif dataclasses.is_dataclass(thing):
        for each in dataclasses.fields(thing):
            yield from words_in(getattr(thing, each.name))


class TestEverySharedSet:
    @pytest.mark.parametrize("question_set", SETS, ids=lambda question_set: question_set.name)
    def test_says_everything_in_both_languages(self, question_set):
        without = [words.en for words in words_in(question_set) if not words.cy or words.cy == words.en]
        assert without == [], f"no Welsh for {without}"

    @pytest.mark.parametrize("question_set", SETS, ids=lambda question_set: question_set.name)
    def test_has_its_own_words_for_a_blank_answer(self, question_set):
        for question in question_set:
            for error in question.check(None):
                assert error.message.en.startswith(("Enter", "Choose"))

    def test_shares_no_name_with_another(self):
        assert len({question_set.name for question_set in SETS}) == len(SETS)


class TestAChange:
    def test_of_relationship_asks_for_a_date_only_where_there_was_one(self):
        assert walk(changes.RELATIONSHIP, {"person.relationship": "never"}).complete
        assert (
            walk(changes.RELATIONSHIP, {"person.relationship": "widowed"}).next.fact == "person.relationship_changed_on"
        )

    def test_of_bank_account_is_one_question(self):
        assert changes.BANK.facts == ("person.bank_account",)

    def test_that_someone_died_can_be_told_without_giving_a_phone_number(self):
        told = {
            "person.died_on": "2026-11-01",
            "informant.name": {"given": "Rhys", "family": "Rees"},
            "informant.relationship": "son",
            "informant.phone": None,
        }
        assert walk(changes.DEATH, told).complete


class TestFirstContact:
    def test_goes_on_without_a_national_insurance_number(self):
        known = {
            "person.name": {"given": "Olwen", "family": "Rees"},
            "person.born_on": "1960-03-27",
            "person.nino": None,
        }
        assert walk(first_contact.IDENTITY, known).next.fact == "home.postcode"


class TestMonths:
    def test_are_all_told_apart_by_three_letters_in_either_language(self):
        for language in ("en", "cy"):
            assert [phrases.month_number(month[language][:3]) for month in phrases.MONTHS] == list(range(1, 13))
            assert [phrases.month_number(month[language].upper()) for month in phrases.MONTHS] == list(range(1, 13))

    @pytest.mark.parametrize("text", ["0", "13", "ma", "smarch", "²", ""])
    def test_are_not_guessed(self, text):
        assert phrases.month_number(text) is None
