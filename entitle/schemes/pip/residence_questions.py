"""Where the claimant lives and stays, and what they had before."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.questions.kinds import Choice, YesNo
from entitle.questions.question import Question

LIVES_IN = Question(
    fact="pip.lives_in", kind=Choice(),
    ask=Words("Where do you live?", cy="Ble rydych chi'n byw?"),
    hint=Words("Scotland and Northern Ireland have their own benefit in place of PIP",
               cy="Mae gan yr Alban a Gogledd Iwerddon eu budd-dal eu hunain yn lle PIP"),
    missing=Words("Choose where you live", cy="Dewiswch ble rydych chi'n byw"),
)
BRITISH_OR_IRISH = Question(
    fact="pip.british_or_irish", kind=YesNo(),
    ask=Words("Are you a British or Irish citizen?", cy="Ydych chi'n ddinesydd Prydeinig neu Wyddelig?"),
    hint=Words("If you are not, you may still get PIP. A person will check.",
               cy="Os nad ydych, efallai y cewch PIP o hyd. Bydd person yn gwirio."),
    missing=Words("Choose yes if you are a British or Irish citizen",
                  cy="Dewiswch ie os ydych yn ddinesydd Prydeinig neu Wyddelig"),
)
TIME_ABROAD = Question(
    fact="pip.time_abroad", kind=YesNo(),
    ask=Words("In the last 3 years, have you been abroad for more than 4 weeks at a time?",
              cy="Yn y 3 blynedd diwethaf, a ydych wedi bod dramor am fwy na 4 wythnos ar y tro?"),
    hint=Words("Abroad means outside England, Scotland and Wales",
               cy="Mae dramor yn golygu y tu allan i Gymru, Lloegr a'r Alban"),
    missing=Words("Choose yes if you have been abroad for more than 4 weeks at a time",
                  cy="Dewiswch ie os ydych wedi bod dramor am fwy na 4 wythnos ar y tro"),
)
STAYS_IN = Question(
    fact="pip.stays_in", kind=Choice(),
    ask=Words("Where are you staying now?", cy="Ble rydych chi'n aros nawr?"),
    missing=Words("Choose where you are staying now", cy="Dewiswch ble rydych chi'n aros nawr"),
)
HAD_AWARD_BEFORE = Question(
    fact="pip.had_award_before", kind=YesNo(),
    ask=Words("In the last 2 years, have you had PIP or Disability Living Allowance?",
              cy="Yn y 2 flynedd diwethaf, a ydych wedi cael PIP neu Lwfans Byw i'r Anabl?"),
    missing=Words("Choose yes if you have had PIP or Disability Living Allowance in the last 2 years",
                  cy="Dewiswch ie os ydych wedi cael PIP neu Lwfans Byw i'r Anabl yn y 2 flynedd diwethaf"),
)
