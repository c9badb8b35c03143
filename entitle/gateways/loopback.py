"""Real servers on this machine for the sandboxes: a socket, a thread, an address and a way to stop."""
from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer, ThreadingTCPServer
from typing import Any


@dataclass(frozen=True)
class Request:
    """What a client sent."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    def json(self) -> dict[str, Any]:
        """The body as an object. Raises ValueError."""
        found = json.loads(self.body)
        if not isinstance(found, dict):
            raise ValueError("not an object")
        return found


@dataclass(frozen=True)
class Reply:
    """What goes back: bytes as they are, anything else as JSON."""

    status: int
    body: Any
    media_type: str = "application/json"

    def content(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


@dataclass
class Running:
    """A server that is listening. `trouble` makes its next answers fail, a status each, to try out a bad day."""

    server: TCPServer
    trouble: list[int] = field(default_factory=list)
    address: str = field(init=False)
    """Host and port, as in '127.0.0.1:8103'."""

    def __post_init__(self) -> None:
        host, port = self.server.socket.getsockname()[:2]
        self.address = f"{host}:{port}"

    @property
    def url(self) -> str:
        return f"http://{self.address}"

    def start(self) -> None:
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def stop(self) -> None:
        """Stop listening and free the port."""
        self.server.shutdown()
        self.server.server_close()

    def reply(self, answer: Callable[[], Reply]) -> Reply:
        """The answer; or the next trouble asked for; or 500 where a request makes no sense."""
        if self.trouble:
            return Reply(self.trouble.pop(0), {"message": "trouble"})
        try:
            return answer()
        except Exception as error:  # a server must answer whatever it is sent
            return Reply(500, {"message": type(error).__name__})

    def fail_next(self, *statuses: int) -> None:
        """Answer the next requests with these statuses instead."""
        self.trouble.extend(statuses)


class _LoopbackHTTP(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever rings off before the answer is nobody's fault here, and nothing to print."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class LoopbackTCP(ThreadingTCPServer):
    """For protocols that are not HTTP."""

    daemon_threads = True
    allow_reuse_address = True


def serve_http(answer: Callable[[Request], Reply], *, port: int = 0) -> Running:
    """Answer HTTP on loopback with a function, from a thread a connection. Port 0 takes any that is free."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {key.lower(): value for key, value in self.headers.items()}
            reply = running.reply(lambda: answer(Request(self.command, self.path, headers, body)))
            content = reply.content()
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.media_type)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PUT = answer

        def log_message(self, format: str, *values: object) -> None:
            """Nothing is logged: what is sent here may be about people."""

    running = Running(_LoopbackHTTP(("127.0.0.1", port), Handler))
    running.start()
    return running
