"""A letter quotes exactly its fields, in its own language, and a field can only be words."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entitle.kernel.words import Words
from entitle.letters.markdown import escape, to_html, to_notify, unescape
from entitle.letters.templates import LetterBook, LetterError

GREETING = {
    "hello.en.md": "---\nsubject: Hello {{ person_name }}\ntext_message: Hi {{ person_name }}\n---\n"
                   "Dear {{ person_name }}\n\n## Next\n\n> By {{ on | date }}, a {{ on | weekday }}.\n\n"
                   "| What | How much |\n|---|---|\n| Pension | {{ pence | pounds }} |\n\n[Look]({{ site }})\n",
    "hello.cy.md": "---\nsubject: Helo {{ person_name }}\n---\nAnnwyl {{ person_name }}, {{ on | date }}, "
                   "{{ on | weekday }}, {{ pence | pounds }}\n",
    "details.yaml": "site: {en: 'https://example.org', cy: 'https://example.org/cy'}\n",
}
FIELDS = {"person_name": {"given": "Siân", "family": "O'Dŵyer"}, "on": date(2026, 11, 3), "pence": 24130}


def book(folder: Path, **files: str) -> LetterBook:
    for name, text in (files or GREETING).items():
        (folder / name).write_text(text, encoding="utf-8")
    return LetterBook.load(folder)


class TestALetterIsWrittenFromItsFields:
    def test_the_fields_are_read_from_the_template_without_the_agencys_own_details(self, tmp_path):
        assert book(tmp_path).fields("hello") == {"person_name", "on", "pence"}

    def test_names_dates_weekdays_and_pounds_are_said_in_english(self, tmp_path):
        letter = book(tmp_path).render("hello", "en", FIELDS)
        assert letter.subject == "Hello Siân O'Dŵyer"
        assert letter.text_message == "Hi Siân O'Dŵyer"
        assert "<p>By 3 November 2026, a Tuesday.</p>" in letter.html
        assert "<td>£241.30</td>" in letter.html

    def test_and_in_welsh(self, tmp_path):
        letter = book(tmp_path).render("hello", "cy", FIELDS)
        assert letter.html == "<p>Annwyl Siân O'Dŵyer, 3 Tachwedd 2026, dydd Mawrth, £241.30</p>\n"

    def test_an_email_is_in_the_markdown_that_notify_reads(self, tmp_path):
        assert book(tmp_path).render("hello", "en", FIELDS).markdown == (
            "Dear Siân O'Dŵyer\n\n# Next\n\n^ By 3 November 2026, a Tuesday.\n\n* Pension: £241.30\n\n"
            "[Look](https://example.org)\n"
        )

    def test_words_in_a_field_come_out_in_the_letters_language_also_as_stored(self, tmp_path):
        words = Words("yes", cy="ie")
        letters = book(tmp_path, **{f"w.{language}.md": "---\nsubject: S\n---\n{{ now }} {{ stored }}"
                                    for language in ("en", "cy")})
        fields = {"now": words, "stored": {"en": "no", "cy": "nage"}}
        assert letters.render("w", "cy", fields).html == "<p>ie nage</p>\n"

    def test_a_step_worked_out_for_each_child_says_which(self, tmp_path):
        letters = book(tmp_path, **{
            f"w.{language}.md": "---\nsubject: S\n---\n{% include \"steps\" %}\n" for language in ("en", "cy")})
        step = {"says": "A child counts.", "value": 30394, "unit": "pence_per_month", "cites": "Act s1", "amounts": []}
        steps = [step, step | {"of": {"en": "Child 2", "cy": "Plentyn 2"}}]
        english, welsh = (letters.render("w", language, {"steps": steps}).html for language in ("en", "cy"))
        assert "A child counts. For you: <strong>£303.94 a month</strong>" in english
        assert "A child counts. Child 2: <strong>£303.94 a month</strong>" in english
        assert "A child counts. I chi: <strong>£303.94 y mis</strong>" in welsh
        assert "A child counts. Plentyn 2: <strong>£303.94 y mis</strong>" in welsh

    def test_pick_takes_only_what_the_letter_quotes(self, tmp_path):
        assert book(tmp_path).pick("hello", {**FIELDS, "nino": "QQ123456C"}) == FIELDS


class TestALetterThatCannotBeWrittenSaysWhichAndWhy:
    @pytest.mark.parametrize(("fields", "message"), [
        ({"on": "2026-11-03", "pence": 1}, "hello: missing: person_name"),
        ({**FIELDS, "nino": "x"}, "hello: not in the letter: nino"),
        ({**FIELDS, "pence": None}, "hello.en"),
    ])
    def test_a_missing_an_unused_or_an_unusable_field(self, tmp_path, fields, message):
        with pytest.raises(LetterError, match=message):
            book(tmp_path).render("hello", "en", fields)

    @pytest.mark.parametrize(("files", "message"), [
        ({"a.en.md": "---\nsubject: S\n---\n{{ x }}", "a.cy.md": "---\nsubject: S\n---\n{{ y }}"}, "a: .*x, y"),
        ({"a.en.md": "Dear you"}, "a.en.md: begins"),
        ({"a.en.md": "---\nsubject: S\nfrom: me\n---\n"}, "a.en.md: begins"),
        ({"a.fr.md": "---\nsubject: S\n---\n"}, "'fr' is not a language"),
        ({"a.en.md": "---\nsubject: S\n---\n{% include 'nowhere' %}"}, "a.en: nowhere"),
        ({"a.en.md": "---\nsubject: S\n---\n{% if %}"}, "a.en: "),
    ])
    def test_a_broken_letter_is_found_when_the_book_is_loaded(self, tmp_path, files, message):
        with pytest.raises(LetterError, match=message):
            book(tmp_path, **files)

    def test_english_never_takes_the_place_of_missing_welsh(self, tmp_path):
        letters = book(tmp_path, **{"a.en.md": "---\nsubject: S\n---\nHello"})
        with pytest.raises(LetterError, match="not written in 'cy'"):
            letters.render("a", "cy", {})

    def test_an_unknown_letter_is_answered_with_those_there_are(self, tmp_path):
        with pytest.raises(LetterError, match="no letter is called 'goodbye'; there are: hello"):
            book(tmp_path).fields("goodbye")

    def test_a_template_cannot_reach_out_of_its_sandbox(self, tmp_path):
        letters = book(tmp_path, **{"a.en.md": "---\nsubject: S\n---\n{{ x.__class__.__mro__ }}"})
        with pytest.raises(LetterError, match="a.en: .*unsafe"):
            letters.render("a", "en", {"x": 1})


class TestACustomersOwnWordsStayWords:
    def test_neither_html_nor_markdown_nor_a_link_gets_through(self, tmp_path):
        hostile = "<script>alert(1)</script> [click](https://evil.example) **now**\n\n# Pay here"
        letter = book(tmp_path).render("hello", "en", {**FIELDS, "person_name": hostile})
        assert "<script" not in letter.html and "<strong>" not in letter.html and "<h1>" not in letter.html
        assert letter.html.count("<a ") == 1
        assert "&lt;script&gt;alert(1)&lt;/script&gt; [click](https://evil.example) **now** # Pay here" in letter.html

    @given(st.text(min_size=1, max_size=60))
    def test_any_text_makes_one_paragraph_that_says_just_that(self, text):
        said = " ".join(text.split())
        tokens = to_html("x" + escape(text))
        assert tokens.count("<p>") == 1 and tokens.count("<") == 2
        assert unescape(escape(text)) == said
        if "\x00" not in text:
            assert to_notify("x" + escape(text)).strip() == ("x" + said).strip()
