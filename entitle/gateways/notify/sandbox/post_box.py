"""The post box as a page: what a customer would have got, newest first."""
from __future__ import annotations

from html import escape
from typing import Any

_KINDS = {"email": "Email", "sms": "Text message", "letter": "Letter"}


def page(posts: list[dict[str, Any]]) -> bytes:
    """One article a post. For a demonstration on this machine only."""
    articles = "".join(_article(post) for post in reversed(posts)) or "<p>Nothing has been sent yet.</p>"
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Post box</title>'
        '<meta name="viewport" content="width=device-width">'
        "<style>body{font:1.1rem/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}"
        "article{border-top:2px solid;padding:1rem 0}pre{white-space:pre-wrap;font:inherit}</style></head>"
        f"<body><main><h1>Post box</h1><p>What would have been sent: {len(posts)}.</p>{articles}</main></body></html>"
    ).encode()


def _article(post: dict[str, Any]) -> str:
    heading = post["subject"] or post["reference"]
    body = (f'<p><a href="/post-box/{post["id"]}.pdf">Open the letter (PDF)</a></p>' if post["pages"]
            else f"<pre>{escape(post['body'])}</pre>")
    to = f" to {escape(post['to'])}" if post["to"] else ""
    return (f"<article><h2>{escape(heading)}</h2><p>{_KINDS[post['kind']]}{to}. "
            f"Reference {escape(post['reference'])}. {escape(post['status'].capitalize())}.</p>{body}</article>")
