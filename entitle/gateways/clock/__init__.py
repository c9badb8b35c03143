"""The clock: read by channels, commands and jobs, and handed on as `as_at`."""
from entitle.gateways.clock.client import now, today
from entitle.gateways.clock.sandbox.pretend import ClockTurnedBack, at, set_to

__all__ = ["ClockTurnedBack", "at", "now", "set_to", "today"]
