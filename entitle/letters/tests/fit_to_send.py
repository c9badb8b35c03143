"""What any letter must be before it is sent: asked by the tests of each benefit's letters."""
from __future__ import annotations

import re
import subprocess
from datetime import date

import pdfua

from entitle.letters.pdf import to_pdf

_ENDS = re.compile(r"[.?!:]\s+|\n+")
_TWO_TEXT_MESSAGES = 306


def check_letter(letter, language, *, reference, longest=45):
    """It is written out, fits a text message, says how to reach us, and keeps its sentences short."""
    assert letter.subject and letter.html.startswith("<p>") and "{{" not in letter.html + letter.markdown
    assert len(letter.text_message) <= _TWO_TEXT_MESSAGES
    assert ("Dear" if language == "en" else "Annwyl") in letter.markdown
    assert letter.details["phone"] in letter.markdown and reference in letter.markdown
    assert "Relay UK" in letter.markdown
    words = [len(sentence.split()) for sentence in _ENDS.split(letter.markdown)]
    assert max(words) <= longest and sum(words) / len([number for number in words if number]) <= 13


def check_pdf(letter, language, *, reference, name, folder):
    """Its PDF breaks no rule of PDF/UA, and a name with any accent or apostrophe comes out of it as it went in."""
    path = folder / "letter.pdf"
    path.write_bytes(to_pdf(letter, language, reference, written_on=date(2026, 11, 17)))
    assert [finding for outcome in pdfua.validate(str(path)).outcomes for finding in outcome.findings] == []
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode()
    assert name in text and reference in text
