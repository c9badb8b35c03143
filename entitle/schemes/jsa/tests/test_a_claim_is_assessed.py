"""The sheet as a whole: what is missing, what a person must see, what is refused with its law, and what is awarded."""
from __future__ import annotations

import re
from datetime import date

import pytest

from entitle.law.amount import NoLawForDate
from entitle.rules.trace import Trace
from entitle.schemes.jsa.rulebook import RULES
from entitle.schemes.jsa.scheme import SCHEME

ON = date(2026, 11, 22)
RECORD = {
    "national_insurance.first_year_from_on": date(2023, 4, 6),
    "national_insurance.first_year_class_1_weeks": 52, "national_insurance.first_year_class_1_earnings": 1_560_000,
    "national_insurance.first_year_class_2_weeks": 0, "national_insurance.first_year_credits": 0,
    "national_insurance.second_year_class_1_weeks": 30, "national_insurance.second_year_class_1_earnings": 900_000,
    "national_insurance.second_year_class_2_weeks": 0, "national_insurance.second_year_credits": 22,
}
PRECIOUS = {
    "person.born_on": date(1990, 7, 14), "person.nino": "AB123441C", "claim.made_on": ON, "home.in_great_britain": True,
    "jsa.fit_for_work": True, "jsa.looks_for_work": True, "jsa.agrees_plan": True, "person.in_education": False,
    "jsa.why_last_job_ended": "ended", "person.is_working": False, "person.has_pension": False,
    "jsa.had_before": False, "jsa.benefit_just_ended": False, "jsa.abroad_with_forces": False, **RECORD,
}
del PRECIOUS["national_insurance.first_year_class_2_weeks"], PRECIOUS["national_insurance.second_year_class_2_weeks"]


def assess(on=ON, **changes):
    return SCHEME.assess(PRECIOUS | {name.replace("__", "."): value for name, value in changes.items()}, on=on)


class TestTheSheet:
    def test_a_decision_is_due_in_ten_working_days(self):
        standard = SCHEME.decision_standard
        assert (standard.interval, standard.unit, standard.published) == (10, "working_days", True)

    def test_it_is_paid_every_two_weeks(self):
        assert (SCHEME.cycle.weeks, SCHEME.cycle.weekday, SCHEME.cycle.in_arrears) == (2, "payment_weekday", True)


class TestEntitled:
    def test_a_straightforward_claim_is_awarded_with_its_reasons(self):
        outcome = assess()
        assert outcome.result == "entitled"
        assert (outcome.starts_on, outcome.pence, outcome.per, outcome.weekday) == (date(2026, 11, 29), 9555, "week", 2)
        assert outcome.trace["last_day_on"].value == "2027-05-29"
        assert outcome.trace["age_rate"].limb == "25 or over"
        assert Trace.from_json(outcome.trace.to_json()) == outcome.trace

    def test_a_few_hours_of_work_and_a_pension_take_some_off(self):
        outcome = assess(person__is_working=True, person__hours_per_week=4, person__earnings_per_week=4850,
                         jsa__volunteer_rescue_work=False, person__has_pension=True, person__pension_per_week=6000)
        assert outcome.pence == 9555 - 4350 - 1000

    def test_a_claim_before_april_has_the_new_rate_from_april(self):
        outcome = assess(on=date(2026, 4, 20), claim__made_on=date(2026, 3, 20))
        assert outcome.pence_from == ((date(2026, 3, 27), 9205), (date(2026, 4, 6), 9555))

    def test_it_ends_after_182_days_or_at_pension_age(self):
        assert assess().ends_on == date(2027, 5, 30)
        assert assess(person__born_on=date(1960, 10, 1)).ends_on == date(2027, 4, 1)

    def test_the_rate_goes_up_on_the_25th_birthday(self):
        outcome = assess(person__born_on=date(2002, 1, 4))
        assert (outcome.pence, outcome.pence_from) == (7565, ((date(2026, 11, 29), 7565), (date(2027, 1, 4), 9555)))

    def test_decided_after_the_birthday_it_is_the_rate_now_and_the_old_one_before(self):
        outcome = assess(on=date(2027, 2, 1), person__born_on=date(2002, 1, 4))
        assert (outcome.pence, outcome.pence_from) == (9555, ((date(2026, 11, 29), 7565), (date(2027, 1, 4), 9555)))
        assert outcome.trace["age_rate"].limb == "25 or over"

    def test_a_birthday_after_the_end_or_beyond_the_law_changes_nothing(self):
        assert assess(person__born_on=date(2002, 5, 30)).pence_from == ((date(2026, 11, 29), 7565),)
        assert assess(person__born_on=date(2002, 4, 12)).pence_from == ((date(2026, 11, 29), 7565),)

    def test_a_start_beyond_the_law_is_refused_not_guessed(self):
        with pytest.raises(NoLawForDate, match="2027-04-12"):
            assess(on=date(2027, 4, 12), claim__made_on=date(2027, 4, 10),
                   national_insurance__first_year_from_on=date(2024, 4, 6))


class TestRefused:
    @pytest.mark.parametrize(("changes", "reason"), [
        ({"jsa__agrees_plan": False}, "no_plan"),
        ({"national_insurance__first_year_class_1_weeks": 25, "national_insurance__second_year_class_1_weeks": 25,
          "national_insurance__second_year_credits": 50}, "paid_too_little"),
        ({"national_insurance__second_year_class_1_earnings": 369_000,
          "national_insurance__second_year_credits": 19}, "reached_too_little"),
        ({"person__is_working": True, "person__hours_per_week": 10, "person__earnings_per_week": 10_055,
          "jsa__volunteer_rescue_work": False}, "earns_too_much"),
        ({"person__is_working": True, "person__hours_per_week": 16, "person__earnings_per_week": 100,
          "jsa__volunteer_rescue_work": False}, "works_too_much"),
        ({"jsa__fit_for_work": False}, "unfit_for_work"),
        ({"person__in_education": True}, "studies_full_time"),
        ({"person__born_on": date(1960, 7, 29)}, "over_pension_age"),
        ({"home__in_great_britain": False}, "outside_great_britain"),
        ({"person__has_pension": True, "person__pension_per_week": 14_550}, "nothing_to_pay"),
    ])
    def test_with_a_named_reason_and_its_law(self, changes, reason):
        outcome = assess(**changes)
        assert outcome.result == "refused"
        assert [refusal.rule for refusal in outcome.refusals] == [reason]
        assert outcome.refusals[0].cites == outcome.trace[reason].cites
        assert outcome.pence is None

    def test_every_reason_of_the_sheet_is_shown_above(self):
        [shown] = [mark.args[1] for mark in self.test_with_a_named_reason_and_its_law.pytestmark]
        assert {reason for _, reason in shown} == {refusal.rule for refusal in SCHEME.refusals}


class TestHandedOff:
    @pytest.mark.parametrize(("changes", "reason"), [
        ({"person__born_on": date(2009, 1, 1)}, "under_18"),
        ({"jsa__looks_for_work": False}, "not_looking"),
        ({"jsa__why_last_job_ended": "dismissed"}, "left_last_job"),
        ({"jsa__had_before": True}, "earlier_claim"),
        ({"jsa__abroad_with_forces": True}, "abroad_with_forces"),
        ({"claim__made_on": date(2025, 12, 30)}, "record_of_other_years"),
        ({"national_insurance__first_year_class_1_earnings": 639_548}, "record_does_not_add_up"),
    ])
    def test_with_a_named_reason_and_no_figure(self, changes, reason):
        outcome = assess(**changes)
        assert outcome.result == "hand_off"
        assert [each.rule for each in outcome.hand_offs] == [reason]
        assert outcome.pence is None


class TestMissing:
    @pytest.mark.parametrize("fact", sorted(PRECIOUS))
    def test_any_fact_that_is_not_known_is_named(self, fact):
        outcome = SCHEME.assess({name: value for name, value in PRECIOUS.items() if name != fact}, on=ON)
        assert outcome.result == "missing"
        assert fact in outcome.missing

    def test_pay_is_needed_only_of_those_who_work(self):
        assert set(assess(person__is_working=True).missing) == {
            "person.hours_per_week", "person.earnings_per_week", "jsa.volunteer_rescue_work"}
        assert assess(person__has_pension=True).missing == ("person.pension_per_week",)


class TestTheWords:
    """Each rule's words, said to a claimant one after the other, are for a reader of 11 or younger."""

    @staticmethod
    def grade(text):
        """Flesch-Kincaid: US school grade, to a tenth. Names of benefits and other terms of art count as one word."""
        for term in ("National Insurance", "State Pension", "Statutory Sick Pay", "Income Support",
                     "Jobseeker's Allowance", "benefit year", "Northern Ireland"):
            text = text.replace(term, "it")
        sentences = len(re.findall(r"[.!?](?:\s|$)", text))
        words = re.findall(r"[A-Za-z']+|[\d,]+", text)
        beats = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"(?:[^laeiouy]es|ed|[^laeiouy]e)$", "", word.lower()))))
                    for word in words)
        return round(390 * len(words) / sentences + 11_800 * beats / len(words) - 15_590) / 1000

    def test_read_at_age_eleven_or_below(self):
        assert self.grade("The cat sat on the mat.") < 1
        assert self.grade("Eligibility determinations necessitate comprehensive documentation of circumstances.") > 15
        said = " ".join(rule.says.en for rule in RULES.rules.values())
        assert self.grade(said) <= 6

    @pytest.mark.parametrize("name", sorted(RULES.rules))
    def test_no_sentence_is_long(self, name):
        says = RULES.rules[name].says
        for text in (says.en, says.cy):
            assert max(len(sentence.split()) for sentence in re.split(r"[.!?] ", text)) <= 26
