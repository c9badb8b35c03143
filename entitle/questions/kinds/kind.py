"""A kind of question: everything it must be able to do, on every channel."""
from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Protocol, Self

from markupsafe import Markup

from entitle.facts.fact import Fact
from entitle.kernel.words import ENGLISH, WELSH, Words
from entitle.questions.kinds.answering import NO_CHECKS, Checks, FieldError, Unanswerable, shortened, written
from entitle.questions.kinds.view import View

MUST_DO = ("read", "check", "typed", "draw", "telephone", "print", "schema", "summary")


class Asked(Protocol):
    """What a kind needs to know of the question it belongs to."""

    @property
    def fact(self) -> str: ...
    @property
    def field_id(self) -> str: ...
    @property
    def ask(self) -> Words: ...
    @property
    def hint(self) -> Words | None: ...
    @property
    def optional(self) -> bool: ...
    @property
    def kind(self) -> Kind: ...
    def bound_to(self, facts: Mapping[str, Fact]) -> Asked: ...


@dataclass(frozen=True)
class Spoken:
    """A question by telephone: what the agent says after the question itself, and how the answer is checked."""

    say: Words | None
    check: Words


@dataclass(frozen=True, kw_only=True)
class Kind(ABC):
    """One kind of question. A class that leaves a rendering out fails when it is imported.

    `called` names the answer in error messages and `missing` is said when nothing was answered; a question set gives a
    kind both, and the choices of its fact, when it binds its questions.
    """

    name: ClassVar[str] = ""
    """Also the kind of fact that it fills."""
    nothing: ClassVar[Words] = Words("{called} must be filled in", cy="{called}: rhaid i chi lenwi hwn")
    """The error where nothing was answered and the question has no words of its own for it."""


    called: Words = Words("This answer", cy="Yr ateb hwn")
    missing: Words | None = None
    optional: bool = field(default=False, compare=False)

    def __init_subclass__(cls, base: bool = False, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        left_out = [method for method in MUST_DO if getattr(cls, method) is getattr(Kind, method)]
        if not base and (left_out or not cls.name):
            raise TypeError(f"{cls.__name__} must say its name and how to: {', '.join(left_out) or 'everything'}")

    # -- what every kind writes for itself ---------------------------------------------------------------------------

    @abstractmethod
    def read(self, posted: Mapping[str, str], name: str, checks: Checks) -> Any:
        """The value in what was posted, or None where nothing was. Raises Unanswerable where it cannot be read."""

    @abstractmethod
    def check(self, value: Any, name: str, checks: Checks = NO_CHECKS) -> tuple[FieldError, ...]:
        """What is wrong with a value, however it came: for the API, a file or a record as much as for a page."""

    @abstractmethod
    def typed(self, value: Any, name: str) -> dict[str, str]:
        """A value as someone would type it, by field: `read` gives the value back."""

    @abstractmethod
    def draw(self, view: View) -> Markup:
        """The fields of a web page."""

    @abstractmethod
    def telephone(self, question: Asked) -> Spoken:
        """What the agent says and checks."""

    @abstractmethod
    def print(self, question: Asked, language: str = ENGLISH) -> Markup:
        """Where the answer is written on paper."""

    @abstractmethod
    def schema(self) -> dict[str, Any]:
        """JSON Schema (draft 2020-12) of a value as stored."""

    @abstractmethod
    def summary(self, value: Any, language: str = ENGLISH) -> str:
        """The answer in words, for checking and for the record."""

    # -- what they share ---------------------------------------------------------------------------------------------

    def parse(self, posted: Mapping[str, str], name: str, language: str = ENGLISH, checks: Checks = NO_CHECKS) -> Any:
        """The value posted, checked; None where an optional question was left blank. Raises Unanswerable.

        Errors are in both languages, so `language` changes nothing yet; it is here for kinds that read words.
        """
        try:
            value = self.read(posted, name, checks)
        except Unanswerable as problem:
            raise Unanswerable(problem.errors, posted if problem.posted is None else problem.posted) from None
        if value is None and self.optional:
            return None
        errors = (self.nothing_said(name),) if value is None else self.check(value, name, checks)
        if errors:
            raise Unanswerable(errors, posted)
        return value

    def web(self, question: Asked, value: Any = None, posted: Mapping[str, str] | None = None,
            errors: Sequence[FieldError] = (), language: str = ENGLISH, *, name: str = "", heading: bool = True,
            by_staff: bool = False) -> Markup:
        """The question as a web page asks it: what was posted if anything was, else the value.

        `heading` makes the question the page's own heading; `by_staff` stops a browser offering an agent's own name.
        """
        name = name or question.field_id
        shown = dict(posted) if posted is not None else ({} if value is None else self.typed(value, name))
        return self.draw(View(name=name, ask=question.ask, hint=question.hint, optional=question.optional, shown=shown,
                              errors=tuple(errors), language=language, heading=heading, by_staff=by_staff))

    def bound_to(self, fact: Fact, facts: Mapping[str, Fact], *, called: Words, missing: Words | None,
                 optional: bool) -> Self:
        """This kind, knowing the fact it fills."""
        return replace(self, called=called, missing=self.missing or missing, optional=optional)

    def fields(self, name: str) -> tuple[str, ...]:
        """The names of the fields it posts."""
        return (name,)

    def is_blank(self, posted: Mapping[str, str], name: str) -> bool:
        return not any(written(posted, each) for each in self.fields(name))

    def nothing_said(self, name: str) -> FieldError:
        """The error where nothing was answered."""
        return FieldError(name, self.missing) if self.missing else self.error(name, self.nothing)

    def error(self, field_id: str, words: Words, written: str = "", **values: object) -> FieldError:
        """An error in both languages; '{called}' is the answer's name, '{written}' what the person wrote."""
        said = {ENGLISH: words.en, WELSH: words.cy}
        for language, template in said.items():
            filled = {key: value[language] if isinstance(value, Words) else value for key, value in values.items()}
            said[language] = template.format(called=self.called[language], written=shortened(written), **filled)
        return FieldError(field_id, Words(said[ENGLISH], said[WELSH]))
