"""How an exchange proves that it is ours: the webhook shape's HMAC over the address and form, or a shared key."""
from __future__ import annotations

import base64
import hmac
from collections.abc import Mapping


def sign(*, key: str, url: str, form: Mapping[str, str]) -> str:
    """What the exchange puts in X-Twilio-Signature: HMAC-SHA1 of the address and the form's fields in order."""
    told = url + "".join(f"{name}{form[name]}" for name in sorted(form))
    return base64.b64encode(hmac.digest(key.encode(), told.encode(), "sha1")).decode()


def is_signed(*, key: str, url: str, form: Mapping[str, str], signature: str) -> bool:
    """Whether the signature is that of the key. No key, no signature is good."""
    return bool(key) and hmac.compare_digest(sign(key=key, url=url, form=form).encode(), signature.encode())


def is_key(*, key: str, shown: str) -> bool:
    """Whether the key shown is ours. No key of ours, none is good."""
    return bool(key) and hmac.compare_digest(key.encode(), shown.encode())
