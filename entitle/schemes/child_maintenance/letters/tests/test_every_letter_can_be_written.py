"""Every child maintenance letter in both languages; the sums of a decision add up on paper; neither parent sees the
other's private life.
"""
from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import assume, given, settings

from entitle.blueprint.confidential import without_confidential
from entitle.kernel.words import Words
from entitle.letters.templates import LetterBook
from entitle.letters.tests.fit_to_send import check_letter
from entitle.schemes.child_maintenance.rulebook import RULES
from entitle.schemes.child_maintenance.scheme import SCHEME
from entitle.schemes.child_maintenance.tests.families import FAMILIES, OLWEN_AND_IDRIS, SHAREN

FOLDER = Path(__file__).resolve().parent.parent
BOOK = LetterBook.load(FOLDER)
ON = date(2026, 11, 23)
EVERY = [(name, language) for name in BOOK.names for language in ("en", "cy")]
DECISIONS = ("decision_awarded", "decision_other_parent")
TOLD_TO_ALL = ("weekly_amount", "start_on", "applicant_pays", "steps")
MONEY = r"£[\d,]+(?:\.\d+)?"
TERM = rf"(?:{MONEY}|\d+(?:\.\d+)?%?)"
SUM = re.compile(rf"({TERM}(?: [×÷−+] {TERM})*) = ({MONEY}|\d+)")
KNOWN = {
    "person_name": {"given": "Olwen", "family": "Prŷs"}, "reference": "CLM-7K3M-9QX2", "received_on": date(2026, 11, 3),
    "decide_by": date(2026, 12, 15), "due_on": date(2026, 12, 3), "by_person": False,
    "challenge_by": date(2026, 12, 23), "act_by": date(2026, 12, 7), "changed_on": date(2026, 11, 1),
    "change": Words("You moved home", cy="Rydych wedi symud"), "decided_on": date(2026, 11, 10), "outcome": "changed",
    "explanation": "We had counted too many nights.", "appeal_by": date(2027, 1, 3), "appointee_name": "Siân Prŷs",
    "customer_name": "Olwen Prŷs", "from_on": date(2026, 11, 9), "deceased_name": "Idris Prŷs",
    "wanted": [{"what": Words("A payslip", cy="Slip cyflog"), "why": Words("To check income.", cy="I wirio incwm.")}],
    "reasons": [{"rule": rule, "words": Words(f"Because of {rule}.", cy=f"Oherwydd {rule}."), "cites": "CSA 1991 s3"}
                for rule in ("care_is_shared_equally", "no_qualifying_child", "another")],
}


def told(facts):
    """What a decision knows of itself: every step of the claim by name, and the steps as they are stored."""
    steps = RULES.run(facts, on=ON, want=("start_on", "weekly_amount"), trace=True).trace().to_json()
    return by_name(steps)


def told_to_the_applicant(facts, language):
    """The same, less what the other parent said in confidence."""
    return by_name(without_confidential(told(facts)["steps"], scheme=SCHEME, facts=facts, language=language))


def by_name(steps):
    return {step["name"]: step["value"] for step in steps if "of" not in step} | {"steps": steps}


def written(name, language, facts=OLWEN_AND_IDRIS, **changes):
    return BOOK.render(name, language, BOOK.pick(name, {**KNOWN, **told(facts), **changes}))


def worked_out(expression):
    """What a sum on paper comes to, times and divided before plus and minus; pounds as an exact fraction."""
    parts = re.split(r" ([×÷−+]) ", expression)
    numbers = [Fraction(part.strip("£%").replace(",", "")) / (100 if part.endswith("%") else 1) for part in parts[::2]]
    signs, totals = parts[1::2], [numbers[0]]
    for sign, number in zip(signs, numbers[1:], strict=True):
        if sign in "×÷":
            totals[-1] = totals[-1] * number if sign == "×" else totals[-1] / number
        else:
            totals.append(number if sign == "+" else -number)
    return sum(totals)


def pence(pounds):
    return int(pounds * 100 + Fraction(1, 2))


@pytest.mark.parametrize(("name", "language"), EVERY)
class TestEveryLetter:
    def test_is_fit_to_send(self, name, language):
        check_letter(written(name, language), language, reference=KNOWN["reference"])


class TestTheSums:
    @given(family=FAMILIES)
    @settings(max_examples=30)
    def test_every_one_adds_up_on_paper_and_the_last_is_the_amount(self, family):
        known = told(family)
        assume(known["own_children"])
        for language in ("en", "cy"):
            text = BOOK.render("decision_awarded", language, BOOK.pick("decision_awarded", KNOWN | known)).markdown
            sums = SUM.findall(text)
            ends_in_a_sum = known["weekly_amount"] > 0
            for expression, result in sums[:-1] if ends_in_a_sum else sums:
                assert worked_out(expression) == Fraction(result.strip("£").replace(",", "")), (expression, result)
            if ends_in_a_sum:
                expression, result = sums[-1]
                shown = Fraction(result.strip("£").replace(",", ""))
                assert pence(worked_out(expression)) == pence(shown) == known["weekly_amount"]
            else:
                assert "£0.00" in text
            headline = re.findall(rf"\^ .*?({MONEY})", text)
            assert [pence(Fraction(each.strip("£").replace(",", ""))) for each in headline] == (
                [known["weekly_amount"]] if known["weekly_amount"] else [])

    @pytest.mark.parametrize("name", DECISIONS)
    def test_they_are_left_out_where_a_figure_is_not_shown_to_the_reader(self, name):
        known = told(OLWEN_AND_IDRIS)
        hidden = {step: "Not shown to you" for step in known if step not in TOLD_TO_ALL}
        for language in ("en", "cy"):
            text = BOOK.render(name, language, BOOK.pick(name, KNOWN | known | hidden)).markdown
            assert SUM.findall(text) == [] and "£43.05" in text and "because" not in text

    def test_what_a_sum_starts_from_was_said_before(self):
        text = written("decision_awarded", "en").markdown
        for found in SUM.finditer(text):
            for figure in re.findall(MONEY, found[1]):
                assert figure in text[:found.start()] or figure == "£7.00"

    def test_a_plain_case_reads_like_this(self):
        text = written("decision_awarded", "en").markdown
        assert "^ The other parent has to pay you £43.05 a week, from 23 November 2026." in text
        for line in (
            "* Income before tax: £518.01. This is the income now.",
            "* Other children at home: 1. We leave out 11%: £518.01 × 11% = £56.9811.",
            "* That leaves: £518.01 − £56.9811 = £461.0289.",
            "* The rate: £461.0289 × 16% = £73.764624.",
            "* Children paid for: 2. Children in this application: 2.",
            "* Child 1 stays 60 nights a year. We take off 2 parts in 14.",
            "* Child 2 stays 180 nights a year. We take off 7 parts in 14.",
            "* Parts left, out of 28: 28 − 9 = 19.",
            "* We also take off £7.00 for each child who stays 175 nights or more.",
        ):
            assert line in text
        assert "* Amount: £73.764624 × 19 ÷ 28 − £7.00 × 1 = £43.05." in text

    @pytest.mark.parametrize(("changes", "line"), [
        ({"paying_parent.tells_income": False}, "* The amount for all of them: £51.00."),
        ({"paying_parent.situation": "prison"}, "there is nothing to pay: £0.00."),
        ({"paying_parent.gets_listed_benefit": True}, "Then the flat rate ends: £0.00."),
        ({"paying_parent.income_now": 14_000}, "* A share of that: £40.00 × 21.2% = £8.48."),
        ({"paying_parent.income_now": 9_000}, "* With £100.00 or less, the flat rate is paid."),
        ({"paying_parent.income_now": 350_000}, "* We do not count income above £3,000.00."),
        ({"paying_parent.income_now": 130_000}, "* On the rest: £357.00 × 12% = £42.84."),
        ({"paying_parent.income_now": 12_000}, "for all the children: £7.00 × 2 ÷ 2 = £7.00."),
        ({"paying_parent.children_paid_for_elsewhere": 1}, "* Paid for under a court order or an agreement: 1."),
    ])
    def test_each_rate_has_its_own_lines(self, changes, line):
        assert line in written("decision_awarded", "en", OLWEN_AND_IDRIS | changes).markdown


class TestWhatBothParentsAreTold:
    """SI 2012/2677 reg 25(1): the income, the counts and the sums, though the other parent gave them in confidence."""

    @given(family=FAMILIES)
    @settings(max_examples=30)
    def test_the_applicant_reads_every_sum_that_there_is(self, family):
        family |= {"child_maintenance.applies_as": "receiving"}
        for language in ("en", "cy"):
            known = KNOWN | told_to_the_applicant(family, language)
            shown = BOOK.render("decision_awarded", language, BOOK.pick("decision_awarded", known))
            assert shown == written("decision_awarded", language, family)

    def test_the_applicant_is_told_nothing_else_of_the_other_parent(self):
        facts = OLWEN_AND_IDRIS | SHAREN
        steps = told_to_the_applicant(facts, "en")["steps"]
        shown = {step["name"] for step in steps if step["value"] != "Not shown to you"}
        assert not shown & {"in_nil_group", "is_on_flat_rate_benefit", "is_flat_for_benefit", "may_halve_flat_rate",
                            "needs_income", "has_historic_income", "historic_weekly_income", "current_weekly_income"}
        assert not {"Other parent 1"} & {step["of"]["en"] for step in steps if "of" in step}
        private = {name: value for step in steps for name, value in step["facts"].items()
                   if name.startswith(("paying_parent.", "receiving_parent."))}
        assert set(private.values()) == {"Not shown to you"}


class TestWhatIsPrivate:
    SECRET = {"Sharen", "Ffordd y Môr", "CF10", "07700", "carer", "prison", "care home"}

    @pytest.mark.parametrize("name", DECISIONS)
    @pytest.mark.parametrize("language", ["en", "cy"])
    def test_no_address_name_or_phone_of_anyone_else_is_in_a_decision(self, name, language):
        facts = OLWEN_AND_IDRIS | SHAREN | {
            "home.address": {"lines": ["3 Ffordd y Môr"], "postcode": "CF10 1AA"}, "person.phone": "07700 900123"}
        text = written(name, language, facts).markdown
        assert [secret for secret in self.SECRET if secret in text] == []

    def test_no_letter_asks_for_a_field_that_is_a_parents_answer(self):
        private = {fact.replace(".", "_") for fact in RULES.dictionary
                   if fact.startswith(("paying_parent.", "other_parent.", "receiving_parent.", "home."))}
        for name in BOOK.names:
            assert not BOOK.fields(name) & (private | {"their_amount", "total_amount", "in_nil_group"})

    def test_a_prisoner_is_told_of_as_anyone_who_pays_nothing(self):
        prison = told(OLWEN_AND_IDRIS | {"paying_parent.situation": "prison"})
        poor = told(OLWEN_AND_IDRIS | {"paying_parent.income_now": 100})
        letters = [BOOK.render("decision_awarded", "en", BOOK.pick("decision_awarded", KNOWN | known)).markdown
                   for known in (prison, poor)]
        assert letters[0] == letters[1]

    def test_only_the_parent_who_pays_is_told_that_a_benefit_is_why(self):
        facts = OLWEN_AND_IDRIS | {"paying_parent.gets_listed_benefit": True}
        receiving, paying = (written(name, "en", facts).markdown for name in DECISIONS)
        assert "because you or your partner get a benefit" in paying
        assert "because" not in receiving
        facts |= {"child_maintenance.applies_as": "paying"}
        paying, receiving = (written(name, "en", facts).markdown for name in DECISIONS)
        assert "because you or your partner get a benefit" in paying
        assert "because" not in receiving

    def test_each_parent_reads_who_has_to_pay(self):
        assert "The other parent has to pay you £" in written("decision_awarded", "en").markdown
        assert "You have to pay £" in written("decision_other_parent", "en").markdown


def syllables(word):
    """About how many: runs of vowels, less a silent e at the end."""
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    return max(1, groups - (word.lower().endswith("e") and not word.lower().endswith("le") and groups > 1))


def reading_age(text):
    """Flesch-Kincaid grade plus five, sums and terms of art left out."""
    prose = re.sub(rf"{SUM.pattern}|{TERM}|mandatory reconsideration", " ", text)
    sentences = [each for each in re.split(r"[.?!:]\s|\n", prose) if re.search("[a-z]", each)]
    words = re.findall(r"[A-Za-z'’]+", prose)
    grade = 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    return grade + 5


class TestReading:
    @pytest.mark.parametrize("changes", [
        {}, {"paying_parent.tells_income": False}, {"paying_parent.gets_listed_benefit": True},
        {"paying_parent.income_now": 14_000}, {"paying_parent.income_now": 130_000},
    ])
    def test_an_explanation_reads_at_eleven_or_below(self, changes):
        text = written("decision_awarded", "en", OLWEN_AND_IDRIS | changes).markdown
        explanation = text.split("# How we worked it out")[1].split("Law:")[0]
        assert reading_age(explanation) <= 11
        assert reading_age(text.replace("Law:", "")) <= 12

    @pytest.mark.parametrize("changes", [
        {}, {"paying_parent.tells_income": False}, {"child_maintenance.care_is_equal": True},
        {"paying_parent.asks_for_variation": True}, SHAREN,
    ])
    def test_what_the_rules_say_reads_at_eleven_or_below(self, changes):
        steps = SCHEME.assess(OLWEN_AND_IDRIS | changes, on=ON).trace
        assert reading_age("\n".join(step.says.en for step in steps)) <= 11


def test_a_condolence_asks_for_nothing():
    text = written("death_condolence", "en").markdown.lower()
    assert [word for word in ("must", "owe", "return", "pay back", "send us the") if word in text] == []
