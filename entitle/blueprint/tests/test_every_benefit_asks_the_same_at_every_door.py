"""Golden files: what each channel makes of each set of questions of each benefit. To take new words in, and then read
the difference:

ENTITLE_UPDATE_GOLDEN=1 python -m pytest entitle/blueprint/tests/test_every_benefit_asks_the_same_at_every_door.py
"""
from __future__ import annotations

import json
import os

import pytest

from entitle.blueprint.registry import schemes
from entitle.questions import channels

OF_STAFF = ("caseworker", "health_professional")


def laid_out(value, levels=2):
    """JSON with a line for each part of its first levels: in a schema, for each fact and each condition."""
    if not levels or not isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False)
    parts = ([f"{json.dumps(name)}: {laid_out(part, levels - 1)}" for name, part in value.items()]
             if isinstance(value, dict) else [laid_out(part, levels - 1) for part in value])
    start, end = "{}" if isinstance(value, dict) else "[]"
    return "\n".join((start, ",\n".join(parts), end))


def printed(asked, language):
    """The form without its style, which is one for all."""
    return channels.printed_form(asked, language, "FRM-0000-0000").partition("<body>\n")[2]


ON_SCREEN = {
    "web_outline.en.txt": lambda asked: channels.web_outline(asked, "en"),
    "web_outline.cy.txt": lambda asked: channels.web_outline(asked, "cy"),
}
"""All there is of what staff answer, and of what is asked again each period."""
EVERY_CHANNEL = ON_SCREEN | {
    "telephone_script.en.txt": lambda asked: channels.telephone_script(asked, "en"),
    "telephone_script.cy.txt": lambda asked: channels.telephone_script(asked, "cy"),
    "printed_form.en.html": lambda asked: printed(asked, "en"),
    "printed_form.cy.html": lambda asked: printed(asked, "cy"),
    "schema.json": lambda asked: laid_out(channels.json_schema(asked)) + "\n",
}


def sets_of(scheme):
    """Each set of questions by its short name, with the channels that it is reviewed on."""
    return {"claim": (scheme.claim, EVERY_CHANNEL)} | {
        each.questions.name.removeprefix(f"{scheme.name}_"): (
            each.questions, ON_SCREEN if each.of in OF_STAFF or each.each == "period" else EVERY_CHANNEL)
        for each in scheme.further}


FILES = {scheme.folder / "tests" / "golden" / f"{name}.{channel}": (asked, made)
         for scheme in schemes().values() for name, (asked, on) in sets_of(scheme).items()
         for channel, made in on.items()}


class TestEverySet:
    @pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-4]} {path.name}")
    def test_is_on_each_channel_what_was_reviewed(self, path):
        asked, made = FILES[path]
        now = made(asked)
        if os.environ.get("ENTITLE_UPDATE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(now, encoding="utf-8")
        assert now == path.read_text(encoding="utf-8"), (
            f"{path.name} has changed; how to take that in is at the top of this file")

    def test_has_no_golden_file_for_a_channel_that_is_gone(self):
        assert {path for folder in {path.parent for path in FILES} for path in folder.iterdir()} == set(FILES)

    @pytest.mark.parametrize("asked", [asked for scheme in schemes().values() for asked, _ in sets_of(scheme).values()],
                             ids=lambda asked: asked.name)
    def test_has_its_own_words_in_both_languages(self, asked):
        for question in asked:
            assert all(words.cy and words.cy != words.en
                       for words in (question.ask, question.say, question.hint, question.missing) if words)
            for error in question.check(None):
                assert error.message.en.startswith(("Enter", "Choose", "Tell us")) and error.message.cy
