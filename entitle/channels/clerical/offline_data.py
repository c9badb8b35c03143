"""All that the offline page needs to take a claim in any benefit: its questions and every word, in both languages."""
from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from django.templatetags.static import static
from django.urls import reverse

from entitle import pages
from entitle.blueprint import registry
from entitle.channels.clerical.offline_words import WORDS
from entitle.kernel.words import ENGLISH, WELSH, Words
from entitle.questions.bank.first_contact import IDENTITY
from entitle.questions.channels import offline_data

SCRIPTS = ("page", "questions", "drawing", "walk", "store", "delivery")
_FOLDER = Path(pages.__file__).parent / "static" / "entitle" / "offline"


@cache
def questions_json() -> str:
    """Every benefit's claim, who asks first, and the page's own words. Nobody's details."""
    schemes = {name: offline_data(scheme.claim) | {"title": _both(scheme.title)}
               for name, scheme in registry.schemes().items()}
    return json.dumps({"who": offline_data(IDENTITY), "schemes": schemes,
                       "words": {name: _both(words) for name, words in WORDS.items()}}, ensure_ascii=False)


@cache
def version() -> str:
    """Changes with anything that the page is made of, so that browsers take it anew."""
    made = hashlib.sha256(questions_json().encode())
    for path in sorted(_FOLDER.glob("*.js")):
        made.update(path.read_bytes())
    for address in kept():
        made.update(address.encode())
    return made.hexdigest()[:16]


def kept() -> list[str]:
    """The addresses that a browser keeps, to work without the server."""
    return [
        reverse("clerical_offline"), reverse("clerical_offline_questions"), reverse("clerical_offline_manifest"),
        static("vendor/govuk-frontend/govuk-frontend.min.css"), static("entitle/entitle.css"),
        static("entitle/favicon.svg"), static("entitle/wordmark.svg"), static("entitle/offline/page.js"),
        *(_beside(name) for name in SCRIPTS),
    ]


def worker_script() -> str:
    """The service worker: what to keep, then how."""
    how = static("entitle/offline/worker.js")
    return (f"const VERSION = {json.dumps(version())};\nconst KEPT = {json.dumps(kept())};\n"
            f"importScripts({json.dumps(how)});\n")


def manifest() -> dict[str, Any]:
    """What makes the page installable."""
    return {
        "name": f"Entitle: {WORDS['title'].en}", "short_name": "Entitle", "start_url": reverse("clerical_offline"),
        "scope": reverse("clerical_offline"), "display": "standalone", "background_color": "#ffffff",
        "theme_color": "#0f4f57",
        "icons": [{"src": static("entitle/favicon.svg"), "sizes": "any", "type": "image/svg+xml"}],
    }


def _beside(name: str) -> str:
    """A script as another imports it: by its plain name."""
    folder = static("entitle/offline/page.js").rsplit("/", 1)[0]
    return f"{folder}/{name}.js"


def _both(words: Words) -> dict[str, str]:
    return {ENGLISH: words.en, WELSH: words[WELSH]}
