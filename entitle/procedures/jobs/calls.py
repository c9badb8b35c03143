"""The sweeps that no caller is lost to, and the texts about call-backs."""

from __future__ import annotations

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from entitle.contacts import queries as contacts
from entitle.contacts.models import CallBack
from entitle.gateways import clock, notify
from entitle.kernel.periods import LONDON, london_date
from entitle.letters.agency import agency_letters
from entitle.procedures.give_back_call_backs import give_back_call_backs
from entitle.procedures.give_back_lapsed_offers import give_back_lapsed_offers
from entitle.procedures.match_who_waits import match_who_waits
from entitle.procedures.remind_of_call_backs import remind_of_call_backs

_RETRY = RetryStrategy(max_attempts=10, exponential_wait=4, retry_exceptions={notify.Retryable})


@app.periodic(cron="* * * * *")
@app.task(name="give_back_lapsed_offers", queue="sweeps", queueing_lock="give_back_lapsed_offers")
def give_back(timestamp: int = 0) -> None:
    """Callers offered to an agent who is not there go back to their place; whoever waits comes to who is ready.

    So do call-backs that somebody took to make and did not.
    """
    give_back_lapsed_offers(as_at=clock.now())
    give_back_call_backs(as_at=clock.now())
    match_who_waits(as_at=clock.now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="remind_of_call_backs", queue="sweeps", queueing_lock="remind_of_call_backs")
def remind(timestamp: int = 0) -> None:
    """Remind those whom we ring within the hour."""
    remind_of_call_backs(as_at=clock.now())


@app.task(name="text_of_call_back", queue="messages", retry=_RETRY)
def text_of_call_back(call_back_id: int, words: str) -> None:
    """Text the number that the caller gave, once: after a lost answer, what was sent with the reference is looked for.

    A number that cannot be sent to is left: it is the call itself that was promised.
    """
    call_back = contacts.call_back_by_id(call_back_id=call_back_id)
    reference = f"{call_back.code}-{words}"
    try:
        if notify.find(reference=reference) is None:
            notify.send_sms(to=call_back.number, body=text_about(call_back, words), reference=reference)
    except notify.Refused:
        return


def text_about(call_back: CallBack, words: str) -> str:
    """The short form of a letter about a call-back, in the caller's language."""
    book, begins = agency_letters(), call_back.slot_start.astimezone(LONDON)
    known = {"person_name": "", "phone": "", "reference": call_back.code, "slot_on": london_date(begins),
             "begins": f"{begins:%H:%M}", "rang_on": london_date(call_back.call.arrived_at)}
    return book.render(words, call_back.language, book.pick(words, known)).text_message
