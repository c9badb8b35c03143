"""Facts that only State Pension has."""
from __future__ import annotations

from entitle.facts.fact import Choice, Fact
from entitle.kernel.words import Words

FACTS: tuple[Fact, ...] = (
    Fact("state_pension.lived_abroad", "yes_no", Words(
        "Lived or worked outside the United Kingdom", cy="Wedi byw neu weithio y tu allan i'r Deyrnas Unedig")),
    Fact("state_pension.countries_abroad", "repeat", Words("Time abroad", cy="Amser dramor")),
    Fact("state_pension.country_abroad", "text", Words("Country", cy="Gwlad")),
    Fact("state_pension.abroad_from_on", "date", Words("From", cy="O")),
    Fact("state_pension.abroad_until_on", "date", Words("Until", cy="Hyd at")),
    Fact("state_pension.when_to_start", "choice", Words("When to start", cy="Pryd i ddechrau"), lasting=False, choices=(
        Choice("as_soon_as_possible", Words("As soon as possible", cy="Cyn gynted â phosibl")),
        Choice("later", Words("On a later date", cy="Ar ddyddiad hwyrach")))),
    Fact("state_pension.starts_later_on", "date", Words("Date to start", cy="Dyddiad dechrau"), lasting=False),
    Fact("state_pension.benefits_while_delaying", "yes_no", Words(
        "Received another benefit while putting off State Pension",
        cy="Wedi cael budd-dal arall wrth ohirio Pensiwn y Wladwriaeth"), lasting=False),
    Fact("state_pension.birth_certificate", "document", Words("Birth certificate", cy="Tystysgrif geni")),
    Fact("national_insurance.qualifying_years", "count", Words(
        "Qualifying years", cy="Blynyddoedd cymhwyso"), unit="tax years"),
    Fact("national_insurance.has_transitional_record", "yes_no", Words(
        "National Insurance record from before 6 April 2016", cy="Cofnod Yswiriant Gwladol o cyn 6 Ebrill 2016")),
    Fact("national_insurance.reduced_rate_election", "yes_no", Words(
        "Chose to pay reduced rate National Insurance", cy="Wedi dewis talu Yswiriant Gwladol ar gyfradd is")),
)
