"""A scheme's guidance on a question or a rule, for staff to read beside it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from markupsafe import Markup

from entitle.blueprint.scheme import Scheme
from entitle.letters.markdown import to_html
from entitle.pages.language import language

_CLASSES = {
    "p": "govuk-body-s",
    "ul": "govuk-list govuk-list--bullet govuk-body-s",
    "ol": "govuk-list govuk-body-s",
    "a": "govuk-link",
    "h3": "govuk-heading-s",
}


def guidance(scheme: Scheme, name: str) -> Markup:
    """The file of that name in the language of the page, less its title; nothing where there is none."""
    return _read(scheme.folder / "guidance" / f"{name}.{language()}.md")


@cache
def _read(path: Path) -> Markup:
    if not path.exists():
        return Markup("")
    title, _, body = path.read_text(encoding="utf-8").partition("\n")
    text = body if title.startswith("# ") else f"{title}\n{body}"
    html = re.sub(r"<(/?)h2>", r"<\1h3>", to_html(text))
    return Markup(re.sub(r"<(p|ul|ol|h3|a)(?=[ >])", lambda tag: f'<{tag[1]} class="{_CLASSES[tag[1]]}"', html))
