"""The facts that more than one benefit uses, each declared once. A benefit's own are in its folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from entitle.facts.fact import Choice, Fact
from entitle.facts.household import HOUSEHOLD
from entitle.facts.national_insurance import NATIONAL_INSURANCE
from entitle.facts.work import HEALTH, WORK
from entitle.kernel.words import Words

TIMES_TO_CALL = (
    Choice("any_time", Words("At any time", cy="Unrhyw bryd")),
    Choice("morning", Words("In the morning", cy="Yn y bore")),
    Choice("afternoon", Words("In the afternoon", cy="Yn y prynhawn")),
    Choice("evening", Words("In the evening", cy="Gyda'r nos")),
)
"""When it is safe to ring a number, and suits them."""

_PERSON: tuple[Fact, ...] = (
    Fact("person.name", "name", Words("Name", cy="Enw")),
    Fact("person.born_on", "date", Words("Date of birth", cy="Dyddiad geni")),
    Fact(
        "person.sex",
        "choice",
        Words("Sex on birth certificate", cy="Rhyw ar y dystysgrif geni"),
        choices=(Choice("female", Words("Female", cy="Benyw")), Choice("male", Words("Male", cy="Gwryw"))),
    ),
    Fact("person.nino", "nino", Words("National Insurance number", cy="Rhif Yswiriant Gwladol")),
    Fact("person.phone", "phone", Words("Phone number", cy="Rhif ffôn")),
    Fact(
        "person.phone_is_safe",
        "yes_no",
        Words("Safe to call or text that number", cy="Diogel ffonio neu decstio'r rhif hwnnw"),
    ),
    Fact("person.phone_times", "choice", Words("When to call it", cy="Pryd i'w ffonio"), choices=TIMES_TO_CALL),
    Fact("person.other_phone", "phone", Words("Another phone number", cy="Rhif ffôn arall")),
    Fact("person.other_phone_is_safe", "yes_no",
         Words("Safe to call or text the other number", cy="Diogel ffonio neu decstio'r rhif arall")),
    Fact("person.other_phone_times", "choice", Words("When to call the other number", cy="Pryd i ffonio'r rhif arall"),
         choices=TIMES_TO_CALL),
    Fact("person.reached_by", "choice", Words("Best way to reach them", cy="Y ffordd orau i gysylltu â nhw"), choices=(
        Choice("phone", Words("By phone", cy="Dros y ffôn")),
        Choice("text", Words("By text message", cy="Drwy neges destun")),
        Choice("email", Words("By email", cy="Drwy e-bost")),
        Choice("letter", Words("By letter", cy="Drwy lythyr")),
    )),
    Fact("person.email", "email", Words("Email address", cy="Cyfeiriad e-bost")),
    Fact(
        "person.language",
        "choice",
        Words("Language", cy="Iaith"),
        sensitivity="ordinary",
        choices=(Choice("en", Words("English", cy="Saesneg")), Choice("cy", Words("Welsh", cy="Cymraeg"))),
    ),
    Fact(
        "person.letter_format",
        "choice",
        Words("How letters are sent", cy="Sut mae llythyrau'n cael eu hanfon"),
        choices=(
            Choice("standard", Words("Standard print", cy="Print safonol")),
            Choice("large_print", Words("Large print", cy="Print bras")),
            Choice("braille", Words("Braille", cy="Braille")),
            Choice("audio", Words("Audio", cy="Sain")),
            Choice("easy_read", Words("Easy read", cy="Hawdd ei ddeall")),
        ),
    ),
    Fact("person.has_helper", "yes_no", Words("Someone helps with the claim", cy="Mae rhywun yn helpu gyda'r cais")),
    Fact("person.helper_name", "text", Words("Name of helper", cy="Enw'r helpwr")),
    Fact(
        "person.access_needs",
        "text",
        Words("Help needed to deal with us", cy="Cymorth sydd ei angen i ddelio â ni"),
        sensitivity="special",
    ),
    Fact("person.died_on", "date", Words("Date of death", cy="Dyddiad marwolaeth")),
    Fact(
        "person.bank_account",
        "bank_account",
        Words("Bank or building society account", cy="Cyfrif banc neu gymdeithas adeiladu"),
    ),
    Fact("home.address", "address", Words("Home address", cy="Cyfeiriad cartref")),
    Fact(
        "person.relationship",
        "choice",
        Words("Marriage or civil partnership", cy="Priodas neu bartneriaeth sifil"),
        choices=(
            Choice(
                "never",
                Words(
                    "Never married or in a civil partnership", cy="Erioed wedi priodi na bod mewn partneriaeth sifil"
                ),
            ),
            Choice("married", Words("Married or in a civil partnership", cy="Yn briod neu mewn partneriaeth sifil")),
            Choice(
                "divorced",
                Words(
                    "Divorced or civil partnership dissolved", cy="Wedi ysgaru neu bartneriaeth sifil wedi'i diddymu"
                ),
            ),
            Choice(
                "widowed", Words("Widowed or a surviving civil partner", cy="Yn weddw neu'n bartner sifil sy'n goroesi")
            ),
        ),
    ),
    Fact(
        "person.relationship_changed_on",
        "date",
        Words(
            "Date of most recent marriage, civil partnership, divorce or bereavement",
            cy="Dyddiad y briodas, partneriaeth sifil, ysgariad neu brofedigaeth ddiweddaraf",
        ),
    ),
    Fact("home.postcode", "postcode", Words("Postcode", cy="Cod post"), lasting=False),
    Fact("home.moved_on", "date", Words("Date of the move", cy="Dyddiad y symud"), lasting=False),
    Fact(
        "informant.name",
        "name",
        Words("Name of the person telling us", cy="Enw'r person sy'n dweud wrthym"),
        lasting=False,
    ),
    Fact(
        "informant.relationship",
        "text",
        Words("How they knew the person", cy="Sut yr oeddent yn adnabod y person"),
        lasting=False,
    ),
    Fact(
        "informant.phone",
        "phone",
        Words("Phone number of the person telling us", cy="Rhif ffôn y person sy'n dweud wrthym"),
        lasting=False,
    ),
    Fact(
        "reconsideration.disagrees_with",
        "text",
        Words("What they disagree with", cy="Yr hyn y maent yn anghytuno ag ef"),
        lasting=False,
    ),
    Fact("reconsideration.why", "text", Words("Why they disagree", cy="Pam y maent yn anghytuno"), lasting=False),
    Fact("reconsideration.has_new_evidence", "yes_no", Words("New evidence", cy="Tystiolaeth newydd"), lasting=False),
    Fact("claim.made_on", "date", Words("Date of claim", cy="Dyddiad y cais"), sensitivity="ordinary", lasting=False),
)
_OWN_ALONE = frozenset({"person.has_helper", "person.helper_name", "person.died_on", "person.bank_account"})


def of_partner(fact: Fact) -> Fact:
    """The same fact of the claimant's partner: person.born_on as partner.born_on. It belongs to the claim it is in."""
    label = Words(f"{fact.label.en} (partner)", cy=f"{fact.label.cy} (partner)")
    return replace(fact, name=f"partner.{fact.name.split('.', 1)[1]}", label=label, lasting=False)


_PARTNER = tuple(of_partner(fact) for fact in (*_PERSON, *WORK)
                 if fact.subject == "person" and fact.name not in _OWN_ALONE)

SHARED: tuple[Fact, ...] = (*_PERSON, *HOUSEHOLD, *WORK, *HEALTH, *NATIONAL_INSURANCE, *_PARTNER)


class Dictionary(Mapping[str, Fact]):
    """Facts by name: the shared ones and those handed in. Two different facts may not share a name."""

    def __init__(self, own: Iterable[Fact] = ()) -> None:
        self._facts: dict[str, Fact] = {}
        for fact in (*SHARED, *own):
            if self._facts.setdefault(fact.name, fact) != fact:
                raise ValueError(f"{fact.name} is declared twice, differently")

    def __getitem__(self, name: str) -> Fact:
        if name not in self._facts:
            raise KeyError(f"no fact is called '{name}'")
        return self._facts[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)
