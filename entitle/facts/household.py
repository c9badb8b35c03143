"""Facts of the people someone lives with, and of their home."""
from __future__ import annotations

from entitle.facts.fact import Choice, Fact
from entitle.kernel.words import Words

PAID_EVERY = (
    Choice("week", Words("Every week", cy="Bob wythnos")),
    Choice("fortnight", Words("Every 2 weeks", cy="Bob 2 wythnos")),
    Choice("four_weeks", Words("Every 4 weeks", cy="Bob 4 wythnos")),
    Choice("month", Words("Every month", cy="Bob mis")),
    Choice("quarter", Words("Every 3 months", cy="Bob 3 mis")),
    Choice("year", Words("Every year", cy="Bob blwyddyn")),
)
HOUSEHOLD: tuple[Fact, ...] = (
    Fact("household.has_partner", "yes_no", Words("Lives with a partner", cy="Yn byw gyda phartner")),
    Fact("household.has_children", "yes_no", Words(
        "Children live with them", cy="Mae plant yn byw gyda nhw")),
    Fact("household.children", "repeat", Words("Children", cy="Plant")),
    Fact("child.name", "name", Words("Name of the child", cy="Enw'r plentyn")),
    Fact("child.born_on", "date", Words("Date of birth of the child", cy="Dyddiad geni'r plentyn")),
    Fact("child.in_education", "yes_no", Words(
        "In education or training", cy="Mewn addysg neu hyfforddiant")),
    Fact("home.in_great_britain", "yes_no", Words(
        "Lives in England, Scotland or Wales", cy="Yn byw yn Lloegr, yr Alban neu Gymru")),
    Fact("home.pays_rent", "yes_no", Words("Pays rent", cy="Yn talu rhent")),
    Fact("home.rents_from", "choice", Words("Who the rent is paid to", cy="I bwy y telir y rhent"), choices=(
        Choice("social", Words("A council or housing association", cy="Cyngor neu gymdeithas dai")),
        Choice("private", Words("A private landlord or letting agent", cy="Landlord preifat neu asiant gosod")))),
    Fact("home.rent", "money", Words("Rent", cy="Rhent")),
    Fact("home.rent_paid_every", "choice", Words("How often rent is paid", cy="Pa mor aml y telir y rhent"),
         choices=PAID_EVERY),
)
