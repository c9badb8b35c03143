"""Every State Pension letter, in both languages, as a web page, an email, a text message and an accessible PDF."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from entitle.kernel.words import Words
from entitle.letters.templates import LetterBook
from entitle.letters.tests.fit_to_send import check_letter, check_pdf

FOLDER = Path(__file__).resolve().parent.parent
BOOK = LetterBook.load(FOLDER)
EVERY = [(name, language) for name in BOOK.names for language in ("en", "cy")]
STEPS = [
    {"name": "weekly_amount", "says": Words("Your weekly amount.", cy="Eich swm wythnosol."), "value": 24130,
     "unit": "pence_per_week", "cites": "Pensions Act 2014 s.3",
     "amounts": [{"value": 24130, "unit": "pence_per_week", "cites": "SI 2026/148", "from_on": "2026-04-06"},
                 {"value": "1/900", "unit": "share_per_week", "cites": "a share", "from_on": "2016-04-06"},
                 {"value": {"from": 0}, "unit": "weekday", "cites": "a band", "from_on": "2016-04-06"}]},
    {"name": "too_early", "says": Words("Not said", cy="Heb ei ddweud"), "value": False, "unit": "yes_no",
     "cites": "Pensions Act 2014 s.1", "amounts": []},
]
REASONS = [
    {"rule": rule, "words": Words(f"Because of {rule}.", cy=f"Oherwydd {rule}."), "cites": "Pensions Act 2014 s.2"}
    for rule in ("too_early", "too_few_years", "under_old_scheme", "another")
]
KNOWN = {
    "person_name": {"given": "Olwen", "family": "Prŷs"}, "reference": "CLM-7K3M-9QX2", "received_on": date(2026, 11, 3),
    "decide_by": date(2026, 11, 17), "due_on": date(2026, 12, 3), "weekly_amount": 24130, "start_on": date(2027, 1, 5),
    "account_ending": "678", "steps": STEPS, "by_person": False, "challenge_by": date(2026, 12, 17), "reasons": REASONS,
    "amounts": [], "owed_pence": 0, "owed_up_to": None,
    "paydays": [{"paid_on": date(2027, 2, 2), "pence": 96520,
                 "why": Words("Your usual day.", cy="Eich diwrnod arferol.")}],
    "wanted": [{"what": Words("Birth certificate", cy="Tystysgrif geni"), "why": Words("To check.", cy="I wirio.")}],
    "pension_age_on": date(2027, 1, 5), "invitation_code": "INV-7K3M-9QX2", "good_until": date(2027, 9, 5),
    "payment_pence": 96520, "paid_on": date(2027, 2, 2), "act_by": date(2026, 11, 17),
    "change": Words("You moved home", cy="Rydych wedi symud"),
    "changed_on": date(2026, 11, 1), "decided_on": date(2026, 11, 10), "outcome": "changed",
    "explanation": "We had missed two years.", "appeal_by": date(2027, 1, 3), "appointee_name": "Siân Prŷs",
    "customer_name": "Olwen Prŷs", "from_on": date(2026, 11, 9), "first_paid_on": date(2027, 2, 2),
    "deceased_name": "Idris Prŷs",
    "facts": {"person.born_on": date(1960, 9, 14), "claim.made_on": date(2026, 11, 3),
              "national_insurance.qualifying_years": 33},
}


def written(name: str, language: str, **changes: object):
    return BOOK.render(name, language, BOOK.pick(name, {**KNOWN, **changes}))


@pytest.mark.parametrize(("name", "language"), EVERY)
class TestEveryLetter:
    def test_is_fit_to_send(self, name, language):
        check_letter(written(name, language), language, reference=KNOWN["reference"])


@pytest.mark.parametrize(("name", "language"), [(name, ("en", "cy")[n % 2]) for n, name in enumerate(BOOK.names)])
def test_the_pdf_is_clean_and_keeps_the_name(tmp_path, name, language):
    check_pdf(written(name, language), language, reference=KNOWN["reference"], name="Prŷs", folder=tmp_path)


def test_the_award_shows_each_step_with_its_law_and_every_way_to_challenge():
    text = written("decision_awarded", "en").markdown
    assert ("1. Your weekly amount. For you: £241.30 a week. The law's figure is £241.30 a week, since 6 April 2026 "
            "(SI 2026/148). Law: Pensions Act 2014 s.3.") in text
    assert not [words for words in ("Not said", "a share", "a band") if words in text]
    assert "* Tuesday 2 February 2027: £965.20, Your usual day." in text
    assert "mandatory reconsideration" in text and "Ask by 17 December 2026" in text
    for way in ("by phone on", "online at", "by letter to"):
        assert way in text
    assert "No person took part" in text
    assert "No person took part" not in written("decision_awarded", "en", by_person=True).markdown


def test_an_award_from_the_past_says_what_it_pays_from_each_day_and_what_is_owed():
    backdated = {"amounts": [{"from_on": date(2025, 12, 22), "pence": 21709},
                             {"from_on": date(2026, 4, 9), "pence": 22751}],
                 "owed_pence": 1_041_612, "owed_up_to": date(2026, 11, 18), "weekly_amount": 22751,
                 "start_on": date(2025, 12, 22)}
    text = written("decision_awarded", "en", **backdated).markdown
    assert "We will pay you £227.51 a week. Your first day is 22 December 2025." in text
    assert "* £217.09 a week from 22 December 2025\n* £227.51 a week from 9 April 2026\n" in text
    assert "We also owe you £10,416.12, for the days up to 18 November 2026." in text
    assert "The first payment will come" not in text
    assert "* £217.09 a week from 22 December 2025\n" in written("look_again_decision", "en", **backdated).markdown


def test_a_refusal_names_each_reason_its_law_and_what_would_change_it():
    text = written("decision_refused", "en").markdown
    for reason in REASONS:
        assert f"{reason['words'].en} Law: {reason['cites']}." in text
    assert "You reach State Pension age on 5 January 2027" in text
    assert "mandatory reconsideration" in text


def test_a_decision_looked_at_again_but_not_changed_says_so_and_how_to_appeal():
    text = written("look_again_decision", "en", outcome="upheld", weekly_amount=None, start_on=None, steps=[]).markdown
    assert "We have not changed our decision." in text and "How we worked it out" not in text
    assert "Appeal by 3 January 2027" in text and "independent tribunal" in text


def test_a_condolence_asks_for_nothing():
    text = written("death_condolence", "en").markdown.lower()
    demands = ("must", "owe", "return", "pay back", "overpaid", "send us the", "certificate")
    assert [word for word in demands if word in text] == []
    assert "no hurry" in text
