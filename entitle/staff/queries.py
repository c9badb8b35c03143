"""Who people are, what they may do, and which looks are waiting to be checked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import F, Q, QuerySet

from entitle.kernel.working_days import ENGLAND_AND_WALES, working_days
from entitle.staff.looks import ChosenLook, sample_of_looks
from entitle.staff.models import Adviser, Contingency, LookCheck, Membership, Office, OfflineDevice, Skill, Team, User
from entitle.staff.permissions import ROLES, check_permission

__all__ = [
    "AtWork",
    "ChosenLook",
    "adviser_of",
    "advisers",
    "advisers_at",
    "advisers_named",
    "at_work",
    "by_username",
    "can",
    "contingencies",
    "contingency",
    "contingency_of",
    "devices",
    "get",
    "learning",
    "look_checks",
    "look_checks_overdue",
    "may_any",
    "members",
    "names_of",
    "office_of",
    "offices",
    "offices_serving",
    "people",
    "permissions_of",
    "roles_of",
    "sample_of_looks",
    "skills_of",
    "team",
    "teams_of",
    "trained",
    "user",
]

CHECK_WITHIN_WORKING_DAYS = 10
_AT_WORK = f"""
select array(select role from {Membership._meta.db_table} where user_id = person.id),
       array(select name from {Skill._meta.db_table} as skill
             join {User.skills.through._meta.db_table} as trained on trained.skill_id = skill.id
             where trained.user_id = person.id),
       language
from {User._meta.db_table} as person where id = %s and is_active and kind = %s
"""


@dataclass(frozen=True)
class AtWork:
    """What a member of staff may do and is trained in, and the language of their own; nothing at all for others."""

    roles: frozenset[str] = frozenset()
    skills: frozenset[str] = frozenset()
    language: str = ""

    def may(self, permission: str) -> bool:
        """Raises UnknownPermission for a permission that no role has."""
        check_permission(permission)
        return any(permission in ROLES.get(role, ()) for role in self.roles)


def user(user_id: int) -> User:
    """Raises User.DoesNotExist."""
    return User.objects.get(id=user_id)


def by_username(username: str) -> User:
    """The member of staff. Raises User.DoesNotExist."""
    return User.objects.get(username=username, kind=User.STAFF)


def get(code: str) -> User:
    """Raises User.DoesNotExist."""
    return User.objects.get(code=code)


def permissions_of(user: User | int | None) -> frozenset[str]:
    """All that a user's roles let them do: one statement. Customers, and staff who have left, have none."""
    return frozenset().union(*(ROLES.get(role, frozenset()) for role in roles_of(user)))


def roles_of(user: User | int | None) -> tuple[str, ...]:
    """Their roles in any team: one statement."""
    return tuple(sorted(at_work(user.pk if isinstance(user, User) else user).roles))


def can(user: User | int | None, permission: str) -> bool:
    """Whether a user may. Raises UnknownPermission for a permission that no role has."""
    check_permission(permission)
    return permission in permissions_of(user)


def at_work(user_id: int | None) -> AtWork:
    """A member of staff who has not left, with their roles, skills and language: one statement; for None, none."""
    if user_id is None:
        return AtWork()
    with connection.cursor() as cursor:
        cursor.execute(_AT_WORK, [user_id, User.STAFF])
        found = cursor.fetchone()
    if found is None:
        return AtWork()
    roles, skills, language = found
    return AtWork(frozenset(roles), frozenset(skills), language)


def may_any(permission: str) -> tuple[int, ...]:
    """Every user who may: one statement. Raises UnknownPermission."""
    check_permission(permission)
    roles = [role for role, permissions in ROLES.items() if permission in permissions]
    found = Membership.objects.filter(role__in=roles, user__is_active=True, user__kind=User.STAFF)
    return tuple(found.order_by("user_id").values_list("user_id", flat=True).distinct())


def skills_of(user: User | int) -> tuple[str, ...]:
    """The kinds of work they are trained in: one statement."""
    number = user.pk if isinstance(user, User) else user
    return tuple(
        User.objects.filter(id=number, skills__isnull=False)
        .order_by("skills__name")
        .values_list("skills__name", flat=True)
    )


def learning(user: User | int) -> frozenset[str]:
    """The skills that they are still new to: one statement."""
    number = user.pk if isinstance(user, User) else user
    found = User.objects.filter(id=number, learning__isnull=False).values_list("learning__name", flat=True)
    return frozenset(name for name in found if name)


def trained(user_ids: Collection[int]) -> dict[int, frozenset[str]]:
    """What several people are trained in, by user number; nothing for whoever has no skill. One statement."""
    found: dict[int, set[str]] = {number: set() for number in user_ids}
    for number, skill in User.objects.filter(id__in=user_ids, skills__isnull=False).values_list("id", "skills__name"):
        found[number].add(skill)
    return {number: frozenset(skills) for number, skills in found.items()}


def people(user_ids: Collection[int]) -> tuple[User, ...]:
    """Several people, by name: one statement."""
    return tuple(User.objects.filter(id__in=user_ids).order_by("name", "id"))


def teams_of(user: User | int) -> tuple[Team, ...]:
    """Their teams: one statement."""
    number = user.pk if isinstance(user, User) else user
    return tuple(Team.objects.filter(memberships__user_id=number).order_by("name").distinct())


def members(team_id: int) -> tuple[User, ...]:
    """Who works in a team now: one statement."""
    return tuple(User.objects.filter(memberships__team_id=team_id, is_active=True).order_by("name", "id").distinct())


def names_of(user_ids: Collection[int]) -> dict[int, str]:
    """What several people are called, staff or customers: one statement."""
    return {user.pk: str(user) for user in User.objects.filter(id__in=user_ids).only("id", "name", "username")}


def team(code: str) -> Team:
    """Raises Team.DoesNotExist."""
    return Team.objects.get(code=code)


def look_checks(
    *, teams: Collection[int], states: Collection[str] = ("chosen", "questioned"), limit: int = 100
) -> list[LookCheck]:
    """Looks of some teams' members that wait to be checked, oldest first: one statement."""
    found = LookCheck.objects.filter(team_id__in=teams, state__in=states).select_related("user", "team")
    return list(found.order_by("chosen_at", "id")[:limit])


def look_checks_overdue(*, on: date, division: str = ENGLAND_AND_WALES) -> list[LookCheck]:
    """Looks chosen more than ten working days before a date and not yet settled: the alarm."""
    since = working_days(division).subtract(on, CHECK_WITHIN_WORKING_DAYS)
    found = LookCheck.objects.filter(state__in=("chosen", "questioned"), chosen_at__date__lt=since)
    return list(found.select_related("user", "team").order_by("chosen_at", "id"))


def offices() -> list[Office]:
    """Every office where customers are seen, by name: one statement."""
    return list(Office.objects.order_by("name"))


def offices_serving(areas: Collection[str]) -> list[Office]:
    """The offices that serve any of some districts and areas: one statement."""
    return list(Office.objects.filter(postcode_areas__overlap=list(areas)).order_by("id"))


def advisers(office_ids: Collection[int] | None = None) -> list[Adviser]:
    """Everyone who sees customers now, at some offices or at any, with their names: one statement."""
    found = Adviser.objects.filter(is_seeing=True, user__is_active=True).select_related("user", "office")
    if office_ids is not None:
        found = found.filter(office_id__in=office_ids)
    return list(found.order_by("id"))


def advisers_named(adviser_ids: Collection[int]) -> dict[int, Adviser]:
    """Some advisers with their names and offices, by number: one statement."""
    return {each.pk: each for each in Adviser.objects.filter(id__in=adviser_ids).select_related("user", "office")}


def advisers_at(office_id: int) -> list[Adviser]:
    """Everyone who works at an office and has not left, away or not, by name: one statement."""
    found = Adviser.objects.filter(office_id=office_id, user__is_active=True).select_related("user")
    return list(found.order_by("user__name", "id"))


def adviser_of(user_id: int) -> Adviser | None:
    """What someone is as an adviser, with their office; None for one who sees nobody."""
    return Adviser.objects.filter(user_id=user_id).select_related("office").first()


def office_of(user_id: int) -> Office | None:
    """Where somebody works: where they see customers, or else their team's office. One statement."""
    placed = Q(advisers__user_id=user_id, advisers__is_seeing=True)
    found = Office.objects.filter(placed | Q(name__in=_team_offices(user_id)))
    return found.order_by(F("advisers__user_id").asc(nulls_last=True), "name").first()


def contingency_of(user_id: int) -> Contingency | None:
    """What holds where somebody works, if their office is without the system: one short statement where none is."""
    if not Contingency.objects.filter(state="on").exists():
        return None
    here = Q(office__advisers__user_id=user_id, office__advisers__is_seeing=True) | Q(
        office__name__in=_team_offices(user_id))
    return Contingency.objects.filter(here, state="on").select_related("office", "begun_by").first()


def contingency(code: str) -> Contingency:
    """Raises Contingency.DoesNotExist."""
    return Contingency.objects.select_related("office", "begun_by", "ended_by").get(code=code)


def contingencies(limit: int = 50) -> list[Contingency]:
    """The last of them at every office, newest first: one statement."""
    return list(Contingency.objects.select_related("office", "begun_by").order_by("-began_at", "-id")[:limit])


def devices(*, office_id: int | None = None) -> list[OfflineDevice]:
    """The browsers on which claims are taken offline, of one office or of all: one statement."""
    found = OfflineDevice.objects.select_related("office", "user").order_by("heard_at", "id")
    return list(found if office_id is None else found.filter(office_id=office_id))


def _team_offices(user_id: int) -> QuerySet[Team, str]:
    return Team.objects.filter(memberships__user_id=user_id).exclude(office="").values_list("office", flat=True)
