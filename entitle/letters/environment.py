"""The small template language of letters: a sandbox with no way out, where a field not given is an error."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateNotFound, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment

from entitle.kernel.money import pounds
from entitle.kernel.nino import spaced
from entitle.kernel.words import Words
from entitle.letters.dates import long_date, weekday_name
from entitle.letters.markdown import escape
from entitle.letters.values import in_unit, is_sayable

_SHARED_PARTS = Path(__file__).parent / "blocks"


@dataclass(frozen=True)
class Names:
    """Where {% include "contact_us" %} finds its part: `_contact_us.<language>.md` of the folder, or the shared one."""

    folder: Path
    language: str

    def find(self, name: str) -> str:
        """The part's Markdown. Raises TemplateNotFound."""
        for path in (self.folder / f"_{name}.{self.language}.md", _SHARED_PARTS / f"{name}.{self.language}.md"):
            if path.exists():
                return path.read_text(encoding="utf-8")
        raise TemplateNotFound(name)


@cache
def environment(names: Names) -> ImmutableSandboxedEnvironment:
    """Templates of one folder in one language.

    What a field says is escaped as Markdown, not as HTML: the Markdown reader escapes HTML afterwards.
    """
    language = names.language

    def say(value: object) -> str:
        return escape(_plain(value, language))

    templates = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(names.find), undefined=StrictUndefined, autoescape=False, finalize=say,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )
    templates.filters.update(pounds=pounds, nino=spaced, date=partial(long_date, language=language),
                             weekday=partial(weekday_name, language=language),
                             in_unit=partial(in_unit, language=language))
    templates.tests.update(sayable=is_sayable)
    return templates


def _plain(value: object, language: str) -> str:
    """Words in the letter's language (also as a stored decision holds them), a name as it is said; or as it is."""
    if isinstance(value, Mapping) and value.keys() == {"en", "cy"}:
        value = Words(**value)
    if isinstance(value, Words):
        return value[language]
    if isinstance(value, Mapping) and "family" in value:
        return f"{value.get('given', '')} {value['family']}".strip()
    return str(value)


@cache
def names_read(names: Names, source: str) -> frozenset[str]:
    """Every name a template reads, and the parts it includes. Raises TemplateError where it cannot be read."""
    templates = environment(names)
    tree: Any = templates.parse(source)
    read = set(meta.find_undeclared_variables(tree))
    for part in meta.find_referenced_templates(tree):
        if part is None:
            raise TemplateNotFound("a part must be included by its name")
        read |= names_read(names, names.find(part))
    return frozenset(read)
