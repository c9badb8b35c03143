"""What may be done to work. Only procedures may."""
from entitle.work.operations.ending import AlreadyDone, cancel, complete
from entitle.work.operations.finding import NoSuchWork
from entitle.work.operations.holding import assign, hand_back, move_to_skill, pause, resume, take, tell_anew
from entitle.work.operations.opening import open, open_many

__all__ = ["AlreadyDone", "NoSuchWork", "assign", "cancel", "complete", "hand_back", "move_to_skill", "open",
           "open_many", "pause", "resume", "take", "tell_anew"]
