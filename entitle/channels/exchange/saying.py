"""The script's words filled in and made ready to be read out."""
from __future__ import annotations

from datetime import timedelta

from entitle.channels.exchange.script import PAGES, STEPS, WORDS, Step
from entitle.channels.exchange.turn import Turn
from entitle.gateways.telephony import Gather, Say
from entitle.kernel.periods import LONDON, Instant
from entitle.letters.dates import weekday_name

SLOT_WIDTH = timedelta(minutes=30)


def ask(turn: Turn, *before: Say, **fields: object) -> Gather:
    """The step's words, said after others and listened to."""
    step = STEPS[turn.step]
    said = tuple(Say(step.say[language].format(**fields), language) for language in _languages(step, turn))
    return Gather(turn.then, say=(*before, *said), digits=step.digits, hears=step.hears, language=turn.language,
                  seconds=step.seconds)


def say(name: str, language: str, **fields: object) -> Say:
    """One of the script's other sayings."""
    return Say(WORDS[name][language].format(**fields), language)


def page_in_words(address: str, language: str) -> str:
    """What a page of our website is called; blank for one that has no name aloud."""
    known = max((begins for begins in PAGES if address.startswith(begins)), key=len, default="")
    return PAGES[known][language] if known else ""


def wait_in_words(seconds: int, language: str) -> str:
    """'less than a minute', '12 minutes': whole minutes, never rounded down to sound better."""
    minutes = -(-seconds // 60)
    name = "less_than_a_minute" if seconds < 60 else "one_minute" if minutes == 1 else "minutes"
    return WORDS[name][language].format(minutes=minutes)


def slot_in_words(slot: Instant, now: Instant, language: str) -> dict[str, str]:
    """The fields 'day', 'from' and 'to' of a half-hour, as a person would say them."""
    start, today = slot.astimezone(LONDON), now.astimezone(LONDON).date()
    days = (start.date() - today).days
    day = WORDS[("today", "tomorrow")[days]][language] if days in (0, 1) else weekday_name(start.date(), language)
    return {"day": day, "from": f"{start:%H:%M}", "to": f"{start + SLOT_WIDTH:%H:%M}"}


def _languages(step: Step, turn: Turn) -> tuple[str, ...]:
    return ("en", "cy") if step.in_both else (turn.language,)
