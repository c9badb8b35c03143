"""A small benefit for households: something for each pupil, less where there are many, and something for each adult."""
from __future__ import annotations

import numpy as np

from entitle.facts.dictionary import Dictionary
from entitle.facts.fact import Choice, Fact
from entitle.kernel.money import DOWN, HALF_UP, divide
from entitle.kernel.words import Words
from entitle.law.law import Law
from entitle.rules.book import RuleBook
from entitle.rules.calendar import birthday
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.lookup import find
from entitle.rules.units import Unit, all_of, any_of, count, largest, of, rank, smallest, total

STAGES = (Choice("primary", Words("Primary")), Choice("secondary", Words("Secondary")))
FACTS = (
    Fact("house.has_pupils", "yes_no", Words("Has pupils")),
    Fact("house.pupils", "repeat", Words("Pupils")),
    Fact("pupil.born_on", "date", Words("Born")),
    Fact("pupil.stage", "choice", Words("Stage"), choices=STAGES),
    Fact("pupil.travels", "yes_no", Words("Travels")),
    Fact("pupil.fare", "money", Words("Fare")),
    Fact("house.wants_meals", "yes_no", Words("Wants meals")),
    Fact("pupil.meals", "count", Words("Meals")),
    Fact("house.has_other", "yes_no", Words("Has another adult")),
    Fact("head.born_on", "date", Words("Born")),
    Fact("other.born_on", "date", Words("Born")),
    Fact("head.earns", "yes_no", Words("Earns")),
    Fact("other.earns", "yes_no", Words("Earns")),
    Fact("head.earned", "money", Words("Earnings")),
    Fact("other.earned", "money", Words("Earnings")),
    Fact("house.claimed_on", "date", Words("Claimed")),
)
UNITS = (
    Unit("pupil", Words("Pupil", cy="Disgybl"), listed_in="house.pupils", only_if="house.has_pupils"),
    Unit("adult", Words("Adult", cy="Oedolyn"), subjects={"head": "", "other": "house.has_other"}),
)
_VALUE = "  - {{from: {}, value: {}, cites: SI {}, checked_on: 2026-11-22}}\n"
_TABLE = "  - from: {}\n    cites: SI {}\n    checked_on: 2026-11-22\n    rows: [{}]\n"
LAW = {
    "pupil_rate": "about: Pupils\ncites: Act s1\nunit: pence_per_week\nfirst:\n"
    + _VALUE.format("2024-04-01", 2400, "2024/1") + _VALUE.format("2025-04-01", 2605, "2025/1")
    + "other:\n" + _VALUE.format("2024-04-01", 1590, "2024/1"),
    "adult_age": "about: Age\ncites: Act s2\nunit: years\nvalues:\n" + _VALUE.format("2024-04-01", 25, "2024/2"),
    "taper": "about: Taper\ncites: Act s3\nunit: share\nvalues:\n"
    + _VALUE.format("2024-04-01", "63/100", "2024/3") + _VALUE.format("2025-04-01", "55/100", "2025/3"),
    "distance": "about: Fares\ncites: Act s4\nunit: pence_per_week\nkey: fare\nvalues:\n"
    + _TABLE.format("2024-04-01", "2024/4", "{fare: 0, help: 10}, {fare: 300, help: 200}, {fare: 600, help: 250}")
    + _TABLE.format("2025-04-01", "2025/4", "{fare: 0, help: 0}, {fare: 500, help: 250}"),
}


@rule(cites="Act s1", says="The eldest comes first.", gives="count", unit="pupil")
def place_by_age(pupil_born_on):
    return rank(pupil_born_on)


@rule(cites="Act s1(2)", says="Pupils who travel.", gives="yes_no", unit="pupil")
def is_traveller(pupil_travels, pupil_stage):
    return pupil_travels & pupil_stage.is_one_of("secondary")


@rule(cites="Act s4", says="Help with fares.", gives="pence_per_week", unit="pupil",
      only_if={"pupil_fare": "is_traveller"})
def fare_help(is_traveller, pupil_fare, distance):
    return choose(
        ("travels", is_traveller, find(distance, np.maximum(pupil_fare, np.int64(0))).help),
        otherwise=("not", np.int64(0)))


@rule(cites="Act s1(3)", says="Most for the eldest.", gives="pence_per_week", unit="pupil")
def pupil_amount(place_by_age, pupil_rate, fare_help, house_claimed_on, pupil_born_on):
    born_before = pupil_born_on < of(house_claimed_on)
    return choose(
        ("unborn", ~born_before, np.int64(0)), ("eldest", place_by_age == np.int64(0), pupil_rate.first + fare_help),
        otherwise=("other", pupil_rate.other + fare_help),
    )


@rule(cites="Act s6", says="Meals are asked for.", gives="yes_no")
def wants_meals(house_wants_meals):
    return house_wants_meals


@rule(cites="Act s6(2)", says="Meals of a pupil.", gives="count", unit="pupil", only_if={"pupil_meals": "wants_meals"})
def meals(wants_meals, pupil_meals):
    return choose(("wanted", of(wants_meals), pupil_meals), otherwise=("not", np.int64(0)))


@rule(cites="Act s6(3)", says="The day meals start.", gives="date", unit="pupil")
def meals_from(house_claimed_on):
    return of(house_claimed_on)


@rule(cites="Act s6(4)", says="All meals.", gives="count")
def all_meals(meals):
    return total(meals)


@rule(cites="Act s1(4)", says="All pupils together.", gives="pence_per_week")
def pupils_amount(pupil_amount):
    return total(pupil_amount)


@rule(cites="Act s1(5)", says="How many pupils.", gives="count")
def pupils(pupil_born_on):
    return count(pupil_born_on)


@rule(cites="Act s1(6)", says="The youngest.", gives="date")
def youngest_born_on(pupil_born_on, house_claimed_on):
    return largest(pupil_born_on, otherwise=house_claimed_on)


@rule(cites="Act s2", says="Old enough.", gives="yes_no", unit="adult")
def is_old_enough(adult_born_on, adult_age, house_claimed_on):
    return birthday(adult_born_on, adult_age) <= of(house_claimed_on)


@rule(cites="Act s2(2)", says="Whether an adult earns.", gives="yes_no", unit="adult")
def has_earnings(adult_earns):
    return adult_earns


@rule(cites="Act s3", says="A part of earnings.", gives="pence_per_week", unit="adult",
      only_if={"adult_earned": "has_earnings"})
def earnings_taken(has_earnings, adult_earned, taper):
    return choose(
        ("earns", has_earnings, taper.of(np.maximum(adult_earned, np.int64(0)), rounding=HALF_UP)),
        otherwise=("not", np.int64(0)))


@rule(cites="Act s3(2)", says="An equal share of the pupils' amount.", gives="pence_per_week", unit="adult")
def share(pupils_amount, adults):
    return divide(of(pupils_amount), of(adults), rounding=DOWN)


@rule(cites="Act s3(3)", says="How many adults.", gives="count")
def adults(adult_born_on):
    return count(adult_born_on)


@rule(cites="Act s5", says="What is paid.", gives="pence_per_week")
def award(pupils_amount, earnings_taken, is_old_enough, has_earnings, share, is_traveller):
    return choose(
        ("too young", ~any_of(is_old_enough), np.int64(0)),
        ("all earn", all_of(has_earnings), smallest(share)),
        ("some travel", count(is_traveller) > np.int64(0), pupils_amount),
        otherwise=("less earnings", np.maximum(pupils_amount - total(earnings_taken), np.int64(0))),
    )


RULES = (place_by_age, is_traveller, fare_help, pupil_amount, pupils_amount, pupils, youngest_born_on, is_old_enough,
         has_earnings, earnings_taken, share, adults, award, wants_meals, meals, meals_from, all_meals)


def book(folder, rules=RULES, units=UNITS):
    for name, text in LAW.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return RuleBook(rules=rules, law=Law.load(folder), dictionary=Dictionary(FACTS), units=units)
