"""Every letter, in both languages; and the sums of an award, worked out again from the letter."""
from __future__ import annotations

import re
from datetime import date

import pytest

from entitle.kernel.words import Words
from entitle.letters.tests.fit_to_send import check_letter, check_pdf
from entitle.schemes.esa.scheme import SCHEME
from entitle.schemes.esa.tests.test_a_claim_is_assessed import assess

BOOK = SCHEME.letters
EVERY = [(name, language) for name in BOOK.names for language in ("en", "cy")]
REASONS = [{"rule": reason.rule, "words": reason.words, "cites": reason.cites} for reason in SCHEME.refusals]


def steps_of(outcome, language="en"):
    """The steps as a letter is handed them."""
    return [step | {"says": step["says"][language]} for step in outcome.trace.to_json()]


def known(**changes):
    """All that is known of a case: an award, and whatever else some letter quotes."""
    outcome = assess()
    return {step["name"]: step["value"] for step in steps_of(outcome)} | {
        "person_name": {"given": "Precious", "family": "Okafor"}, "reference": "CLM-7K3M-9QX2",
        "received_on": date(2026, 11, 22), "decide_by": date(2026, 12, 4), "due_on": date(2026, 12, 20),
        "weekly_amount": outcome.pence, "start_on": outcome.starts_on, "account_ending": "678",
        "steps": steps_of(outcome), "by_person": False, "challenge_by": date(2026, 12, 24), "reasons": REASONS,
        "amounts": [], "owed_pence": 0, "owed_up_to": None,
        "paydays": [{"paid_on": date(2026, 12, 9), "pence": 2 * outcome.pence,
                     "why": Words("Your usual day.", cy="Eich diwrnod arferol.")}],
        "wanted": [{"what": Words("Fit note", cy="Nodyn ffitrwydd"), "why": Words("To check.", cy="I wirio.")}],
        "payment_pence": 2 * outcome.pence, "paid_on": date(2026, 12, 9), "act_by": date(2026, 12, 6),
        "change": Words("You moved home", cy="Rydych wedi symud"), "changed_on": date(2026, 11, 1),
        "decided_on": date(2026, 11, 10), "outcome": "changed", "explanation": "We had missed two weeks.",
        "appeal_by": date(2027, 1, 3), "appointee_name": "Siân Prŷs", "customer_name": "Precious Okafor",
        "from_on": date(2026, 11, 9), "first_paid_on": date(2026, 12, 23), "deceased_name": "Idris Prŷs",
    } | changes


def written(name, language="en", **changes):
    return BOOK.render(name, language, BOOK.pick(name, known(**changes)))


@pytest.mark.parametrize(("name", "language"), EVERY)
class TestEveryLetter:
    def test_is_fit_to_send(self, name, language):
        check_letter(written(name, language), language, reference="CLM-7K3M-9QX2")


def test_the_pdf_is_clean_and_keeps_the_name(tmp_path):
    check_pdf(written("appointee_confirmed", "cy"), "cy", reference="CLM-7K3M-9QX2", name="Prŷs", folder=tmp_path)


def said_for(letter, rule):
    """Pence a week that the letter says for a step, found by the step's own words."""
    [pounds] = re.findall(re.escape(SCHEME.rules.rules[rule].says.en) + r" For you: £([\d,]+\.\d\d) a week", letter)
    return int(pounds.replace(",", "").replace(".", ""))


def test_the_sums_of_an_award_add_up_on_paper():
    outcome = assess(health__near_end_of_life=True, person__has_pension=True, person__pension_per_week=10_001)
    letter = written("decision_awarded", steps=steps_of(outcome), weekly_amount=outcome.pence).markdown
    rate, extra, off = (said_for(letter, rule) for rule in ("basic_rate", "component", "taken_for_pension"))
    assert off == (10_001 - 8500) // 2
    assert said_for(letter, "weekly_amount") == rate + extra - off == outcome.pence == 13_840
    assert "We will pay you £138.40 a week" in letter

def test_an_award_says_the_last_day_the_law_and_every_way_to_challenge():
    text = written("decision_awarded").markdown
    assert "The last day we can pay for is 22 November 2027" in text
    assert "WRA 2007 s2(1)" in text
    assert "mandatory reconsideration" in text and "Ask by 24 December 2026" in text
    for way in ("by phone on", "online at", "by letter to"):
        assert way in text
    assert "No person took part" in text
    assert "No person took part" not in written("decision_awarded", by_person=True).markdown


@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason["rule"])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_refusal_names_its_reason_its_law_and_what_would_change_it(reason, language):
    text = written("decision_refused", language, reasons=[reason]).markdown
    law = "Law" if language == "en" else "Y gyfraith"
    assert f"{reason['words'][language]} {law}: {reason['cites']}." in text
    change = text.partition("What would change this" if language == "en" else "Beth fyddai'n newid hyn")[2]
    assert change.strip().startswith("* ")


def test_a_decision_looked_at_again_but_not_changed_says_so_and_how_to_appeal():
    text = written("look_again_decision", outcome="upheld", weekly_amount=None, start_on=None, steps=[]).markdown
    assert "We have not changed our decision." in text and "How we worked it out" not in text
    assert "Appeal by 3 January 2027" in text and "independent tribunal" in text


def test_a_condolence_asks_for_nothing():
    text = written("death_condolence").markdown.lower()
    demands = ("must", "owe", "return", "pay back", "overpaid", "send us the", "certificate")
    assert [word for word in demands if word in text] == []
    assert "no hurry" in text
