"""Markdown into HTML, and into the smaller Markdown that GOV.UK Notify reads in an email.

Nobody's HTML is trusted: raw HTML is switched off, links are never made out of plain text, and `escape` takes the
meaning out of every sign in a field, so that a customer's own words stay words.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")
_SIGNS = re.compile(r"([!-/:-@\[-`{-~])")


def escape(text: str) -> str:
    """A field's text as Markdown that says just that: one line, every sign with a backslash before it."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def to_html(markdown: str) -> str:
    """HTML with one <section> for each second-level heading, so that a block stays together on a printed page."""
    tokens = _PARSER.parse(markdown)
    return _PARSER.renderer.render(list(_sections(tokens)), _PARSER.options, {})


def to_notify(markdown: str) -> str:
    """The same words in Notify's subset: '#' headings, '*' and '1.' lists, '^' insets, links; a table row as 'a: b'."""
    return "\n\n".join(block for block in _blocks(_PARSER.parse(markdown)) if block.strip()) + "\n"


def _sections(tokens: list[Token]) -> Iterator[Token]:
    is_open = False
    for token in tokens:
        if token.type == "heading_open" and token.tag in ("h1", "h2"):
            if is_open:
                yield Token("section_close", "section", -1, block=True)
            is_open = token.tag == "h2"
            if is_open:
                yield Token("section_open", "section", 1, block=True)
        yield token
    if is_open:
        yield Token("section_close", "section", -1, block=True)


def _blocks(tokens: list[Token]) -> Iterator[str]:
    """Notify's text for each block in turn. Lists and tables are one block of several lines."""
    lists: list[int | None] = []
    lines: list[str] = []
    cells: list[str] = []
    headings: list[str] = []
    inset, in_head, is_heading = "", False, False
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(None if token.type.startswith("bullet") else int(token.attrGet("start") or 1))
        elif token.type == "list_item_open":
            marker = "*" if lists[-1] is None else f"{lists[-1]}."
            lists[-1] = None if lists[-1] is None else lists[-1] + 1
            lines.append("  " * (len(lists) - 1) + marker)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
            if not lists:
                yield "\n".join(lines)
                lines = []
        elif token.type == "tr_close":
            in_head, cells, headings = (False, [], cells) if in_head else (in_head, [], headings)
        elif token.type == "thead_open":
            in_head = True
        elif token.type.startswith("blockquote"):
            inset = "^ " if token.nesting == 1 else ""
        elif token.type.startswith("heading"):
            is_heading = token.nesting == 1
        elif token.type == "inline":
            text = _inline(token.children or [])
            yield f"{'# ' if is_heading else inset}{text}"
