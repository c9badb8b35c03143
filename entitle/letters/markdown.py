"""Markdown into HTML, and into the smaller Markdown that GOV.UK Notify reads in an email.

Nobody's HTML is trusted: raw HTML is switched off, links are never made out of plain text, and `escape` takes the
meaning out of every sign in a field, so that a customer's own words stay words.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

_PARSER = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")
_SIGNS = re.compile(r"([!-/:-@\[-`{-~])")


def escape(text: str) -> str:
    """A field's text as Markdown that says just that: one line, every sign with a backslash before it."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def unescape(text: str) -> str:
    """What `escape` was given: for a subject, which is not Markdown."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def to_html(markdown: str) -> str:
    """HTML with one <section> for each second-level heading, so that a block stays together on a printed page."""
    return str(_PARSER.renderer.render(list(_sections(_parsed(markdown))), _PARSER.options, {}))


def to_notify(markdown: str) -> str:
    """The same words in Notify's subset: '#' headings, '*' and '1.' lists, '^' insets, links; rows as items."""
    return "\n\n".join(_block(node) for node in SyntaxTreeNode(_parsed(markdown)).children) + "\n"


@lru_cache(maxsize=4)
def _parsed(markdown: str) -> list[Token]:
    """A letter is written both ways, one after the other, from one reading."""
    return _PARSER.parse(markdown)


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


def _block(node: SyntaxTreeNode) -> str:
    if node.type == "heading":
        return "# " + _inline(node)
    if node.type == "blockquote":
        return "\n\n".join("^ " + _block(child) for child in node.children)
    if node.type in ("bullet_list", "ordered_list"):
        return "\n".join(_list_lines(node))
    if node.type == "table":
        return "\n".join(_row_lines(node))
    return "---" if node.type == "hr" else _inline(node)


def _list_lines(node: SyntaxTreeNode) -> Iterator[str]:
    first = int(node.attrs.get("start", 1))
    for number, item in enumerate(node.children, start=first):
        marker = "*" if node.type == "bullet_list" else f"{number}."
        yield f"{marker} " + " ".join(_block(child).replace("\n", " ") for child in item.children)


def _row_lines(table: SyntaxTreeNode) -> Iterator[str]:
    """A row as 'first: second, third': Notify has no tables."""
    _, *body = [[_inline(cell) for cell in row.children] for part in table.children for row in part.children]
    for first, *rest in body:
        yield f"* {first}: " + ", ".join(rest)


def _inline(node: SyntaxTreeNode) -> str:
    if node.type in ("text", "code_inline"):
        return node.content
    if node.type in ("softbreak", "hardbreak"):
        return " " if node.type == "softbreak" else "\n"
    inside = "".join(_inline(child) for child in node.children)
    return f"[{inside}]({node.attrs['href']})" if node.type == "link" else inside
