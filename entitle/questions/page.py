"""What a page of questions shows above its fields."""
from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from entitle.kernel.words import ENGLISH
from entitle.questions.kinds import phrases
from entitle.questions.kinds.answering import FieldError
from entitle.questions.kinds.view import component


def error_summary(errors: Sequence[FieldError], language: str = ENGLISH) -> Markup:
    """The box that lists what is wrong, each a link to its field; nothing where nothing is wrong."""
    if not errors:
        return Markup("")
    return component("error-summary")({
        "titleText": phrases.PROBLEM[language],
        "errorList": [{"text": error.message[language], "href": f"#{error.field_id}"} for error in errors]})


def page_title(title: str, errors: Sequence[FieldError] = (), language: str = ENGLISH) -> str:
    """The title in the browser's tab, which says first that something is wrong."""
    return f"{phrases.ERROR[language]}: {title}" if errors else title
