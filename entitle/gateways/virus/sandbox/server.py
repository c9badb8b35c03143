"""A pretend ClamAV daemon: the PING and INSTREAM commands, and one thing that it finds, the EICAR test file."""
from __future__ import annotations

import struct
from socketserver import StreamRequestHandler

from entitle.gateways.loopback import LoopbackTCP, Running

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EI" + b"CAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
"""Not a virus: the string that every scanner agrees to find. In two parts, so that none finds it here."""
_MOST = 25 * 1024 * 1024


def serve(*, port: int = 0, most: int = _MOST) -> Running:
    """Answer on loopback. Streams of more than `most` bytes are refused, as the real one does."""

    class Handler(StreamRequestHandler):
        def handle(self) -> None:
            kind = self.rfile.read(1)
            end = {b"z": b"\0", b"n": b"\n"}.get(kind, b"\n")
            command = b"" if kind in (b"z", b"n") else kind
            while not command.endswith(end):
                letter = self.rfile.read(1)
                if not letter:
                    return
                command += letter
            answers = {b"PING": lambda: b"PONG", b"VERSION": lambda: b"ClamAV sandbox", b"INSTREAM": self._scan}
            self.wfile.write(answers.get(command[:-1], lambda: b"UNKNOWN COMMAND")() + end)

        def _scan(self) -> bytes:
            content = b""
            while size := struct.unpack("!L", self.rfile.read(4))[0]:
                if len(content) + size > most:
                    return b"INSTREAM size limit exceeded. ERROR"
                content += self.rfile.read(size)
            return b"stream: Eicar-Test-Signature FOUND" if EICAR in content else b"stream: OK"

    running = Running(LoopbackTCP(("127.0.0.1", port), Handler))
    running.start()
    return running
