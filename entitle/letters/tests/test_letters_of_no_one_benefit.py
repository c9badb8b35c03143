"""The agency's own letters, for any benefit that has none of its own of that name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from entitle import letters
from entitle.letters.templates import LetterBook

BOOK = LetterBook.load(Path(letters.__file__).parent / "of_the_agency")
KNOWN = {
    "person_name": "Precious d’Arcy-Jones", "claimant_name": "Llŷr O'Neill", "benefit": "Warm homes",
    "questions": "About you", "reference": "ASK-7K3M-9QX2-4TB8", "due_on": date(2026, 11, 16), "confidential": False,
    "invitation_code": "", "period_from": None, "period_last": None,
    "on": date(2026, 11, 16), "at": "2:30pm", "was_on": date(2026, 11, 12), "was_at": "10am",
    "answer_by": date(2026, 11, 16),
    "office": "Bangor", "adviser": "Siân Pritchard", "needs": "no steps (wheelchair)",
    "because": "The office is closed.",
    "is_good_cause": False, "items": [
        {"asked": "What is your rent?", "said": "Not answered", "only_if": ""}], "phone": "0808 157 0110",
    "website": "entitle.example", "address": "", "agency": "",
    "received_on": date(2026, 11, 16), "category": "You could not reach us", "is_late": False,
    "resolved_on": date(2026, 11, 16), "done": "We rang the bank.", "why": "Your papers are in another office.",
    "what": "answer your complaint", "now_on": date(2026, 11, 16), "has_waited": False,
    "asked": ["Which day?"], "reply_by": date(2026, 11, 16), "found": "Nobody rang back.", "is_sorry": True,
    "finding": "You were right", "examiner_until": date(2027, 5, 16),
    "left": 12_000, "set_off": 8_000, "from_on": date(2026, 10, 1), "until_on": date(2026, 10, 29),
    "rang_on": date(2026, 11, 16), "slot_on": date(2026, 11, 16), "begins": "10:30",
    "pence_each": 2_000, "most_percent": 15, "agreed": False, "review_on": date(2026, 11, 30), "officer": "Ann Price",
    "last_on": date(2026, 11, 16),
    "no_legal_duty": "You have no legal duty to pay this back yourself.",
    "pence": 437_25, "expires_on": date(2026, 11, 16), "each_of": ["VCH-7K3M-9QX2-4TB8: £100.00"],
    "pay_on": date(2026, 11, 16), "payments": 24, "last_pence": 1_900, "cites": "SI 2013/383",
    "decided_on": date(2026, 11, 16),
    "in_advance": False, "one_off": False, "account_ending": "678", "changed_on": date(2026, 11, 16),
    "until": date(2026, 11, 19),
    "reasons": ["It was changed by telephone"],
}


def written(name, language, **otherwise):
    return BOOK.render(name, language, BOOK.pick(name, {**KNOWN, **otherwise}))


class TestEachLetter:
    @pytest.mark.parametrize("name", BOOK.names)
    @pytest.mark.parametrize("language", ["en", "cy"])
    def test_can_be_written_in_both_languages_and_says_by_when(self, name, language):
        letter = written(name, language)
        assert ("16 November 2026" if language == "en" else "16 Tachwedd 2026") in letter.markdown
        assert "ASK-7K3M-9QX2-4TB8" in letter.markdown and letter.text_message

    @pytest.mark.parametrize("name", [each for each in BOOK.names if "in_advance" in BOOK.fields(each)])
    @pytest.mark.parametrize(("language", "too_much"), [("en", "too much"), ("cy", "ormod")])
    def test_of_what_was_paid_in_advance_does_not_say_that_it_was_too_much(self, name, language, too_much):
        assert too_much in written(name, language).markdown
        letter = written(name, language, in_advance=True)
        assert too_much not in letter.markdown + letter.subject + letter.text_message

    def test_to_someone_with_a_code_gives_it_and_to_someone_who_signs_in_none(self):
        assert "INV-7K3M" in written("questions_asked", "en", invitation_code="INV-7K3M-9QX2-4TB8").markdown
        assert "code" not in written("questions_asked", "en").markdown

    def test_promises_confidence_only_where_it_is_kept(self):
        assert "do not show your answers" in written("questions_asked", "en", confidential=True).markdown
        assert "do not show your answers" not in written("questions_asked", "en").markdown

    def test_about_a_period_names_its_first_and_last_day(self):
        letter = written("questions_to_answer", "en", period_from=date(2026, 11, 2), period_last=date(2026, 12, 1))
        assert "from 2 November 2026 up to 1 December 2026" in letter.markdown
