"""Who is asked what: nobody is asked what does not concern them, and the path has an end."""
from __future__ import annotations

from entitle.questions.walk import on_path, walk
from entitle.schemes.pip.activities import ACTIVITIES, DAILY_LIVING, MOBILITY
from entitle.schemes.pip.assessment import ASSESSMENT
from entitle.schemes.pip.questions import CLAIM
from entitle.schemes.pip.tests.claimants import changing

LEVELS = {activity.fact: "a" for activity in ACTIVITIES} | {activity.evidence: "Seen." for activity in ACTIVITIES}
REST = {"pip_assessment.likely_to_last": True, "pip_assessment.award_months": 36, "pip_assessment.summary": "By phone."}


class TestTheClaimantsPath:
    def test_asks_how_it_goes_only_of_what_is_hard(self):
        answers = {"health.near_end_of_life": False, "pip.washing_is_hard": True, "pip.dressing_is_hard": False}
        ahead = {question.fact for question in walk(CLAIM, answers).ahead}
        assert "pip.washing_told" in ahead and "pip.dressing_told" not in ahead

    def test_leaves_daily_living_out_near_the_end_of_life(self):
        asked = {question.fact for question in walk(CLAIM, {"health.near_end_of_life": True}).ahead}
        assert {activity.is_hard for activity in MOBILITY} <= asked
        assert not asked & {activity.is_hard for activity in DAILY_LIVING}

    def test_asks_nobody_for_what_a_health_professional_finds(self):
        assert not any(fact.startswith("pip_assessment.") for fact in CLAIM.facts)


class TestTheHealthProfessionalsPath:
    def test_is_a_level_and_its_evidence_for_each_of_the_twelve(self):
        path = walk(ASSESSMENT, LEVELS | REST, {"health.near_end_of_life": False})
        assert path.complete
        assert len(path.asked) == 2 * 12 + 3

    def test_counts_the_days_only_of_what_changes(self):
        answers = LEVELS | REST | {"pip_assessment.dressing": "changes"}
        path = walk(ASSESSMENT, answers, {"health.near_end_of_life": False})
        wanted = [question.fact for question in (path.next, *path.ahead)]
        assert wanted == ["pip_assessment.days_counted", *(f"pip_assessment.dressing_days_{each}" for each in "abcdef")]
        assert walk(ASSESSMENT, answers | changing("dressing", 28, b=28), {"health.near_end_of_life": False}).complete

    def test_is_two_activities_once_the_end_of_life_is_confirmed(self):
        answers = {"pip_assessment.near_end_of_life": True}
        wanted = {question.fact for question in walk(ASSESSMENT, answers, {"health.near_end_of_life": True}).ahead}
        assert {activity.evidence for activity in MOBILITY} <= wanted
        assert not wanted & {activity.fact for activity in DAILY_LIVING}

    def test_is_all_twelve_where_it_is_not_confirmed(self):
        answers = {"pip_assessment.near_end_of_life": False}
        path = walk(ASSESSMENT, answers, {"health.near_end_of_life": True})
        assert {activity.fact for activity in ACTIVITIES} <= {question.fact for question in (path.next, *path.ahead)}

    def test_drops_days_that_no_longer_matter(self):
        answers = LEVELS | REST | {"pip_assessment.days_counted": 14, "pip_assessment.engaging_days_b": 14}
        assert on_path(ASSESSMENT, answers, {"health.near_end_of_life": False}) == LEVELS | REST
