"""Builds an agency out of nothing (staff, a town of customers, their past) and lives some days in it."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from entitle.gateways import clock
from entitle.kernel.references import Actor
from entitle.procedures.freeze_figures import freeze_figures
from entitle.simulation import desk, timetable
from entitle.simulation.background import refuse_failures, work_off
from entitle.simulation.callers import Caller, callers, in_danger
from entitle.simulation.cast import CAST
from entitle.simulation.contact_centre import ContactCentre
from entitle.simulation.elsewhere import older_system_pays
from entitle.simulation.fortnight import Fortnight
from entitle.simulation.making_up import made_up_people
from entitle.simulation.past import load_history
from entitle.simulation.people import put_on_record
from entitle.simulation.plan import plan_claims
from entitle.simulation.staff import take_on_staff

Step = Callable[[str], None]
TOO_YOUNG_FOR_A_PENSION = date(1961, 6, 1)
WAIT_ALREADY = 16
"""How many ring in the minutes before the demonstration is served."""


@dataclass(frozen=True)
class Size:
    """How big an agency to make, and for how long to live in it."""

    people: int = 2_000
    claims: int = 340
    days: int = 10
    years: int = 2
    """Of payments before, for those who are in payment already."""
    seed: int = 1948


def _this_morning(
    centre: ContactCentre, ringing: Iterator[Caller], day: date, *, officers: Mapping[str, Actor]
) -> None:
    """The day on which the doors open: the post has come; some callers wait already, and one may be in danger."""
    post = timetable.moment(day, 8, 30)
    clock.set_to(post, stand_still=True)
    desk.receive_proof(clerk=officers["carol"], as_at=post)
    work_off("decisions")
    centre.rings(day, calls=WAIT_ALREADY, since=(9, 12), until=timetable.AFTERWARDS)
    centre.rings_at(timetable.moment(day, 9, 20), in_danger(next(ringing)))
    centre.live_until(timetable.moment(day, *timetable.AFTERWARDS))


def records_of_the_cast() -> dict[str, Mapping[str, Any]]:
    """What the National Insurance sandbox must say of the cast, by number."""
    return {member.person.nino: member.record for member in CAST}


def build_and_live(size: Size = Size(), *, step: Step = lambda _: None) -> None:
    """Make it and live it. The sandboxes must run, and the shared clock must not have begun."""
    loaded_at = timetable.moment(timetable.LOADED_ON, 18)
    clock.set_to(loaded_at, stand_still=True)
    officers: Mapping[str, Actor] = take_on_staff(as_at=loaded_at)
    people = list(made_up_people(count=size.people, seed=size.seed))
    ids = put_on_record(people, as_at=loaded_at)
    step("people")
    load_history(customers=ids, years=size.years, as_at=loaded_at)
    step("history")
    days = timetable.days(size.days)
    claims = plan_claims(people, days=days, claims=size.claims, seed=size.seed)
    ringing = callers(seed=size.seed)
    centre = ContactCentre([officers["daniel"], officers["ffion"]], officers["rashid"], ringing, size.seed)
    young = [each for each in people if each.born_on > TOO_YOUNG_FOR_A_PENSION][:len(days)]
    with older_system_pays():
        Fortnight(days=days, claims=claims, officers=officers, centre=centre, seed=size.seed, elsewhere=young,
                  step=step).live()
    freeze_figures(as_at=clock.now())
    _this_morning(centre, ringing, timetable.days(size.days + 1)[-1], officers=officers)
    refuse_failures()
