"""Asks a ClamAV daemon about a file, over TCP."""
from __future__ import annotations

import socket
import struct
from dataclasses import dataclass
from io import BytesIO

import clamd
from django.conf import settings

from entitle.gateways.virus.protocol import CLEAN, INFECTED, UNSCANNED, Verdict


@dataclass(frozen=True)
class ClamdScanner:
    """A scanner at 'host:port'."""

    address: str
    seconds: int = 30

    def scan(self, content: bytes) -> Verdict:
        """The verdict. Unreachable, too slow, too large or not understood: unscanned, which is not clean."""
        host, _, port = self.address.rpartition(":")
        try:
            answer = _Daemon(host=host, port=int(port), timeout=self.seconds).instream(BytesIO(content))
        except (clamd.ClamdError, OSError, ValueError) as error:
            return Verdict(UNSCANNED, type(error).__name__)
        status, detail = (answer or {}).get("stream", ("", None))
        if status == "OK":
            return Verdict(CLEAN)
        if status == "FOUND":
            return Verdict(INFECTED, detail or "")
        return Verdict(UNSCANNED, "the scanner gave no verdict")


class _Daemon(clamd.ClamdNetworkSocket):
    """The package's client on a socket that blocks, with its time limits kept by the system.

    With a Python time limit `send` may write part of a chunk, and the package does not look at how much it wrote: the
    daemon would then scan something other than the file.
    """

    def _init_socket(self) -> None:
        limit = struct.pack("ll", self.timeout, 0)
        self.clamd_socket = socket.socket()
        self.clamd_socket.settimeout(self.timeout)
        try:
            self.clamd_socket.connect((self.host, self.port))
        except OSError as error:
            raise clamd.ConnectionError("no connection") from error
        self.clamd_socket.settimeout(None)
        for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            self.clamd_socket.setsockopt(socket.SOL_SOCKET, option, limit)


def scan(content: bytes) -> Verdict:
    """The verdict of the scanner at ENTITLE_CLAMD."""
    return ClamdScanner(settings.ENTITLE_CLAMD).scan(content)
