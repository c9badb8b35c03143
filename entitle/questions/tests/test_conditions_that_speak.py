import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entitle.kernel.words import Words
from entitle.questions.conditions import all_of, any_of, from_data, is_known, is_no, is_one_of, is_yes
from entitle.questions.tests.household import DICTIONARY, HOUSEHOLD, ask

leaves = st.sampled_from(
    [
        is_yes("home.shared"),
        is_no("home.shared"),
        is_one_of("home.tenure", "rents"),
        is_one_of("home.tenure", "rents", "owns"),
        is_known("home.rent", says=Words("they pay rent", cy="ydynt yn talu rhent")),
    ]
)
conditions = st.recursive(
    leaves,
    lambda inner: st.builds(
        lambda join, parts: join(*parts), st.sampled_from([all_of, any_of]), st.lists(inner, min_size=1, max_size=3)
    ),
    max_leaves=6,
)
answers = st.fixed_dictionaries(
    {},
    optional={
        "home.shared": st.sampled_from([True, False, None]),
        "home.tenure": st.sampled_from(["rents", "owns", None]),
        "home.rent": st.sampled_from([0, 43250, None]),
    },
)


def meets(schema, value):
    """As much of JSON Schema as a condition uses."""
    for key, part in schema.get("properties", {}).items():
        if (
            key in value
            and "enum" in part
            and not any(value[key] is each or value[key] == each for each in part["enum"])
        ):
            return False
        if key in value and "not" in part and value[key] is None:
            return False
    return (
        all(key in value for key in schema.get("required", ()))
        and all(meets(part, value) for part in schema.get("allOf", ()))
        and ("anyOf" not in schema or any(meets(part, value) for part in schema["anyOf"]))
    )


class TestAConditionHolds:
    def test_of_a_yes_only_when_it_is_yes(self):
        assert is_yes("home.shared").holds({"home.shared": True})
        assert not is_yes("home.shared").holds({"home.shared": False})

    def test_of_nothing_while_the_fact_is_unknown(self):
        for condition in (
            is_yes("home.shared"),
            is_no("home.shared"),
            is_one_of("home.tenure", "rents"),
            is_known("home.rent"),
        ):
            assert not condition.holds({}) and not condition.holds(dict.fromkeys(condition.facts))

    def test_of_a_known_nought(self):
        assert is_known("home.rent").holds({"home.rent": 0})

    def test_never_takes_a_one_for_a_yes(self):
        assert not is_yes("home.shared").holds({"home.shared": 1})


class TestAConditionSpeaks:
    def test_in_its_own_words_on_the_telephone(self):
        assert ask("home.rent").when.in_words("en") == "they pay rent"
        assert ask("home.rent").when.in_words("cy") == "ydynt yn talu rhent"

    def test_by_question_number_on_paper(self):
        said = ask("home.rent").when.in_words("en", HOUSEHOLD.numbers)
        assert said == "your answer to question 10 is ‘Rents it’"
        assert ask("home.rent").when.in_words("cy", HOUSEHOLD.numbers) == "yw eich ateb i gwestiwn 10 yn ‘Yn ei rentu’"

    def test_by_the_name_of_its_fact_where_it_has_no_words(self):
        assert ask("home.ground_rent").when.in_words("en") == "the answer to ‘How the home is held’ is ‘Owns it’"

    def test_of_several_at_once(self):
        said = ask("household.rooms").when.in_words("en")
        assert said == (
            "the answer to ‘Shares the home’ is ‘Yes’, or the answer to ‘Shares the home’ is ‘No’, "
            "and ‘Rent’ has been given"
        )


class TestAConditionTravelsAsData:
    @settings(max_examples=60)
    @given(condition=conditions, known=answers)
    def test_and_holds_the_same_when_it_arrives(self, condition, known):
        arrived = from_data(condition.to_data())
        assert arrived == condition and arrived.holds(known) == condition.holds(known)

    @settings(max_examples=60)
    @given(condition=conditions, known=answers)
    def test_and_its_schema_agrees_with_it(self, condition, known):
        assert meets(condition.to_schema(), known) == condition.holds(known)

    @settings(max_examples=30)
    @given(condition=conditions)
    def test_and_always_has_something_to_say(self, condition):
        bound = condition.bound_to(DICTIONARY)
        assert bound.in_words("en") and bound.in_words("cy") and bound == condition

    def test_but_nothing_else_passes_for_one(self):
        with pytest.raises(ValueError, match="not a condition"):
            from_data({"fact": "home.rent"})
