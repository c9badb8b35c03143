"""Candidates for a search, each kind from one index, ranked by letters in common so that fifty are enough."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from string import ascii_uppercase, digits

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import CharField, F, Func, IntegerField, Q, Value
from django.db.models.expressions import RawSQL

from entitle.customers.models import PersonName
from entitle.customers.names import phonetic, trigrams, words

CANDIDATES = 50
_LOOKED_AT, _IN_COMMON = 9, 3
_COMMONNESS = """
    select common.letters, common.share
    from pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) as common (letters, share)
    where schemaname = current_schema() and tablename = %s and attname = 'trigrams' and common.letters = any(%s)
"""


# A join and not eighty conditions with "or" between them: the planner answers those by reading the whole table.
_HOLDING_ANY = """
    select name.id from unnest(%s::text[]) as few (letters)
    join customers_personname as name on name.trigrams @> string_to_array(few.letters, '|')::varchar(3)[]
"""


class _InCommon(Func):
    """How many trigrams two rows of them share."""

    template = "cardinality(array(select unnest(%(expressions)s::text[])))"
    arg_joiner = "::text[]) intersect select unnest("
    output_field = IntegerField()


def ranked(condition: Q, name: str, see_restricted: bool) -> list[int]:
    """The customers whose name meets a condition, those with most letters in common first: one statement."""
    rows = PersonName.objects.filter(condition)
    if not see_restricted:
        rows = rows.filter(customer__is_restricted=False)
    letters = Value(trigrams(name), output_field=ArrayField(CharField(max_length=3)))
    rows = rows.annotate(in_common=_InCommon(F("trigrams"), letters)) if name else rows.annotate(in_common=Value(0))
    return list(rows.order_by("-in_common", "id").values_list("customer_id", flat=True)[:CANDIDATES])


def by_keys(name: str) -> Q:
    """Names written, or sounding, the same: the last word is taken for the family name."""
    parts = words(name)
    condition = Q(key_normal=" ".join(parts))
    if len(parts) > 1:
        condition |= Q(key_phonetic=phonetic(given=parts[0], family=" ".join(parts[1:])))
        condition |= Q(key_phonetic=phonetic(given=parts[0], family=parts[-1]))
    return condition


def by_trigrams(name: str) -> Q:
    """Names that hold any few of the name's rarest trigrams: what a slip spoils is a few, and not the same few."""
    rarest = _rarest_first(trigrams(name))[:_LOOKED_AT]
    if not rarest:
        return Q(pk__in=[])
    together = min(_IN_COMMON, max(1, len(rarest) - 4))
    return Q(pk__in=RawSQL(_HOLDING_ANY, [["|".join(some) for some in combinations(rarest, together)]]))


def _rarest_first(letters: list[str]) -> list[str]:
    """By the database's own statistics; what they do not list is rare."""
    with connection.cursor() as cursor:
        cursor.execute(_COMMONNESS, [PersonName._meta.db_table, letters])
        common = dict(cursor.fetchall())
    return sorted(letters, key=lambda three: (common.get(three, 0.0), three))


def numbers_near(nino: str) -> list[str]:
    """National Insurance numbers one slip from the one given, which is its first eight characters: a character wrong,
    or two beside each other swapped.
    """
    swapped = {nino[:at] + nino[at + 1] + nino[at] + nino[at + 2:] for at in range(len(nino) - 1)}
    wrong = {nino[:at] + other + nino[at + 1:] for at, one in enumerate(nino)
             for other in (digits if one.isdecimal() else ascii_uppercase)}
    return sorted(swapped | wrong)


def dates_near(born_on: date) -> list[date]:
    """Dates easily said or written for one another: within a month, day and month swapped, a year or ten out."""
    near = {born_on + timedelta(days=days) for days in range(-31, 32)}
    for year, month, day in [
        (born_on.year, born_on.day, born_on.month),
        *((born_on.year + years, born_on.month, born_on.day) for years in (-10, -1, 1, 10)),
        *((born_on.year, month, born_on.day) for month in range(1, 13)),
    ]:
        try:
            near.add(date(year, month, day))
        except ValueError:
            continue
    return sorted(near)
