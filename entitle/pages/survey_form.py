"""The four questions of the survey on one page, the same at every door."""
from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest
from django.utils.translation import gettext

from entitle.contacts.survey import survey_rules
from entitle.kernel.references import read_code
from entitle.pages.formats import say

_SCORES = ("1", "2", "3", "4", "5")


@dataclass
class SurveyForm:
    """What came back, and the fields to draw."""

    code: str = ""
    scores: dict[str, int] = field(default_factory=dict)
    words: str = ""
    errors: list[dict[str, str]] = field(default_factory=list)

    def rows(self) -> list[dict[str, object]]:
        """For each driver a row of radio buttons, with what was chosen and what is wrong with it."""
        wrong = {error["href"]: error["text"] for error in self.errors}
        ends = {"1": gettext("1 (not at all)"), "5": gettext("5 (wholly)")}
        return [{
            "name": each.name, "asked": say(each.asked), "error": wrong.get(f"#{each.name}", ""),
            "items": [{"value": score, "text": ends.get(score, score),
                       "checked": self.scores.get(each.name) == int(score)} for score in _SCORES],
        } for each in survey_rules().drivers]


def read_survey(request: HttpRequest, code: str) -> SurveyForm:
    """Read a POST; a GET gives an empty form."""
    form = SurveyForm(code=read_code(code) or "")
    if request.method != "POST":
        return form
    form.words = request.POST.get("words", "").strip()[:4000]
    for each in survey_rules().drivers:
        written = request.POST.get(each.name, "")
        if written in _SCORES:
            form.scores[each.name] = int(written)
        else:
            form.errors.append({"text": gettext("Choose a number for: %(asked)s") % {"asked": say(each.asked)},
                                "href": f"#{each.name}"})
    return form
