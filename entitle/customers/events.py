"""What can happen to a customer's record. Looks at it are history's own."""

from __future__ import annotations

from entitle.history.vocabulary import vocabulary
from entitle.kernel.words import Words

vocabulary(
    "customers",
    {
        "customer.registered": Words("We made a record for you", cy="Gwnaethom gofnod ar eich cyfer"),
        "customer.facts_held": Words(
            "We noted something you or someone else told us",
            cy="Gwnaethom nodi rhywbeth a ddywedoch chi neu rywun arall wrthym",
        ),
        "customer.contact_changed": Words("How we reach you changed", cy="Newidiodd sut rydym yn cysylltu â chi"),
        "customer.bank_account_changed": Words(
            "The account we pay you into changed", cy="Newidiodd y cyfrif rydym yn eich talu iddo"
        ),
        "account_hold.begun": Words(
            "We pay nothing into your new account yet", cy="Nid ydym yn talu dim i'ch cyfrif newydd eto"
        ),
        "account_hold.agreed": Words("Your new account is checked", cy="Mae eich cyfrif newydd wedi'i wirio"),
        "account_hold.lapsed": Words(
            "Nobody said that your new account was not yours, and we pay into it",
            cy="Ni ddywedodd neb nad eich cyfrif chi oedd y cyfrif newydd, ac rydym yn talu iddo",
        ),
        "account_hold.refused": Words(
            "Your account was changed by somebody else, and is as it was before",
            cy="Newidiwyd eich cyfrif gan rywun arall, ac mae fel yr oedd o'r blaen",
        ),
        "account_hold.replaced": Words(
            "Your new account was changed once more", cy="Newidiwyd eich cyfrif newydd unwaith eto"
        ),
        "customer.identity_not_proved": Words(
            "Someone could not show that they were you", cy="Ni allai rhywun ddangos mai chi oeddent"
        ),
        "customer.invited": Words("We invited you to claim", cy="Gwnaethom eich gwahodd i hawlio"),
        "customer.died": Words("We were told of a death", cy="Cawsom wybod am farwolaeth"),
        "customer.restricted": Words(
            "Your record was closed to most of our staff", cy="Caewyd eich cofnod i'r rhan fwyaf o'n staff"
        ),
        "customer.restriction_lifted": Words(
            "Your record was opened to our staff again", cy="Agorwyd eich cofnod i'n staff eto"
        ),
        "customer.sign_in_tied": Words(
            "Your sign-in was tied to your record", cy="Cafodd eich manylion mewngofnodi eu cysylltu â'ch cofnod"
        ),
        "staff.record_linked": Words(
            "A member of staff was tied to their own record", cy="Cafodd aelod o staff ei gysylltu â'i gofnod ei hun"
        ),
        "relationship.noted": Words("We noted a relationship", cy="Gwnaethom nodi perthynas"),
        "relationship.ended": Words(
            "We noted that a relationship ended", cy="Gwnaethom nodi bod perthynas wedi dod i ben"
        ),
        "assisted.began": Words(
            "You let someone help you on your own pages", cy="Gadawsoch i rywun eich helpu ar eich tudalennau eich hun"
        ),
        "assisted.ended": Words("You went on by yourself", cy="Aethoch ymlaen ar eich pen eich hun"),
        "representative.proposed": Words(
            "Someone asked to speak or act for you", cy="Gofynnodd rhywun am siarad neu weithredu ar eich rhan"
        ),
        "representative.seen": Words(
            "We visited you and met the person who asked to act for you",
            cy="Gwnaethom ymweld â chi a chwrdd â'r person a ofynnodd am weithredu ar eich rhan",
        ),
        "representative.activated": Words(
            "Someone may now speak or act for you", cy="Gall rhywun nawr siarad neu weithredu ar eich rhan"
        ),
        "representative.refused": Words(
            "We did not agree that someone may act for you",
            cy="Ni wnaethom gytuno y gall rhywun weithredu ar eich rhan",
        ),
        "representative.revoked": Words(
            "Someone may no longer speak or act for you", cy="Ni all rhywun siarad neu weithredu ar eich rhan mwyach"
        ),
        "representative.paid": Words(
            "We pay the person who acts for you, on your behalf",
            cy="Rydym yn talu'r sawl sy'n gweithredu ar eich rhan, drosoch chi",
        ),
        "representative.no_longer_paid": Words(
            "We pay you yourself again", cy="Rydym yn eich talu chi eich hun unwaith eto"
        ),
        "vulnerability.flagged": Words(
            "We noted something to take care over", cy="Gwnaethom nodi rhywbeth i gymryd gofal yn ei gylch"
        ),
        "vulnerability.reviewed": Words(
            "We looked again at something we take care over",
            cy="Gwnaethom edrych eto ar rywbeth rydym yn cymryd gofal yn ei gylch",
        ),
        "vulnerability.ended": Words(
            "We no longer need to take that care", cy="Nid oes angen i ni gymryd y gofal hwnnw mwyach"
        ),
    },
)
