"""Reading appointments: what can be had, what is to come, an office's day."""
from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from entitle.contacts.booking import HALF_HOUR, Need, Place, Seer, Site, Taken, areas_of, half_hours, places, suits
from entitle.contacts.models import Appointment, AppointmentMove
from entitle.customers import queries as customers
from entitle.kernel.periods import Instant, london_date, midday
from entitle.kernel.working_days import ENGLAND_AND_WALES, working_days
from entitle.staff import queries as staff
from entitle.standards import agency, target_on

DAYS_AHEAD = 10


def places_for(*, need: Need, see_by: date, as_at: Instant, division: str = ENGLAND_AND_WALES,
               but: Appointment | None = None) -> tuple[Place, ...]:
    """Every half-hour that can be had in the working days to come, the best first: three statements.

    From tomorrow, so that nobody is sent for on the day; `but` is an appointment about to be moved, whose own
    place counts as free but is not offered. Only offices of the same division keep the same holidays.
    """
    calendar = working_days(division)
    days = [calendar.add(london_date(as_at), number) for number in range(1, DAYS_AHEAD + 1)]
    sites = _sites(need, division)
    here = [site.id for site in sites]
    seers = [
        Seer(each.id, each.office_id, frozenset(each.languages), frozenset(each.specialisms), frozenset(each.weekdays),
             each.starts_at, each.finishes_at)
        for each in staff.advisers(here)
    ]
    held = Appointment.objects.filter(state="booked", starts_at__gt=as_at, office_id__in=here)
    taken = [Taken(*row) for row in (held.exclude(id=but.id) if but else held).values_list(
        "starts_at", "office_id", "adviser_id")]
    found = places(need=need, sites=sites, advisers=seers, taken=taken, times=half_hours(days), see_by=see_by)
    return tuple(place for place in found if but is None or place.starts_at != but.starts_at)


def can_be_had(*, customer_id: int, situations: Collection[str], features: Collection[str], language: str,
               as_at: Instant) -> tuple[Place, ...]:
    """What an interview asked for now can be booked for, the best first; none where no postcode is known."""
    home, customer = customers.current_address(customer_id), customers.by_id(customer_id)
    need = Need(home.postcode if home else "", language, frozenset(situations), frozenset(features))
    see_by = target_on(agency()["interview"], london_date(as_at), division=customer.division)
    return places_for(need=need, see_by=see_by, as_at=as_at, division=customer.division)


def can_be_moved_to(*, appointment: Appointment, as_at: Instant) -> tuple[Place, ...]:
    """Every other half-hour with all that it needed before, from where they live now."""
    home = customers.current_address(appointment.customer_id)
    return places_for(need=need_of(appointment, home.postcode if home else ""), see_by=appointment.see_by, as_at=as_at,
                      division=appointment.customer.division, but=appointment)


def to_come(*, customer_id: int) -> Appointment | None:
    """The interview that they have to come, of which there can be only one."""
    found = Appointment.objects.filter(customer_id=customer_id, state="booked")
    return found.select_related("customer", "office", "adviser__user").first()


def to_come_with(*, adviser_id: int, as_at: Instant) -> list[Appointment]:
    """Whom an adviser is still to see, soonest first."""
    found = Appointment.objects.filter(adviser_id=adviser_id, state="booked", starts_at__gt=as_at)
    return list(found.select_related("customer").order_by("starts_at"))


def sites_for(*, need: Need, division: str) -> list[int]:
    """The offices that serve someone and have what they need, in order: one statement."""
    return [site.id for site in _sites(need, division)]


def _sites(need: Need, division: str) -> list[Site]:
    served = [
        Site(each.id, frozenset(each.postcode_areas), frozenset(each.features), each.capacity, each.opens_at,
             each.closes_at)
        for each in staff.offices_serving(areas_of(need.postcode)) if each.division == division
    ]
    return [site for site in served if suits(site, need)]


def need_of(appointment: Appointment, postcode: str) -> Need:
    """What it had to have when it was booked, from where they live now."""
    return Need(postcode, appointment.language, frozenset(appointment.situations), frozenset(appointment.features))


def appointment(*, code: str) -> Appointment | None:
    """With its customer, office and adviser; None where there is none."""
    return Appointment.objects.select_related("customer", "office", "adviser__user").filter(code=code).first()


def appointment_code_of(*, appointment_id: int) -> str:
    """Raises Appointment.DoesNotExist."""
    return Appointment.objects.values_list("code", flat=True).get(id=appointment_id)


def appointments_of(*, customer_id: int, limit: int = 20) -> list[Appointment]:
    """A customer's appointments, the latest first: one statement."""
    found = Appointment.objects.filter(customer_id=customer_id).select_related("office", "adviser__user")
    return list(found.order_by("-starts_at", "-id")[:limit])


def moves_of(*, appointment_id: int) -> list[AppointmentMove]:
    """Every time that it was moved, oldest first."""
    found = AppointmentMove.objects.filter(appointment_id=appointment_id).select_related("was_office")
    return list(found.order_by("id"))


def diary(*, office_id: int, on: date) -> list[Appointment]:
    """An office's appointments on a day in London, in order of time: one statement."""
    from_at = midday(on) - timedelta(hours=12)
    found = Appointment.objects.filter(office_id=office_id, starts_at__gte=from_at,
                                       starts_at__lt=from_at + timedelta(days=1)).exclude(state="cancelled")
    return list(found.select_related("customer", "adviser__user").order_by("starts_at", "adviser_id"))


def to_remind_of(*, from_at: Instant, until_at: Instant) -> list[str]:
    """Codes of those to come in a span that nobody was reminded of."""
    found = Appointment.objects.filter(state="booked", reminded_at__isnull=True, starts_at__gt=from_at,
                                       starts_at__lt=until_at)
    return list(found.order_by("starts_at", "id").values_list("code", flat=True))


def has_begun(appointment: Appointment, as_at: Instant) -> bool:
    """Whether its time has come."""
    return appointment.starts_at <= as_at


def is_over(appointment: Appointment, as_at: Instant) -> bool:
    """Whether its half-hour is past."""
    return appointment.starts_at + HALF_HOUR <= as_at
