"""How to reach the person, in what language and in what form."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.questions.conditions import is_known, is_yes
from entitle.questions.kinds import Address, Choice, Email, Phone, Postcode, Text, YesNo
from entitle.questions.question import Question

ADDRESS = Question(
    fact="home.address", kind=Address(),
    ask=Words("What is your home address?", cy="Beth yw eich cyfeiriad cartref?"),
)
POSTCODE = Question(
    fact="home.postcode", kind=Postcode(),
    ask=Words("What is your postcode?", cy="Beth yw eich cod post?"),
    missing=Words("Enter your postcode", cy="Rhowch eich cod post"),
)
PHONE = Question(
    fact="person.phone", kind=Phone(), optional=True,
    ask=Words("What is your phone number?", cy="Beth yw eich rhif ffôn?"),
    say=Words("What is the best number to reach you on?", cy="Beth yw'r rhif gorau i gysylltu â chi?"),
    hint=Words("We only use it about your claim. For numbers outside the UK, start with + and the country’s code.",
               cy="Dim ond am eich cais y byddwn yn ei ddefnyddio. "
                  "Ar gyfer rhifau y tu allan i'r DU, dechreuwch gyda + a chod y wlad."),
)
PHONE_IS_SAFE = Question(
    fact="person.phone_is_safe", kind=YesNo(),
    ask=Words("Is it safe for us to call or text that number?",
              cy="A yw'n ddiogel i ni ffonio neu anfon neges destun i'r rhif hwnnw?"),
    hint=Words("Say no if someone you do not trust might answer the phone or read your messages",
               cy="Dewiswch na os gallai rhywun nad ydych yn ymddiried ynddo ateb y ffôn neu ddarllen eich negeseuon"),
    missing=Words("Choose yes if it is safe to call or text you",
                  cy="Dewiswch ie os yw'n ddiogel i ni ffonio neu anfon neges destun atoch"),
    when=is_known("person.phone", says=Words("they gave a phone number", cy="ydynt wedi rhoi rhif ffôn")),
)
PHONE_TIMES = Question(
    fact="person.phone_times", kind=Choice(),
    ask=Words("When is it safe to call you on that number?", cy="Pryd mae'n ddiogel eich ffonio ar y rhif hwnnw?"),
    missing=Words("Choose when it is safe to call you", cy="Dewiswch pryd mae'n ddiogel eich ffonio"),
    when=is_yes("person.phone_is_safe", says=Words("it is safe to call them", cy="mae'n ddiogel eu ffonio")),
)
OTHER_PHONE = Question(
    fact="person.other_phone", kind=Phone(), optional=True,
    ask=Words("Is there another number to reach you on?", cy="A oes rhif arall i gysylltu â chi arno?"),
    hint=Words("For example, at home, at work, or of someone you trust who takes messages for you",
               cy="Er enghraifft, gartref, yn y gwaith, neu rif rhywun yr ydych yn ymddiried ynddo sy'n cymryd "
                  "negeseuon i chi"),
)
OTHER_PHONE_IS_SAFE = Question(
    fact="person.other_phone_is_safe", kind=YesNo(),
    ask=Words("Is it safe for us to call or text the other number?",
              cy="A yw'n ddiogel i ni ffonio neu anfon neges destun i'r rhif arall?"),
    missing=Words("Choose yes if it is safe to call or text the other number",
                  cy="Dewiswch ie os yw'n ddiogel i ni ffonio neu anfon neges destun i'r rhif arall"),
    when=is_known("person.other_phone", says=Words("they gave another number", cy="ydynt wedi rhoi rhif arall")),
)
OTHER_PHONE_TIMES = Question(
    fact="person.other_phone_times", kind=Choice(),
    ask=Words("When is it safe to call the other number?", cy="Pryd mae'n ddiogel ffonio'r rhif arall?"),
    missing=Words("Choose when it is safe to call the other number",
                  cy="Dewiswch pryd mae'n ddiogel ffonio'r rhif arall"),
    when=is_yes("person.other_phone_is_safe",
                says=Words("it is safe to call the other number", cy="mae'n ddiogel ffonio'r rhif arall")),
)
REACHED_BY = Question(
    fact="person.reached_by", kind=Choice(),
    ask=Words("What is the best way to reach you?", cy="Beth yw'r ffordd orau i gysylltu â chi?"),
    missing=Words("Choose the best way to reach you", cy="Dewiswch y ffordd orau i gysylltu â chi"),
)
REACHING = (PHONE, PHONE_IS_SAFE, PHONE_TIMES, OTHER_PHONE, OTHER_PHONE_IS_SAFE, OTHER_PHONE_TIMES)
"""Every number, whether it is safe, and when."""
EMAIL = Question(
    fact="person.email", kind=Email(), optional=True,
    ask=Words("What is your email address?", cy="Beth yw eich cyfeiriad e-bost?"),
    hint=Words("We send a note here when something happens with your claim",
               cy="Rydym yn anfon nodyn yma pan fydd rhywbeth yn digwydd gyda'ch cais"),
)
LANGUAGE = Question(
    fact="person.language", kind=Choice(),
    ask=Words("Which language should we use with you?", cy="Pa iaith ddylem ni ei defnyddio gyda chi?"),
    say=Words("Would you like us to use English or Welsh with you, when we speak and when we write?",
              cy="Hoffech chi i ni ddefnyddio'r Gymraeg neu'r Saesneg gyda chi, wrth siarad ac wrth ysgrifennu?"),
    hint=Words("When we call you and when we write to you",
               cy="Pan fyddwn yn eich ffonio a phan fyddwn yn ysgrifennu atoch"),
    missing=Words("Choose English or Welsh", cy="Dewiswch Saesneg neu Gymraeg"),
)
LETTER_FORMAT = Question(
    fact="person.letter_format", kind=Choice(),
    ask=Words("How should our letters be made for you?", cy="Sut ddylai ein llythyrau gael eu gwneud i chi?"),
    say=Words("Is ordinary print right for your letters, or would another form be easier to read?",
              cy="A yw print cyffredin yn iawn ar gyfer eich llythyrau, neu a fyddai ffurf arall yn haws i'w darllen?"),
    missing=Words("Choose how our letters should be made", cy="Dewiswch sut ddylai ein llythyrau gael eu gwneud"),
)
ACCESS_NEEDS = Question(
    fact="person.access_needs", kind=Text(long=True, at_most=1000), optional=True,
    ask=Words("Is there anything we should know, or do differently, to make this easier for you?",
              cy="A oes unrhyw beth y dylem ei wybod, neu ei wneud yn wahanol, i wneud hyn yn haws i chi?"),
    hint=Words("For example, you use a hearing loop, Relay UK or British Sign Language, or need more time on calls",
               cy="Er enghraifft, rydych yn defnyddio dolen sain, Relay UK neu Iaith Arwyddion Prydain, "
                  "neu angen mwy o amser ar alwadau"),
)
HAS_HELPER = Question(
    fact="person.has_helper", kind=YesNo(),
    ask=Words("Is someone helping you with this claim?", cy="A oes rhywun yn eich helpu gyda'r cais hwn?"),
    hint=Words("For example, a friend, someone in your family or an adviser",
               cy="Er enghraifft, ffrind, aelod o'ch teulu neu gynghorydd"),
    missing=Words("Choose yes if someone is helping you", cy="Dewiswch ie os oes rhywun yn eich helpu"),
)
HELPER_NAME = Question(
    fact="person.helper_name", kind=Text(),
    ask=Words("What is the name of the person helping you?", cy="Beth yw enw'r person sy'n eich helpu?"),
    hint=Words("We do not talk to them about you unless you agree to it separately",
               cy="Nid ydym yn siarad â nhw amdanoch oni bai eich bod yn cytuno i hynny ar wahân"),
    missing=Words("Enter the name of the person helping you", cy="Rhowch enw'r person sy'n eich helpu"),
    when=is_yes("person.has_helper", says=Words("someone is helping them", cy="oes rhywun yn eu helpu")),
)
