"""How dates, money and numbers are written in each language."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from entitle.blueprint import registry
from entitle.kernel.words import Words
from entitle.letters.values import has_words, in_unit
from entitle.pages import formats
from entitle.pages.explanation import explain, value_in_words
from entitle.pages.tests.showcase.views import TRACE
from entitle.rules.trace import Step, Trace


class TestWritingValues:
    def test_dates_have_their_weekday_in_either_language(self):
        assert formats.weekday_and_day(date(2026, 3, 3)) == "Tuesday 3 March 2026"
        with translation.override("cy"):
            assert formats.weekday_and_day(date(2026, 3, 3)) == "Dydd Mawrth 3 Mawrth 2026"

    def test_a_moment_is_what_the_clock_in_london_said(self):
        assert formats.moment(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == "2 July 2026, 12:30am"

    def test_a_stored_date_reads_like_any_other(self):
        assert formats.day("2026-03-03") == formats.day(date(2026, 3, 3)) == "3 March 2026"

    def test_an_unknown_amount_is_never_nothing_to_pay(self):
        assert formats.money(None) == ""
        assert formats.money(0) == "£0.00"

    def test_references_are_spaced_for_reading(self):
        assert formats.national_insurance_number("qq123456c") == "QQ 12 34 56 C"
        assert formats.sort_code("123456") == "12-34-56"

    def test_words_come_in_the_language_of_the_page(self):
        with translation.override("cy"):
            assert formats.say(Words("Yes", "Ie")) == "Ie"


class TestExplainingADecision:
    @pytest.mark.parametrize(
        ("value", "unit", "words"),
        [
            (24130, "pence_per_week", "£241.30 a week"),
            (1, "weeks", "1 week"),
            (3, "weeks", "3 weeks"),
            ("2026-03-12", "date", "12 March 2026"),
            (True, "yes_no", "Yes"),
            (None, "date", "Not known"),
            (35, "years", "35 years"),
            ("1/900", "share", "1/900"),
            (8, "points", "8 points"),
            (3, "descriptor", "level d"),
            (1271, "pence_per_hour", "£12.71 an hour"),
            (737_646_240, "ten_thousandths_of_a_penny", "£737.64624"),
        ],
    )
    def test_says_each_value_in_its_unit(self, value, unit, words):
        assert value_in_words(value, unit) == words

    def test_sums_and_checks_are_told_apart_and_each_keeps_its_law(self):
        explanation = explain(trace=TRACE.to_json())
        assert [step.value for step in explanation.sums] == ["12 March 2026", "£241.30 a week"]
        assert [step.label for step in explanation.checks] == ["Claimed too early"]
        assert all(step.cites for step in (*explanation.sums, *explanation.checks))

    def test_an_amount_of_the_law_shows_its_own_date_and_citation(self):
        amount = explain(trace=TRACE).sums[1].read[-1]
        assert (amount.label, amount.value, amount.cites) == (
            "Full rate from 6 April 2026",
            "£241.30 a week",
            "Made-up Order 2026 art. 4",
        )

    def test_a_fact_is_called_by_its_label_where_there_is_one(self):
        labels = {"person.born_on": Words("Date of birth", "Dyddiad geni")}
        with translation.override("cy"):
            read = explain(trace=TRACE, labels=labels).sums[0].read[0]
        assert (read.label, read.value) == ("Dyddiad geni", "12 Mawrth 1960")

    def test_a_step_for_each_child_says_which_and_the_total_lists_them(self):
        amount = Words("Amount for a child", "Swm i blentyn")
        steps = [
            Step("child_amount", amount, Words("An amount for each child."), pence, "pence_per_month", "Act s1", "",
                 {"child.born_on": born_on}, (), {}, of=Words(f"Child {place}", f"Plentyn {place}"))
            for place, pence, born_on in ((1, 35188, "2015-01-02"), (2, 30394, "2019-03-04"))
        ]
        together = Step("children", Words("Children"), Words("All children."), 65582, "pence_per_month", "Act s1", "",
                        {"child.born_on": ["2015-01-02", "2019-03-04"]}, (), {"child_amount": [35188, 30394]})
        shown = explain(trace=Trace((*steps, together)).to_json()).sums
        assert [step.label for step in shown] == [
            "Child 1: Amount for a child", "Child 2: Amount for a child", "Children"]
        assert [read.value for read in shown[2].read] == [
            "2 January 2015, 4 March 2019", "£351.88 a month, £303.94 a month"]
        with translation.override("cy"):
            assert explain(trace=Trace(tuple(steps))).sums[1].label == "Plentyn 2: Swm i blentyn"

    def test_a_fact_that_was_not_needed_is_left_out(self):
        step = Step("children", Words("Children"), Words("All."), 1, "children", "Act s1", "",
                    {"person.is_carer": None, "child.is_adopted": [None, None], "child.is_ill": [None, True],
                     "person.in_education": False}, (), {})
        [shown] = explain(trace=Trace((step,))).sums
        assert [(read.label, read.value) for read in shown.read] == [("Is ill", "Yes"), ("In education", "No")]

    def test_a_total_of_no_children_used_none(self):
        none = Step("children", Words("Children"), Words("All."), 0, "pence_per_month", "Act s1", "",
                    {"child.born_on": []}, (), {})
        assert explain(trace=Trace((none,))).sums[0].read[0].value == "None"


class TestEveryBenefit:
    def test_each_unit_that_a_rule_gives_has_words_in_either_language(self):
        given = {rule.gives for scheme in registry.schemes().values() for rule in scheme.rules.rules.values()}
        assert {unit for unit in given if not has_words(unit)} == set()
        for unit in given - {"date", "weekday", "yes_no"}:
            english, welsh = (in_unit(2, unit, language=language) for language in ("en", "cy"))
            assert english != "2" and (welsh != english or english.startswith("£")), unit
            assert value_in_words(2, unit) == english, unit
