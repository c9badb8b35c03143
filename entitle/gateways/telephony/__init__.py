"""Calls: what an exchange tells us of them, and what we ask it to do with them."""
from entitle.gateways.telephony.client import carry_out, door
from entitle.gateways.telephony.commands import (
    Command,
    CommandPort,
    Connect,
    Enqueue,
    Gather,
    GoOn,
    Hangup,
    LeaveQueue,
    Pause,
    Record,
    Say,
    Transfer,
)
from entitle.gateways.telephony.events import CallEvent, NotAnEvent

__all__ = ["CallEvent", "Command", "CommandPort", "Connect", "Enqueue", "Gather", "GoOn", "Hangup", "LeaveQueue",
           "NotAnEvent", "Pause", "Record", "Say", "Transfer", "carry_out", "door"]
