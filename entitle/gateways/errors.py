"""What can go wrong with the outside world, in two kinds that a job can act on."""
from __future__ import annotations


class GatewayError(Exception):
    """The other side did not do what was asked."""


class Retryable(GatewayError):
    """Try again later: it did not answer, was busy or was broken. It may have done it all the same."""


class Refused(GatewayError):
    """Trying again will not help: what was sent is wrong, and the message says how. A person must look."""
