"""Every letter, in both languages; and the sum of an award, added up again from the letter."""
from __future__ import annotations

import re
from datetime import date

import pytest

from entitle.kernel.words import Words
from entitle.letters.tests.fit_to_send import check_letter, check_pdf
from entitle.schemes.universal_credit.scheme import SCHEME
from entitle.schemes.universal_credit.tests.households import (
    PERIOD,
    adult,
    cares,
    child,
    has_income,
    household,
    is_ill,
    minds,
    owes,
    rents,
    works,
)

BOOK = SCHEME.letters
EVERY = [(name, language) for name in BOOK.names for language in ("en", "cy")]
REASONS = [{"rule": reason.rule, "words": reason.words, "cites": reason.cites} for reason in SCHEME.refusals]
VOWELS = re.compile(r"[aeiouy]+")
TOTALS = {"en": "Your Universal Credit", "cy": "Eich Credyd Cynhwysol"}
CHILDREN = [child(date(2015, 3, 1)), child(date(2018, 9, 14))]
HOUSEHOLDS = {
    "nobody works": household(),
    "a family that works": household(adult(**works(143_256)), adult("partner", **works(61_219)), rents(72_850),
                                     children=CHILDREN),
    "a carer and someone ill": household(adult(**cares()), adult("partner", **is_ill()), rents(61_300)),
    "with childcare": household(adult(**works(103_317)), minds(61_013, 2), children=CHILDREN),
    "with a pension and savings": household(adult(**has_income(pension=20_117), savings=812_345)),
    "in debt": household(**owes(council_tax=9_000, overpayments=9_000)),
    "over the cap": household(adult("partner"), rents(120_000, bedrooms=4), children=[
        child(date(2010 + number, 5, 2)) for number in range(6)]),
}


def known_of(facts, language="en"):
    """What is known of a household's award, as an announcement hands it to a letter."""
    outcome = SCHEME.assess(facts, on=PERIOD[0])
    assert outcome.result == "entitled", outcome
    steps = outcome.trace.to_json()
    return {step["name"]: step["value"] for step in steps if "of" not in step} | {
        "monthly_amount": outcome.pence, "start_on": outcome.starts_on,
        "steps": [step | {"says": step["says"][language]} for step in steps],
    }


OTHERS = {
    "person_name": {"given": "Olwen", "family": "O'Neill"}, "reference": "CLM-7K3M-9QX2",
    "received_on": date(2026, 11, 2), "decide_by": date(2026, 11, 30), "due_on": date(2026, 12, 3),
    "by_person": False, "challenge_by": date(2026, 12, 22), "reasons": REASONS, "account_ending": "678",
    "paydays": [{"paid_on": date(2026, 12, 8), "pence": 121_264,
                 "why": Words("7 days after the period.", cy="7 diwrnod ar ôl y cyfnod.")}],
    "wanted": [{"what": Words("Payslip", cy="Slip cyflog"), "why": Words("To check.", cy="I wirio.")}],
    "payment_pence": 121_264, "paid_on": date(2026, 12, 8), "act_by": date(2026, 12, 17),
    "change": Words("You moved home", cy="Rydych wedi symud"), "changed_on": date(2026, 11, 1),
    "decided_on": date(2026, 11, 10), "outcome": "changed", "explanation": "We had missed a payslip.",
    "appeal_by": date(2027, 1, 3), "appointee_name": "Siân Llŷr", "customer_name": "Olwen O'Neill",
    "from_on": date(2026, 11, 9), "first_paid_on": date(2026, 12, 8), "deceased_name": "Idris O'Neill",
    "period_from": PERIOD[0], "period_last_day": date(2026, 12, 1), "previous_amount": 100_003,
}


def written(name, language="en", facts=HOUSEHOLDS["a family that works"], **changes):
    return BOOK.render(name, language, BOOK.pick(name, {**OTHERS, **known_of(facts, language), **changes}))


@pytest.mark.parametrize(("name", "language"), EVERY)
class TestEveryLetter:
    def test_is_fit_to_send(self, name, language):
        check_letter(written(name, language), language, reference="CLM-7K3M-9QX2")


class TestTheSum:
    """As a claimant with a pen would check it."""

    @pytest.mark.parametrize("language", ["en", "cy"])
    @pytest.mark.parametrize("name", ["decision_awarded", "amount_changed"])
    @pytest.mark.parametrize("household_of", HOUSEHOLDS)
    def test_adds_up_on_paper_in_one_table(self, household_of, name, language):
        facts = HOUSEHOLDS[household_of]
        [rows] = [rows for rows in _tables(written(name, language, facts=facts)) if rows[-1][0] == TOTALS[language]]
        *parts, (_, total) = rows
        assert sum(map(_signed, (amount for _, amount in parts))) == _pence(total)
        assert _pence(total) == SCHEME.assess(facts, on=PERIOD[0]).pence
        assert len(parts) == len({called for called, _ in parts}), "each part is named, and by its own name"

    def test_of_a_family_is_worked_out_by_hand(self):
        """£666.97 for the couple, £351.88 and £303.94 for two children, all £728.50 of the rent; of £2,044.75 that they
        earn £427 is left alone, and 55% of £1,617.75 is £889.7625."""
        [_, rows] = _tables(written("decision_awarded"))
        assert [amount for _, amount in rows] == ["+ £666.97", "+ £655.82", "+ £728.50", "− £889.76", "£1,161.53"]

    def test_takes_off_savings_debts_and_the_cap_by_name(self):
        def taken(name):
            return [amount for _, amount in _tables(written("amount_changed", facts=HOUSEHOLDS[name]))[0]
                    if amount.startswith("−")]

        assert taken("with a pension and savings") == ["− £240.32"], "£201.17, and 9 × £4.35 on £2,123.45 over £6,000"
        assert taken("in debt") == ["− £63.74"], "15% of £424.90, rounded half a penny up"
        assert len(taken("over the cap")) == 1


ELEMENTS = {"Standard allowance", "Amounts for children", "Extra for disabled children", "Health element",
            "Limited capability element", "Carer element", "Housing element", "Childcare element",
            "Transitional element"}


class TestElementsNotIncluded:
    """What somebody might have had is named, so that they see what we did not know."""

    @pytest.mark.parametrize("household_of", HOUSEHOLDS)
    def test_each_element_is_in_the_sum_or_among_those_left_out(self, household_of):
        letter = written("decision_awarded", facts=HOUSEHOLDS[household_of])
        added = {called for called, amount in _tables(letter)[-1] if amount.startswith("+")}
        told = letter.markdown.partition("What is not in it")[2].partition("How we worked it out")[0]
        left_out = set(re.findall(r"^\* (.+)$", told, re.MULTILINE))
        assert (added | left_out, added & left_out) == (ELEMENTS, set())
        assert ("The benefit cap takes nothing off" in told) == (household_of != "over the cap")

    def test_in_welsh(self):
        assert "* Elfen iechyd" in written("amount_changed", "cy").markdown.partition("Beth sydd ddim ynddo")[2]


class TestTheAward:
    def test_says_whose_step_it_is_in_the_readers_words(self):
        text = written("decision_awarded").markdown
        assert "For your partner: £612.19 a month" in text and "Child 2: £303.94 a month" in text
        assert "Adult 2" not in text and "I'ch partner: £612.19" in written("decision_awarded", "cy").markdown

    def test_leaves_out_what_comes_to_nothing_and_law_that_did_not_count(self):
        text = written("decision_awarded").markdown.partition("How we worked it out")[2]
        assert "£0.00" not in text and "minimum wage" not in text and "15%" not in text
        assert "The law's figure is £666.97 a month, since 6 April 2026" in text and "£338.58" not in text

    def test_says_when_it_is_paid_the_law_and_every_way_to_challenge(self):
        text = written("decision_awarded").markdown
        assert "7 days after it ends" in text and "Tuesday 8 December 2026: £1,212.64" in text
        assert "UC Regs 2013 reg 22(1)(b)" in text and "mandatory reconsideration" in text
        assert all(way in text for way in ("by phone on", "online at", "by letter to"))
        assert ("No person took part" in text, "No person took part" in written(
            "decision_awarded", by_person=True).markdown) == (True, False)


class TestAChangedAmount:
    def test_says_how_much_for_which_days_when_and_how_much_it_was(self):
        text = written("amount_changed").markdown
        assert "We will pay you £1,161.53 on 8 December 2026, for 2 November 2026 to 1 December 2026." in text
        assert "The last amount we told you was £1,000.03." in text
        assert "last amount" not in written("amount_changed", previous_amount=None).markdown


@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason["rule"])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_refusal_names_its_reason_its_law_and_what_would_change_it(reason, language):
    text = written("decision_refused", language, reasons=[reason]).markdown
    law = "Law" if language == "en" else "Y gyfraith"
    assert f"{reason['words'][language]} {law}: {reason['cites']}." in text
    change = text.partition("What would change this" if language == "en" else "Beth fyddai'n newid hyn")[2]
    assert change.strip().startswith("* ")


def test_a_decision_looked_at_again_but_not_changed_says_so_and_how_to_appeal():
    text = written("look_again_decision", outcome="upheld", monthly_amount=None, start_on=None, steps=[]).markdown
    assert "We have not changed our decision." in text and "How we worked it out" not in text
    assert "Appeal by 3 January 2027" in text and "independent tribunal" in text


def test_a_condolence_asks_for_nothing():
    text = written("death_condolence").markdown.lower()
    demands = ("must", "owe", "return", "pay back", "overpaid", "send us the", "certificate")
    assert [word for word in demands if word in text] == []
    assert "no hurry" in text


class TestHowItReads:
    @pytest.mark.parametrize("name", ["decision_awarded", "amount_changed", "decision_refused", "claim_received"])
    def test_at_the_age_of_eleven_or_below(self, name):
        """Flesch-Kincaid grade 6 or below is a reading age of 11. Terms of the law are left out."""
        text = written(name).markdown.split("If you think this decision is wrong")[0].split("How to reach us")[0]
        assert _grade(text) <= 600, f"hundredths of a school year: {_grade(text)}"

    def test_the_explanation_too(self):
        text = written("decision_awarded").markdown.partition("How we worked it out")[2].partition("What happens")[0]
        assert _grade(text) <= 600, f"hundredths of a school year: {_grade(text)}"


def test_the_pdf_is_clean_and_keeps_the_name(tmp_path):
    check_pdf(written("decision_awarded", "cy"), "cy", reference="CLM-7K3M-9QX2", name="O'Neill", folder=tmp_path)


def _tables(letter):
    """Each table of the letter as its reader sees it: rows of cells, headings left out."""
    bodies = re.findall(r"<tbody>(.*?)</tbody>", letter.html, re.DOTALL)
    return [[tuple(re.findall(r"<td>(.*?)</td>", row)) for row in re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)]
            for body in bodies]


def _signed(amount):
    sign, _, pounds = amount.partition(" ")
    return {"+": 1, "−": -1}[sign] * _pence(pounds)


def _pence(pounds):
    return int(pounds.replace("£", "").replace(",", "").replace(".", ""))


def _grade(text):
    """Hundredths of a school year, by Flesch and Kincaid."""
    bare = re.sub(r"Law: .*|\((UC|TP|SI|WRA) .*?\)|SI 20\S+.*|Universal Credit", "", text)
    sentences = [line for line in re.split(r"[.?!:]\s+|\n+", bare) if len(line.split()) > 2]
    words = [word for line in sentences for word in re.findall(r"[A-Za-z']+", line)]
    return 39 * len(words) // len(sentences) + 1180 * sum(map(_syllables, words)) // len(words) - 1559


def _syllables(word):
    bare = word.lower().removesuffix("e") if not word.lower().endswith("le") else word.lower()
    return max(1, len(VOWELS.findall(bare)))
