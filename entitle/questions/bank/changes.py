"""Changes of circumstances: each a short question set of no one benefit, asked the same way at every door."""
from __future__ import annotations

from dataclasses import replace

from entitle.kernel.words import Words
from entitle.questions.bank import contact, money, relationship
from entitle.questions.kinds import Date, Name, Phone, Text, YesNo
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet

_DECLARATION = Words("What I have told you is true as far as I know.",
                     cy="Mae'r hyn yr wyf wedi'i ddweud wrthych yn wir hyd y gwn i.")

ADDRESS = QuestionSet(
    name="change_address",
    title=Words("Tell us about a new address", cy="Dweud wrthym am gyfeiriad newydd"),
    questions=(
        replace(contact.ADDRESS, ask=Words("What is your new address?", cy="Beth yw eich cyfeiriad newydd?")),
        Question(fact="home.moved_on", kind=Date(),
                 ask=Words("When do you move, or when did you?", cy="Pryd ydych chi'n symud, neu pryd y symudoch?"),
                 missing=Words("Enter the date of your move", cy="Rhowch ddyddiad eich symud")),
    ),
    declaration=_DECLARATION,
)

CONTACT = QuestionSet(
    name="change_contact",
    title=Words("Tell us how to reach you", cy="Dweud wrthym sut i gysylltu â chi"),
    questions=(*contact.REACHING, contact.EMAIL, contact.REACHED_BY),
    declaration=_DECLARATION,
)

BANK = QuestionSet(
    name="change_bank",
    title=Words("Change the account we pay", cy="Newid y cyfrif yr ydym yn ei dalu"),
    questions=(replace(money.BANK_ACCOUNT, ask=Words("Which account should we pay from now on?",
                                                     cy="Pa gyfrif ddylem ni ei dalu o hyn ymlaen?")),),
    declaration=_DECLARATION,
)

RELATIONSHIP = QuestionSet(
    name="change_relationship",
    title=Words("Tell us that a marriage or civil partnership has begun or ended",
                cy="Dweud wrthym fod priodas neu bartneriaeth sifil wedi dechrau neu ddod i ben"),
    questions=(
        replace(relationship.RELATIONSHIP, ask=Words("What are you now?", cy="Beth ydych chi nawr?"), hint=None,
                say=Words("Are you now married or in a civil partnership, divorced, or bereaved?",
                          cy="A ydych chi nawr yn briod neu mewn partneriaeth sifil, wedi ysgaru, "
                             "neu wedi cael profedigaeth?")),
        replace(relationship.RELATIONSHIP_CHANGED_ON, ask=Words("When did that change?", cy="Pryd y newidiodd hynny?"),
                say=None, hint=None),
    ),
    declaration=_DECLARATION,
)

DEATH = QuestionSet(
    name="report_death",
    title=Words("Tell us that someone has died", cy="Dweud wrthym fod rhywun wedi marw"),
    questions=(
        Question(fact="person.died_on", kind=Date(past=True),
                 ask=Words("When did they die?", cy="Pryd y buont farw?"),
                 say=Words("I am sorry for your loss. Can you tell me the date they died?",
                           cy="Mae'n ddrwg gen i am eich colled. Allwch chi ddweud wrthyf y dyddiad y buont farw?"),
                 missing=Words("Enter the date they died", cy="Rhowch y dyddiad y buont farw"),
                 proof="death_certificate"),
        Question(fact="informant.name", kind=Name(),
                 ask=Words("What is your name?", cy="Beth yw eich enw?"),
                 hint=Words("The name of the person telling us", cy="Enw'r person sy'n dweud wrthym"),
                 missing=Words("Enter your name", cy="Rhowch eich enw")),
        Question(fact="informant.relationship", kind=Text(at_most=100),
                 ask=Words("How did you know them?", cy="Sut oeddech chi'n eu hadnabod?"),
                 hint=Words("For example, husband, daughter, friend or solicitor",
                            cy="Er enghraifft, gŵr, merch, ffrind neu gyfreithiwr"),
                 missing=Words("Enter how you knew them", cy="Rhowch sut yr oeddech yn eu hadnabod")),
        Question(fact="informant.phone", kind=Phone(), optional=True,
                 ask=Words("What is your phone number?", cy="Beth yw eich rhif ffôn?"),
                 hint=Words("We call only if we need to check something",
                            cy="Dim ond os bydd angen gwirio rhywbeth y byddwn yn ffonio")),
    ),
)

LOOK_AGAIN = QuestionSet(
    name="look_again",
    title=Words("Ask us to look at a decision again", cy="Gofyn i ni edrych ar benderfyniad eto"),
    questions=(
        Question(fact="reconsideration.disagrees_with", kind=Text(at_most=500),
                 ask=Words("What do you disagree with?", cy="Gyda beth ydych chi'n anghytuno?"),
                 hint=Words("For example, the amount, or the date it starts",
                            cy="Er enghraifft, y swm, neu'r dyddiad y mae'n dechrau"),
                 missing=Words("Enter what you disagree with", cy="Rhowch yr hyn yr ydych yn anghytuno ag ef")),
        Question(fact="reconsideration.why", kind=Text(long=True),
                 ask=Words("Why do you think it is wrong?", cy="Pam ydych chi'n meddwl ei fod yn anghywir?"),
                 hint=Words("Your own words are fine", cy="Mae eich geiriau eich hun yn iawn"),
                 missing=Words("Enter why you think it is wrong",
                               cy="Rhowch pam yr ydych yn meddwl ei fod yn anghywir")),
        Question(fact="reconsideration.has_new_evidence", kind=YesNo(),
                 ask=Words("Do you have anything new to show us?",
                           cy="A oes gennych unrhyw beth newydd i'w ddangos i ni?"),
                 hint=Words("For example, a letter or a record that we have not seen",
                            cy="Er enghraifft, llythyr neu gofnod nad ydym wedi'i weld"),
                 missing=Words("Choose yes if you have something new to show us",
                               cy="Dewiswch ie os oes gennych rywbeth newydd i'w ddangos i ni")),
    ),
)

CHANGES = {question_set.name: question_set for question_set in (ADDRESS, CONTACT, BANK, RELATIONSHIP, DEATH)}
"""What someone can tell us has changed, by name."""
