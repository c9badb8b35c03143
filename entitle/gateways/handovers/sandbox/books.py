"""What a body holds of what it was handed: field by field, written down before it is answered, and never forgotten."""
from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from entitle.gateways.handovers.sandbox.checks import fault_of

IDENTITY = ("person.name", "person.born_on")
NEEDED = ("person.name", "person.born_on")


@dataclass
class Held:
    """One handover, as much as was taken of it, and the fields that were not."""

    their_reference: str
    made_on: str
    fields: dict[str, Any] = field(default_factory=dict)
    wanting: set[str] = field(default_factory=set)
    answers: dict[str, tuple[str, Any]] = field(default_factory=dict)
    """By the sender's key: a digest of what was sent with it, and how it was answered."""


@dataclass
class Books:
    """One body's. `people` are those it has already, by number; `exact` looks at every letter, as old systems do."""

    name: str
    exact: bool = False
    journal: Path | None = None
    people: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    held: dict[str, Held] = field(default_factory=dict)
    feedback: list[dict[str, str]] = field(default_factory=list)
    asked: Counter[str] = field(default_factory=Counter)
    """How often each reference came, also where nothing was done."""

    def __post_init__(self) -> None:
        if self.journal is not None and self.journal.exists():
            for line in self.journal.read_text(encoding="utf-8").splitlines():
                self._do(json.loads(line))

    def take(self, *, reference: str, key: str, made_on: str, content: bytes) -> Any:
        """Take what is good, once for its key. Raises KeyError for another content under a key that was used."""
        self.asked[reference] += 1
        digest, known = hashlib.sha256(content).hexdigest(), self.held.get(reference)
        if known is not None and key in known.answers:
            before, answer = known.answers[key]
            if before != digest:
                raise KeyError(key)
            return answer
        return self._write({"do": "take", "reference": reference, "key": key, "made_on": made_on, "digest": digest,
                            "sent": json.loads(content)})

    def say(self, *, reference: str, said: str, said_on: str) -> None:
        """What came of one."""
        self._write({"do": "say", "reference": reference, "said": said, "said_on": said_on})

    def forget(self, reference: str) -> None:
        """What no body should do, and some have: to try out whether it is noticed."""
        self._write({"do": "forget", "reference": reference})

    def _write(self, what: dict[str, Any]) -> Any:
        if self.journal is not None:
            with self.journal.open("a", encoding="utf-8") as file:
                file.write(json.dumps(what, ensure_ascii=False) + "\n")
                file.flush()
                os.fsync(file.fileno())
        return self._do(what)

    def _do(self, what: dict[str, Any]) -> Any:
        if what["do"] == "say":
            self.feedback.append({name: what[name] for name in ("reference", "said", "said_on")})
            return None
        if what["do"] == "forget":
            return self.held.pop(what["reference"], None)
        reference, sent = what["reference"], what["sent"]
        held = self.held.setdefault(reference, Held(f"{self.name.upper()}-{len(self.held) + 1:06d}", what["made_on"]))
        whole = {**held.fields, **sent}
        problems = [problem for name in sent if (problem := self._problem(name, whole))]
        wrong = {problem["field"] for problem in problems}
        held.fields |= {name: value for name, value in sent.items() if name not in wrong}
        problems += [{"field": name, "why": "It was not sent", "remedy": "Send it."}
                     for name in NEEDED if name not in held.fields and name not in wrong]
        held.wanting = {problem["field"] for problem in problems}
        answer = {"their_reference": held.their_reference, "accepted": sorted(sent.keys() - wrong),
                  "problems": problems}
        held.answers[what["key"]] = what["digest"], answer
        return answer

    def _problem(self, name: str, sent: Mapping[str, Any]) -> dict[str, Any] | None:
        value = sent[name]
        fault = fault_of(name, value)
        if fault is not None:
            return {"field": name, "why": fault[0], "remedy": fault[1]}
        person = self.people.get(str(sent.get("person.nino", "")))
        if person is None or name not in IDENTITY or name not in person or self._same(value, person[name]):
            return None
        return {"field": name, "why": "We hold something else under this number", "held": person[name],
                "remedy": "Check who has the number; then send what is right."}

    def _same(self, sent: Any, held: Any) -> bool:
        sent, held = (json.dumps(value, ensure_ascii=False, sort_keys=True) for value in (sent, held))
        return bool(sent == held or (not self.exact and sent.casefold() == held.casefold()))
