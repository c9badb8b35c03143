"""Charts drawn on the server, the links between pages of a list, and sign-in's form fields."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from django import forms
from django.core.paginator import Paginator
from django.test import RequestFactory
from hypothesis import given, settings
from hypothesis import strategies as st

from entitle.pages.charts import HEIGHT, WIDTH, bar_chart, line_chart, step_chart
from entitle.pages.form_fields import form_errors, form_field
from entitle.pages.pagination import page_links


class TestCharts:
    @settings(max_examples=50)
    @given(st.lists(st.integers(0, 10**9), max_size=40))
    def test_no_bar_leaves_the_drawing(self, figures):
        drawn = bar_chart(title="Claims", rows=[(f"week {place}", figure) for place, figure in enumerate(figures)])
        bars = re.findall(r'<rect [^>]*y="([-\d.]+)" width="([-\d.]+)" height="([-\d.]+)"', drawn)
        assert len(bars) == len(figures)
        assert all(float(top) >= 0 and float(top) + float(height) <= HEIGHT for top, _, height in bars)

    def test_a_taller_figure_is_a_taller_bar(self):
        heights = re.findall(r'height="([\d.]+)"/>', bar_chart(title="Claims", rows=[("a", 10), ("b", 20)]))
        assert float(heights[1]) == 2 * float(heights[0])

    def test_is_one_picture_with_a_name_and_escapes_what_it_is_given(self):
        drawn = line_chart(title='Claims "<b>"', rows=[("<script>", 1)])
        assert 'role="img"' in drawn
        assert "<script>" not in drawn
        assert "<b>" not in drawn

    @settings(max_examples=50)
    @given(st.dictionaries(st.dates(date(1948, 7, 5), date(2030, 1, 1)), st.integers(0, 10**9), max_size=20))
    def test_a_step_lasts_until_the_next_and_none_leaves_the_drawing(self, values):
        drawn = step_chart(title="Full rate", steps=sorted(values.items()), until=date(2030, 1, 1))
        [path] = re.findall(r'<polyline [^>]*points="([^"]*)"', drawn)
        corners = [tuple(map(float, corner.split(","))) for corner in path.split()]
        assert len(corners) == 2 * len(values) + bool(values)
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in corners)
        assert all(x == next_x or y == next_y for (x, y), (next_x, next_y) in pairwise(corners))
        assert drawn.count("<circle") == len(values)


class TestLinksBetweenPages:
    def links(self, number, count=200):
        return page_links(RequestFactory().get("/list?team=3"), Paginator(range(count), 10).get_page(number))

    def test_show_the_ends_and_the_neighbours_and_keep_the_search(self):
        links = self.links(10)
        assert [item.get("number", "...") for item in links["items"]] == [1, "...", 9, 10, 11, "...", 20]
        assert links["next"]["href"] == "?team=3&page=11"

    def test_are_absent_where_one_page_holds_it_all(self):
        assert self.links(1, count=5) == {}

    def test_do_not_go_before_the_first_or_after_the_last(self):
        assert "previous" not in self.links(1)
        assert "next" not in self.links(20)


class Form(forms.Form):
    username = forms.CharField(help_text="Letters")
    password = forms.CharField(widget=forms.PasswordInput)
    code = forms.CharField(required=False)
    remember = forms.BooleanField(required=False)


class TestFormFields:
    def test_a_password_is_never_sent_back_to_the_page(self):
        field = form_field(Form({"username": "ada", "password": "secret"})["password"])
        assert field["component"] == "password"
        assert field["value"] == ""

    def test_what_was_typed_is_kept_and_what_was_wrong_is_linked(self):
        form = Form({"username": "ada"})
        assert form_field(form["username"])["value"] == "ada"
        assert form_errors(form) == [{"text": "This field is required.", "href": "#id_password"}]
        assert form_field(form["password"])["errorMessage"] == {"text": "This field is required."}

    def test_a_browser_may_fill_in_the_code_and_show_numbers(self):
        field = form_field(Form()["code"])
        assert (field["autocomplete"], field["inputmode"]) == ("one-time-code", "numeric")

    def test_each_widget_has_its_component(self):
        assert [form_field(bound)["component"] for bound in Form()] == ["input", "password", "input", "checkbox"]
