from hypothesis import example, given, settings
from hypothesis import strategies as st

from entitle.facts.fact import to_json
from entitle.questions.kinds.answering import Checks, Unanswerable, Upload
from entitle.questions.tests.household import HOUSEHOLD, OLWEN, TRIPS

NAMES = sorted(
    {name for question in HOUSEHOLD for name in question.kind.fields(question.field_id)}
    | {
        f"household-trips-{row}-{part.field_id}{end}"
        for row in (0, 1, 3, 999)
        for part in TRIPS.questions
        for end in ("", "-day", "-month", "-year")
    }
    | {"household-trips-add", "household-trips-remove", "household-trips-rows"}
)
HARD = [
    "",
    " ",
    "\x00",
    "²",
    "٣",
    "1e5",
    "-0",
    "9" * 5000,
    "{called}",
    "{0}",
    "%s",
    "</textarea><script>",
    "\ud800",
    "NaN",
    "yes",
    "12",
    "3",
    "1960",
    "CF10 1AA",
    "month",
    "rents",
    "AB123456C",
    "\u202e",
    "ﬁ",
    "ß" * 300,
    "Σ",
    "1 2 3",
    "12/3/99",
]
posts = st.dictionaries(st.sampled_from(NAMES), st.one_of(st.sampled_from(HARD), st.text(max_size=40)), max_size=25)
questions = st.sampled_from(HOUSEHOLD.questions)
json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "given",
                    "family",
                    "lines",
                    "postcode",
                    "pence",
                    "per",
                    "sort_code",
                    "account_number",
                    "account_name",
                    "roll_number",
                    "trip.country",
                    "trip.from_on",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


class TestAnythingMayBePosted:
    @settings(max_examples=150)
    @given(posted=posts, question=questions)
    @example(posted={"household-trips-rows": "²"}, question=HOUSEHOLD.question("household.trips"))
    def test_and_it_is_an_answer_or_unanswerable_and_the_page_shows_it_again(self, posted, question):
        try:
            value = question.parse(posted)
        except Unanswerable as problem:
            assert problem.posted is not None
            assert problem.errors or "household-trips-add" in posted or "household-trips-remove" in posted
            assert all(error.message.en and error.message.cy for error in problem.errors)
            page = question.web(posted=problem.posted, errors=problem.errors, language="cy")
            assert "<script>" not in page
            assert all(f'id="{error.field_id}"' in page for error in problem.errors)
        else:
            assert (value is None) == (question.summary(value) == "Not given")
            assert question.check(value) == ()

    @settings(max_examples=100)
    @given(
        posted=st.dictionaries(st.sampled_from(NAMES), st.none() | st.integers() | st.lists(st.text()), max_size=8),
        question=questions,
    )
    def test_even_what_is_not_text(self, posted, question):
        try:
            assert question.parse(posted) is None
        except Unanswerable as problem:
            assert problem.errors

    @settings(max_examples=150)
    @given(value=json, question=questions)
    def test_and_any_value_at_all_can_be_checked(self, value, question):
        assert isinstance(question.check(value), tuple)


class TestAnAnswerComesBackAsItWas:
    @settings(max_examples=150)
    @given(posted=posts, question=questions)
    def test_when_its_page_is_posted_again_unchanged(self, posted, question):
        try:
            value = question.parse(posted)
        except Unanswerable:
            return
        if value is not None:
            again = question.parse(question.kind.typed(to_json(value), question.field_id))
            assert again == value and question.summary(again) == question.summary(to_json(value))

    def test_for_every_kind_of_answer(self):
        for question in HOUSEHOLD:
            stored, name = OLWEN[question.fact], question.field_id
            posted = question.kind.typed(stored, name)
            value = question.parse(posted, checks=Checks(held={name: "sha256:abc"}))
            assert to_json(value) == stored
            assert set(posted) <= set(question.kind.fields(name)) or question.kind.name == "repeat"

    def test_and_a_file_sent_is_kept_under_the_reference_it_was_given(self):
        checks = Checks(
            uploads={"home-tenancy": Upload("t.pdf", b"%PDF")}, keep=lambda upload: f"kept:{upload.file_name}"
        )
        assert HOUSEHOLD.question("home.tenancy").parse({}, checks=checks) == "kept:t.pdf"
