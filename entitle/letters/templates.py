"""Letters as files: one Markdown file a letter and language, with the fields it quotes in {{ braces }}."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Template, TemplateError

from entitle.kernel.words import ENGLISH, WELSH
from entitle.letters.environment import Names, environment, names_read
from entitle.letters.markdown import to_html, to_notify, unescape

_HEADINGS = frozenset({"subject", "text_message"})


class LetterError(ValueError):
    """A letter that cannot be written as asked; the message names the letter and the field."""


@dataclass(frozen=True)
class RenderedLetter:
    """One letter in one language, ready for any door.

    `html` is the body for the web and for print; `markdown` is GOV.UK Notify's subset for an email; `text_message` is
    empty where the letter has no short form; `details` are the agency's own (its name, phone and address).
    """

    name: str
    language: str
    subject: str
    html: str
    markdown: str
    text_message: str
    details: Mapping[str, str]


@dataclass(frozen=True)
class LetterBook:
    """The letters of one folder, checked when loaded."""

    folder: Path
    sources: Mapping[tuple[str, str], tuple[Mapping[str, str], str]]
    """(name, language) to its headings and its Markdown."""
    details: Mapping[str, Mapping[str, str]]

    @classmethod
    def load(cls, folder: Path) -> LetterBook:
        """Read every `<name>.<en|cy>.md` of a folder, and the agency's own details from `details.yaml`.

        A file whose name starts with an underscore is a part, for {% include %}. Raises LetterError where a heading is
        missing or unknown, a template cannot be read, or the Welsh quotes other fields than the English.
        """
        sources = {}
        for path in sorted(folder.glob("[!_]*.*.md")):
            name, language = path.name.removesuffix(".md").split(".")
            if language not in (ENGLISH, WELSH):
                raise LetterError(f"{path.name}: '{language}' is not a language letters are written in: en or cy")
            sources[name, language] = _read(path)
        given = folder / "details.yaml"
        details = yaml.safe_load(given.read_text(encoding="utf-8")) if given.exists() else {}
        book = cls(folder=folder, sources=sources, details=details)
        for name in book.names:
            fields = {language: book._fields(name, language) for language in book.languages(name)}
            if len(set(fields.values())) > 1:
                odd = sorted(fields[ENGLISH] ^ fields[WELSH])
                raise LetterError(f"{name}: quoted in one language only: {', '.join(odd)}")
        return book

    @property
    def names(self) -> tuple[str, ...]:
        """Every letter in the book, in order of name."""
        return tuple(sorted({name for name, _ in self.sources}))

    def languages(self, name: str) -> tuple[str, ...]:
        """The languages a letter is written in."""
        return tuple(sorted(language for each, language in self.sources if each == name))

    def fields(self, name: str) -> frozenset[str]:
        """The fields a letter quotes, which are those that must be given. Raises LetterError for an unknown letter."""
        languages = self.languages(name)
        if not languages:
            raise LetterError(f"no letter is called '{name}'; there are: {', '.join(self.names)}")
        return self._fields(name, languages[0])

    def pick(self, name: str, known: Mapping[str, Any]) -> dict[str, Any]:
        """Out of everything known of a case, what this letter quotes: for a caller that serves any benefit."""
        return {field: known[field] for field in self.fields(name) if field in known}

    def render(self, name: str, language: str, fields: Mapping[str, Any]) -> RenderedLetter:
        """Write a letter. Raises LetterError for a field that is missing, not asked for, or an unwritten language."""
        wanted = self.fields(name)
        if (name, language) not in self.sources:
            raise LetterError(f"{name}: is not written in '{language}', and no other language is put in its place")
        for problem, odd in (("missing", wanted - fields.keys()), ("not in the letter", fields.keys() - wanted)):
            if odd:
                raise LetterError(f"{name}: {problem}: {', '.join(sorted(odd))}")
        headings, source = self.sources[name, language]
        details = {key: words[language] for key, words in self.details.items()}
        written = {part: self._write(name, language, text, {**details, **fields})
                   for part, text in {**headings, "body": source}.items()}
        return RenderedLetter(
            name=name, language=language, subject=unescape(written["subject"]), html=to_html(written["body"]),
            markdown=to_notify(written["body"]), text_message=unescape(written.get("text_message", "")),
            details=details,
        )

    def _fields(self, name: str, language: str) -> frozenset[str]:
        headings, source = self.sources[name, language]
        try:
            read = _names_read(self.folder, language, (*headings.values(), source))
        except TemplateError as error:
            raise LetterError(f"{name}.{language}: {error}") from error
        return read - frozenset(self.details)

    def _write(self, name: str, language: str, text: str, values: Mapping[str, Any]) -> str:
        try:
            return _template(self.folder, language, text).render(values)
        except (TemplateError, TypeError, ValueError, IndexError) as error:
            raise LetterError(f"{name}.{language}: {error}") from error


@cache
def _template(folder: Path, language: str, text: str) -> Template:
    """Compiled once: a letter is written thousands of times a day."""
    return environment(Names(folder, language)).from_string(text)


@cache
def _names_read(folder: Path, language: str, texts: tuple[str, ...]) -> frozenset[str]:
    names = Names(folder, language)
    return frozenset().union(*(names_read(names, text) for text in texts))


def _read(path: Path) -> tuple[Mapping[str, str], str]:
    """Headings between '---' lines, then Markdown."""
    _, front, body = (path.read_text(encoding="utf-8").split("---\n", 2) + ["", ""])[:3]
    headings = yaml.safe_load(front) if front.strip() else {}
    if "subject" not in headings or headings.keys() - _HEADINGS:
        raise LetterError(f"{path.name}: begins with '---', a subject:, perhaps a text_message:, and '---'")
    return headings, body
