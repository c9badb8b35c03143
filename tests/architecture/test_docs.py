"""Documentation leads where it says: every link in it is there, and every page of the handbook can be found."""
from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HANDBOOK = ROOT / "docs" / "handbook"
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "entitle").rglob("README.md")]
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


class TestDocumentation:
    def test_has_no_link_to_what_is_not_there(self) -> None:
        links = [(page, link) for page in PAGES for link in _LINK.findall(page.read_text(encoding="utf-8"))]
        assert links
        assert [f"{page.relative_to(ROOT)}: {link}" for page, link in links if not (page.parent / link).exists()] == []

    def test_lists_every_page_of_the_handbook(self) -> None:
        listed = set(_LINK.findall((HANDBOOK / "README.md").read_text(encoding="utf-8")))
        assert listed == {page.name for page in HANDBOOK.glob("*.md")} - {"README.md"}
