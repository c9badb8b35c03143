"""Queues, wrap-up codes and the practice of call-backs are dated data, said in both languages."""
from __future__ import annotations

from datetime import date

import pytest

from entitle.blueprint.intents import intents
from entitle.contacts.practice import NoPracticeForDate, practice
from entitle.contacts.queues import GENERAL, UnknownQueue, languages_for, queue_named, queues, queues_for
from entitle.contacts.wrap_up import wrap_up_codes


class TestQueues:
    def test_are_those_of_every_benefit_and_of_none_each_in_both_languages(self) -> None:
        assert {GENERAL, "Q_SAFEGUARD", "Q_UC_CLAIMS", "Q_PENSION"} <= set(queues())
        assert all(queue.about.en and queue.about.cy and queue.skills for queue in queues().values())

    def test_there_is_one_for_everything_that_people_are_in_touch_about(self) -> None:
        assert {intent.queue for intent in intents().values()} - set(queues()) == set()

    def test_every_agent_takes_from_all_but_those_that_want_a_special_skill(self) -> None:
        assert set(queues()) - set(queues_for(["telephone"])) == {"Q_SAFEGUARD"}
        assert set(queues_for(["pensions"])) == {"Q_PENSION", "Q_PENSION_CLAIMS", "Q_PENSION_CREDIT"}
        assert queues_for([]) == ()

    def test_one_that_is_not_there_is_refused_by_name(self) -> None:
        with pytest.raises(UnknownQueue, match="Q_PENSIONS'.*Q_GENERAL"):
            queue_named("Q_PENSIONS")

    def test_welsh_is_for_those_whose_own_it_is_or_who_are_trained_in_it(self) -> None:
        assert languages_for(["telephone"], own="en") == ("en",)
        assert languages_for(["telephone"], own="cy") == languages_for(["welsh"], own="en") == ("en", "cy")


class TestWhatIsDated:
    def test_wrap_up_codes_are_those_in_use_on_a_date(self) -> None:
        assert "claim_taken" in wrap_up_codes(on=date(2026, 4, 6))
        assert wrap_up_codes(on=date(2026, 4, 5)) == {}
        assert all(code.about.cy for code in wrap_up_codes(on=date(2026, 11, 23)).values())

    def test_the_practice_of_call_backs_is_refused_for_a_date_before_it_was_laid_down(self) -> None:
        assert practice(on=date(2026, 11, 23)).attempts == 3
        with pytest.raises(NoPracticeForDate, match="2026-04-05"):
            practice(on=date(2026, 4, 5))
