"""Writing awards: for procedures, inside their transaction."""
from entitle.awards.operations.amounts import AmountChange, change_amount, change_amounts
from entitle.awards.operations.assessing import hold, pay_period
from entitle.awards.operations.ends import end, end_all, end_if_over, take_up_review
from entitle.awards.operations.following import follow
from entitle.awards.operations.many import pay_periods
from entitle.awards.operations.opening import AlreadyAwarded, mark_paid, open
from entitle.awards.operations.suspensions import move_review, resume, suspend

__all__ = ["AlreadyAwarded", "AmountChange", "change_amount", "change_amounts", "end", "end_all", "end_if_over",
           "follow", "hold", "mark_paid", "move_review", "open", "pay_period", "pay_periods", "resume", "suspend",
           "take_up_review"]
