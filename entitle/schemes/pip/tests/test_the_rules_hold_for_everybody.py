"""Properties of the rules: claims one by one and all at once, and what may never happen."""
from __future__ import annotations

from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from entitle.law.amount import NoLawForDate
from entitle.schemes.pip.activities import ACTIVITIES, CHANGES, DAILY_LIVING, MOBILITY
from entitle.schemes.pip.rulebook import RULES
from entitle.schemes.pip.rules.most_days import most_days

ON = date(2026, 11, 22)
WANT = ("start_on", "weekly_amount", "four_weekly_amount", "daily_living_points", "mobility_points", "too_few_points",
        "too_short", "over_pension_age", "review_on", "payment_weekday")
LEVELS = {activity.fact: some.sampled_from([*activity.letters, CHANGES]) for activity in ACTIVITIES}
DAYS = {name: some.integers(0, 14) for activity in ACTIVITIES for name in activity.days}
CLAIMS = some.lists(some.fixed_dictionaries({
    "person.born_on": some.dates(date(1945, 1, 1), date(2012, 12, 31)),
    "person.nino": some.integers(0, 999_999).map(lambda digits: f"AB{digits:06d}C"),
    "claim.made_on": some.dates(date(2023, 4, 10), ON),
    "pip.lives_in": some.sampled_from(["england", "wales", "scotland"]),
    "pip.needs_began_on": some.dates(date(2015, 1, 1), ON),
    "health.near_end_of_life": some.booleans(),
    "pip_assessment.near_end_of_life": some.booleans(),
    "pip_assessment.likely_to_last": some.booleans(),
    "pip_assessment.award_months": some.integers(0, 300),
    "pip_assessment.days_counted": some.just(14),
    **LEVELS, **DAYS,
}), min_size=1, max_size=4)
WEIGHED = some.lists(some.integers(0, 365), min_size=4, max_size=4)


def together(claims):
    return {name: [claim[name] for claim in claims] for name in claims[0]}


class TestClaims:
    @given(claims=CLAIMS)
    @settings(max_examples=12)
    def test_one_by_one_and_all_at_once(self, claims):
        whole = RULES.run(together(claims), on=ON, want=WANT, trace=True)
        for row, claim in enumerate(claims):
            alone = RULES.run(claim, on=ON, want=WANT, trace=True)
            assert [whole.of_row(name, row) for name in WANT] == [alone.one(name) for name in WANT]
            assert whole.trace(row).to_json() == alone.trace().to_json()

    @given(claims=CLAIMS)
    @settings(max_examples=20)
    def test_every_amount_is_one_of_the_nine_and_no_one_waits_longer_than_they_must(self, claims):
        run = RULES.run(together(claims), on=ON, want=(*WANT, "near_end_of_life", "award_ends_on"))
        nine = {living + moving for living in (0, 7670, 11460) for moving in (0, 3030, 8000)}
        assert set(run.values["weekly_amount"].tolist()) <= nine
        assert (run.values["four_weekly_amount"] == 4 * run.values["weekly_amount"]).all()
        for row, claim in enumerate(claims):
            assert run.of_row("start_on", row) >= claim["claim.made_on"]
            assert run.of_row("review_on", row) < run.of_row("award_ends_on", row)
            if run.of_row("near_end_of_life", row):
                assert run.of_row("weekly_amount", row) >= 11460
                assert not run.of_row("too_short", row)

    @given(claims=CLAIMS)
    @settings(max_examples=12)
    def test_nobody_is_refused_for_points_who_was_never_assessed(self, claims):
        run = RULES.run(together(claims), on=ON, want=("is_assessed", "too_few_points", "weekly_amount"))
        for assessed, too_few, weekly in zip(*run.values.values(), strict=True):
            assert assessed or not too_few
            assert not (too_few and weekly)


class TestRegulation7:
    @given(days=WEIGHED, counted=some.integers(1, 365))
    @settings(max_examples=200)
    def test_it_gives_what_its_words_say(self, days, counted):
        points = np.array([0, 2, 4, 8])
        weighed = most_days(points, tuple(np.array([number]) for number in days), np.array([counted]))
        over_half = [place for place in range(4) if 2 * days[place] > counted]
        assert bool(weighed.one[0]) == (len(over_half) == 1)
        assert bool(weighed.several[0]) == (len(over_half) > 1)
        if over_half:
            assert weighed.highest[0] == over_half[-1]
        assert bool(weighed.together[0]) == (2 * sum(days[1:]) > counted)
        if any(days[1:]):
            most = max(days[1:])
            first_to_last = [place for place in (1, 2, 3) if days[place] == most]
            assert weighed.longest[0] == first_to_last[-1]
            assert bool(weighed.tied[0]) == (len(first_to_last) > 1)

    def test_a_day_more_of_a_harder_level_never_takes_points_away(self):
        """From 0 to 365 hard days, the rest without need."""
        hard = np.arange(366)
        facts = {"pip_assessment.dressing": CHANGES, "pip_assessment.days_counted": 365,
                 "pip_assessment.dressing_days_a": 365 - hard, "pip_assessment.dressing_days_f": hard}
        facts |= {f"pip_assessment.dressing_days_{letter}": 0 for letter in "bcde"}
        points = RULES.run(facts, on=ON, want=("dressing_points",), given={"is_fully_assessed": True})
        scored = points.values["dressing_points"].tolist()
        assert all(before <= after for before, after in pairwise(scored))
        assert scored.index(8) == 183


class TestTheLaw:
    def test_next_years_rates_are_not_guessed(self):
        given = {"daily_living_limited": True, "daily_living_severely_limited": False}
        with pytest.raises(NoLawForDate, match="2027-04-12"):
            RULES.run({}, on=date(2027, 4, 12), want=("daily_living_amount",), given=given)
        last = RULES.run({}, on=date(2027, 4, 11), want=("daily_living_amount",), given=given)
        assert last.one("daily_living_amount") == 7670

    @pytest.mark.parametrize("activity", ACTIVITIES, ids=lambda activity: activity.code)
    def test_each_activity_has_points_for_each_of_its_descriptors_and_no_more(self, activity):
        rows = RULES.law.amount(activity.name).table.rows
        assert [row["descriptor"] for row in rows] == list(range(len(activity.descriptors)))
        assert [row["cites"][-1] for row in rows] == list(activity.letters)
        points = [row["points"] for row in rows]
        assert points == sorted(points) and points[0] == 0

    def test_no_activity_is_left_out_of_its_component(self):
        for rule, activities in (("daily_living_points", DAILY_LIVING), ("mobility_points", MOBILITY)):
            assert RULES.rules[rule].parameters == tuple(f"{activity.name}_points" for activity in activities)
