"""Posts forms to the door over a real socket, signed, on one kept-open connection a thread."""
from __future__ import annotations

import threading
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode, urlsplit

from entitle.gateways.telephony.signature import sign


class NoAnswer(Exception):
    """The door did not answer, or answered that it could not."""


class Asker:
    """Signs with `key`; `tries` times for a door that is down, for a door may be restarted."""

    def __init__(self, *, key: str, tries: int = 1) -> None:
        self._key, self._tries, self._here = key, tries, threading.local()

    def post(self, url: str, form: Mapping[str, str]) -> bytes:
        """What the door answers. Raises NoAnswer."""
        headers = {"Content-Type": "application/x-www-form-urlencoded",
                   "X-Twilio-Signature": sign(key=self._key, url=url, form=form)}
        split = urlsplit(url)
        path = f"{split.path}?{split.query}" if split.query else split.path
        problem = "no answer"
        for _ in range(self._tries + 1):  # a kept connection may have gone stale: that is not one of the tries
            try:
                return self._once(split.netloc, path, urlencode(form), headers)
            except (OSError, HTTPException) as error:
                problem = type(error).__name__
                self._here.__dict__.pop(split.netloc, None)
        raise NoAnswer(problem)

    def _once(self, host: str, path: str, body: str, headers: Mapping[str, str]) -> bytes:
        connection = self._here.__dict__.get(host) or HTTPConnection(host, timeout=20)
        self._here.__dict__[host] = connection
        connection.request("POST", path, body, dict(headers))
        answer = connection.getresponse()
        content = answer.read()
        if answer.status >= 400:
            raise NoAnswer(f"status {answer.status}")
        return content
