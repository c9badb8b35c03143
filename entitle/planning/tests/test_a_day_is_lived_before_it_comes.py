"""A plan is tried before it is lived: everyone who rings is accounted for, and it is the same day each time."""
from __future__ import annotations

from dataclasses import replace

import pytest

from entitle.planning.day import live
from entitle.planning.plan import CallBacks, Plan, QueuePlan, Shift
from entitle.planning.plan_file import PlanIsWrong, read_plan
from entitle.planning.staffing import service_with

GENERAL = QueuePlan("Q_GENERAL", frozenset({"telephone"}), talk_seconds=240, wrap_up_seconds=60)
NINE, FIVE = 9 * 3600, 17 * 3600


def plan(*, callers=50.0, agents=10, **changed):
    made = Plan(name="A Monday", queues=(GENERAL,), arrivals={(place, "Q_GENERAL"): callers for place in range(18, 34)},
                shifts=(Shift(frozenset({"telephone"}), NINE, FIVE),) * agents, patience_seconds=600,
                within_seconds=120)
    return replace(made, **changed)


class TestADay:
    @pytest.mark.parametrize(("callers", "agents", "lines"), [(50, 10, None), (150, 10, None), (150, 10, 20),
                                                              (5, 0, None)])
    def test_everyone_who_rings_is_accounted_for(self, callers, agents, lines):
        day = live(plan(callers=callers, agents=agents, lines=lines, call_backs=CallBacks(240, 40)))
        total = day.total
        assert total.reconciles and all(hour.reconciles for hour in day.hours)
        assert total.offered == sum(queue.offered for queue in day.queues.values()) > 0
        assert total.call_backs == day.rung_back + day.to_ring
        assert (total.blocked > 0) == (lines is not None)

    def test_is_the_same_for_the_same_seed_and_another_for_another(self):
        assert live(plan(), seed=7) == live(plan(), seed=7) != live(plan(), seed=8)

    def test_two_plans_are_tried_with_the_same_callers(self):
        few, many = live(plan(callers=120), seed=3).total, live(plan(callers=120, agents=25), seed=3).total
        assert few.offered == many.offered
        assert few.in_time < many.in_time and few.abandoned > many.abandoned

    def test_agrees_with_erlangs_formula_where_nobody_rings_off(self):
        """Four days and nights of one queue: the share answered in time, and the mean wait in seconds, to the whole."""
        patient = plan(patience_seconds=1e9, within_seconds=20,
                       arrivals={(place, "Q_GENERAL"): 150.0 for place in range(48)},
                       shifts=(Shift(frozenset({"telephone"}), 0, 86400),) * 31)
        days = [live(patient, seed=seed).total for seed in range(4)]
        formula = service_with(agents=31, callers=150, handling_seconds=300, within_seconds=20)
        in_time = sum(day.in_time for day in days) * 100 / sum(day.offered for day in days)
        wait = sum(day.waited_seconds for day in days) / sum(day.answered for day in days)
        assert (round(in_time), round(wait)) == (88, 10)
        assert (round(formula.in_time_percent), round(formula.mean_wait_seconds)) == (88, 9)

    def test_nobody_takes_what_they_have_no_skill_or_language_for(self):
        debt = QueuePlan("Q_DEBT", frozenset({"debt"}), 240, 60, welsh_percent=50)
        arrivals = {(20, "Q_GENERAL"): 20.0, (20, "Q_DEBT"): 20.0}
        nobody = live(plan(queues=(GENERAL, debt), arrivals=arrivals))
        assert nobody.queues["Q_DEBT"].answered == 0 and nobody.queues["Q_GENERAL"].abandoned == 0
        skills = frozenset({"telephone", "debt"})
        english = live(plan(queues=(GENERAL, debt), arrivals=arrivals, shifts=(Shift(skills, NINE, FIVE),) * 20))
        both = live(plan(queues=(GENERAL, debt), arrivals=arrivals,
                         shifts=(Shift(skills | {"welsh"}, NINE, FIVE),) * 20))
        assert 0 < english.queues["Q_DEBT"].answered < both.queues["Q_DEBT"].answered == both.queues["Q_DEBT"].offered

    def test_the_most_pressing_are_taken_first_and_breaks_are_kept(self):
        urgent = QueuePlan("Q_ADVANCES", frozenset({"telephone"}), 240, 60, priority=1)
        arrivals = {(place, name): 40.0 for place in range(18, 22) for name in ("Q_GENERAL", "Q_ADVANCES")}
        shift = Shift(frozenset({"telephone"}), NINE, FIVE, breaks=((12 * 3600, 13 * 3600),))
        day = live(plan(queues=(GENERAL, urgent), arrivals=arrivals, shifts=(shift,) * 8))
        assert day.queues["Q_ADVANCES"].mean_wait_seconds * 5 < day.queues["Q_GENERAL"].mean_wait_seconds
        assert day.hours[14].there_seconds == 8 * 3600
        assert day.hours[12].there_seconds == day.hours[12].busy_seconds == 0


A_PLAN = """
name: A Monday
patience_minutes: 8
answer_within_seconds: 120
call_backs: {offered_after_minutes: 5, taken_percent: 40}
queues:
  Q_GENERAL: {skills: [telephone], talk_minutes: 6, wrap_up_minutes: 2, welsh_percent: 4}
arrivals:
  "09:00": {Q_GENERAL: 30}
agents:
- {count: 5, skills: [telephone, welsh], from: "08:30", to: "16:30", breaks: ["12:00-12:30"]}
"""


class TestAPlansFile:
    def test_says_who_rings_and_who_is_there(self, tmp_path):
        (tmp_path / "monday.yaml").write_text(A_PLAN)
        read = read_plan(tmp_path / "monday.yaml")
        assert (read.name, read.arrivals, len(read.shifts)) == ("A Monday", {(18, "Q_GENERAL"): 30.0}, 5)
        assert read.shifts[0].breaks == ((43200, 45000),) and read.queues[0].talk_seconds == 360

    @pytest.mark.parametrize(("written", "instead", "said"), [
        ("Q_GENERAL: 30", "Q_DEBT: 30", "arrivals, 09:00: there is no queue 'Q_DEBT' in this plan"),
        ("Q_GENERAL: 30", "Q_GENERAL: many", "arrivals, 09:00, Q_GENERAL: 'many' is not a number"),
        ('"09:00"', '"09:10"', "a half-hour begins on the hour or at half past"),
        ('"09:00"', "10:00", "'600' is not a time of day in quotes"),
        ('"16:30"', '"08:00"', "agents, entry 1: a shift ends after it begins"),
        ("12:00-12:30", "noon", "'noon' is not like 12:00-12:30"),
        ("patience_minutes: 8", "patience: 8", "monday.yaml: needs patience_minutes; does not know patience"),
        ("name: A Monday", "name: [", "monday.yaml is not YAML"),
    ])
    def test_what_is_wrong_is_said_by_its_place(self, tmp_path, written, instead, said):
        (tmp_path / "monday.yaml").write_text(A_PLAN.replace(written, instead, 1))
        with pytest.raises(PlanIsWrong, match=said):
            read_plan(tmp_path / "monday.yaml")
