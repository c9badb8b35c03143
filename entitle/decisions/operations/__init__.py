"""Writing decisions, challenges to them, and checks of their quality: for procedures, inside their transaction."""
from entitle.decisions.operations.deciding import record
from entitle.decisions.operations.many import PeriodDecided, record_many
from entitle.decisions.operations.quality import check_quality, choose_for_quality
from entitle.decisions.operations.reconsidering import (
    ask_for_reconsideration,
    decide_reconsideration,
    hand_back_reconsideration,
    take_reconsideration,
    withdraw_reconsideration,
)
from entitle.decisions.operations.reviewing import note_review

__all__ = ["PeriodDecided", "ask_for_reconsideration", "check_quality", "choose_for_quality", "decide_reconsideration",
           "hand_back_reconsideration", "note_review", "record", "record_many", "take_reconsideration",
           "withdraw_reconsideration"]
