"""What is copied from the style libraries, and what only GOV.UK may use and so is not."""

from __future__ import annotations

from pathlib import Path

from entitle.pages.vendor_assets import clean_css, ours_to_use

ROOT = Path(__file__).parents[3]
SAMPLE = (
    "a{color:red}/*! Copyright (c) 2011 by Margaret Calvert & Henrik Kubel. */@font-face{font-family:GDS Transport;"
    "src:url(/assets/fonts/light.woff2)}b{font-family:GDS Transport,arial,sans-serif}"
    ".x:before{background-image:url(/assets/images/govuk-crest.svg)}c{background:url(/assets/images/icon-document.svg)}"
)


class TestCleaningAStyleSheet:
    def test_drops_the_typeface_and_names_ours(self):
        cleaned = clean_css(SAMPLE)
        assert "@font-face" not in cleaned
        assert "GDS Transport" not in cleaned
        assert "Liberation Sans" in cleaned

    def test_drops_the_crest_but_keeps_other_rules(self):
        cleaned = clean_css(SAMPLE)
        assert "crest" not in cleaned
        assert cleaned.startswith("a{color:red}b{")

    def test_makes_addresses_relative(self):
        assert "url(assets/images/icon-document.svg)" in clean_css(SAMPLE)


class TestChoosingImages:
    def test_leaves_out_what_belongs_to_gov_uk_and_the_ministry(self):
        for name in (
            "govuk-logotype-crown.png",
            "moj-logotype-crest-2024.svg",
            "favicon.ico",
            "moj-apple-touch-icon-2024.png",
        ):
            assert not ours_to_use(name)

    def test_keeps_plain_icons(self):
        assert ours_to_use("icon-arrow-black-up.svg")


class TestTheLock:
    def test_holds_no_registry_address(self):
        assert "://" not in (ROOT / "package-lock.json").read_text(encoding="utf-8")
