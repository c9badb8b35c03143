"""A claim's answers handed to another body: a council, an older payment system."""
from entitle.gateways.errors import Refused, Retryable
from entitle.gateways.handovers.client import feedback, held, send
from entitle.gateways.handovers.protocol import Answer, Feedback, FieldProblem

__all__ = ["Answer", "Feedback", "FieldProblem", "Refused", "Retryable", "feedback", "held", "send"]
