import pytest

from entitle.questions.kinds.answering import Unanswerable
from entitle.questions.tests.household import OLWEN, ask

TRIPS = ask("household.trips")
NAME = TRIPS.field_id


def row(number, country, day="2", month="1", year="1980"):
    start = f"{NAME}-{number}-trip"
    return {
        f"{start}-country": country,
        f"{start}-from_on-day": day,
        f"{start}-from_on-month": month,
        f"{start}-from_on-year": year,
    }


def shown_after(posted):
    with pytest.raises(Unanswerable) as caught:
        TRIPS.parse(posted)
    assert caught.value.errors == ()
    return caught.value.posted, TRIPS.web(posted=caught.value.posted)


class TestWithoutJavaScript:
    def test_a_first_row_is_there_to_fill_in(self):
        page = TRIPS.web()
        assert f'name="{NAME}-1-trip-country"' in page and f'name="{NAME}-2-trip-country"' not in page
        assert f'name="{NAME}-remove"' not in page

    def test_another_row_is_added_and_what_was_typed_stays(self):
        _, page = shown_after({**row(1, "France"), f"{NAME}-add": "yes"})
        assert 'value="France"' in page and f'name="{NAME}-2-trip-country"' in page

    def test_a_row_taken_away_moves_the_rest_up(self):
        posted, page = shown_after({**row(1, "France"), **row(2, "Spain"), f"{NAME}-remove": "1"})
        assert posted[f"{NAME}-1-trip-country"] == "Spain"
        assert "France" not in page and f'name="{NAME}-2-trip-country"' not in page

    def test_the_only_row_filled_in_can_be_taken_away(self):
        posted, page = shown_after({**row(1, "France"), **row(2, ""), f"{NAME}-remove": "1"})
        assert "France" not in page and posted[f"{NAME}-1-trip-country"] == ""

    def test_a_row_with_nothing_in_it_goes_too(self):
        posted, page = shown_after({**row(1, "France"), **row(2, "", "", "", ""), f"{NAME}-remove": "1"})
        assert posted == {} and "France" not in page

    def test_no_more_rows_are_offered_than_are_allowed(self):
        four = {key: text for number in range(1, 5) for key, text in row(number, "France").items()}
        _, page = shown_after({**four, f"{NAME}-add": "yes"})
        assert f'name="{NAME}-5-trip-country"' not in page and f'name="{NAME}-add"' not in page

    def test_the_enter_key_goes_on_and_takes_nothing_away(self):
        page = TRIPS.web(value=OLWEN["household.trips"])
        first = page.index("<button")
        assert f'name="{NAME}-remove"' not in page[first : page.index(">", first)]
        assert f'name="{NAME}-remove"' in page

    def test_each_remove_button_says_what_it_removes(self):
        page = TRIPS.web(value=OLWEN["household.trips"], language="cy")
        assert 'Tynnu <span class="govuk-visually-hidden">Taith 2</span>' in page


class TestTheRowsPosted:
    def test_are_a_list_of_facts(self):
        value = TRIPS.parse({**row(1, "France"), **row(2, "Spain")})
        assert [trip["trip.country"] for trip in value] == ["France", "Spain"]
        assert all("trip.until_on" not in trip for trip in value)

    def test_may_leave_a_blank_one_behind(self):
        assert len(TRIPS.parse({**row(1, "France"), **row(2, "", "", "", "")})) == 1

    def test_say_what_is_wrong_in_which_row(self):
        with pytest.raises(Unanswerable) as caught:
            TRIPS.parse({**row(1, "France"), **row(2, "Spain", month="13")})
        [error] = caught.value.errors
        assert error.field_id == f"{NAME}-2-trip-from_on-month"
        assert 'value="13"' in TRIPS.web(posted=caught.value.posted, errors=caught.value.errors)

    def test_are_needed_unless_the_list_is_optional(self):
        with pytest.raises(Unanswerable) as caught:
            TRIPS.parse({})
        assert caught.value.errors[0].field_id == f"{NAME}-1-trip-country"

    def test_are_refused_when_there_are_more_than_the_page_can_hold(self):
        five = {key: text for number in range(1, 6) for key, text in row(number, "France").items()}
        with pytest.raises(Unanswerable, match="Trips: list 4 at most"):
            TRIPS.parse(five)
        assert TRIPS.check([OLWEN["household.trips"][0]] * 5)[0].message.cy.startswith("Teithiau: rhestrwch 4")

    def test_are_told_in_words(self):
        assert (
            TRIPS.summary(OLWEN["household.trips"], "cy")
            == "France, 2 Ionawr 1980;\n\nSpain, 2 Ionawr 1990, 3 Chwefror 1991"
        )
