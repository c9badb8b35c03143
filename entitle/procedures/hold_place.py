"""Find again the half-hour that someone chose, with its offices kept: of two who choose the last place, one has it."""
from __future__ import annotations

from datetime import date

from entitle.contacts.booking import Need, Place
from entitle.contacts.models import Appointment
from entitle.contacts.queries import appointments
from entitle.kernel.periods import Instant
from entitle.procedures.errors import NotDone
from entitle.staff import operations as staff


def hold_place(*, need: Need, see_by: date, starts_at: Instant, division: str, as_at: Instant,
               moving: Appointment | None = None) -> Place:
    """The best place at that time, inside the caller's transaction. Raises NotDone where there is none any more."""
    sites = appointments.sites_for(need=need, division=division)
    if not sites:
        raise NotDone("No office that serves %(postcode)s has what they need: see them another way.",
                      postcode=need.postcode)
    staff.lock_offices(office_ids=sites)
    found = appointments.places_for(need=need, see_by=see_by, division=division, as_at=as_at, but=moving)
    place = next((each for each in found if each.starts_at == starts_at), None)
    if place is None:
        raise NotDone("That time can no longer be had: choose another.")
    return place
