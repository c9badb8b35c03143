"""One HTTP call with a time limit, its failures sorted into those worth trying again and those not."""
from __future__ import annotations

import time
from collections.abc import Mapping

import requests

from entitle.gateways.errors import Refused, Retryable

_BUSY = frozenset({408, 425, 429})


def call(
    method: str, url: str, *, what: str, content: bytes = b"", headers: Mapping[str, str] | None = None,
    seconds: float = 10, tries: int = 1, accept: frozenset[int] = frozenset(),
) -> requests.Response:
    """Ask, and ask again up to `tries` times where the other side did not answer (only for what is safe to repeat).

    `what` names the other side in errors, which never carry what was sent. Statuses in `accept` are handed back.
    Raises Retryable or Refused.
    """
    for attempt in range(tries):
        if attempt:
            time.sleep(0.1 * 2 ** attempt)
        try:
            response = requests.request(method, url, data=content, headers=dict(headers or {}), timeout=seconds)
        except requests.RequestException as error:
            problem = f"{what} did not answer ({type(error).__name__})"
            continue
        if response.ok or response.status_code in accept:
            return response
        if response.status_code < 500 and response.status_code not in _BUSY:
            raise Refused(f"{what} refused it with status {response.status_code}")
        problem = f"{what} answered with status {response.status_code}"
    raise Retryable(problem)
