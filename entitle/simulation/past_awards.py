"""Claims decided long ago, and the awards that they opened, at the amounts that each April's law gave."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from psycopg.types.json import Json

from entitle.awards.arithmetic import first_payday
from entitle.awards.models import Award, AwardAmount
from entitle.claims.models import Claim
from entitle.decisions.digest import digest_of
from entitle.decisions.models import Decision
from entitle.kernel.nino import last_two_digits
from entitle.kernel.periods import Instant, midday
from entitle.kernel.references import Reference
from entitle.law.amount import day_number
from entitle.schemes.state_pension.rulebook import RULES
from entitle.simulation.copying import code_for, copy_rows, numbers_for
from entitle.simulation.marking import Happened

SCHEME = "state_pension"
_EPOCH, _NEW_SCHEME = date(1970, 1, 1), date(2016, 4, 6)

_SAID: dict[str, Any] = {
    "state_pension.lived_abroad": False, "state_pension.when_to_start": "as_soon_as_possible",
    "person.relationship": "never", "national_insurance.has_transitional_record": False,
    "national_insurance.reduced_rate_election": False,
}
"""What everyone said, or their record did, besides their own facts: all that a decision reads."""


@dataclass(frozen=True)
class Pensioner:
    """Someone in payment since the day they reached pension age."""

    customer_id: int
    nino: str
    facts: dict[str, Any]
    starts_on: date
    weekday: int
    amounts: tuple[tuple[date, int], ...]
    """What is paid a week from each date."""


def pensioners(rows: Sequence[tuple[int, date, str, str]], *, on: date) -> list[Pensioner]:
    """Those of (customer id, born on, sex, number) who reached pension age more than a year before: by the rules."""
    if not rows:
        return []
    facts: dict[str, list[Any]] = {
        "person.born_on": [row[1] for row in rows], "person.sex": [row[2] for row in rows],
        "person.nino": [row[3] for row in rows],
        "national_insurance.qualifying_years": [min(35, 20 + last_two_digits(row[3]) // 4) for row in rows],
    }
    run = RULES.run(facts, on=on, want=("pension_age_on", "under_old_scheme", "payment_weekday"))
    starts = [_EPOCH + timedelta(days=int(day)) for day in run.values["pension_age_on"]]
    changes = RULES.law.change_dates(_NEW_SCHEME, on)
    rates = {day: RULES.run(facts, on=day, want=("rate_for_record",)).values["rate_for_record"] for day in changes}
    begun = np.clip(run.values["pension_age_on"], day_number(_NEW_SCHEME), day_number(on))
    first = RULES.run(facts, on=begun, want=("rate_for_record",))
    found = []
    for place, row in enumerate(rows):
        if run.values["under_old_scheme"][place] or starts[place] > on - timedelta(days=400):
            continue
        amounts = [(starts[place], int(first.values["rate_for_record"][place]))]
        for day in changes:
            if day > starts[place] and int(rates[day][place]) != amounts[-1][1]:
                amounts.append((day, int(rates[day][place])))
        known = {name: _plain(values[place]) for name, values in facts.items()}
        found.append(Pensioner(row[0], row[3], _SAID | {"claim.made_on": starts[place].isoformat()} | known,
                               starts[place], int(run.values["payment_weekday"][place]), tuple(amounts)))
    return found


def load_awards(people: Sequence[Pensioner]) -> list[Happened]:
    """Their claims, decisions and awards. Returns what history must say of them."""
    claims, decided, awards = (numbers_for(model._meta.db_table, len(people)) for model in (Claim, Decision, Award))
    numbered = list(zip(claims, decided, awards, people, strict=True))
    copy_rows(Claim._meta.db_table, (
        ("id", "int8"), ("code", "varchar"), ("scheme", "varchar"), ("customer_id", "int8"), ("state", "varchar"),
        ("protected_on", "date"), ("started_at", "timestamptz"), ("submitted_at", "timestamptz"),
        ("channel", "varchar"),
        ("decide_by", "date"), ("closed_at", "timestamptz"), ("version", "int4"),
    ), ((claim, code_for("CLM", claim), SCHEME, each.customer_id, "decided", each.starts_on, _claimed(each),
         _claimed(each), "telephone", each.starts_on, _decided(each), 3) for claim, _, _, each in numbered))
    rows = [_decision(number, claim, each) for claim, number, _, each in numbered]
    copy_rows(Decision._meta.db_table, (
        ("id", "int8"), ("code", "varchar"), ("claim_id", "int8"), ("sequence", "int2"), ("customer_id", "int8"),
        ("scheme", "varchar"), ("result", "varchar"), ("pence", "int8"), ("starts_on", "date"),
        ("reasons", "jsonb"),
        ("facts", "jsonb"), ("law_on", "date"), ("rules_version", "varchar"), ("decided_at", "timestamptz"),
        ("by_person", "bool"), ("digest", "bytea"),
    ), ((row["id"], row["code"], row["claim_id"], 1, row["customer_id"], SCHEME, "entitled", row["pence"],
         row["starts_on"], Json([]), Json(row["facts"]), row["law_on"], row["rules_version"], row["decided_at"], False,
         row["digest"]) for row in rows))
    copy_rows(Award._meta.db_table, (
        ("id", "int8"), ("code", "varchar"), ("scheme", "varchar"), ("customer_id", "int8"), ("claim_id", "int8"),
        ("decision_id", "int8"), ("state", "varchar"), ("starts_on", "date"), ("end_reason", "varchar"),
        ("cycle_weeks", "int2"), ("weekday", "int2"), ("first_payday", "date"), ("basis", "jsonb"),
        ("opened_at", "timestamptz"), ("version", "int4"),
    ), ((award, code_for("AWD", award), SCHEME, each.customer_id, claim, number, "in_payment", each.starts_on, "", 4,
         each.weekday, first_payday(starts_on=each.starts_on, weekday=each.weekday, cycle_weeks=4),
         Json({"facts": each.facts, "division": "england-and-wales", "weekday_read": ["person.nino"]}),
          _decided(each), 1)
        for claim, number, award, each in numbered))
    copy_rows(AwardAmount._meta.db_table, (
        ("award_id", "int8"), ("from_on", "date"), ("pence", "int8"), ("decision_id", "int8"),
        ("made_at", "timestamptz"),
    ), ((award, from_on, pence, None if place else number, midday(from_on))
        for _, number, award, each in numbered for place, (from_on, pence) in enumerate(each.amounts)))
    return [event for (claim, number, _, each), row in zip(numbered, rows, strict=True)
            for event in _events(claim, number, each, row["digest"])]


def _decision(number: int, claim: int, each: Pensioner) -> dict[str, Any]:
    row = {
        "id": number, "code": code_for("DEC", number), "claim_id": claim, "sequence": 1,
        "customer_id": each.customer_id,
        "scheme": SCHEME, "result": "entitled", "pence": each.amounts[0][1], "per": "week",
        "period_from": None,
        "starts_on": each.starts_on,
        "reasons": [], "facts": each.facts, "law_on": each.starts_on, "rules_version": RULES.version, "trace": None,
        "decided_at": _decided(each), "decided_by_user_id": None, "by_person": False, "supersedes_id": None,
    }
    return row | {"digest": digest_of(row)}


def _events(claim: int, decision: int, each: Pensioner, digest: bytes) -> Iterator[Happened]:
    about = Reference("claim", claim)
    yield Happened(_claimed(each), "claim.started", about, each.customer_id)
    yield Happened(_claimed(each), "claim.submitted", about, each.customer_id)
    yield Happened(_decided(each), "claim.decided", about, each.customer_id, Reference("decision", decision), digest)


def _claimed(each: Pensioner) -> Instant:
    return midday(each.starts_on - timedelta(days=40))


def _decided(each: Pensioner) -> Instant:
    return midday(each.starts_on - timedelta(days=33))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


