"""The sheet as a whole: what is missing, what a person must see, what is refused with its law, and what is awarded."""
from __future__ import annotations

from datetime import date

import pytest

from entitle.law.amount import NoLawForDate
from entitle.rules.trace import Trace
from entitle.schemes.pip.scheme import SCHEME
from entitle.schemes.pip.tests.claimants import FOUND, NEAR_THE_END, ON, PRECIOUS, TOLD, changing


def assess(claim=PRECIOUS, **changes):
    facts = claim | {name.replace("__", "."): value for name, value in changes.items()}
    return SCHEME.assess(facts, on=ON)


class TestTheSheet:
    def test_a_decision_is_due_in_seventy_five_working_days(self):
        standard = SCHEME.decision_standard
        assert (standard.interval, standard.unit, standard.published) == (75, "working_days", True)

    def test_a_health_professional_is_asked_of_those_who_live_in_england_or_wales(self):
        [further] = SCHEME.further
        assert further.of == "health_professional" and further.when is not None
        assert further.when.holds({"pip.lives_in": "wales"}) and not further.when.holds({"pip.lives_in": "scotland"})


class TestEntitled:
    def test_points_are_added_and_paid_from_the_claim_at_each_rate(self):
        outcome = assess()
        assert outcome.result == "entitled"
        assert outcome.trace["daily_living_points"].value == 4 + 2 + 2
        assert outcome.trace["mobility_points"].value == 12
        assert (outcome.pence, outcome.per) == (7670 + 8000, "week")
        assert outcome.starts_on == date(2026, 9, 1)
        assert outcome.weekday == 2
        assert Trace.from_json(outcome.trace.to_json()) == outcome.trace

    def test_each_descriptor_is_traced_to_the_schedule(self):
        step = assess().trace["preparing_food_points"]
        [read] = step.amounts
        assert (step.value, step.rules["preparing_food_descriptor"]) == (4, 4)
        assert step.limb == "Needs someone to watch or help them cook"
        assert read.cites == "SI 2013/377 Sch 1 Part 2 activity 1 descriptor e"
        assert step.cites == "SI 2013/377 Sch 1 Part 2 activity 1"

    def test_an_award_runs_as_advised_and_is_looked_at_again_before_it_ends(self):
        outcome = assess()
        assert (outcome.ends_on, outcome.review_on) == (date(2029, 9, 1), date(2029, 3, 1))
        trace = outcome.trace
        assert trace["award_ends_on"].value == "2029-09-01"
        assert trace["review_on"].value == "2029-03-01"

    def test_a_level_that_changes_is_weighed_by_its_days(self):
        outcome = assess(PRECIOUS | changing("dressing", 365, a=165, b=100, e=100))
        assert outcome.trace["dressing_descriptor"].limb == "7(1)(c)(ii)"
        assert outcome.trace["dressing_points"].value == 4
        assert outcome.trace["daily_living_points"].value == 10

    def test_near_the_end_of_life_nobody_waits_and_daily_living_is_enhanced(self):
        outcome = assess(NEAR_THE_END)
        assert outcome.pence == 11460 + 3030
        assert outcome.starts_on == date(2026, 9, 1)
        assert outcome.trace["start_on"].limb == "near the end of life: no wait"

    def test_a_claim_from_before_april_has_each_years_rate(self):
        outcome = assess(claim__made_on=date(2026, 3, 2))
        assert outcome.pence_from == ((date(2026, 3, 2), 7390 + 7705), (date(2026, 4, 6), 7670 + 8000))

    def test_a_start_beyond_the_law_is_refused_not_guessed(self):
        with pytest.raises(NoLawForDate, match="2027-05"):
            SCHEME.assess(PRECIOUS | {"claim.made_on": date(2027, 5, 3)}, on=date(2027, 5, 3))


class TestRefused:
    @pytest.mark.parametrize(("changes", "reason"), [
        ({"person__born_on": date(1955, 1, 1)}, "over_pension_age"),
        ({"person__born_on": date(2011, 1, 1)}, "too_young"),
        ({"pip__lives_in": "scotland"}, "lives_elsewhere"),
        ({"pip__needs_began_on": date(2026, 10, 1)}, "too_soon"),
        ({"pip_assessment__likely_to_last": False}, "too_short"),
    ])
    def test_with_a_named_reason_and_its_law(self, changes, reason):
        outcome = assess(**changes)
        assert outcome.result == "refused"
        assert [refusal.rule for refusal in outcome.refusals] == [reason]
        assert outcome.refusals[0].cites == outcome.trace[reason].cites
        assert outcome.pence is None

    def test_for_too_few_points_with_the_points(self):
        outcome = assess(pip_assessment__planning_journeys="b", pip_assessment__dressing="a")
        assert [refusal.rule for refusal in outcome.refusals] == ["too_few_points"]
        assert (outcome.trace["daily_living_points"].value, outcome.trace["mobility_points"].value) == (6, 4)

    @pytest.mark.parametrize("changes", [
        {"person.born_on": date(1955, 1, 1)}, {"person.born_on": date(2011, 1, 1)},
        {"pip.lives_in": "northern_ireland"},
    ])
    def test_by_age_or_country_without_an_assessment(self, changes):
        assert assess(TOLD | changes).result == "refused"


class TestHandedOff:
    @pytest.mark.parametrize(("changes", "reason"), [
        ({"pip__time_abroad": True}, "time_abroad"),
        ({"pip__british_or_irish": False}, "residence_to_check"),
        ({"pip__stays_in": "hospital"}, "away_from_home"),
        ({"pip__had_award_before": True}, "earlier_award"),
        ({"pip_assessment__award_months": 6}, "award_to_check"),
    ])
    def test_with_a_named_reason_and_no_figure(self, changes, reason):
        outcome = assess(**changes)
        assert outcome.result == "hand_off"
        assert [each.rule for each in outcome.hand_offs] == [reason]
        assert outcome.pence is None

    def test_where_the_days_of_a_level_are_more_than_there_were(self):
        outcome = assess(PRECIOUS | changing("dressing", 28, b=30))
        assert [each.rule for each in outcome.hand_offs] == ["days_to_check"]

    def test_someone_over_the_age_who_had_an_award_before_is_not_refused(self):
        outcome = assess(TOLD | {"person.born_on": date(1955, 1, 1), "pip.had_award_before": True})
        assert [each.rule for each in outcome.hand_offs] == ["earlier_award"]


class TestMissing:
    @pytest.mark.parametrize("fact", sorted(PRECIOUS))
    def test_any_fact_that_is_not_known_is_named(self, fact):
        outcome = SCHEME.assess({name: value for name, value in PRECIOUS.items() if name != fact}, on=ON)
        assert outcome.result == "missing"
        assert fact in outcome.missing

    def test_before_the_assessment_all_of_it_is_missing_and_nothing_else(self):
        assert set(assess(TOLD).missing) == set(FOUND)

    def test_the_days_of_a_level_that_changes_are_needed(self):
        missing = assess(pip_assessment__engaging="changes").missing
        assert set(missing) == {"pip_assessment.days_counted",
                                *(f"pip_assessment.engaging_days_{letter}" for letter in "abcd")}

    def test_near_the_end_of_life_a_doctor_must_confirm_before_anything_is_left_out(self):
        outcome = assess(TOLD | {"health.near_end_of_life": True})
        assert "pip_assessment.near_end_of_life" in outcome.missing
        assert "pip_assessment.washing" not in outcome.missing
