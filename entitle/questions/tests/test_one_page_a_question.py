import re

import pytest

from entitle.questions.kinds.answering import Unanswerable
from entitle.questions.page import error_summary, page_title
from entitle.questions.tests.household import HOUSEHOLD, OLWEN, ask


def problem_with(fact, posted):
    with pytest.raises(Unanswerable) as caught:
        ask(fact).parse(posted)
    return caught.value


class TestThePageOfAQuestion:
    @pytest.mark.parametrize("language", ["en", "cy"])
    def test_has_one_heading_which_is_the_question(self, language):
        for question in HOUSEHOLD:
            page = question.web(language=language)
            assert page.count("<h1") == 1 and str(question.ask[language]).replace("'", "&#39;") in page

    def test_leaves_the_heading_to_the_page_when_told_to(self):
        assert all("<h1" not in question.web(heading=False) for question in HOUSEHOLD)

    def test_shows_the_stored_answer(self):
        assert 'value="27"' in ask("person.born_on").web(value=OLWEN["person.born_on"])
        assert 'value="AB 12 34 56 C"' in ask("person.nino").web(value="AB123456C")
        assert re.search(r'value="no"\s+checked', ask("home.shared").web(value=False))
        assert "Two lines\nof notes</textarea>" in ask("home.notes").web(value=OLWEN["home.notes"])

    def test_prefers_what_was_just_typed_to_what_is_stored(self):
        page = ask("person.email").web(value="a@example.com", posted={"person-email": "b@"})
        assert 'value="b@"' in page and "a@example.com" not in page

    def test_names_every_field_with_a_label(self):
        for question in HOUSEHOLD:
            page = question.web()
            ids = set(re.findall(r'<(?:input|textarea)[^>]* id="([^"]+)"', page))
            assert ids and ids == set(re.findall(r'<label[^>]* for="([^"]+)"', page))

    def test_helps_a_browser_fill_it_in_but_not_on_an_agents_screen(self):
        address = ask("home.address")
        assert (
            'autocomplete="postal-code"' in address.web() and 'autocomplete="bday-day"' in ask("person.born_on").web()
        )
        for question in HOUSEHOLD:
            assert not re.search(r'autocomplete="(?!off)', question.web(by_staff=True))

    def test_brings_up_the_right_keyboard(self):
        assert 'inputmode="decimal"' in ask("home.rent").web() and 'type="tel"' in ask("person.phone").web()
        assert (
            'inputmode="numeric"' in ask("household.rooms").web()
            and 'spellcheck="false"' in ask("person.nino").web()
        )


class TestAPageWithSomethingWrong:
    def test_links_each_error_to_its_field_and_says_it_there(self):
        problem = problem_with("person.name", {"person-name-given": "J0hn"})
        page, summary = (
            ask("person.name").web(posted=problem.posted, errors=problem.errors),
            error_summary(problem.errors),
        )
        for error in problem.errors:
            assert f'href="#{error.field_id}"' in summary and f'id="{error.field_id}-error"' in page
            assert f'aria-describedby="{error.field_id}-error"' in page
        assert 'value="J0hn"' in page

    def test_says_so_in_the_title_and_in_welsh(self):
        problem = problem_with("person.born_on", {})
        assert page_title("Claim", problem.errors) == "Error: Claim" and page_title("Claim") == "Claim"
        assert page_title("Hawlio", problem.errors, "cy") == "Gwall: Hawlio"
        assert "Mae problem" in error_summary(problem.errors, "cy") and "Rhowch eich dyddiad geni" in error_summary(
            problem.errors, "cy"
        )
        assert ">Gwall:</span>" in ask("person.born_on").web(posted={}, errors=problem.errors, language="cy")

    def test_marks_only_the_part_of_a_date_that_is_wrong(self):
        posted = {"person-born_on-day": "3", "person-born_on-month": "Smarch", "person-born_on-year": "1960"}
        page = ask("person.born_on").web(posted=posted, errors=problem_with("person.born_on", posted).errors)
        assert page.count("govuk-input--error") == 1
        assert (
            problem_with("person.born_on", {})
            and ask("person.born_on")
            .web(posted={}, errors=problem_with("person.born_on", {}).errors)
            .count("govuk-input--error")
            == 3
        )

    def test_never_lets_what_was_typed_become_part_of_the_page(self):
        nasty = '"><script>alert(1)</script>'
        for question in HOUSEHOLD:
            posted = {name: nasty for name in question.kind.fields(question.field_id)}
            posted["household-trips-1-trip-country"] = nasty
            try:
                question.parse(posted)
                errors = ()
            except Unanswerable as problem:
                errors = problem.errors
            assert "<script" not in question.web(posted=posted, errors=errors) + error_summary(errors)

    def test_shows_no_box_of_errors_where_there_are_none(self):
        assert error_summary([]) == ""
