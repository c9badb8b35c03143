"""What happens to payments, and in whose words it is told."""
from __future__ import annotations

from entitle.history.vocabulary import vocabulary
from entitle.kernel.words import Words

vocabulary("payments", {
    "pay_run.started": Words("A payment run was started", cy="Dechreuwyd rhediad talu"),
    "payment.made": Words("A payment was made to you", cy="Gwnaed taliad i chi"),
    "payment.returned": Words("Your bank sent a payment back to us", cy="Anfonodd eich banc daliad yn ôl atom"),
    "award.corrected": Words("We put right what you were paid for some days",
                             cy="Cywirwyd yr hyn a dalwyd i chi am rai dyddiau"),
    "debt.found": Words("You were paid too much", cy="Talwyd gormod i chi"),
    "debt.planned": Words("How an overpayment is paid back was set", cy="Trefnwyd sut y telir gordaliad yn ôl"),
    "debt.repaid": Words("You paid back some of an overpayment", cy="Talwyd rhan o ordaliad yn ôl gennych"),
    "debt.write_off_proposed": Words("It was proposed not to ask for an overpayment",
                                     cy="Cynigiwyd peidio â gofyn am ordaliad"),
    "debt.write_off_refused": Words("It was decided that an overpayment is still asked for",
                                    cy="Penderfynwyd bod gordaliad yn dal i gael ei ofyn"),
    "debt.less_asked": Words("You asked for less to be kept from your payments",
                             cy="Gofynnoch am i lai gael ei gadw o'ch taliadau"),
    "debt.estate_asked": Words("Whoever deals with the estate was asked about an overpayment",
                               cy="Gofynnwyd i bwy bynnag sy'n delio â'r ystâd am ordaliad"),
    "debt.written_off": Words("An overpayment is not asked for any more", cy="Ni ofynnir am ordaliad mwyach"),
    "payment.held": Words("A payment waits until your new account is checked",
                          cy="Mae taliad yn aros nes bod eich cyfrif newydd wedi'i wirio"),
    "payment.sent_again": Words("A payment was sent to you again", cy="Anfonwyd taliad atoch eto"),
    "cash_order.cashed": Words("You turned a voucher or a cheque into money",
                               cy="Fe wnaethoch droi taleb neu siec yn arian"),
    "cash_order.ran_out": Words("A voucher or a cheque ran out, and its money is owed to you again",
                                cy="Daeth taleb neu siec i ben, ac mae ei harian yn ddyledus i chi eto"),
    "account.proposed": Words("Your bank told us of another account", cy="Dywedodd eich banc wrthym am gyfrif arall"),
    "account.confirmed": Words("You confirmed an account that your bank told us of",
                               cy="Fe wnaethoch gadarnhau cyfrif y dywedodd eich banc wrthym amdano"),
    "account.refused": Words("An account that your bank told us of is not used",
                             cy="Ni ddefnyddir cyfrif y dywedodd eich banc wrthym amdano"),
    "bank_file.made": Words("A bank file was made", cy="Gwnaed ffeil banc"),
    "bank_file.released": Words("A bank file was released", cy="Rhyddhawyd ffeil banc"),
    "bank_file.submitted": Words("A bank file was sent to the bank", cy="Anfonwyd ffeil banc i'r banc"),
    "bank_file.accepted": Words("The bank accepted a file", cy="Derbyniodd y banc ffeil"),
    "bank_statement.taken": Words("A bank statement was taken in", cy="Cymerwyd datganiad banc i mewn"),
    "bank_file.rejected": Words("The bank refused a file", cy="Gwrthododd y banc ffeil"),
})
