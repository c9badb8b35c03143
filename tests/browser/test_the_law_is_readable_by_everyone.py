"""The law's pages: no WCAG 2.2 AA violation that a machine can find, at two widths, and no need of JavaScript."""

from __future__ import annotations

import pytest

from entitle.blueprint import registry

pytestmark = pytest.mark.browser

RATE = "/law/state-pension/rate-for-record"
LIST = "/law/child-maintenance/own-child-stays"
PAGES = ["/law/", *(f"/law/{name.replace('_', '-')}/" for name in registry.schemes()), RATE,
         f"{RATE}?try=yes&national_insurance-qualifying_years=many", "/law/state-pension/pension-age-on", LIST,
         f"{LIST}?try=yes&child_maintenance-children-add=yes"]


class TestAccessibility:
    @pytest.mark.parametrize("path", PAGES)
    def test_no_page_has_a_violation_and_none_scrolls_sideways(self, pages_address, page, narrow_page, usable, path):
        for shown, language in ((page, "en"), (narrow_page, "cy")):
            shown.goto(f"{pages_address}{path}{'&' if '?' in path else '?'}lang={language}")
            assert shown.locator("html").get_attribute("lang") == language
            usable(shown)


class TestWithoutJavaScript:
    def test_a_rule_is_tried_put_right_and_worked_out(self, pages_address, page_without_javascript):
        page = page_without_javascript
        page.goto(f"{pages_address}/law/")
        page.get_by_role("link", name="State Pension", exact=True).click()
        page.get_by_role("link", name="Weekly rate for your record").first.click()
        page.get_by_role("textbox", name="Qualifying years").fill("many")
        page.get_by_role("button", name="Work it out").click()
        page.get_by_role("link", name="Qualifying years must be a whole number").click()
        assert page.locator(":focus").input_value() == "many"
        page.locator(":focus").fill("28")
        for part, value in (("Day", "22"), ("Month", "11"), ("Year", "2026")):
            page.get_by_role("textbox", name=part, exact=True).fill(value)
        page.get_by_role("button", name="Work it out").click()
        assert "£193.04 a week" in page.locator("main").inner_text()
        page.get_by_role("link", name="Cymraeg").click()
        assert "£193.04 yr wythnos" in page.locator("main").inner_text()
