"""Every rule of every benefit has a page: its words, law, code and amounts, and a place to try it."""
from __future__ import annotations

import inspect
import re
from itertools import cycle

import pytest
from django.test import Client

from entitle.blueprint import registry
from entitle.channels.law_book.contents import slug_of
from entitle.channels.law_book.fields import fields_of
from entitle.channels.law_book.words import WORDS
from entitle.gateways import clock
from entitle.law.table import Table
from entitle.pages import formats

RULES = [pytest.param(scheme, rule, id=f"{scheme.name}-{rule.name}")
         for scheme in registry.schemes().values() for rule in scheme.rules.rules.values()]


def turn_about(values):
    """Every rule, each with the next of the values; a test takes some of them, for a page is made alike for all."""
    return [pytest.param(*each.values, value, id=each.id) for each, value in zip(RULES, cycle(values), strict=False)]


NONSENSE = ("", "yes", "999999", "1 1 1850", "31/12/2150", "Ní Dhomhnaill")
AMOUNT = "/law/state-pension/rate-for-record"


@pytest.fixture
def reader():
    return Client(headers={"accept-language": "en"})


def text_of(page):
    """What a page says, without its marks."""
    words = re.sub(r"<[^>]+>", " ", page.content.decode())
    return " ".join(words.replace("&#39;", "'").replace("&amp;", "&").split())


class TestTheContents:
    def test_lists_every_benefit_and_is_at_the_foot_of_every_page(self, reader):
        page = reader.get("/law/")
        for scheme in registry.schemes().values():
            assert scheme.title.en in text_of(page)
            assert f'href="/law/{slug_of(scheme.name)}/"' in page.content.decode()
        foot = reader.get("/privacy").content.decode().split("<footer")[1]
        assert 'href="/law/"' in foot

    @pytest.mark.parametrize("scheme", registry.schemes().values(), ids=lambda scheme: scheme.name)
    def test_a_benefit_lists_its_rules_and_its_amounts_with_their_sources(self, reader, scheme):
        said = text_of(reader.get(f"/law/{slug_of(scheme.name)}/"))
        for rule in scheme.rules.rules.values():
            assert rule.label.en in said
        for amount in scheme.rules.law:
            assert amount.about in said
        assert "Last checked" in said

    @pytest.mark.parametrize("scheme", registry.schemes().values(), ids=lambda scheme: scheme.name)
    def test_a_benefits_rules_are_drawn(self, reader, scheme):
        page = reader.get(f"/law/{slug_of(scheme.name)}/picture.svg")
        assert page["content-type"].startswith("image/svg+xml")
        assert all(f">{name}</text>" in page.content.decode() for name in scheme.rules.rules)

    def test_what_is_not_there_is_not_found(self, reader):
        for address in ("/law/lottery/", "/law/state-pension/luck", "/law/lottery/luck", "/law/lottery/picture.svg"):
            assert reader.get(address).status_code == 404

    def test_nothing_can_be_posted(self, reader):
        for address in ("/law/", "/law/state-pension/", AMOUNT):
            assert reader.post(address).status_code == 405


class TestEachRule:
    @pytest.mark.parametrize(("scheme", "rule", "language"), turn_about(("en", "cy"))[::3])
    def test_says_what_it_is_with_its_law_its_code_and_an_example(self, reader, scheme, rule, language):
        page = reader.get(f"/law/{slug_of(scheme.name)}/{slug_of(rule.name)}?lang={language}")
        assert page.status_code == 200
        said = text_of(page).replace("&#34;", '"')
        assert rule.label[language] in said
        assert rule.says[language] in said
        assert rule.cites in said
        assert re.findall(r"def \w+\(", inspect.getsource(rule.formula))[0] in said  # one may serve several rules
        assert WORDS["example"][language] in said
        for name in (name for name in rule.parameters if name in scheme.rules.law.amounts):
            for series in scheme.rules.law.amount(name).series.values():
                assert all(value.cites in said for value in series.values)

    @pytest.mark.parametrize(("scheme", "rule"), RULES)
    def test_asks_for_every_fact_that_it_may_read(self, scheme, rule):
        asked = {name for field in fields_of(scheme, rule.name) for name in (
            field.fact, *(part.fact for part in getattr(field.question.kind, "questions", ())))}
        assert asked == set(scheme.rules.facts_read((rule.name,)))

    def test_leads_to_those_it_reads_and_those_that_read_it(self, reader):
        page = reader.get(AMOUNT).content.decode()
        reads, reads_it = page.split("The rules that read it")
        assert 'href="/law/state-pension/years-counted"' in reads.split("What it reads")[1]
        assert 'href="/law/state-pension/weekly-amount"' in reads_it

    def test_draws_amounts_through_time_above_a_table_of_the_same_figures(self, reader):
        page = reader.get(AMOUNT).content.decode()
        section = page.split('id="amount-full_rate"')[1].split("</section>")[0]
        values = registry.scheme("state_pension").rules.law.amount("full_rate").only.values
        assert section.count("entitle-chart__dot") == len(values)
        assert section.count("<tr") == len(values) + 1
        assert section.index("<svg") < section.index("<table")
        assert "£241.30 a week" in section
        assert "SI 2026/148 art 6" in section

    def test_a_table_of_the_law_is_given_row_by_row(self, reader):
        page = text_of(reader.get("/law/state-pension/pension-age-on"))
        [value] = registry.scheme("state_pension").rules.law.amount("pension_age_timetable").only.values
        assert isinstance(value.value, Table)
        for row in value.value.rows:
            assert row["cites"] in page

    def test_says_what_is_checked_each_day(self, reader):
        page = text_of(reader.get("/law/state-pension/weekly-amount"))
        assert "a year put off adds 13.94 to the full rate: £255.24 a week" in page


class TestTryingARule:
    def test_begins_with_an_example_worked_out(self, reader):
        page = text_of(reader.get(AMOUNT))
        assert "A worked example" in page
        assert "How we worked this out" in page

    def test_is_worked_out_for_what_is_typed_by_the_law_of_the_day(self, reader):
        answers = {"try": "yes", "national_insurance-qualifying_years": "28", "law-on-day": "22", "law-on-month": "11",
                   "law-on-year": "2026"}
        page = reader.get(AMOUNT, answers)
        assert page.status_code == 200
        said = text_of(page)
        assert "What it comes to £193.04 a week by the law of 22 November 2026" in said
        assert 'value="28"' in page.content.decode()
        earlier = text_of(reader.get(AMOUNT, {**answers, "law-on-year": "2025"}))
        assert "£184.20 a week by the law of 22 November 2025" in earlier

    def test_in_welsh(self, reader):
        page = reader.get(AMOUNT, {"try": "yes", "national_insurance-qualifying_years": "28", "law-on": "22/11/2026",
                                   "lang": "cy"})
        said = text_of(page)
        assert "Beth yw'r canlyniad" in said
        assert "£193.04 yr wythnos yn ôl cyfraith 22 Tachwedd 2026" in said

    @pytest.mark.parametrize(("typed", "said", "at"), [
        ({"national_insurance-qualifying_years": "many"}, "Qualifying years must be a whole number, like 3. You wrote "
         "'many'.", "national_insurance-qualifying_years"),
        ({}, "Qualifying years", "national_insurance-qualifying_years"),
        ({"national_insurance-qualifying_years": "28", "law-on": "1 1 1908"}, "We hold no law for that day.",
         "law-on-day"),
        ({"national_insurance-qualifying_years": "28", "law-on-day": "31", "law-on-month": "2", "law-on-year": "2026"},
         "must be a real date", "law-on-day"),
    ])
    def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_is_kept(self, reader, typed, said, at):
        page = reader.get(AMOUNT, {"try": "yes", **typed})
        assert page.status_code == 422
        body = page.content.decode()
        assert "There is a problem" in body
        assert f'href="#{at}"' in body
        assert f'id="{at}"' in body
        assert said in text_of(page)
        assert all(f'value="{text}"' in body for text in typed.values())

    def test_a_fact_that_its_answers_make_needful_is_asked_for(self, reader):
        when = {"person-born_on": "12 8 1960", "person-sex": "female", "claim-made_on": "20 11 2026",
                "state_pension-when_to_start": "choose_a_date", "law-on": "22 11 2026", "try": "yes"}
        choice = registry.scheme("state_pension").dictionary["state_pension.when_to_start"].choices[-1].value
        page = reader.get("/law/state-pension/start-on", {**when, "state_pension-when_to_start": choice})
        assert page.status_code == 422
        assert 'href="#state_pension-starts_later_on-day"' in page.content.decode()
        assert 'id="state_pension-starts_later_on-day"' in page.content.decode()
        soon = reader.get("/law/state-pension/start-on", {**when, "state_pension-when_to_start": "as_soon_as_possible"})
        assert soon.status_code == 200
        assert "state_pension-starts_later_on" not in soon.content.decode()

    def test_a_national_insurance_number_is_never_asked_for(self, reader):
        page = reader.get("/law/state-pension/payment-weekday", {"try": "yes", "person-nino": "41"})
        assert "Last 2 numbers of a National Insurance number" in text_of(page)
        assert "What it comes to Wednesday by the law of" in text_of(page)

    def test_marks_in_what_is_typed_do_not_reach_the_page(self, reader):
        page = reader.get(AMOUNT, {"try": "yes", "national_insurance-qualifying_years": "<script>alert(1)</script>"})
        assert "<script>alert" not in page.content.decode()

    def test_a_question_that_is_absurdly_long_is_answered_by_the_example(self, reader):
        page = reader.get(AMOUNT, {"try": "yes", "national_insurance-qualifying_years": "9" * 5_000})
        assert (page.status_code, "A worked example" in text_of(page)) == (200, True)

    @pytest.mark.parametrize(("scheme", "rule", "nonsense"), turn_about(NONSENSE)[::13])
    def test_no_nonsense_breaks_it(self, reader, scheme, rule, nonsense):
        names = [name for field in fields_of(scheme, rule.name)
                 for name in field.question.kind.fields(field.question.field_id)]
        page = reader.get(f"/law/{slug_of(scheme.name)}/{slug_of(rule.name)}",
                          {"try": "yes", **dict.fromkeys(names, nonsense)})
        assert page.status_code in (200, 422)

    def test_the_day_is_todays_where_none_is_given(self, reader):
        page = text_of(reader.get(AMOUNT, {"try": "yes", "national_insurance-qualifying_years": "35"}))
        assert f"by the law of {formats.day(clock.today())}" in page
