"""How long the agency takes, and how it counts: the queue and the published figures both read it here."""
from entitle.standards.reading import StandardError, agency, load
from entitle.standards.standard import Standard, due_at, target_from, target_on
from entitle.standards.timing import STARTED, STOPPED, Clock, Happening, NeverStarted, clock

__all__ = ["STARTED", "STOPPED", "Clock", "Happening", "NeverStarted", "Standard", "StandardError", "agency", "clock",
           "due_at", "load", "target_from", "target_on"]
