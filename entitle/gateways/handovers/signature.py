"""How each side knows what is ours: an HMAC over what is asked, the key that makes it once, and the body."""
from __future__ import annotations

import hmac


def sign(*, key: str, method: str, path: str, once: str, content: bytes) -> str:
    """What goes in the Signature header: HMAC-SHA256, in hexadecimal."""
    told = "\n".join((method, path, once)).encode() + b"\n" + content
    return hmac.digest(key.encode(), told, "sha256").hex()


def is_signed(*, key: str, method: str, path: str, once: str, content: bytes, signature: str) -> bool:
    """Whether it is ours. No key, no signature is good."""
    good = sign(key=key, method=method, path=path, once=once, content=content)
    return bool(key) and hmac.compare_digest(good.encode(), signature.encode())
