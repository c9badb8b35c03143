"""Every component, in both languages and at two widths, has no WCAG 2.2 AA violation that a machine can find."""

from __future__ import annotations

import pytest

from entitle.pages.tests.showcase.claim import DRAFT

pytestmark = pytest.mark.browser

PAGES = [
    "/parts",
    "/staff",
    "/tasks",
    "/confirmation",
    "/claim/person-name",
    "/accessibility",
    "/privacy",
    "/cookies",
    "/account/signup/",
]

ANSWERS = {
    "person.name": {"given": "Ada", "family": "Madeup"},
    "person.born_on": "1960-03-27",
    "person.relationship": "married",
    "showcase.lived_abroad": True,
    "showcase.left_on": "1980-02-01",
    "showcase.stays": [{"showcase.country": "Spain"}, {"showcase.country": "France", "showcase.left_on": "1975-01-01"}],
    "showcase.permit": "kept-permit.png",
}


class TestAccessibility:
    @pytest.mark.parametrize("language", ["en", "cy"])
    def test_no_page_has_a_violation_in_either_language(self, showcase, page, axe, language):
        for path in PAGES:
            page.goto(f"{showcase}{path}?lang={language}")
            assert page.locator("html").get_attribute("lang") == language
            axe(page)

    def test_every_page_fits_a_screen_320_pixels_wide(self, showcase, narrow_page, axe, fits):
        for path in PAGES:
            narrow_page.goto(f"{showcase}{path}?lang=cy")
            fits(narrow_page)
        axe(narrow_page)

    def test_questions_of_every_shape_and_the_answers_to_check(self, showcase, page, narrow_page, axe, fits):
        DRAFT.update(ANSWERS)
        for slug in ("person-born-on", "person-relationship", "showcase-stays", "showcase-permit", "check"):
            for shown in (page, narrow_page):
                shown.goto(f"{showcase}/claim/{slug}")
                assert shown.url.endswith(slug)
                axe(shown)
                fits(shown)

    @pytest.mark.parametrize("status", [400, 403, 404, 429, 500, 503])
    def test_error_pages_look_and_read_like_the_rest(self, showcase, page, axe, status):
        assert page.goto(f"{showcase}/error/{status}").status == status
        assert page.get_by_role("heading", level=1).inner_text()
        axe(page)

    def test_a_crash_shows_a_calm_page_with_a_reference(self, showcase, page):
        reply = page.goto(f"{showcase}/broken")
        assert reply.status == 500
        assert reply.headers["x-request-id"] in page.inner_text("main")
        assert "RuntimeError" not in page.content()


class TestWeight:
    @pytest.mark.parametrize("path", ["/parts", "/staff", "/claim/person-name", "/account/signup/"])
    def test_a_first_visit_is_under_150_kilobytes(self, showcase, page, weight, path):
        page.goto(f"{showcase}{path}")
        weight(page)


class TestOurOwnLook:
    def test_nothing_of_gov_uk_or_the_ministry_is_shown(self, showcase, page):
        asked_for = []
        page.on("request", lambda request: asked_for.append(request.url))
        page.goto(f"{showcase}/staff", wait_until="networkidle")
        assert not [url for url in asked_for if "crest" in url or "crown" in url or "/fonts/" in url]
        assert all(url.startswith((showcase, "data:")) for url in asked_for)
        typeface = page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
        assert "GDS" not in typeface
        assert "Liberation Sans" in typeface


class TestLanguage:
    def test_the_switch_keeps_the_page_and_is_remembered(self, showcase, page):
        page.goto(f"{showcase}/parts?page=3")
        page.get_by_role("link", name="Cymraeg").click()
        assert "page=3" in page.url
        assert page.get_by_text("Eich taliadau nesaf").first.is_visible()
        assert page.get_by_text("Dydd Mawrth 7 Ebrill 2026").is_visible()
        page.goto(f"{showcase}/confirmation")
        assert page.get_by_role("heading", name="Beth sy'n digwydd nesaf").is_visible()
