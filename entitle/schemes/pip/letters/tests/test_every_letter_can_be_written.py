"""Every PIP letter, in both languages, as a web page, an email, a text message and an accessible PDF."""
from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from entitle.kernel.words import Words
from entitle.letters.markdown import unescape
from entitle.letters.templates import LetterBook
from entitle.letters.tests.fit_to_send import check_letter, check_pdf
from entitle.schemes.pip.activities import ACTIVITIES, DAILY_LIVING, MOBILITY
from entitle.schemes.pip.scheme import SCHEME
from entitle.schemes.pip.tests.claimants import NEAR_THE_END, ON, PRECIOUS, TOLD, changing

FOLDER = Path(__file__).resolve().parent.parent
BOOK = LetterBook.load(FOLDER)
EVERY = [(name, language) for name in BOOK.names for language in ("en", "cy")]
VOWELS = re.compile(r"[aeiouy]+")


EVIDENCE = {"pip_assessment.washing_evidence": "She can't lift her arms.\nHer *GP* agrees.",
            "pip_assessment.moving_around_evidence": "She walked to the bus stop."}


def known_of(facts, language="en"):
    """What the announcement of a decision knows, from a decision made by the rules."""
    outcome = SCHEME.assess(facts, on=ON)
    steps = outcome.trace.to_json()
    return {
        **{step["name"]: step["value"] for step in steps},
        "steps": [step | {"says": step["says"][language]} for step in steps], "facts": {**facts, **EVIDENCE},
        "reasons": [{"rule": reason.rule, "words": reason.words, "cites": reason.cites} for reason in outcome.refusals],
        "weekly_amount": outcome.pence, "by_person": True, "challenge_by": date(2026, 12, 22), "account_ending": "678",
        "amounts": [], "owed_pence": 0, "owed_up_to": None,
        "paydays": [{"paid_on": date(2026, 12, 2), "pence": 62680,
                     "why": Words("Your usual day.", cy="Eich diwrnod arferol.")}],
    }


REASON = {"rule": "time_abroad", "words": Words("You were abroad.", cy="Buoch dramor."), "cites": "SI 2013/377 reg 16"}
OTHERS = {
    "person_name": {"given": "Precious", "family": "O'Neill"}, "reference": "CLM-7K3M-9QX2",
    "received_on": date(2026, 9, 1), "decide_by": date(2026, 12, 15), "due_on": date(2026, 12, 3),
    "wanted": [{"what": Words("A letter", cy="Llythyr"), "why": Words("To check.", cy="I wirio.")}],
    "payment_pence": 62680, "paid_on": date(2026, 12, 2), "act_by": date(2026, 12, 17),
    "change": Words("You moved home", cy="Rydych wedi symud"), "changed_on": date(2026, 11, 1),
    "decided_on": date(2026, 11, 10), "outcome": "changed", "explanation": "We had missed a report.",
    "appeal_by": date(2027, 1, 3), "appointee_name": "Siân Llŷr", "customer_name": "Precious O'Neill",
    "from_on": date(2026, 11, 9), "first_paid_on": date(2026, 12, 2), "deceased_name": "Idris O'Neill",
}


def written(name, language="en", facts=PRECIOUS, **changes):
    known = {**OTHERS, **known_of(facts, language), **changes}
    known["reasons"] = known["reasons"] or [REASON]
    return BOOK.render(name, language, BOOK.pick(name, known))


@pytest.mark.parametrize(("name", "language"), EVERY)
class TestEveryLetter:
    def test_is_fit_to_send(self, name, language):
        check_letter(written(name, language), language, reference=OTHERS["reference"], longest=50)

    def test_names_no_other_benefit_by_mistake(self, name, language):
        assert "State Pension is" not in written(name, language).markdown
        assert "Bensiwn y Wladwriaeth yw" not in written(name, language).markdown


@pytest.mark.parametrize(("name", "language"), [("decision_awarded", "cy"), ("decision_refused", "en")])
def test_the_pdf_is_clean_and_keeps_the_name(tmp_path, name, language):
    check_pdf(written(name, language), language, reference=OTHERS["reference"], name="O'Neill", folder=tmp_path)


class TestTheAward:
    """The decision as a claimant with a pen would check it."""

    def test_its_points_add_up_on_paper(self):
        text = written("decision_awarded").markdown
        sums = re.findall(r"points: ([\d +]+) = (\d+)", text)
        assert [int(total) for _, total in sums] == [8, 12]
        assert [sum(map(int, row.split(" + "))) for row, _ in sums] == [8, 12]
        shown = [int(points) for points in re.findall(r"^\* .+: .+, (\d+)$", text, re.MULTILINE)]
        assert sum(shown) == 8 + 12 and len(shown) == len(ACTIVITIES)

    def test_its_money_adds_up_on_paper(self):
        text = written("decision_awarded").markdown
        [(living, moving, weekly)] = re.findall(r"Each week: £(\S+) \+ £(\S+) = £(\S+)", text)
        assert _pence(living) + _pence(moving) == _pence(weekly) == 15670
        [(again, payment)] = re.findall(r"Each payment, for 4 weeks: 4 × £(\S+) = £(\S+)", text)
        assert 4 * _pence(again) == _pence(payment) == 62680

    def test_it_says_why_each_descriptor_and_its_law(self):
        text = written("decision_awarded").markdown
        assert "* Cooking a meal: Needs someone to watch or help them cook, 4" in text
        assert "* Walking: Can stand and walk more than 200 metres, 0" in text
        assert "SI 2013/377, Schedule 1 and regulations 4 to 7" in text
        assert "* Daily living: standard, £76.70, WRA 2012 s78(3); SI 2013/377 reg 24(1)" in text
        assert "until 1 September 2029" in text and "from 1 March 2029" in text

    @pytest.mark.parametrize(("language", "washing"), [("en", "Washing and bathing"), ("cy", "Ymolchi a chael bath")])
    def test_it_quotes_the_evidence_that_the_health_professional_wrote_on_one_line(self, language, washing):
        text = unescape(written("decision_awarded", language).markdown)
        assert f"* {washing}: She can't lift her arms. Her *GP* agrees.\n" in text
        assert text.count("The health professional wrote") == (2 if language == "en" else 0)

    def test_it_quotes_no_evidence_of_what_was_not_looked_at(self):
        assert "lift her arms" not in written("decision_awarded", facts=NEAR_THE_END).markdown

    def test_it_says_which_days_made_a_level_count(self):
        text = written("decision_awarded", facts=PRECIOUS | changing("dressing", 365, a=165, b=100, e=100)).markdown
        assert "Needs help to dress the upper body (of the most common levels with points, it has the most), 4" in text

    def test_near_the_end_of_life_it_shows_no_daily_living_points_and_says_why(self):
        text = written("decision_awarded", facts=NEAR_THE_END).markdown
        assert "We did not need points for daily living" in text
        assert "Washing and bathing" not in text and "Mobility points: 0 + 8 = 8" in text
        assert "£114.60 + £30.30 = £144.90" in text
        assert "needed help for 3 months" not in text

    @pytest.mark.parametrize("language", ["en", "cy"])
    def test_its_words_for_a_level_are_those_the_health_professional_chose_from(self, language):
        part = (FOLDER / f"_points.{language}.md").read_text(encoding="utf-8")
        for activity in (*DAILY_LIVING, *MOBILITY):
            assert f'"{activity.name}": "{activity.called[language]}"' in part
            levels = ", ".join(f'"{level[language]}"' for level in activity.descriptors)
            assert f'"{activity.name}": [{levels}]' in part


class TestTheRefusal:
    def test_for_points_shows_them_and_how_many_were_needed(self):
        text = written("decision_refused", facts=PRECIOUS | {"pip_assessment.planning_journeys": "b",
                                                             "pip_assessment.dressing": "a"}).markdown
        assert "fewer than 8 points for daily living" in text and "= 6" in text and "= 4" in text
        assert "you can claim again at any time" in text

    @pytest.mark.parametrize(("changes", "said"), [
        ({"person.born_on": date(1955, 1, 1)}, "Attendance Allowance"),
        ({"person.born_on": date(2011, 1, 1)}, "You are 16 on 1 January 2027"),
        ({"pip.lives_in": "scotland"}, "Adult Disability Payment"),
    ])
    def test_without_an_assessment_shows_no_points_but_what_else_there_is(self, changes, said):
        text = written("decision_refused", facts=TOLD | changes).markdown
        assert said in text and "Your points" not in text


class TestHowItReads:
    @pytest.mark.parametrize("name", ["decision_awarded", "decision_refused", "claim_received"])
    def test_at_the_age_of_eleven_or_below(self, name):
        """Flesch-Kincaid grade 6 or below is a reading age of 11. Terms of the law are left out."""
        text = written(name).markdown.split("If you think this decision is wrong")[0].split("How to reach us")[0]
        sentences = [line for line in re.split(r"[.?!:]\s+|\n+", _without_law(text)) if len(line.split()) > 2]
        words = [word for line in sentences for word in re.findall(r"[A-Za-z']+", line)]
        grade = 39 * len(words) / len(sentences) + 1180 * sum(map(_syllables, words)) / len(words) - 1559
        assert grade <= 600, f"hundredths of a school year: {grade:.0f}"


def _without_law(text):
    return re.sub(r"Law: .*|WRA 2012.*|SI 20\S+.*|Personal Independence Payment", "", text)


def _syllables(word):
    bare = word.lower().removesuffix("e") if not word.lower().endswith("le") else word.lower()
    return max(1, len(VOWELS.findall(bare)))


def _pence(pounds):
    whole, _, part = pounds.partition(".")
    return int(whole.replace(",", "")) * 100 + int(part or 0)
