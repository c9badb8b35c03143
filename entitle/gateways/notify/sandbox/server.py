"""A pretend GOV.UK Notify: its version 2 API with signed keys, and a post box that shows what would have been sent."""
from __future__ import annotations

import base64
import binascii
import re
import uuid
from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from notifications_python_client.authentication import decode_jwt_token, get_token_issuer
from notifications_python_client.errors import TokenError

from entitle.gateways.loopback import Reply, Request, Running, serve_http
from entitle.gateways.notify.sandbox.post_box import page

KEY = "sandbox-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0"
_SERVICE, _SECRET = KEY[-73:-37], KEY[-36:]
_MOST_TEXT = 918
_A_PAGE = 250
_OUTCOMES = {
    "temp-fail@simulator.notify": "temporary-failure", "perm-fail@simulator.notify": "permanent-failure",
    "07700900002": "temporary-failure", "07700900003": "permanent-failure",
}
"""Addresses that fail, as Notify's own simulator has them. Everything else arrives."""


@dataclass(frozen=True)
class Post:
    """One thing that was sent."""

    id: str
    kind: str
    to: str
    subject: str
    body: str
    reference: str
    status: str
    pdf: bytes = b""

    def shown(self) -> dict[str, object]:
        """As the post box lists it: everything but the PDF's bytes."""
        return {key: value for key, value in asdict(self).items() if key != "pdf"} | {"pages": bool(self.pdf)}


@dataclass
class NotifySandbox(Running):
    """The running server and what it was sent, oldest first."""

    posts: list[Post] = field(default_factory=list)


class _Wrong(ValueError):
    """What was sent would be refused; the message is what Notify would say."""


def serve(*, port: int = 0) -> NotifySandbox:
    """Answer on loopback with KEY as the only key. GET /post-box lists what was sent; /post-box.html shows it."""
    posts: list[Post] = []

    def answer(request: Request) -> Reply:
        path = urlsplit(request.path)
        if request.method == "GET" and path.path.startswith("/post-box"):
            return _post_box(posts, path.path)
        refusal = _signed(request)
        if refusal:
            return _error(403, "AuthError", refusal)
        if request.method == "GET":
            return _listed(posts, path.path, parse_qs(path.query))
        kind = path.path.removeprefix("/v2/notifications/")
        if kind not in _READERS:
            return _error(404, "NotFound", "no such address")
        try:
            post = _READERS[kind](request.json())
        except (ValueError, KeyError, TypeError) as error:
            return _error(400, "ValidationError", str(error))
        posts.append(post)
        return Reply(201, {"id": post.id, "reference": post.reference, "uri": f"/v2/notifications/{post.id}"})

    running = serve_http(answer, port=port)
    return NotifySandbox(server=running.server, trouble=running.trouble, posts=posts)


def _signed(request: Request) -> str:
    """What is wrong with the request's token; empty where nothing is."""
    token = request.headers.get("authorization", "").removeprefix("Bearer ")
    try:
        if get_token_issuer(token) != _SERVICE:
            return "Invalid token: service not found"
        decode_jwt_token(token, _SECRET)
    except TokenError as error:
        return str(error.message)
    return ""


def _email(sent: dict[str, Any]) -> Post:
    words, to = sent["personalisation"], sent["email_address"]
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", to):
        raise _Wrong("email_address Not a valid email address")
    return _posted("email", to, words["subject"], words["body"], sent)


def _text(sent: dict[str, Any]) -> Post:
    body = sent["personalisation"]["body"]
    to = re.sub(r"^(\+44|0044|44)(?=7)", "0", re.sub(r"[\s()-]", "", sent["phone_number"]))
    if not re.fullmatch(r"\+?\d{10,15}", to):
        raise _Wrong("phone_number Not enough digits")
    if len(body) > _MOST_TEXT:
        raise _Wrong(f"Content for template has a character count greater than the limit of {_MOST_TEXT}")
    return _posted("sms", to, "", body, sent)


def _letter(sent: dict[str, Any]) -> Post:
    try:
        pdf = base64.b64decode(sent["content"], validate=True)
    except binascii.Error:
        raise _Wrong("Cannot decode letter content (invalid base64 encoding)") from None
    if not pdf.startswith(b"%PDF"):
        raise _Wrong("Letter content is not a valid PDF")
    return _posted("letter", "", "", "", sent, pdf)


_READERS = {"email": _email, "sms": _text, "letter": _letter}


def _posted(kind: str, to: str, subject: str, body: str, sent: dict[str, Any], pdf: bytes = b"") -> Post:
    return Post(id=str(uuid.uuid4()), kind=kind, to=to, subject=subject, body=body, reference=sent.get("reference", ""),
                status=_OUTCOMES.get(to, "received" if kind == "letter" else "delivered"), pdf=pdf)


def _listed(posts: list[Post], path: str, asked: dict[str, list[str]]) -> Reply:
    """The newest first, a page of them with the address of the next; or the one of an id."""
    if path == "/v2/notifications":
        states, newest = asked.get("status", []), posts[::-1]
        after = next((place for place, post in enumerate(newest, 1) if [post.id] == asked.get("older_than")), 0)
        found = [post for post in newest[after:] if asked.get("reference", [post.reference]) == [post.reference]
                 and post.status in (states or [post.status])][:_A_PAGE]
        links = {"next": f"/v2/notifications?older_than={found[-1].id}"} if found else {}
        return Reply(200, {"notifications": [post.shown() for post in found], "links": links})
    wanted = path.rsplit("/", 1)[-1]
    for post in posts:
        if post.id == wanted:
            return Reply(200, post.shown())
    return _error(404, "NoResultFound", "No result found")


def _post_box(posts: list[Post], path: str) -> Reply:
    if path == "/post-box":
        return Reply(200, [post.shown() for post in posts])
    if path == "/post-box.html":
        return Reply(200, page([post.shown() for post in posts]), "text/html; charset=utf-8")
    for post in posts:
        if path == f"/post-box/{post.id}.pdf" and post.pdf:
            return Reply(200, post.pdf, "application/pdf")
    return _error(404, "NoResultFound", "No result found")


def _error(status: int, error: str, message: str) -> Reply:
    return Reply(status, {"status_code": status, "errors": [{"error": error, "message": message}]})
