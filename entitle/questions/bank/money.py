"""Where money is paid."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.questions.kinds import BankAccount
from entitle.questions.question import Question

BANK_ACCOUNT = Question(
    fact="person.bank_account", kind=BankAccount(),
    ask=Words("Which account should we pay?", cy="Pa gyfrif ddylem ni ei dalu?"),
    say=Words("Which bank or building society account should we pay?",
              cy="Pa gyfrif banc neu gymdeithas adeiladu ddylem ni ei dalu?"),
    hint=Words("It can be yours, shared, or that of someone who looks after your money",
               cy="Gall fod yn gyfrif i chi, yn gyfrif ar y cyd, neu'n gyfrif rhywun sy'n gofalu am eich arian"),
)
