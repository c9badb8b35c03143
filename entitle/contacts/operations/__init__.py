"""Writing contacts, calls and messages: for procedures, inside their transaction."""
from entitle.contacts.operations.call_backs import (
    cancel_call_back,
    hold_slots,
    locked_call_back,
    move_call_back,
    name_call_back,
    note_attempt,
    promise,
    to_remind,
)
from entitle.contacts.operations.calls import (
    act,
    hear,
    in_hand,
    locked,
    next_waiting,
    note_customer,
    offers_before,
)
from entitle.contacts.operations.complaints import (
    answer_outside,
    lock_outside,
    note_outside,
    put_down,
    put_down_outside,
    take_step,
)
from entitle.contacts.operations.feedback import keep_feedback
from entitle.contacts.operations.inviting import invite
from entitle.contacts.operations.ready import be_ready, next_ready, no_longer_ready
from entitle.contacts.operations.safeguarding import close_plan, do_point, keep_words, open_plan
from entitle.contacts.operations.speaking import begin_contact, confirm_identity, end_contact
from entitle.contacts.operations.step_up import keep_answer, lock_answers, step_up_contact
from entitle.contacts.operations.surveying import keep_reply, offer_survey
from entitle.contacts.operations.writing import (
    mark_failed,
    mark_sent,
    send_again,
    suppress_waiting,
    write_message,
)

__all__ = [
    "act",
    "answer_outside",
    "be_ready",
    "begin_contact",
    "cancel_call_back",
    "close_plan",
    "confirm_identity",
    "do_point",
    "end_contact",
    "hear",
    "hold_slots",
    "in_hand",
    "invite",
    "keep_answer",
    "keep_feedback",
    "keep_reply",
    "keep_words",
    "lock_answers",
    "lock_outside",
    "locked",
    "locked_call_back",
    "mark_failed",
    "mark_sent",
    "move_call_back",
    "name_call_back",
    "next_ready",
    "next_waiting",
    "no_longer_ready",
    "note_attempt",
    "note_customer",
    "note_outside",
    "offers_before",
    "promise",
    "offer_survey",
    "open_plan",
    "put_down",
    "put_down_outside",
    "send_again",
    "step_up_contact",
    "suppress_waiting",
    "take_step",
    "to_remind",
    "write_message",
]
