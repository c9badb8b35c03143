"""The outline of a page: its headings, hints and fields, read from the HTML that a browser would get."""
from __future__ import annotations

from html.parser import HTMLParser

_MARKS = {"h1": "#", "legend": "##", "label": "-", "button": "[button]"}
_FIELDS = {"input", "textarea", "select"}
_WORTH_TELLING = ("type", "inputmode", "autocomplete", "spellcheck", "value", "accept")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {key: value or "" for key, value in attrs}
        if tag in _FIELDS:
            extras = " ".join(f"{key}={told[key]}" for key in _WORTH_TELLING if told.get(key) and told[key] != "text")
            self.lines.append(f"  {tag} {told.get('name', '')} {extras}".rstrip())
        elif tag in _MARKS:
            is_heading = any(mark == "#" for _, mark in self._open)
            self._open.append((tag, "#" if is_heading else _MARKS[tag]))
        elif "govuk-hint" in told.get("class", ""):
            self._open.append((tag, "hint:"))

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1][0] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if text and self._open:
            self.lines.append(f"{self._open[-1][1]} {text}")


def of(html: str) -> list[str]:
    """A line for each heading, hint and field, in the order of the page."""
    reader = _Reader()
    reader.feed(html)
    return reader.lines
