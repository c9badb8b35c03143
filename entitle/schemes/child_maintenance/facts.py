"""Facts that only child maintenance has: the application, its children, and what each parent tells us of themselves."""
from __future__ import annotations

from entitle.facts.fact import Choice, Fact
from entitle.kernel.words import Words

_APPLICATION: tuple[Fact, ...] = (
    Fact("child_maintenance.applies_as", "choice", Words("Which parent is applying", cy="Pa riant sy'n gwneud cais"),
         lasting=False, choices=(
             Choice("receiving", Words("The parent the children live with most of the time",
                                       cy="Y rhiant y mae'r plant yn byw gydag ef neu hi y rhan fwyaf o'r amser")),
             Choice("paying", Words("The other parent", cy="Y rhiant arall")))),
    Fact("child_maintenance.care_is_equal", "yes_no", Words(
        "Both parents look after the children equally", cy="Mae'r ddau riant yn gofalu am y plant yn gyfartal"),
        lasting=False),
    Fact("child_maintenance.children", "repeat", Words("Children", cy="Plant"), lasting=False),
    Fact("child.nights_with_paying_parent", "count", Words(
        "Nights a year with the paying parent", cy="Nosweithiau'r flwyddyn gyda'r rhiant sy'n talu"), unit="nights"),
    Fact("child_maintenance.nights_agreed", "yes_no", Words(
        "The parents agree how many nights", cy="Mae'r rhieni yn cytuno faint o nosweithiau"), lasting=False),
    Fact("other_parent.name", "name", Words("Name of the other parent", cy="Enw'r rhiant arall"), lasting=False),
    Fact("other_parent.born_on", "date", Words(
        "Date of birth of the other parent", cy="Dyddiad geni'r rhiant arall"), lasting=False),
    Fact("other_parent.nino", "nino", Words(
        "National Insurance number of the other parent", cy="Rhif Yswiriant Gwladol y rhiant arall"), lasting=False),
    Fact("other_parent.address", "address", Words(
        "Address of the other parent", cy="Cyfeiriad y rhiant arall"), lasting=False),
    Fact("other_parent.email", "email", Words(
        "Email address of the other parent", cy="Cyfeiriad e-bost y rhiant arall"), lasting=False),
    Fact("other_parent.language", "choice", Words("Language of the other parent", cy="Iaith y rhiant arall"),
         sensitivity="ordinary", lasting=False, choices=(
             Choice("en", Words("English", cy="Saesneg")), Choice("cy", Words("Welsh", cy="Cymraeg")))),
    Fact("child_maintenance.domestic_abuse", "yes_no", Words(
        "Domestic abuse by the other parent", cy="Cam-drin domestig gan y rhiant arall"), sensitivity="special"),
    Fact("child_maintenance.service", "choice", Words(
        "How the money is to be paid", cy="Sut y caiff yr arian ei dalu"), lasting=False, choices=(
            Choice("direct_pay", Words("Between the parents", cy="Rhwng y rhieni")),
            Choice("collect_and_pay", Words("Through us", cy="Trwom ni")))),
)

_PAYING_PARENT: tuple[Fact, ...] = (
    Fact("paying_parent.tells_income", "yes_no", Words(
        "The paying parent can tell us their income", cy="Gall y rhiant sy'n talu ddweud wrthym beth yw ei incwm"),
        lasting=False),
    Fact("paying_parent.situation", "choice", Words(
        "Whether the paying parent is in a group that pays nothing",
        cy="A yw'r rhiant sy'n talu mewn grŵp nad yw'n talu dim"), sensitivity="special", lasting=False, choices=(
            Choice("none", Words("None of these", cy="Dim un o'r rhain")),
            Choice("child", Words("Under 16, or under 20 and at school or college",
                                  cy="O dan 16, neu o dan 20 ac yn yr ysgol neu'r coleg")),
            Choice("prison", Words("In prison", cy="Yn y carchar")),
            Choice("young_on_benefit", Words("Aged 16 or 17 and on a benefit for people with a low income",
                                             cy="Yn 16 neu 17 oed ac ar fudd-dal i bobl ar incwm isel")),
            Choice("young_in_training", Words("On an allowance for a young people’s work training scheme",
                                              cy="Ar lwfans am gynllun hyfforddiant gwaith i bobl ifanc")),
            Choice("care_home", Words("In a care home, on a benefit or with the council paying some of the cost",
                                      cy="Mewn cartref gofal, ar fudd-dal neu gyda'r cyngor yn talu peth o'r gost")))),
    Fact("paying_parent.gets_listed_benefit", "yes_no", Words(
        "Gets a pension or benefit on our list", cy="Yn cael pensiwn neu fudd-dal sydd ar ein rhestr"),
        sensitivity="special", lasting=False),
    Fact("paying_parent.low_income_benefit", "yes_no", Words(
        "They or their partner get a benefit for people with a low income",
        cy="Mae ef neu hi neu bartner yn cael budd-dal i bobl ar incwm isel"), sensitivity="special", lasting=False),
    Fact("paying_parent.partner_also_pays", "yes_no", Words(
        "Their partner pays child maintenance too", cy="Mae eu partner yn talu cynhaliaeth plant hefyd"),
        lasting=False),
    Fact("paying_parent.had_taxed_income", "yes_no", Words(
        "Had income that was taxed in the last tax year",
        cy="Wedi cael incwm a drethwyd yn y flwyddyn dreth ddiwethaf"), lasting=False),
    Fact("paying_parent.income_last_year", "money", Words(
        "Income in the last tax year, before tax", cy="Incwm yn y flwyddyn dreth ddiwethaf, cyn treth"),
        unit="pence a year", lasting=False),
    Fact("paying_parent.income_has_changed", "yes_no", Words(
        "Income is different now", cy="Mae'r incwm yn wahanol nawr"), lasting=False),
    Fact("paying_parent.income_now", "money", Words("Income now, before tax", cy="Incwm nawr, cyn treth"),
         unit="pence a week", lasting=False),
    Fact("paying_parent.other_children", "count", Words(
        "Other children they or their partner get Child Benefit for",
        cy="Plant eraill y maent hwy neu eu partner yn cael Budd-dal Plant ar eu cyfer"), lasting=False),
    Fact("paying_parent.children_paid_for_elsewhere", "count", Words(
        "Children they pay for under another arrangement", cy="Plant y maent yn talu amdanynt o dan drefniant arall"),
        lasting=False),
    Fact("paying_parent.pays_other_parents", "yes_no", Words(
        "Pays other parents through us", cy="Yn talu rhieni eraill trwom ni"), lasting=False),
    Fact("paying_parent.other_receiving_parents", "repeat", Words(
        "Other parents they pay through us", cy="Rhieni eraill y maent yn eu talu trwom ni"), lasting=False),
    Fact("receiving_parent.name", "name", Words("Name of the parent", cy="Enw'r rhiant")),
    Fact("receiving_parent.children", "count", Words("Their children", cy="Eu plant")),
    Fact("receiving_parent.children_52_nights", "count", Words(
        "Children who stay 52 to 103 nights a year", cy="Plant sy'n aros 52 i 103 noson y flwyddyn")),
    Fact("receiving_parent.children_104_nights", "count", Words(
        "Children who stay 104 to 155 nights a year", cy="Plant sy'n aros 104 i 155 noson y flwyddyn")),
    Fact("receiving_parent.children_156_nights", "count", Words(
        "Children who stay 156 to 174 nights a year", cy="Plant sy'n aros 156 i 174 noson y flwyddyn")),
    Fact("receiving_parent.children_175_nights", "count", Words(
        "Children who stay 175 nights a year or more", cy="Plant sy'n aros 175 noson y flwyddyn neu fwy")),
    Fact("paying_parent.asks_for_variation", "yes_no", Words(
        "Asks for special costs to be taken into account", cy="Yn gofyn am ystyried costau arbennig"), lasting=False),
)

FACTS: tuple[Fact, ...] = (*_APPLICATION, *_PAYING_PARENT)
