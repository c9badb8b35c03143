"""Work about payments that a person must do."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.work.kinds import WorkKind, work_kinds

_KINDS = work_kinds(
    WorkKind(
        name="payment.returned",
        words=Words("A payment came back: ask the customer about the account",
                    cy="Daeth taliad yn ôl: gofyn i'r cwsmer am y cyfrif"),
        starts_when="the bank returns a payment", skill="payments", standard="returned_payment",
        done_when="the customer was told and asked, and the payment is sent again or found not to be owed",
        cancelled_when="the customer has died",
        permission="payment.run", priority=1),
    WorkKind(
        name="payment.no_account",
        words=Words("A payment is owed and there is no account to pay",
                    cy="Mae taliad yn ddyledus ac nid oes cyfrif i'w dalu iddo"),
        starts_when="an award is due and the customer has no bank account that can be paid", skill="payments",
        standard="returned_payment", done_when="the customer gives an account, or is paid another way",
        cancelled_when="the customer has died", permission="payment.run", priority=1),
    WorkKind(
        name="payment.no_amount",
        words=Words("An award is due and its amount is not known",
                    cy="Mae dyfarniad yn ddyledus ac nid yw ei swm yn hysbys"),
        starts_when="an award is due for days that have no weekly amount", skill="payments",
        standard="returned_payment", done_when="the amount is decided, or the award ended",
        cancelled_when="the customer has died", permission="change.record", priority=1),
    WorkKind(
        name="voucher.lies",
        words=Words("Ask a customer about vouchers not turned into money",
                    cy="Gofyn i gwsmer am dalebau heb eu troi yn arian"),
        starts_when="a voucher was given 60 days ago, or 80, and not turned into money", skill="telephone",
        standard="returned_payment", done_when="the customer has been asked, and helped to get their money",
        cancelled_when="the customer has died", permission="customer.look"),
    WorkKind(
        name="account.changed",
        words=Words("A bank says that an account has changed", cy="Mae banc yn dweud bod cyfrif wedi newid"),
        starts_when="a bank gives new details of an account", skill="changes", standard="returned_payment",
        done_when="the customer was asked, and the account is used or not", cancelled_when="the customer has died",
        permission="change.record"),
    WorkKind(
        name="account.held",
        words=Words("An account was changed and is not paid into yet",
                    cy="Newidiwyd cyfrif ac nid oes dim yn cael ei dalu iddo eto"),
        starts_when="an account is changed by telephone, from a new device, after a change of phone or email, or with "
                    "much due", skill="changes", standard="returned_payment",
        done_when="the customer was asked on a number held before, and said whether it was them",
        cancelled_when="its time is over, another account took its place, or the customer has died",
        permission="change.record", priority=1),
    WorkKind(
        name="advance.decide",
        words=Words("Somebody asks for an advance", cy="Mae rhywun yn gofyn am flaendaliad"),
        starts_when="an advance is asked for that the rules cannot decide alone", skill="decisions",
        standard="advance", done_when="it is paid, or the customer is told why not",
        cancelled_when="the claim is withdrawn, or the customer has died", permission="claim.decide", priority=2),
    WorkKind(
        name="debt.settle",
        words=Words("Somebody was paid too much", cy="Talwyd gormod i rywun"),
        starts_when="what was paid is found to be more than an award comes to", skill="payments",
        standard="change_of_circumstances",
        done_when="it is planned how it is had back, or it is paid back or given up",
        cancelled_when="nothing is left of it", permission="payment.run"),
    WorkKind(
        name="debt.give_up",
        words=Words("Agree to give up what somebody was paid too much",
                    cy="Cytuno i roi'r gorau i'r hyn a dalwyd yn ormod i rywun"),
        starts_when="an officer would give up more than one officer may", skill="payments",
        standard="change_of_circumstances", done_when="another officer agrees, or does not",
        cancelled_when="nothing is left of it", permission="payment.release"),
    WorkKind(
        name="payment.recall",
        words=Words("Ask the bank to send back a payment to somebody who died",
                    cy="Gofyn i'r banc anfon taliad i rywun a fu farw yn ôl"),
        starts_when="somebody dies whose payment has left for the bank and has not arrived", skill="payments",
        standard="returned_payment", done_when="the bank was asked", cancelled_when="never", permission="payment.run",
        priority=1),
    WorkKind(
        name="estate.settle",
        words=Words("Settle what an estate is owed and owes", cy="Setlo'r hyn sy'n ddyledus i ystâd a ganddi"),
        starts_when="somebody dies who is owed something, or was paid too much", skill="payments",
        standard="change_of_circumstances", done_when="it is settled with whoever deals with the estate",
        cancelled_when="never", permission="payment.run"),
    WorkKind(
        name="payment.disagrees",
        words=Words("Awards, payments, ledger, files and bank disagree",
                    cy="Nid yw dyfarniadau, taliadau, cyfrifon, ffeiliau a'r banc yn cytuno"),
        starts_when="a day's reconciliation finds something that does not agree", skill="payments",
        standard="returned_payment", done_when="the day is reconciled again, and all of it agrees",
        cancelled_when="never", permission="payment.see", priority=1),
)
(RETURNED, NO_ACCOUNT, NO_AMOUNT, VOUCHER_LIES, ACCOUNT_CHANGED, ACCOUNT_HELD, ADVANCE_TO_DECIDE, DEBT,
 GIVE_UP, RECALL, ESTATE, DISAGREES) = (kind.name for kind in _KINDS)
