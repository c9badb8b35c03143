"""Addresses of the desk. They carry codes only."""

from __future__ import annotations

from datetime import date

from django.urls import path, register_converter

from entitle.channels.desk import (
    bank_files,
    before_stop,
    book_interview,
    calls,
    care_again,
    claim,
    claim_steps,
    complaints,
    complaints_pack,
    debts,
    deciding,
    evidence,
    experience,
    figures,
    find,
    find_party,
    giving,
    half_hours,
    held_accounts,
    interviews,
    live_queues,
    looking,
    looks,
    messages_sent,
    new_accounts,
    owed_payments,
    pay_runs,
    payday,
    people,
    periods,
    questions,
    queue,
    reconsiderations,
    record,
    representatives,
    returning,
    safeguarding,
    skills,
    stopping,
    training,
    weeks_ahead,
    work_item,
)


class Day:
    """A day in an address, as 2026-11-25. An address with any other is not found."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


register_converter(Day, "day")

urlpatterns = [
    path("", queue.home, name="desk-home"),
    path("work/", queue.queue, name="desk-queue"),
    path("work/<str:code>/", work_item.work_item, name="desk-work"),
    path("work/<str:code>/account", new_accounts.new_account, name="desk-new-account"),
    path("work/<str:code>/held-account", held_accounts.held_account, name="desk-held-account"),
    path("work/<str:code>/payment", owed_payments.owed_payment, name="desk-owed-payment"),
    path("work/<str:code>/take", work_item.take, name="desk-take"),
    path("work/<str:code>/give", giving.give, name="desk-give"),
    path("work/<str:code>/hand-back", work_item.hand_back, name="desk-hand-back"),
    path("find/", find.find, name="desk-find"),
    path("record/<str:code>/why", looking.why_look, name="desk-look"),
    path("record/<str:code>/", record.record, name="desk-record"),
    path("record/<str:code>/all/<str:which>", record.record_list, name="desk-record-list"),
    path("record/<str:code>/fact/<str:fact>", record.fact, name="desk-fact"),
    path("record/<str:code>/take-care", people.vulnerability, name="desk-vulnerability"),
    path("record/<str:code>/take-care/<int:number>", care_again.review_care, name="desk-review-care"),
    path("record/<str:code>/worried", safeguarding.worry, name="desk-worry"),
    path("safeguarding/<str:code>/", safeguarding.plan, name="desk-safeguarding"),
    path("record/<str:code>/death", people.death, name="desk-death"),
    path("record/<str:code>/restrict", people.restrict, name="desk-restrict"),
    path("record/<str:code>/acting", representatives.representatives, name="desk-representatives"),
    path("record/<str:code>/acting/<int:number>/confirm", representatives.confirm, name="desk-representative-confirm"),
    path("record/<str:code>/acting/<int:number>/end", representatives.end, name="desk-representative-end"),
    path("record/<str:code>/interview", book_interview.book_interview, name="desk-book-interview"),
    path("interviews/", interviews.interviews, name="desk-interviews"),
    path("interviews/adviser/<int:number>", interviews.away, name="desk-adviser-away"),
    path("interviews/<str:code>/", interviews.interview, name="desk-interview"),
    path("interviews/<str:code>/move", interviews.move, name="desk-interview-move"),
    path("interviews/<str:code>/cause", interviews.judge, name="desk-interview-judge"),
    path("messages/<str:code>", messages_sent.message, name="desk-message"),
    path("claims/<str:code>/", claim.claim, name="desk-claim"),
    path("claims/<str:code>/decide", deciding.decide, name="desk-decide"),
    path("claims/<str:code>/before-money-stops", before_stop.review, name="desk-before-stop"),
    path("claims/<str:code>/refer", claim_steps.refer, name="desk-refer"),
    path("claims/<str:code>/return", returning.give_back, name="desk-return"),
    path("claims/<str:code>/ask-for-a-document", claim_steps.ask_evidence, name="desk-ask-evidence"),
    path("claims/<str:code>/ask-for-what-is-missing", claim_steps.ask_missing, name="desk-ask-missing"),
    path("claims/<str:code>/withdraw", claim_steps.withdraw, name="desk-withdraw"),
    path("questions/<str:code>/", questions.start, name="desk-questions"),
    path("questions/<str:code>/find", find_party.find_party, name="desk-find-party"),
    path("questions/<str:code>/check", questions.check_answers, name="desk-questions-check"),
    path("questions/<str:code>/<slug:slug>", questions.question, name="desk-questions-question"),
    path("awards/<str:code>/stop", stopping.stop, name="desk-stop"),
    path("awards/<str:code>/period", periods.period, name="desk-period"),
    path("documents/<str:code>/", evidence.document, name="desk-evidence"),
    path("documents/<str:code>/download", evidence.download, name="desk-download"),
    path("decisions/<str:code>/", reconsiderations.decision, name="desk-decision"),
    path("reconsiderations/", reconsiderations.reconsiderations, name="desk-reconsiderations"),
    path("reconsiderations/<str:code>/", reconsiderations.reconsideration, name="desk-reconsideration"),
    path("complaints/", complaints.complaints, name="desk-complaints"),
    path("complaints/<str:code>/", complaints.complaint, name="desk-complaint"),
    path("complaints/<str:code>/pack.<str:form>", complaints_pack.pack, name="desk-complaint-pack"),
    path("looks/", looks.looks, name="desk-looks"),
    path("looks/<int:number>/", looks.look, name="desk-look-check"),
    path("payments/", payday.payday, name="desk-payday"),
    path("payments/<day:on>", payday.reconciled, name="desk-reconciled"),
    path("debts/<str:code>/", debts.debt, name="desk-debt"),
    path("debts/<str:code>/plan", debts.plan, name="desk-debt-plan"),
    path("debts/<str:code>/repaid", debts.repaid, name="desk-debt-repaid"),
    path("debts/<str:code>/give-up", debts.give_up, name="desk-debt-give-up"),
    path("debts/<str:code>/agree", debts.agree, name="desk-debt-agree"),
    path("debts/<str:code>/estate", debts.estate, name="desk-debt-estate"),
    path("pay-runs/", pay_runs.pay_runs, name="desk-pay-runs"),
    path("pay-runs/<str:code>/", pay_runs.pay_run, name="desk-pay-run"),
    path("bank-files/", bank_files.bank_files, name="desk-bank-files"),
    path("bank-files/<str:code>/", bank_files.bank_file, name="desk-bank-file"),
    path("figures/", figures.figures, name="desk-figures"),
    path("queues/", live_queues.live_queues, name="desk-queues"),
    path("queues/half-hours/", half_hours.half_hours, name="desk-half-hours"),
    path("figures/experience/", experience.what_it_is_like, name="desk-experience"),
    path("queues/skills/", skills.skills, name="desk-skills"),
    path("queues/skills/<str:code>/", training.training, name="desk-training"),
    path("queues/weeks-ahead/", weeks_ahead.weeks_ahead, name="desk-weeks-ahead"),
    path("figures/calls/", calls.calls, name="desk-calls"),
]
