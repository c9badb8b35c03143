"""How many bedrooms a household may have: UC Regs 2013 Sch 4 paras 8 to 12.

Not coded: children who cannot share because of a disability, overnight care and fostering are found by a person.
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.money import UP, divide
from entitle.kernel.words import Words
from entitle.rules.calendar import has_turned
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import NOTHING, ONE, lower, no, where
from entitle.rules.units import count, of


@rule(cites="UC Regs 2013 reg 25, Sch 1 para 2", gives="yes_no",
      label=Words("Pays rent", cy="Yn talu rhent"),
      says=Words("Universal Credit can help with rent.", cy="Gall Credyd Cynhwysol helpu gyda rhent."))
def owes_rent(home_pays_rent: Any) -> Any:
    """Whether rent is paid for the home."""
    return home_pays_rent


@rule(cites="UC Regs 2013 Sch 1 paras 3, 3A, 3B", gives="yes_no",
      label=Words("Rent that Universal Credit helps with", cy="Rhent y mae Credyd Cynhwysol yn helpu ag ef"),
      says=Words("If you live in a hostel or other short-term home, Housing Benefit helps with the rent.",
                 cy="Os ydych yn byw mewn hostel neu gartref tymor byr arall, Budd-dal Tai sy'n helpu gyda'r rhent."),
      only_if={"home_is_temporary": "owes_rent"})
def rent_counts(owes_rent: Any, home_is_temporary: Any) -> Any:
    """Whether there is rent, and it is not for specified or temporary accommodation."""
    return owes_rent & no(home_is_temporary)


@rule(cites="UC Regs 2013 Sch 4 para 9", gives="yes_no", unit="child",
      label=Words("Needs a place to sleep in the rented home", cy="Angen lle i gysgu yn y cartref rhent"),
      says=Words("If you rent, we work out how many bedrooms you need.",
                 cy="Os ydych yn rhentu, rydym yn cyfrifo faint o ystafelloedd gwely sydd eu hangen arnoch."))
def is_child_in_rented_home(is_child_of_claim: Any, rent_counts: Any) -> Any:
    """Whether the child counts for the size of a rented home."""
    return is_child_of_claim & of(rent_counts)


@rule(cites="UC Regs 2013 Sch 4 paras 10(1)(b), 12", gives="yes_no", unit="child",
      label=Words("Has a bedroom alone", cy="Ag ystafell wely ei hun"),
      says=Words("A young person of 16 or over has a bedroom alone. So does a child who can't share because of a "
                 "disability.",
                 cy="Mae gan berson ifanc 16 oed neu'n hŷn ystafell wely ei hun. Felly hefyd blentyn na all rannu "
                    "oherwydd anabledd."),
      only_if={"child_needs_own_room": "is_child_in_rented_home"})
def has_own_room(is_child_in_rented_home: Any, is_under_16: Any, child_needs_own_room: Any) -> Any:
    """Whether a qualifying young person, or a child who is unable to share."""
    return is_child_in_rented_home & (no(is_under_16) | child_needs_own_room)


@rule(cites="UC Regs 2013 Sch 4 para 10(1)(c)", gives="yes_no", unit="child",
      label=Words("Under 10", cy="O dan 10"),
      says=Words("Two children under 10 share a bedroom.", cy="Mae dau blentyn o dan 10 oed yn rhannu ystafell wely."))
def is_under_10(child_born_on: Any, last_day_on: Any, bedroom_ages: Any) -> Any:
    """Whether the tenth birthday comes after the period."""
    return no(has_turned(bedroom_ages.may_share_with_any, child_born_on, of(last_day_on)))


@rule(cites="UC Regs 2013 Sch 4 para 10(1)(c)", gives="yes_no", unit="child",
      label=Words("A girl who may share", cy="Merch sy'n gallu rhannu"),
      says=Words("Two children under 16 of the same sex share a bedroom.",
                 cy="Mae dau blentyn o dan 16 oed o'r un rhyw yn rhannu ystafell wely."),
      only_if={"child_sex": "is_child_in_rented_home"})
def is_girl_who_shares(is_child_in_rented_home: Any, has_own_room: Any, child_sex: Any) -> Any:
    """Whether a girl under 16 who is able to share."""
    return is_child_in_rented_home & no(has_own_room) & child_sex.is_one_of("female")


@rule(cites="UC Regs 2013 Sch 4 para 10(1)(c)", gives="yes_no", unit="child",
      label=Words("A boy who may share", cy="Bachgen sy'n gallu rhannu"),
      says=Words("Two children under 16 of the same sex share a bedroom.",
                 cy="Mae dau blentyn o dan 16 oed o'r un rhyw yn rhannu ystafell wely."))
def is_boy_who_shares(is_child_in_rented_home: Any, has_own_room: Any, is_girl_who_shares: Any) -> Any:
    """Whether a boy under 16 who is able to share."""
    return is_child_in_rented_home & no(has_own_room) & no(is_girl_who_shares)


@rule(cites="UC Regs 2013 Sch 4 para 10(1)(c)", gives="yes_no", unit="child",
      label=Words("A girl under 10 who may share", cy="Merch o dan 10 sy'n gallu rhannu"),
      says=Words("A girl under 10 can share with an older girl.", cy="Gall merch o dan 10 oed rannu gyda merch hŷn."))
def is_young_girl_who_shares(is_girl_who_shares: Any, is_under_10: Any) -> Any:
    """Whether such a girl is under 10."""
    return is_girl_who_shares & is_under_10


@rule(cites="UC Regs 2013 Sch 4 para 10(1)(c)", gives="yes_no", unit="child",
      label=Words("A boy under 10 who may share", cy="Bachgen o dan 10 sy'n gallu rhannu"),
      says=Words("A boy under 10 can share with an older boy.", cy="Gall bachgen o dan 10 oed rannu gyda bachgen hŷn."))
def is_young_boy_who_shares(is_boy_who_shares: Any, is_under_10: Any) -> Any:
    """Whether such a boy is under 10."""
    return is_boy_who_shares & is_under_10


@rule(cites="UC Regs 2013 Sch 4 para 10(1)(c) to (e), (2)", gives="bedrooms",
      label=Words("Bedrooms that children share", cy="Ystafelloedd gwely y mae plant yn eu rhannu"),
      says=Words("We put children together so that they need the fewest bedrooms.",
                 cy="Rydym yn rhoi plant gyda'i gilydd fel bod angen y nifer lleiaf o ystafelloedd gwely arnynt."))
def shared_bedrooms(
    is_girl_who_shares: Any, is_boy_who_shares: Any, is_young_girl_who_shares: Any, is_young_boy_who_shares: Any,
    bedroom_sizes: Any,
) -> Any:
    """The fewest rooms: older children two by two of a sex, an odd one with a younger child of that sex, and the rest
    of the younger two by two.
    """
    rooms, younger_left = NOTHING, NOTHING
    for sharers, young in ((is_girl_who_shares, is_young_girl_who_shares),
                           (is_boy_who_shares, is_young_boy_who_shares)):
        younger = count(young)
        older = count(sharers) - younger
        taken = _rooms(older, bedroom_sizes)
        rooms = rooms + taken
        younger_left = younger_left + younger - lower(taken * bedroom_sizes.sharing - older, younger)
    return rooms + _rooms(younger_left, bedroom_sizes)


@rule(cites="UC Regs 2013 Sch 4 para 10(1)(d)", gives="yes_no", unit="non_dependant",
      label=Words("A grown-up non-dependant", cy="Oedolyn nad yw'n ddibynnydd"),
      says=Words("Each other adult in the home has a bedroom.",
                 cy="Mae gan bob oedolyn arall yn y cartref ystafell wely."))
def is_grown_up(non_dependant_born_on: Any, last_day_on: Any, bedroom_ages: Any) -> Any:
    """Whether 16 or over."""
    return has_turned(bedroom_ages.adult, non_dependant_born_on, of(last_day_on))


@rule(cites="UC Regs 2013 Sch 4 paras 9, 10, 12", gives="bedrooms",
      label=Words("Bedrooms you need", cy="Ystafelloedd gwely sydd eu hangen arnoch"),
      says=Words("We count a bedroom for you and your partner, for each other adult, and for your children as they "
                 "share. We add one for a carer who stays overnight, and one if you foster.",
                 cy="Rydym yn cyfrif ystafell wely i chi a'ch partner, i bob oedolyn arall, ac i'ch plant fel y "
                    "maent yn "
                    "rhannu. Rydym yn ychwanegu un ar gyfer gofalwr sy'n aros dros nos, ac un os ydych yn maethu."),
      only_if={"home_has_overnight_carer": "rent_counts", "home_is_foster_home": "rent_counts",
               "home_partners_need_own_rooms": "couple_rents"})
def bedrooms_needed(
    has_own_room: Any, shared_bedrooms: Any, is_grown_up: Any, home_has_overnight_carer: Any, home_is_foster_home: Any,
    couple_rents: Any, home_partners_need_own_rooms: Any,
) -> Any:
    """One for the renters, and the rest."""
    of_adults = where(couple_rents & home_partners_need_own_rooms, ONE + ONE, ONE)
    extra = where(home_has_overnight_carer, ONE, NOTHING) + where(home_is_foster_home, ONE, NOTHING)
    return of_adults + count(has_own_room) + shared_bedrooms + count(is_grown_up) + extra


@rule(cites="UC Regs 2013 Sch 4 para 12(6)", gives="yes_no",
      label=Words("A couple who rent", cy="Cwpl sy'n rhentu"),
      says=Words("We look at whether a couple can share a bedroom.",
                 cy="Rydym yn edrych a all cwpl rannu ystafell wely."))
def couple_rents(is_couple: Any, rent_counts: Any) -> Any:
    """Whether a couple pay rent that counts."""
    return is_couple & rent_counts


def _rooms(children: Any, bedroom_sizes: Any) -> Any:
    return divide(children, bedroom_sizes.sharing, rounding=UP)
