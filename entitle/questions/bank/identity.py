"""Who the person is."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.questions.kinds import Choice, Date, Name, Nino
from entitle.questions.question import Question

NAME = Question(
    fact="person.name", kind=Name(),
    ask=Words("What is your name?", cy="Beth yw eich enw?"),
    say=Words("What is your full name?", cy="Beth yw eich enw llawn?"),
    hint=Words("As it is on your passport, driving licence or birth certificate",
               cy="Fel y mae ar eich pasbort, trwydded yrru neu dystysgrif geni"),
    missing=Words("Enter your name", cy="Rhowch eich enw"),
)
BORN_ON = Question(
    fact="person.born_on", kind=Date(past=True, birthday=True),
    ask=Words("What is your date of birth?", cy="Beth yw eich dyddiad geni?"),
    missing=Words("Enter your date of birth", cy="Rhowch eich dyddiad geni"),
    proof="birth_certificate",
)
SEX = Question(
    fact="person.sex", kind=Choice(),
    ask=Words("What sex is on your birth certificate?", cy="Pa ryw sydd ar eich tystysgrif geni?"),
    say=Words("What sex is recorded on your birth certificate? Some older law differs for women and men.",
              cy="Pa ryw sydd wedi'i nodi ar eich tystysgrif geni? "
                 "Mae rhywfaint o gyfraith hŷn yn wahanol i fenywod a dynion."),
    hint=Words("If you have a Gender Recognition Certificate, choose the sex on that",
               cy="Os oes gennych Dystysgrif Cydnabod Rhywedd, dewiswch y rhyw sydd arni"),
    missing=Words("Choose the sex on your birth certificate", cy="Dewiswch y rhyw sydd ar eich tystysgrif geni"),
)
NINO = Question(
    fact="person.nino", kind=Nino(),
    ask=Words("What is your National Insurance number?", cy="Beth yw eich rhif Yswiriant Gwladol?"),
    missing=Words("Enter your National Insurance number", cy="Rhowch eich rhif Yswiriant Gwladol"),
)
NINO_IF_KNOWN = Question(
    fact="person.nino", kind=Nino(), optional=True,
    ask=Words("What is your National Insurance number?", cy="Beth yw eich rhif Yswiriant Gwladol?"),
    say=Words("Do you know your National Insurance number?", cy="Ydych chi'n gwybod eich rhif Yswiriant Gwladol?"),
    hint=Words("It is on letters about tax, pensions and benefits. If you do not know it, leave this blank and go on.",
               cy="Mae ar lythyrau am dreth, pensiynau a budd-daliadau. "
                  "Os nad ydych yn ei wybod, gadewch hwn yn wag ac ewch ymlaen."),
)
