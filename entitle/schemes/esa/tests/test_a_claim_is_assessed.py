"""The sheet as a whole: what is missing, what a person must see, what is refused with its law, and what is awarded."""
from __future__ import annotations

import re
from datetime import date

import pytest

from entitle.law.amount import NoLawForDate
from entitle.rules.trace import Trace
from entitle.schemes.esa.rulebook import RULES
from entitle.schemes.esa.scheme import SCHEME

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
    "health.near_end_of_life": False, "esa.agrees_plan": True, "health.fit_note_from_on": date(2026, 11, 16),
    "health.fit_note_until_on": date(2026, 12, 20), "esa.assessed": False, "esa.gets_sick_pay": False,
    "person.is_working": False, "person.has_pension": False, "esa.gets_jobseekers": False,
    "esa.benefit_just_ended": False, "esa.had_before": False, "esa.first_test_eased": False, **RECORD,
}
FOUND = {
    "esa.assessed": True, "esa.points": 15, "esa.at_risk_if_working": False,
    "esa.meets_support_test": False, "esa.at_risk_if_preparing": False,
}


def assess(on=ON, **changes):
    return SCHEME.assess(PRECIOUS | {name.replace("__", "."): value for name, value in changes.items()}, on=on)


class TestTheSheet:
    def test_a_decision_is_due_in_ten_working_days(self):
        standard = SCHEME.decision_standard
        assert (standard.interval, standard.unit, standard.published) == (10, "working_days", True)

    def test_it_is_paid_every_two_weeks(self):
        assert (SCHEME.cycle.weeks, SCHEME.cycle.weekday, SCHEME.cycle.in_arrears) == (2, "payment_weekday", True)


class TestEntitled:
    def test_a_fit_note_and_a_record_are_enough_for_the_first_weeks(self):
        outcome = assess()
        assert outcome.result == "entitled"
        assert (outcome.starts_on, outcome.pence, outcome.per, outcome.weekday) == (date(2026, 11, 23), 9555, "week", 2)
        assert outcome.trace["last_day_on"].value == "2027-11-22"
        assert outcome.trace["main_phase_from_on"].value == "2027-02-22"
        assert Trace.from_json(outcome.trace.to_json()) == outcome.trace

    def test_someone_of_24_has_less_until_the_assessment(self):
        outcome = assess(person__born_on=date(2002, 1, 1))
        assert outcome.pence == 7565
        assert outcome.pence_from == ((date(2026, 11, 23), 7565), (date(2027, 1, 1), 9555))

    def test_the_support_group_has_more_from_the_fourteenth_week(self):
        outcome = assess(**as_named(FOUND | {"esa.meets_support_test": True}))
        assert outcome.pence_from == ((date(2026, 11, 23), 9555), (date(2027, 2, 22), 14_590))
        assert outcome.ends_on == date(2058, 7, 14), "pensionable age: no limit of days in the support group"

    def test_both_changes_of_a_young_persons_rate_come_on_their_days(self):
        young = FOUND | {"esa.meets_support_test": True, "person.born_on": date(2002, 1, 1)}
        assert assess(**as_named(young)).pence_from == (
            (date(2026, 11, 23), 7565), (date(2027, 1, 1), 9555), (date(2027, 2, 22), 14_590))
        worked = assess(**as_named(FOUND | {"person.born_on": date(2003, 1, 1)}))
        assert worked.pence_from == ((date(2026, 11, 23), 7565), (date(2027, 2, 22), 9555))

    def test_it_ends_after_365_days(self):
        assert assess().ends_on == date(2027, 11, 23)

    def test_a_change_on_a_day_whose_law_is_not_known_is_not_guessed(self):
        outcome = assess(person__born_on=date(2002, 4, 12))
        assert outcome.pence_from == ((date(2026, 11, 23), 7565),)
        assert assess(person__born_on=date(2002, 4, 11)).pence_from[1:] == ((date(2027, 4, 11), 9555),)

    def test_fifteen_points_and_no_more_change_nothing_for_someone_of_36(self):
        outcome = assess(**as_named(FOUND))
        assert (outcome.result, outcome.pence) == ("entitled", 9555)
        assert outcome.trace["basic_rate"].limb == "25 or over"
        assert outcome.pence_from == ((date(2026, 11, 23), 9555),)

    def test_near_the_end_of_life_it_is_all_paid_from_the_first_day(self):
        outcome = assess(health__near_end_of_life=True)
        assert (outcome.starts_on, outcome.pence) == (date(2026, 11, 16), 14_590)
        assert outcome.trace["last_day_on"].value == "2058-07-13", "no limit of days in the support group"
        assert outcome.trace["component"].limb == "support group"

    def test_class_2_counts_as_much_as_class_1(self):
        outcome = assess(**{f"national_insurance__{year}_year_{what}": value for year in ("first", "second")
                            for what, value in (("class_1_weeks", 0), ("class_1_earnings", 0), ("class_2_weeks", 50),
                                                ("credits", 0))})
        assert outcome.pence == 9555

    def test_half_of_a_pension_above_85_pounds_comes_off(self):
        assert assess(person__has_pension=True, person__pension_per_week=10_001).pence == 8805

    def test_a_start_beyond_the_law_is_refused_not_guessed(self):
        with pytest.raises(NoLawForDate, match="2027-04-12"):
            assess(on=date(2027, 4, 12), claim__made_on=date(2027, 4, 12), health__fit_note_from_on=date(2027, 4, 1),
                   health__fit_note_until_on=date(2027, 5, 1),
                   national_insurance__first_year_from_on=date(2024, 4, 6))


class TestRefused:
    @pytest.mark.parametrize(("changes", "reason"), [
        (FOUND | {"esa.points": 14}, "fit_for_work"),
        ({"esa.agrees_plan": False}, "no_plan"),
        ({"person.born_on": date(2010, 11, 24)}, "too_young"),
        ({"person.born_on": date(1960, 7, 23)}, "over_pension_age"),
        ({"home.in_great_britain": False}, "outside_great_britain"),
        ({"esa.gets_jobseekers": True}, "gets_jobseekers"),
        ({"national_insurance.first_year_class_1_weeks": 25, "national_insurance.second_year_class_1_weeks": 25,
          "national_insurance.second_year_credits": 50}, "paid_too_little"),
        ({"national_insurance.second_year_class_1_earnings": 369_000, "national_insurance.second_year_credits": 19},
         "reached_too_little"),
        ({"person.is_working": True, "person.hours_per_week": 16, "person.earnings_per_week": 2001}, "works_too_much"),
        ({"person.has_pension": True, "person.pension_per_week": 40_000}, "nothing_to_pay"),
    ])
    def test_with_a_named_reason_and_its_law(self, changes, reason):
        outcome = assess(**as_named(changes))
        assert outcome.result == "refused"
        assert [refusal.rule for refusal in outcome.refusals] == [reason]
        assert outcome.refusals[0].cites == outcome.trace[reason].cites
        assert outcome.pence is None

    def test_every_reason_of_the_sheet_is_shown_above(self):
        [shown] = [mark.args[1] for mark in self.test_with_a_named_reason_and_its_law.pytestmark]
        assert {reason for _, reason in shown} == {refusal.rule for refusal in SCHEME.refusals}


class TestHandedOff:
    @pytest.mark.parametrize(("changes", "reason"), [
        ({"esa.had_before": True}, "earlier_claim"),
        ({"esa.first_test_eased": True}, "first_test_eased"),
        ({"health.fit_note_until_on": date(2026, 11, 21)}, "fit_note_ran_out"),
        ({"health.fit_note_from_on": date(2025, 12, 30), "claim.made_on": date(2026, 1, 20)}, "record_of_other_years"),
        ({"national_insurance.first_year_class_1_earnings": 639_548}, "record_does_not_add_up"),
    ])
    def test_with_a_named_reason_and_no_figure(self, changes, reason):
        outcome = assess(**as_named(changes))
        assert outcome.result == "hand_off"
        assert [each.rule for each in outcome.hand_offs] == [reason]
        assert outcome.pence is None


class TestMissing:
    @pytest.mark.parametrize("fact", sorted(PRECIOUS))
    def test_any_fact_that_is_not_known_is_named(self, fact):
        outcome = SCHEME.assess({name: value for name, value in PRECIOUS.items() if name != fact}, on=ON)
        assert outcome.result == "missing"
        assert fact in outcome.missing

    def test_what_a_health_professional_finds_is_waited_for_only_of_those_who_were_assessed(self):
        assert set(assess(esa__assessed=True).missing) == set(FOUND) - {"esa.assessed"}
        assert assess(esa__assessed=True, health__near_end_of_life=True).result == "entitled"
        [further] = SCHEME.further
        assert further.of == "health_professional" and further.when.holds({
            "esa.assessed": True, "health.near_end_of_life": False})
        assert not further.when.holds({"esa.assessed": False, "health.near_end_of_life": False})

    def test_pay_and_sick_pay_are_needed_only_where_there_is_any(self):
        assert set(assess(person__is_working=True).missing) == {"person.hours_per_week", "person.earnings_per_week"}
        assert assess(person__has_pension=True).missing == ("person.pension_per_week",)
        assert assess(esa__gets_sick_pay=True).missing == ("esa.sick_pay_ends_on",)


def as_named(facts):
    """Facts as `assess` takes them: esa.points as esa__points."""
    return {name.replace(".", "__"): value for name, value in facts.items()}


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
