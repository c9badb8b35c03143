"""The agency's staff in the demonstration: who they are, where they work, and what they are trained in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.join_staff import join_staff
from entitle.procedures.take_in_offices import take_in_offices

_BY = Actor(role="system", channel="command", name="Administrator")


@dataclass(frozen=True)
class Colleague:
    """One member of staff. `channel` is the door they work at; `skills` those usual for the role, unless said."""

    username: str
    name: str
    team: str
    role: str
    channel: str
    skills: tuple[str, ...] | None = None


STAFF = (
    Colleague("nia", "Nia Bowen", "Telephone, Wrexham", "agent", "telephone"),
    Colleague("rashid", "Rashid Malik", "Telephone, Wrexham", "agent", "telephone"),
    Colleague("ffion", "Ffion Rees", "Telephone, Bangor", "agent", "telephone", ("telephone", "safeguarding", "welsh")),
    Colleague("daniel", "Daniel Achebe", "Telephone, Bangor", "agent", "telephone"),
    Colleague("carol", "Carol Dunn", "Paper, Wrexham", "clerk", "paper"),
    Colleague("bronwen", "Bronwen Hale", "Decisions, Preston", "caseworker", "desk",
              ("decisions", "evidence", "changes", "assessments")),
    Colleague(
        "kwame", "Kwame Boateng", "Decisions, Preston", "caseworker", "desk", ("decisions", "evidence", "changes")
    ),
    Colleague(
        "helen",
        "Helen Marsh",
        "Specialists, Preston",
        "decision_maker",
        "desk",
        ("specialist", "decisions", "reconsiderations"),
    ),
    Colleague("sian", "Siân Pritchard", "Interviews, Bangor", "adviser", "desk", ("interviews",)),
    Colleague("marcus", "Marcus Okoye", "Interviews, Bangor", "adviser", "desk", ("interviews",)),
    Colleague("nerys", "Nerys Tudor", "Interviews, Caernarfon", "adviser", "desk", ("interviews",)),
    Colleague("gwen", "Gwen Ferreira", "Assessments, Cardiff", "health_professional", "desk", ("assessments",)),
    Colleague("idris", "Idris Vaughan", "Decisions, Preston", "team_leader", "desk", ("decisions", "looks", "deaths")),
    Colleague("vera", "Vera Stone", "Special customers", "special_customer_officer", "desk", ("decisions",)),
    Colleague("anwen", "Anwen Price", "Payments", "payment_officer", "desk", ("payments",)),
    Colleague("tom", "Tom Blake", "Payments", "payment_releaser", "desk", ("payments",)),
    Colleague("ada", "Ada Firth", "Administration", "administrator", "desk"),
    Colleague("omar", "Omar Reid", "Audit", "auditor", "desk"),
)


def take_on_staff(*, as_at: Instant) -> Mapping[str, Actor]:
    """Give everyone their sign-in, team, role and skills, and open the offices. Returns how each acts, by username."""
    actors = {}
    for each in STAFF:
        user = join_staff(username=each.username, name=each.name, team=each.team, role=each.role,
                          skills=each.skills or None, by=_BY, as_at=as_at)
        actors[each.username] = Actor(role="staff", channel=each.channel, user_id=user.pk, name=each.name)
    offices = yaml.safe_load((Path(__file__).parent / "offices.yaml").read_text(encoding="utf-8"))
    take_in_offices(offices=offices, by=_BY, as_at=as_at)
    return actors
